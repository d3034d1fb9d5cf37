import CaseModel
import Testing

@testable import Letters

@Suite("Amounts of a split request")
struct AmountsTests {
    static let heads: [(String, Amounts)] = [
        ("Bed", Amounts()),
        ("Bed as in the original request", Amounts()),
        (
            "Ten visits was the original request. Four visits was authorized by the Claims Administrator. The remaining IMR "
                + "eligible portion of the original request, Six visits is",
            Amounts(original: "Ten visits", authorized: "Four visits", remaining: "Six visits")
        ),
        (
            "Examplin 7.5mg #90 were the original request. Examplin 7.5mg #60 were authorized by the Claims Administrator. "
                + "The remaining IMR eligible portion of the original request, Examplin 7.5mg #30 are",
            Amounts(original: "Examplin 7.5mg #90", authorized: "Examplin 7.5mg #60", remaining: "Examplin 7.5mg #30")
        ),
        (
            "Ward was the original request. The Claims Administrator authorized a nurse. She comes daily, leaving the "
                + "original request IMR eligible. The original request, Ward is",
            Amounts(original: "Ward", authorized: "a nurse. She comes daily", remaining: "Ward")
        ),
        (
            "Ward was the original request. The Claims Administrator authorized a nurse. The remaining IMR eligible portion "
                + "of the original request, a second nurse",
            Amounts(original: "Ward", authorized: "a nurse", remaining: "a second nurse")
        ),
        (
            "Gel, salve was the original request. Gel was authorized by the Claims Administrator, leaving the original "
                + "request IMR eligible. The original request, Gel, salve is",
            Amounts(original: "Gel, salve", authorized: "Gel", remaining: "Gel, salve")
        ),
    ]

    @Test("Each form gives its amounts as worded", arguments: heads.indices)
    func amount(_ index: Int) {
        #expect(AmountsGrammar.parse(AmountsTests.heads[index].0) == AmountsTests.heads[index].1)
    }

    @Test("Both fixtures of split requests have all three")
    func fixtures() throws {
        for fixture in [Fixture.splitDivided, .splitUndivided] {
            for item in try fixture.letter().determination.items {
                #expect(item.amounts.original != nil && item.amounts.authorized != nil && item.amounts.remaining != nil)
            }
        }
    }
}
