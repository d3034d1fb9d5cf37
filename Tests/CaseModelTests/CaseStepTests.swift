import CaseModel
import Testing

@Suite("The steps of a case") struct CaseStepTests {
    /// From each state, the states that the steps of its row lead to; a step that is left out is refused.
    static let table: [(CaseState, [CaseStep: CaseState])] = [
        (
            .received,
            [
                .replace: .received, .assign: .assigned, .work: .inReview, .decide: .decided, .withdraw: .withdrawn,
                .suspend: .received, .resume: .received, .consolidate: .consolidated,
            ]
        ),
        (
            .assigned,
            [
                .replace: .assigned, .assign: .assigned, .endAssignment: .received, .work: .inReview,
                .decide: .decided, .withdraw: .withdrawn, .suspend: .assigned, .resume: .assigned,
                .consolidate: .consolidated,
            ]
        ),
        (
            .inReview,
            [
                .replace: .inReview, .assign: .inReview, .endAssignment: .inReview, .work: .inReview,
                .decide: .decided, .withdraw: .withdrawn, .suspend: .inReview, .resume: .inReview,
            ]
        ),
        (
            .decided,
            [
                .replace: .decided, .endAssignment: .inReview, .work: .inReview, .decide: .decided,
                .returnForCorrection: .inReview, .approve: .qualityReview, .sign: .signed, .withdraw: .withdrawn,
            ]
        ),
        (
            .qualityReview,
            [
                .replace: .qualityReview, .endAssignment: .inReview, .work: .inReview, .decide: .decided,
                .returnForCorrection: .inReview, .sign: .signed, .withdraw: .withdrawn,
            ]
        ),
        (.signed, [.deliver: .delivered, .amend: .inReview]),
        (.delivered, [.amend: .inReview]),
        (.published, [.replace: .published]),
        (.withdrawn, [:]), (.consolidated, [:]),
    ]

    @Test("A step leads where the table says and nowhere else", arguments: table)
    func steps(from state: CaseState, expected: [CaseStep: CaseState]) {
        for step in CaseStep.allCases { #expect(step.leads[state] == expected[step], "\(step)") }
    }

    @Test("Every state has its row, and what ends a case or takes it back is said with a reason")
    func whole() {
        #expect(Set(CaseStepTests.table.map(\.0)) == Set(CaseState.allCases))
        let noted = CaseStep.allCases.filter(\.needsNote)
        #expect(noted == [.endAssignment, .returnForCorrection, .withdraw, .amend])
        #expect(CaseState.allCases.allSatisfy { $0.short.count <= 10 })
    }
}

@Suite("What speaks against a reviewer") struct AssignmentObstacleTests {
    static func reviewer(_ name: String, conflicts: [String] = []) throws -> Reviewer {
        Reviewer(
            id: try ReviewerID(parsing: "R-1"), name: name, licences: [Licence(state: "California", number: "1")],
            certifications: [Certification(specialty: "Pain Medicine")], conflicts: conflicts)
    }

    /// The reviewer's name, his affiliations, the name of a party, and whether one of them speaks against him.
    static let names: [(String, [String], String, Bool)] = [
        ("Ada Example", [], "Ada Example", true), ("Dr. Ada B. Example, MD", [], "EXAMPLE, ADA", true),
        ("Ada Beatrice Example", [], "Ada Example", true), ("Ada Example", [], "Ida Example", false),
        ("Ada Example", [], "Example", false), ("Ada Example", [], "", false),
        ("Ada Example", ["Sunrise Insurance"], "Sunrise Insurance Company, Inc.", true),
        ("Ada Example", ["Sunrise Insurance"], "Sunset Insurance Company", false),
        ("Ada Example", ["", "Inc."], "Sunset Insurance, Inc.", false),
    ]

    @Test("A party is known by name, however it is written", arguments: names)
    func parties(name: String, conflicts: [String], party: String, speaks: Bool) throws {
        let day = try #require(Day(iso: "2026-03-01"))
        let found = try AssignmentObstacleTests.reviewer(name, conflicts: conflicts).obstacles(
            parties: [Party(kind: "employer", name: party)], on: day, load: 0)
        #expect(found.contains(where: \.isHard) == speaks)
    }

    @Test("A licence stands to its last day; lapsed boards and full desks only warn")
    func papers() throws {
        let last = try #require(Day(iso: "2026-03-01"))
        var reviewer = try AssignmentObstacleTests.reviewer("Ada Example")
        reviewer.licences[0].expires = last
        reviewer.certifications[0].expires = last
        reviewer.capacity = 2
        #expect(reviewer.obstacles(parties: [], on: last, load: 1) == [])
        let next = last.adding(days: 1)
        let found = reviewer.obstacles(parties: [], on: next, load: 2)
        #expect(found == [.noLicence(next), .noCertification(next), .atCapacity(2)])
        #expect(found.map(\.isHard) == [true, false, false])
        reviewer.licences = [Licence(state: "Texas", number: "2", isRestricted: true)]
        #expect(reviewer.obstacles(parties: [], on: last, load: 0) == [.noLicence(last)])
    }
}
