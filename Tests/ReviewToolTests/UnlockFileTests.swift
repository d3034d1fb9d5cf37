import Foundation
import Testing

@testable import ReviewTool

@Suite("The file of the passphrase")
struct UnlockFileTests {
    @Test("Only where there is surely no file is no passphrase asked for; none is right without it")
    func isThere() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/imr-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = FileManager.default
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // A link to itself stands for every folder that cannot be reached: the rights of a folder do not bind root.
        try files.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: folder + "/loop")
        try Data().write(to: URL(filePath: folder + "/file"))
        let cases: [(path: String, isThere: Bool)] = [
            ("none", false), ("nowhere/unlock", false), ("file/unlock", false), ("file", true), ("loop", true),
            ("loop/unlock", true), (String(repeating: "n", count: 300), true),
        ]
        for (path, isThere) in cases {
            let file = UnlockFile(path: folder + "/" + path)
            #expect(file.isThere == isThere, "\(path)")
            #expect(throws: ToolError.self, "\(path)") { try file.isRight("any words at all") }
        }
        let file = UnlockFile(path: folder + "/kept")
        try file.keep("any words at all")
        #expect(try file.isRight("any words at all") && !file.isRight("other words"))
        #expect(try file.remove() && !file.isThere)
        #expect(throws: ToolError.noUnlockFile(path: file.path)) { try file.isRight("any words at all") }
    }
}
