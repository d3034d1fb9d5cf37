import Foundation
import Testing
import Workstation

@Suite("The README")
struct ReadmeTests {
    @Test("Its key table is the command table")
    func keys() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("README.md")
        let readme = try String(contentsOf: file, encoding: .utf8)
        #expect(readme.contains(CommandTable.markdown), "print it anew with imr keys --usual")
    }
}
