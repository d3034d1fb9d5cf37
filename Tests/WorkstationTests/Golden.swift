import Foundation
import Testing
import TextUI
import Workstation

extension Harness {
    /// Compares the screen with a golden file, `Golden/<name>.txt`.
    ///
    /// With `IMR_RECORD=1` in the environment the file is written instead, and the run fails, so that a recording is
    /// never taken for a passed test.
    func expectFrame(_ name: String, location: SourceLocation = #_sourceLocation) {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
        let file = folder.appendingPathComponent(name + ".txt")
        let text = model.view().text
        if ProcessInfo.processInfo.environment["IMR_RECORD"] == "1" {
            try? Data(text.utf8).write(to: file)
            Issue.record("\(name) was recorded; look at it and run again", sourceLocation: location)
            return
        }
        guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
            Issue.record("there is no golden \(name); record it with IMR_RECORD=1", sourceLocation: location)
            return
        }
        guard golden != text else { return }
        let lines = zip(
            golden.split(separator: "\n", omittingEmptySubsequences: false),
            text.split(separator: "\n", omittingEmptySubsequences: false))
        let differing = lines.enumerated().filter { $0.element.0 != $0.element.1 }
            .map { "\($0.offset): \($0.element.0)\n   \($0.element.1)" }
        Issue.record("\(name) differs:\n\(differing.joined(separator: "\n"))", sourceLocation: location)
    }

    /// The text of the screen.
    var screen: String { model.view().text }
}
