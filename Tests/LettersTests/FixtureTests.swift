import CaseModel
import Testing

@testable import Letters

@Suite("Letters are read for what they say")
struct FixtureTests {
    struct Claim: Sendable, CustomTestStringConvertible {
        var fixture: Fixture
        var number: String?
        var heads: [String]
        var decisions: String
        var citations: [Int]
        var testDescription: String { fixture.rawValue }
    }

    static let claims = [
        Claim(
            fixture: .singleItem, number: "CM21-0000101", heads: ["Ultrasound study of the left ankle"], decisions: "o",
            citations: [1]),
        Claim(
            fixture: .manyItems, number: "CM21-0000102",
            heads: [
                "Labs to include: blood count",
                "Custom-made splint for the right wrist, with two spare straps, worn at night for six weeks",
                "Examplin 10mg #90", "Heated blanket",
            ], decisions: "uouu", citations: [0, 2, 1, 0]),
        Claim(
            fixture: .splitDivided, number: "CM21-0000103",
            heads: [
                "Ten visits of water therapy for the low back was the original request. Four visits of water therapy "
                    + "for the low back was authorized by the Claims Administrator. The remaining IMR eligible portion "
                    + "of the original request, Six visits of water therapy for the low back is",
                "Floating belt and pool shoes were the original request. Floating belt was authorized by the Claims "
                    + "Administrator. The remaining IMR eligible portion of the original request, pool shoes",
            ], decisions: "uu", citations: [1, 0]),
        Claim(
            fixture: .splitUndivided, number: "CM21-0000104",
            heads: [
                "Stay in a rehabilitation ward for 7-10 days was the original request. The Claims Administrator "
                    + "authorized a stay at home with a visiting nurse. The nurse comes daily, leaving the original "
                    + "request IMR eligible. The original request, Stay in a rehabilitation ward for 7-10 days is"
            ], decisions: "o", citations: [1]),
        Claim(
            fixture: .otherSources, number: "CM21-0000105", heads: ["Bed with a raised head"], decisions: "u",
            citations: [3]),
        Claim(
            fixture: .pageBreaks, number: "CM21-0000106",
            heads: [
                "CT scan of the head",
                "Examplin 5mg #30, one tablet at night for the headache that follows the fall, with two refills",
            ], decisions: "uo", citations: [1, 1]),
        Claim(fixture: .noHeader, number: nil, heads: ["Tetanus vaccination"], decisions: "o", citations: [1]),
        Claim(
            fixture: .doubleSpaced, number: nil,
            heads: [
                "Nerve block of the right wrist, with one test before and one after, to be done under ultrasound guidance"
            ], decisions: "u", citations: [1]),
        Claim(
            fixture: .wrappedDates, number: "CM21-0000109", heads: ["X-ray of the neck"], decisions: "u", citations: [1]
        ),
    ]

    @Test("Number, heads, decisions and citations are those of the letter", arguments: claims)
    func value(_ claim: Claim) throws {
        let determination = try claim.fixture.letter().determination
        #expect(determination.caseNumber?.text == claim.number)
        #expect(determination.items.map(\.text) == claim.heads)
        #expect(
            determination.items.map { $0.decision.map { $0 == .upheld ? "u" : "o" } ?? "-" }.joined() == claim.decisions
        )
        #expect(determination.items.map(\.citations.count) == claim.citations)
        #expect(determination.form.organization == "NORTHGATE Review Services")
        #expect(determination.form.guidelineLabel == "NORTHGATE")
    }

    @Test("Every fixture has a claim")
    func everyFixtureIsClaimed() {
        #expect(Set(FixtureTests.claims.map(\.fixture)) == Set(Fixture.allCases))
    }

    static let texts: [(Fixture, any KeyPath<Determination, String> & Sendable, String)] = [
        (
            .wrappedDates, \.summary,
            "The injured worker is a 41 year old gardener. The notes of 01-05-2021, of 11-21-2020, of 10/14/2020 and of "
                + "02/03/2021 tell of Compoundol 320.5-30-16mg and of a non-certified x-ray – and of a pre- and "
                + "postoperative course of anti-inflammatories - twice a day, for the sprain/strain, at 2–3 on a scale "
                + "of ten."
        ),
        (
            .pageBreaks, \.summary,
            "The injured worker is a 33 year old painter who fell from a ladder. The head struck the ground and there was "
                + "no loss of memory. Headache began on the next day and has been treated with rest, with darkness and "
                + "with Examplin 5mg. On 08-02-2021 the gaze was steady."
        ),
        (
            .doubleSpaced, \.summary,
            "The injured worker is a 54 year old nurse with numbness of both hands. The request was made on April 12, "
                + "2021, after two splints had been tried at night and a change of work had brought no relief. On April "
                + "20, 2021, utilization review denied a nerve block with a pre- and a post-treatment test."
        ),
        (
            .manyItems, \.items[1].rationale,
            "A splint at night is advised:\n\n1. for numbness that wakes the patient;\n\n2. when a trial of four weeks has "
                + "helped.\n\nBoth are told in the note of 03-29-2021. The splint is medically necessary."
        ),
        (.manyItems, \.items[3].reviewerGuideline, ""),
        (
            .manyItems, \.items[1].claimsAdministratorGuideline,
            "Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004."
        ),
        (
            .splitDivided, \.items[0].rationale,
            "Ten visits of water therapy was the original request. Four visits was authorized by the Claims "
                + "Administrator. Their effect is not known yet, so that the other six are not medically necessary."
        ),
        (
            .splitUndivided, \.items[0].reviewerGuideline,
            "The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based "
                + "on Non-MTUS Citation https://care.example.org/wards-and-homes/advice."
        ),
        (
            .noHeader, \.form.methodology,
            "NORTHGATE Review Services sent the complete case file to an expert reviewer. The reviewer has no ties to the "
                + "employer, the employee, the providers or the claims administrator, has seen patients for more than "
                + "five years, and works in the same or a similar specialty as those who treat the condition under "
                + "review. He/she knows the governing laws and the order of evidence."
        ),
    ]

    @Test("Lines are joined to the prose they were", arguments: texts.indices)
    func prose(_ index: Int) throws {
        let (fixture, path, expected) = FixtureTests.texts[index]
        #expect(try fixture.letter().determination[keyPath: path] == expected)
    }

    @Test("Lists of credentials are split at commas and joined over lines")
    func credentials() throws {
        let reviewer = try Fixture.singleItem.letter().determination.reviewer
        #expect(reviewer.licensure == ["Oregon", "California"])
        #expect(
            reviewer.specialties == [
                "Preventive Medicine", "Occupational Medicine", "Public Health & General Preventive Medicine",
            ])
    }

    @Test("Every word of a letter belongs to one part", arguments: Fixture.allCases)
    func coverage(_ fixture: Fixture) throws {
        let text = try fixture.text()
        #expect(Coverage.faults(of: try LetterReader.read(text), in: text) == [])
    }
}
