import CaseModel
import Foundation
import Guidelines
import Testing

@Suite("The guideline library")
struct LibraryTests {
    @Test("The same content again changes nothing; a changed one is a new edition beside the old")
    func importing() throws {
        let first = guideline(["Words of the first edition.", "More of them."])
        let changed = guideline(["Words of the first edition.", "Fewer of them."])
        let test = try TestLibrary([first])
        let again = try test.library.import([first, changed, changed])
        #expect(again.map(\.outcome) == [.unchanged, .newEdition, .unchanged])
        #expect(try test.library.import([guideline(year: 2005, ["Words."])]).map(\.outcome) == [.added])
        #expect(try test.library.editions().map(\.year) == [2005, 2004, 2004])
        let kept = PassageID(section: SectionID(edition: first.edition.id, path: "1"), place: 2)
        #expect(try test.library.passage(kept).text == "More of them.")
    }

    @Test("What was imported comes back as it was")
    func roundTrip() throws {
        let read = try DemonstrationLibrary.guidelines()
        let library = try TestLibrary(read).library
        for guideline in read {
            let id = guideline.edition.id
            #expect(try library.edition(id) == guideline.edition)
            let sections = try library.sections(of: id)
            #expect(sections.map(\.id.path) == guideline.sections.map(\.path))
            #expect(sections.map(\.title) == guideline.sections.map(\.title))
            #expect(sections.map(\.number) == guideline.sections.map(\.number))
            let texts = try sections.map { section in try library.passages(of: section.id).map(\.text) }
            #expect(texts == guideline.sections.map(\.passages))
            for section in sections {
                #expect(try library.section(section.id) == section)
                if let parent = section.parent { #expect(try library.section(parent).depth == section.depth - 1) }
                for passage in try library.passages(of: section.id) {
                    #expect(try library.passage(passage.id) == passage)
                    #expect(passage.digest == ContentDigest(of: passage.text))
                    #expect(PassageID(passage.id.description) == passage.id)
                }
            }
        }
    }

    @Test("Progress ends with everything done")
    func progress() throws {
        var generator = GeneratedGuidelines(seed: 5, words: 500)
        let folder = try TemporaryFolder()
        let library = try GuidelineLibrary.open(at: folder.file())
        var told: [Int] = []
        try library.import(generator.guidelines(editions: 2, passages: 1_200)) { done, total in
            #expect(total == 2_400)
            told.append(done)
        }
        #expect(told == told.sorted() && told.count >= 4 && told.last == 2_400)
    }

    @Test(
        "Names that the library lacks are told",
        arguments: ["", "x", "mtus-low-back-complaints-2004-00000000", "'; --"])
    func missing(_ name: String) throws {
        let library = try TestLibrary([guideline(["Words."])]).library
        let edition = EditionID(name)
        let section = SectionID(edition: edition, path: "1")
        let passage = PassageID(section: section, place: 1)
        #expect(throws: GuidelineError.noSuchEdition(edition)) { try library.edition(edition) }
        #expect(throws: GuidelineError.noSuchEdition(edition)) { try library.sections(of: edition) }
        #expect(throws: GuidelineError.noSuchSection(section)) { try library.passages(of: section) }
        #expect(throws: GuidelineError.noSuchPassage(passage)) { try library.passage(passage) }
    }

    @Test("A place outside the section is no passage", arguments: [0, -1, 2, Int.max])
    func outside(_ place: Int) throws {
        let read = guideline(["Words."])
        let library = try TestLibrary([read, guideline(year: 2005, ["Others."])]).library
        let id = PassageID(section: SectionID(edition: read.edition.id, path: "1"), place: place)
        #expect(throws: GuidelineError.noSuchPassage(id)) { try library.passage(id) }
    }

    @Test(
        "Texts that name no passage",
        arguments: ["", "a", "a#1", "a#1/0", "a#1/-2", "a#1/x", "#1/1", "a#/1", "a#1/1/1"])
    func noPassageID(_ text: String) { #expect(PassageID(text) == nil) }

    @Test("Several openings of one file see each other's imports")
    func shared() throws {
        let test = try TestLibrary([guideline(["Heat and cold at home are options."])])
        let other = try GuidelineLibrary.open(at: test.folder.file(), readOnly: true)
        let citation = Citation(source: "MTUS", chapter: "Knee Complaints", year: 2004, sections: ["Special Studies"])
        #expect(try other.resolve(citation).sections.first?.best == nil)
        try test.library.import([guideline(chapter: "Knee Complaints", ["Plain films are enough."])])
        #expect(try other.editions().count == 2)
        #expect(try other.resolve(citation).sections.first?.best?.confidence == 1)
        #expect(throws: GuidelineError.self) { try other.import([guideline(year: 2005, ["Words."])]) }
        #expect(try other.editions().count == 2)
    }

    @Test("Many imports in turn: quotations of each are found, whatever was merged")
    func manyImports() throws {
        let folder = try TemporaryFolder()
        let library = try GuidelineLibrary.open(at: folder.file())
        var generator = GeneratedGuidelines(seed: 9)
        var texts: [String] = []
        for year in 1990..<2010 {
            let passages = (0..<(year % 3 == 0 ? 40 : 3)).map { _ in generator.passage(words: 40) }
            texts.append(passages[1])
            try library.import([guideline(year: year, passages)])
        }
        for (index, text) in texts.enumerated() {
            let source = try #require(try library.quotations(in: "\"" + text + "\"").first?.source)
            #expect(source.isExact)
            #expect(try library.edition(source.passages[0].edition).year == 1990 + index)
        }
    }

    @Test(
        "A file of somebody else, of a later version, or none is refused and left as it is",
        arguments: [
            (68, "is not a guideline library"), (63, "a later version"),
        ])
    func refused(_ offset: Int, _ says: String) throws {
        let folder = try TemporaryFolder()
        try GuidelineLibrary.open(at: folder.file()).import([guideline(["Words."])])
        let url = URL(fileURLWithPath: folder.file())
        // The header of an SQLite file holds the version at 60 and the identity at 68, four bytes each.
        var data = try Data(contentsOf: url)
        data[offset] = 99
        try data.write(to: url)
        for readOnly in [true, false] {
            let error = try #require(throws: GuidelineError.self) {
                try GuidelineLibrary.open(at: folder.file(), readOnly: readOnly)
            }
            #expect(error.description.contains(says))
        }
        #expect(try Data(contentsOf: url) == data)
    }

    @Test("A missing file, a folder and a text are no library")
    func noLibrary() throws {
        let folder = try TemporaryFolder()
        #expect(throws: GuidelineError.self) { try GuidelineLibrary.open(at: folder.file(), readOnly: true) }
        #expect(throws: GuidelineError.self) { try GuidelineLibrary.open(at: folder.path) }
        #expect(throws: GuidelineError.self) { try GuidelineLibrary.open(at: "") }
        let text = "This is a letter and no library. " + String(repeating: "More of it. ", count: 100)
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file("a.txt")))
        #expect(throws: GuidelineError.notALibrary(path: folder.file("a.txt"))) {
            try GuidelineLibrary.open(at: folder.file("a.txt"))
        }
        #expect(try String(contentsOfFile: folder.file("a.txt"), encoding: .utf8) == text)
    }

    @Test("An empty file, as a broken-off opening leaves it, becomes a library")
    func emptyFile() throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(fileURLWithPath: folder.file()))
        #expect(throws: GuidelineError.self) { try GuidelineLibrary.open(at: folder.file(), readOnly: true) }
        let library = try GuidelineLibrary.open(at: folder.file())
        #expect(try library.import([guideline(["Words."])]).map(\.outcome) == [.added])
    }

    @Test("A new library is for the owner alone, in folders that are made")
    func rights() throws {
        let folder = try TemporaryFolder()
        let library = try GuidelineLibrary.open(at: folder.file("a/b/c.sqlite"))
        #expect(try library.editions().isEmpty)
        #expect(try library.search(words: "x").isEmpty)
        let rights = try FileManager.default.attributesOfItem(atPath: library.path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
    }

    @Test("After closing, calls say so")
    func closed() throws {
        let library = try TestLibrary([guideline(["Words."])]).library
        library.close()
        #expect(throws: GuidelineError.self) { try library.editions() }
    }
}
