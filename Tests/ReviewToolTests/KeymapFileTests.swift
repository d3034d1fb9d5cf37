import Foundation
import Testing
import Workstation

@testable import ReviewTool

@Suite("The keymap in the configuration folder")
struct KeymapFileTests {
    /// What stands in the file, and what is said of it; an empty text when all is well.
    @Test(
        "It is read, and a fault is told with file and line",
        arguments: [
            ("[item]\nuphold = \"x <f5>\"\nedit = [\"e\", \"<a-e> <c-e>\"]\n[everywhere]\nhelp = \"?\"\n", ""),
            ("# nothing yet\n", ""), ("[worklist]\n", ""),
            ("[item]\n\nuphold = 3\n", "keymap.toml:3: “uphold” wants its keys as text"),
            ("[item]\nuphold = [\"x\", 3]\n", "keymap.toml:2: “uphold” wants its keys as text"),
            ("uphold = \"x\"\n", "keymap.toml:1: “uphold” stands outside a place"),
            ("[desk]\n", "keymap.toml:1: “desk” is no place"),
            ("[item]\nuphold = \"x\"\n[desk]\nsort = \"y\"\n", "keymap.toml:3: “desk” is no place"),
            ("[item]\nupheld = \"x\"\n", "keymap.toml:2: “upheld” is no command"),
            ("[item]\n# a remark\nuphold = \"<hyper>\"\n", "keymap.toml:3: “<hyper>” is no key"),
            (
                "[item]\noverturn = \"x\"\nuphold = \"x\"\n",
                "keymap.toml:3: x is given to overturn (line 2) and to uphold"
            ),
            ("[item]\nuphold = \n", "keymap.toml:2: the file is no valid TOML here"),
        ])
    func read(text: String, says: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keymap-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        #expect(try KeymapFile.read(from: folder.path) == .usual)
        try text.write(to: folder.appendingPathComponent("keymap.toml"), atomically: true, encoding: .utf8)
        var told = ""
        do {
            let keymap = try KeymapFile.read(from: folder.path)
            #expect(keymap.markdown.contains("| `x` `F5` | uphold") == text.contains("<f5>"))
        } catch {
            told = error.description
        }
        #expect(says.isEmpty ? told.isEmpty : told.contains(says), "\(told)")
    }
}
