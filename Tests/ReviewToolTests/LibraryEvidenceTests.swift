import CaseModel
import Checks
import Foundation
import Guidelines
import Letters
import Programmes
import RationaleTemplates
import Testing

@testable import ReviewTool

/// A library with the demonstration texts and a small chapter that a test made up, in a folder of its own.
private final class SmallLibrary {
    let path: String
    private let folder: String

    private static let chapter = """
        +++
        publisher = "MTUS"
        title = "Schedule"
        chapter = ["Knee Complaints"]
        year = 2004
        in-force-from = 2007-06-15
        in-force-to = 2017-11-30
        rank = "A"
        +++

        # Special Studies

        Special studies are not needed to evaluate most knee complaints until after six weeks of care and watching.
        """

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("imr-\(UUID().uuidString)").path
        path = folder + "/guidelines.db"
        let library = try GuidelineLibrary.open(at: path)
        let chapter = try GuidelineReader.read(SmallLibrary.chapter, file: "knee.md", form: .markdown)
        try library.import(try DemonstrationLibrary.guidelines() + [chapter])
        library.close()
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
}

@Suite("The check with the guideline library")
struct LibraryEvidenceTests {
    private static let exact = "Special studies are not needed to evaluate most knee complaints"

    private static let letters: [(String, String, Int, [String])] = [
        ("The MTUS states, \"\(exact)\".", "Knee Complaints 2004", 2017, []),
        ("The MTUS states, \"\(exact) ... six weeks of care\".", "Knee Complaints 2004", 2017, []),
        (
            "The MTUS states, \"\(exact) until after eight weeks of care\".", "Knee Complaints 2004", 2017,
            ["quotation.altered"]
        ),
        (
            "The MTUS states, \"A lamp of blue glass drives pain from any joint by night\".", "Knee Complaints 2004",
            2017, ["quotation.not-found"]
        ),
        ("It was read.", "Knee Complaints 2004", 2018, ["citation.edition-not-in-force"]),
        // The library has this chapter from the demonstration only, which proves nothing.
        ("The MTUS states, \"A lamp of blue glass drives pain away\".", "Elbow Complaints 2007", 2017, []),
    ]

    @Test("Misquotations, invented quotations and editions out of force are told end to end", arguments: letters)
    func speaks(_ rationale: String, _ chapter: String, _ year: Int, _ rules: [String]) throws {
        let small = try SmallLibrary()
        var item = DisputedItem(text: "Special imaging", decision: .overturned, rationale: rationale)
        item.reviewerGuideline = "Decision based on MTUS \(chapter), Section(s): Special Studies."
        item.citations = CitationGrammar.parse(item.reviewerGuideline)
        var letter = Determination(items: [item])
        letter.dates.decision = Day(year: year, month: 1, day: 5)
        let library = try #require(try LibraryEvidence.open(at: small.path))
        let found = Check.run(
            CheckInput(letter, guidelines: library), profile: ProgrammeProfile.standard,
            only: ["quotation.altered", "quotation.not-found", "citation.edition-not-in-force"])
        #expect(found.map(\.rule) == rules)
        if let stored = found.first?.stored { #expect(stored.text.contains("until after six weeks of care")) }
    }

    @Test("No library is no error, unless it was asked for")
    func missing() throws {
        #expect(try LibraryEvidence.open(at: "/nowhere/guidelines.db") == nil)
        #expect(throws: GuidelineError.self) {
            try LibraryEvidence.open(at: "/nowhere/guidelines.db", isAskedFor: true)
        }
    }

    @Test("Every built-in template is known again when its blanks were left as they are")
    func templates() throws {
        for template in try RationaleTemplate.builtIn() {
            let stock = StockRationale(template)
            #expect(stock.pieces.joined().contains("{{") == false && stock.pieces.joined().contains("[[") == false)
            let text = zip(stock.pieces, stock.pieces.indices.map { _ in "cane" }).map { $0 + $1 }.joined()
            let item = DisputedItem(text: "Cane", decision: .upheld, rationale: text)
            let found = Check.run(
                CheckInput(Determination(items: [item]), stock: [stock]), profile: ProgrammeProfile.standard,
                only: ["rationale.repeated"])
            #expect(found.count == 1, "\(template.name)")
        }
    }
}
