import CaseModel
import Letters
import Programmes
import Testing

@testable import Checks

/// A library that gives the answer a test wants.
private struct OneAnswer: GuidelineEvidence {
    var match: QuotationMatch?
    var known: [GuidelineEdition] = []

    func editions(of citation: Citation) -> [GuidelineEdition] { known }
    func passage(nearest quotation: String, citing: [Citation]) -> QuotationMatch? { match }
}

@Suite("Rules that ask the guideline library")
struct GuidelineRuleTests {
    private static func findings(
        _ rationale: String, chapter: String = "Knee Complaints 2004", head: String = "MRI of the knee",
        decided: Day? = Day(year: 2017, month: 1, day: 5), library: OneAnswer
    ) -> [Finding] {
        var item = DisputedItem(text: head, decision: .overturned, rationale: rationale)
        item.reviewerGuideline = "Decision based on MTUS \(chapter), Section(s): Special Studies."
        item.citations = CitationGrammar.parse(item.reviewerGuideline)
        var letter = Determination(items: [item])
        letter.dates.decision = decided
        return Check.run(
            CheckInput(letter, kind: .publishedCopy, guidelines: library), profile: ProgrammeProfile.standard,
            only: [
                "quotation.altered", "quotation.not-found", "citation.edition-not-in-force", "citation.wrong-topic",
            ])
    }

    @Test("A misquotation shows both texts and each word that differs")
    func altered() throws {
        let quotation = "rest for eight days and then walk"
        let altered = AlteredQuotation(
            stored: "rest for three days and then walk", source: "MTUS Knee 2004",
            changes: [.init(place: 9..<14, quoted: "eight", stored: "three")])
        let found = GuidelineRuleTests.findings(
            "The MTUS states, \"\(quotation)\".", library: OneAnswer(match: .altered(altered)))
        let finding = try #require(found.first)
        #expect(found.count == 1 && finding.rule == "quotation.altered" && finding.severity == .error)
        #expect(finding.evidence.map(\.text) == [quotation, "eight"])
        #expect(finding.stored?.text == altered.stored && finding.message.contains("“eight” stands for “three”"))
    }

    @Test(
        "Only what is quoted as a guideline's words is looked for",
        arguments: [
            ("The MTUS states, \"one two three four five six seven\".", true),
            ("The guideline was read. It says, \"one two three four five six seven\".", true),
            ("The progress note states, \"one two three four five six seven\".", false),
            ("The patient said, \"one two three four five six seven\".", false),
            ("\"One two three four five six seven\" was said.", false),
        ])
    func notFound(_ rationale: String, _ isTold: Bool) {
        let found = GuidelineRuleTests.findings(rationale, library: OneAnswer(match: QuotationMatch.none))
        #expect(found.map(\.rule) == (isTold ? ["quotation.not-found"] : []))
    }

    private static let old = GuidelineEdition(year: 2004, from: nil, to: Day(year: 2016, month: 6, day: 1))
    private static let new = GuidelineEdition(year: 2016, from: Day(year: 2016, month: 6, day: 2), to: nil)
    private static let undated = GuidelineEdition(year: 2004, from: nil, to: nil)

    private static let editions: [(String, [GuidelineEdition], Int, Bool)] = [
        ("Widget Care 2004", [old, new], 2017, true), ("Widget Care 2016", [old, new], 2017, false),
        // Out of force, with nothing in force after it.
        ("Widget Care 2004", [old], 2017, true), ("Widget Care 2004", [old], 2015, false),
        ("Widget Care 2004", [undated], 2017, false), ("Widget Care 2004", [], 2017, false),
        // The library may lack the newest edition.
        ("Widget Care 2015", [old], 2016, false), ("Widget Care 2018", [], 2017, true),
        // What the profile knows, under a shorter title and past the last day of all its editions.
        ("Low Back 2004", [], 2017, false), ("Low Back 2004", [], 2019, true), ("Low Back 2007", [], 2017, true),
    ]

    @Test(
        "An edition out of force on the day of the decision is told, and one of unknown days is not",
        arguments: editions)
    func inForce(_ chapter: String, _ known: [GuidelineEdition], _ year: Int, _ isTold: Bool) {
        let found = GuidelineRuleTests.findings(
            "It is necessary.", chapter: chapter, head: "Cane", decided: Day(year: year, month: 1, day: 5),
            library: OneAnswer(known: known))
        #expect(found.map(\.rule) == (isTold ? ["citation.edition-not-in-force"] : []))
    }

    @Test(
        "A quoted passage from a section about another part of the body is told",
        arguments: [("MRI of the knee", true), ("MRI of the shoulder", false), ("Oral medication", false)])
    func topic(_ head: String, _ isTold: Bool) {
        let found = GuidelineRuleTests.findings(
            "The MTUS states, \"one two three four five six seven eight nine\".", chapter: "General Approaches 2004",
            head: head, library: OneAnswer(match: .exact(source: "MTUS Shoulder Complaints 2004 › Imaging")))
        #expect(found.map(\.rule) == (isTold ? ["citation.wrong-topic"] : []))
    }
}
