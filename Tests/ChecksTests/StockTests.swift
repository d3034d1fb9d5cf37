import CaseModel
import Letters
import Programmes
import Testing

@testable import Checks

@Suite("Stock rationales")
struct StockTests {
    private static let stock = StockRationale(
        name: "plain",
        pieces: [
            "The request concerns ", ". ", " supports it when ", " is written down at each visit. The records show ",
            " and nothing else of weight. The request for ", " is not medically necessary.",
        ], prompts: ["what is needed", "relevant findings"])

    private static func filled(_ need: String, _ findings: String, _ more: String = "") -> String {
        "The request concerns a cane. MTUS Knee Complaints 2004 supports it when \(need) is written down at each visit. "
            + "The records show \(findings) and nothing else of weight. \(more)The request for a cane is not medically "
            + "necessary."
    }

    private static let texts: [(String, Bool)] = [
        (filled("what is needed", "relevant findings"), true), (filled("", ""), true), (filled("it", "nothing"), true),
        (filled("a fall or weakness", "a steady gait on all surfaces"), false),
        (filled("", "", "She walks to work each day without a limp and climbs two flights. "), false),
        ("A cane is not medically necessary.", false), (filled("⟦what is needed⟧", "⟦relevant findings⟧"), false),
    ]

    @Test(
        "A stock rationale that says nothing of the case is told, and one that was filled in is not", arguments: texts)
    func unchanged(_ rationale: String, _ isStock: Bool) {
        let item = DisputedItem(
            text: "Cane", reviewerGuideline: "Decision based on MTUS Knee Complaints 2004.", decision: .upheld,
            rationale: rationale)
        let input = CheckInput(Determination(items: [item]), stock: [StockTests.stock])
        let found = Check.run(input, profile: ProgrammeProfile.standard, only: ["rationale.repeated"])
        #expect(found.isEmpty != isStock)
    }
}
