import Exports
import Foundation
import Testing

@testable import ReviewTool

@Suite("An export is there whole or not at all, and nowhere else")
struct OutputFolderTests {
    private func file(_ name: String, _ text: String = "text") -> Rendering {
        Rendering(name: name, mediaType: "text/plain", bytes: Array(text.utf8))
    }

    /// Runs a body with an empty folder.
    private func within(_ body: (OutputFolder) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "imr-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(OutputFolder(path + "/out"))
    }

    private func names(_ folder: OutputFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    static let escaping = [
        "", ".", "..", "../a", "/etc/a", "a/b", "a\0b", "a\nb", "\u{1B}[2J", String(repeating: "x", count: 256),
    ]

    @Test("A name that leads elsewhere is refused, and the files before it are not left half done", arguments: escaping)
    func escape(_ name: String) throws {
        try within { folder throws in
            #expect(throws: ToolError.self) { try folder.write([file("good.txt"), file(name)]) }
            #expect(throws: ToolError.self) { try folder.write(folder: name, [file("letter.txt")]) }
            #expect(try names(folder) == [])
            let beside = URL(filePath: folder.path).deletingLastPathComponent().path
            #expect(try FileManager.default.contentsOfDirectory(atPath: beside) == ["out"])
        }
    }

    @Test("A link in the place of a file is replaced, not followed, and a file is its owner's alone")
    func links() throws {
        try within { folder throws in
            let victim = folder.path + "/../victim"
            try "untouched".write(toFile: victim, atomically: true, encoding: .utf8)
            try FileManager.default.createSymbolicLink(atPath: folder.path + "/a.txt", withDestinationPath: victim)
            try FileManager.default.createSymbolicLink(atPath: folder.path + "/b", withDestinationPath: "..")
            #expect(folder.content(of: "a.txt") == nil && folder.content(of: "b") == nil)
            try folder.write([file("a.txt", "new")])
            #expect(try String(contentsOfFile: victim, encoding: .utf8) == "untouched")
            #expect(folder.content(of: "a.txt")?.first?.bytes == Array("new".utf8))
            let facts = try FileManager.default.attributesOfItem(atPath: folder.path + "/a.txt")
            #expect(facts[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("A bundle gives way to a new one as a whole, and a folder with other files to none")
    func bundles() throws {
        try within { folder throws in
            try folder.write(folder: "CM1", [file("letter.txt"), file("letter.pdf")])
            try folder.write(folder: "CM1", [file("letter.txt", "new")])
            #expect(folder.content(of: "CM1")?.map(\.name) == ["letter.txt"])
            try "mine".write(toFile: folder.path + "/CM1/notes.doc", atomically: true, encoding: .utf8)
            #expect(throws: ToolError.self) { try folder.write(folder: "CM1", [file("letter.txt")]) }
            #expect(folder.content(of: "CM1")?.map(\.name) == ["letter.txt", "notes.doc"])
            #expect(try names(folder) == ["CM1"])
        }
    }

    @Test("What a killed export left is removed, what a running one writes is not")
    func leftovers() throws {
        try within { folder throws in
            let running = ".a.txt.\(getpid()).part"
            for name in [running, ".b.txt.999999999.part", ".note.part", "c.txt"] {
                try "x".write(toFile: folder.path + "/" + name, atomically: false, encoding: .utf8)
            }
            folder.removeLeftovers()
            #expect(try names(folder) == [running, ".note.part", "c.txt"].sorted())
        }
    }
}
