import Foundation
import Programmes
import Testing

@testable import ReviewTool

@Suite("The program that is worked for")
struct CurrentProgrammeTests {
    /// What stands in the configuration folder, and what is said of it; an empty text when all is well.
    @Test(
        "It is named in the configuration, and a fault is told with its file",
        arguments: [
            ([:], ""), (["config.toml": "program = \"ca-wc-imr\""], ""),
            (["config.toml": "program = \"ny\""], "There is no program profile “ny”; there are ca-wc-imr."),
            (["config.toml": "program = 3"], "config.toml:1: “program” is text"),
            (["programs/own.toml": "id = \"own\"\nnamme = \"x\""], "programs/own.toml:2: “namme”"),
            (["programs/own.toml": "id = "], "programs/own.toml:1: the file is no valid TOML"),
            (["programs/notes.txt": "id = "], ""),
        ])
    func read(files: [String: String], says: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("settings-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("programs"), withIntermediateDirectories: true)
        for (name, text) in files {
            try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        var told = ""
        do {
            #expect(try CurrentProgramme.read(from: folder.path).id == "ca-wc-imr")
        } catch {
            told = Sentence.of(error)
        }
        #expect(says.isEmpty ? told.isEmpty : told.contains(says), "\(told)")
    }
}
