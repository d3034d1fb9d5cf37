import CaseModel
import Guidelines
import Testing

@Suite("Searching the library")
struct SearchTests {
    static let texts = [
        "L4-L5", "-fusion", "spine\"", "\"", "\"\"\"", "AND", "NOT", "OR (", "NEAR(a b)", "a*", "*", "^a",
        "title : pain", "{", "'",
        "%", "\u{0}", "a\u{0}b", "\u{1F600}", "\u{301}", "   ", "", "(((", "1.5 mg/kg", "caf\u{E9}", ":", "a:b", "+",
        "--", ";DROP TABLE",
        String(repeating: "word ", count: 500), String(repeating: "x", count: 10_000),
    ]

    @Test("No text makes a search fail", arguments: texts)
    func hostile(_ text: String) throws {
        let test = try TestLibrary([guideline(["Fusion of L4-L5 and of the spine is not a first step."])])
        for order in [SearchOrder.newest, .best] { _ = try test.library.search(words: text, order: order) }
        _ = try test.library.suggestions(for: text)
        _ = try test.library.quotations(in: text)
        _ = try test.library.resolve(Citation(source: text, chapter: text, sections: [text]))
    }

    @Test(
        "Words are found in the text and in the title of the section, whole or as the beginning of the last",
        arguments: [
            ("L4-L5", 1), ("l4 l5", 1), ("L5-L4", 0), ("fusio", 1), ("fusio ", 0), ("fu", 0), ("special fusion", 1),
            ("fusion heat", 0),
            ("caf\u{E9}", 1), ("CAFE", 1), ("heat \"at home\"", 1), ("studies", 2), ("nothing", 0),
        ])
    func finds(_ words: String, _ count: Int) throws {
        let test = try TestLibrary([guideline(["Fusion of L4-L5 is not a first step.", "Heat at home, or a Cafe."])])
        #expect(try test.library.search(words: words).count == count)
    }

    @Test("The newest edition comes first, then the order of reading")
    func newestFirst() throws {
        let passages = ["Heat one.", "Cold.", "Heat two."]
        let years = [2009, 2004, 2016, 2007]
        let test = try TestLibrary(years.map { guideline(year: $0, passages) })
        try test.library.import([guideline(publisher: "ODG", year: 2016, passages)])
        let hits = try test.library.search(words: "heat")
        let found = try hits.map { "\(try test.library.edition($0.section.id.edition).year)/\($0.passage.id.place)" }
        #expect(
            found == [
                "2016/1", "2016/3", "2016/1", "2016/3", "2009/1", "2009/3", "2007/1", "2007/3", "2004/1", "2004/3",
            ])
        #expect(hits[0].section.id.edition.text.hasPrefix("odg"), "of one year, the one imported last comes first")
        #expect(try test.library.search(words: "heat", limit: 3) == Array(hits.prefix(3)))
        #expect(try test.library.search(words: "heat", limit: 0).isEmpty)
        #expect(try test.library.search(words: "heat", limit: -1).isEmpty)
    }

    @Test("A search keeps to its edition or section")
    func scopes() throws {
        let test = try TestLibrary.demonstration()
        let edition = try #require(try test.library.editions().first { $0.words.hasSuffix("Low Back Complaints 2004") })
        let inEdition = try test.library.search(words: "imaging", scope: .edition(edition.id))
        #expect(!inEdition.isEmpty && inEdition.allSatisfy { $0.section.id.edition == edition.id })
        let section = try #require(inEdition.first).section
        let inSection = try test.library.search(words: "imaging", scope: .section(section.id))
        #expect(!inSection.isEmpty && inSection.allSatisfy { $0.section == section })
        #expect(inSection.count < inEdition.count)
        let chronic = try #require(try test.library.editions().first { $0.words.hasSuffix("Treatment 2016") })
        let sections = try test.library.sections(of: chronic.id)
        let parent = try #require(sections.first { $0.title == "Topical analgesics" })
        let below = try test.library.search(words: "patch", scope: .section(parent.id))
        #expect(below.contains { $0.section.parent == parent.id }, "the sections within it belong to it")
        #expect(try test.library.search(words: "imaging", scope: .edition(EditionID("none"))).isEmpty)
    }

    @Test("Ranked, the passage that says it most comes first")
    func best() throws {
        let test = try TestLibrary([
            guideline(
                year: 2016, section: "Other",
                ["A long sentence in which heat is named once among very many other things."]),
            guideline(year: 2004, section: "Heat", ["Heat is heat."]),
        ])
        #expect(try test.library.search(words: "heat").map(\.section.title) == ["Other", "Heat"])
        #expect(try test.library.search(words: "heat", order: .best).map(\.section.title) == ["Heat", "Other"])
        #expect(try test.library.search(words: "heat", order: .best, limit: 1).map(\.section.title) == ["Heat"])
    }

    @Test("The words of the search are marked in the text")
    func marks() throws {
        let test = try TestLibrary([guideline(["\u{D6}dem: heat, then HEAT again."])])
        let hit = try #require(try test.library.search(words: "heat odem").first)
        #expect(hit.words.map { text(hit.passage.text, $0) } == ["\u{D6}dem", "heat", "HEAT"])
        #expect(try test.library.search(words: "special").first?.words == [])
    }

    @Test(
        "Suggestions come from the telling words of an item",
        arguments: [
            ("Lumbar epidural steroid injections L4-L5, QTY: 2", "Epidural steroid injections"),
            ("TENS unit, 30 day trial (rental)", "TENS, chronic pain"),
            ("Gabapentin 300mg #90 with 2 refills", "Gabapentin"),
            ("Physical therapy 2 times a week for 6 weeks for the knee", "Knee"),
            ("Platelet rich plasma injection of the left knee", "Platelet-rich plasma"),
            ("Urine drug testing", "Use of Urine Drug Testing"),
        ])
    func suggestions(_ item: String, _ title: String) throws {
        let test = try TestLibrary.demonstration()
        let hits = try test.library.suggestions(for: item, limit: 5)
        let names = try hits.map { try test.library.edition($0.section.id.edition).chapter + " " + $0.section.title }
        #expect(names.contains { $0.contains(title) }, "\(names)")
        #expect(Set(hits.map(\.passage.id)).count == hits.count && hits.count <= 5)
    }
}
