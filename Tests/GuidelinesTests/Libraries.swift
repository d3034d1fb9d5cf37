import CaseModel
import Foundation
import Guidelines

/// The folder of all tests of this process, gone when it ends: a library reads its file long after it was opened.
private let testFolder: String = {
    let path = FileManager.default.temporaryDirectory.path + "/guidelines-tests-" + UUID().uuidString
    atexit { try? FileManager.default.removeItem(atPath: testFolder) }
    return path
}()

/// A folder for one test.
struct TemporaryFolder {
    let path: String

    init() throws {
        path = testFolder + "/" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func file(_ name: String = "library.sqlite") -> String { path + "/" + name }
}

/// A library of its own for one test.
struct TestLibrary {
    let folder: TemporaryFolder
    let library: GuidelineLibrary

    init(_ guidelines: [ReadGuideline]) throws {
        folder = try TemporaryFolder()
        library = try GuidelineLibrary.open(at: folder.file())
        try library.import(guidelines)
    }

    static func demonstration() throws -> TestLibrary { try TestLibrary(DemonstrationLibrary.guidelines()) }
}

/// A guideline of one section from its passages.
func guideline(
    publisher: String = "MTUS", chapter: String = "Low Back Complaints", year: Int = 2004,
    section: String = "Special Studies",
    from: Day? = nil, to: Day? = nil, _ passages: [String]
) -> ReadGuideline {
    ReadGuideline(
        FrontMatter(
            publisher: publisher, title: "Test", chapters: [chapter], year: year, inForceFrom: from, inForceTo: to),
        sections: [ReadSection(path: "1", title: section, depth: 1, passages: passages)])
}
