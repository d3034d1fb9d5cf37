import CaseModel
import Programmes
import Testing

@Suite("Who may review what")
struct EligibilityTests {
    static let today = day("2026-11-02")

    static func reviewer(
        _ id: String = "R-1", name: String = "Ada Quill", states: [String] = ["California"],
        licence: String = "2028-05-31",
        isRestricted: Bool = false, specialties: [String] = ["Orthopedic Surgery"], board: String = "2030-12-31",
        years: Int = 12, hours: Int = 30, conflicts: [String] = [], capacity: Int? = 10
    ) throws -> Reviewer {
        Reviewer(
            id: try ReviewerID(parsing: id), name: name,
            licences: states.map {
                Licence(state: $0, number: "G1", expires: day(licence), isRestricted: isRestricted)
            },
            certifications: specialties.map { Certification(specialty: $0, expires: day(board)) },
            yearsOfPractice: years,
            weeklyHours: hours, conflicts: conflicts, capacity: capacity)
    }

    static let parties = [
        Party(kind: "employee", name: "Pat Example"), Party(kind: "employer", name: "ACME Builders, Inc."),
        Party(kind: "requesting-physician", name: "John Q. Smith, M.D."),
    ]

    static func proposal(
        _ reviewer: Reviewer, items: [String] = ["L4-5 lumbar fusion"], summary: String = "", load: Int = 0
    ) throws -> AssignmentProposal {
        let determination = Determination(summary: summary, items: items.map { DisputedItem(text: $0) })
        return try #require(
            AssignmentProposal.rank(
                reviewers: [reviewer], case: determination, parties: parties, profile: Profiles.california, day: today,
                load: [reviewer.id: load]
            ).first)
    }

    /// What one reviewer is told of one topic.
    struct Row: Sendable, CustomTestStringConvertible {
        var what: String
        var topic: AssignmentReason.Topic
        var verdict: AssignmentReason.Verdict
        var says: String
        var make: @Sendable () throws -> AssignmentProposal

        var testDescription: String { what }
    }

    static let rows: [Row] = [
        Row(what: "licence stands", topic: .licence, verdict: .yes, says: "California until 05/31/2028") {
            try proposal(try reviewer())
        },
        Row(what: "licence of its last day", topic: .licence, verdict: .yes, says: "11/02/2026") {
            try proposal(try reviewer(licence: "2026-11-02"))
        },
        Row(what: "licence lapsed yesterday", topic: .licence, verdict: .no, says: "lapsed on 11/01/2026") {
            try proposal(try reviewer(licence: "2026-11-01"))
        },
        Row(what: "licence restricted", topic: .licence, verdict: .no, says: "restricted") {
            try proposal(try reviewer(isRestricted: true))
        },
        Row(what: "no licence", topic: .licence, verdict: .no, says: "No licence") {
            try proposal(try reviewer(states: []))
        },
        Row(what: "other state", topic: .preferredState, verdict: .warn, says: "California") {
            try proposal(try reviewer(states: ["Nevada"]))
        },
        Row(what: "second licence preferred", topic: .preferredState, verdict: .yes, says: "California") {
            try proposal(try reviewer(states: ["Nevada", "California"]))
        },
        Row(what: "certification lapsed", topic: .certification, verdict: .no, says: "lapsed on 01/01/2026") {
            try proposal(try reviewer(board: "2026-01-01"))
        },
        Row(what: "no certification", topic: .certification, verdict: .no, says: "No certification") {
            try proposal(try reviewer(specialties: []))
        },
        Row(
            what: "surgeon for the spine", topic: .specialty, verdict: .yes,
            says: "Orthopedic Surgery fits spine surgery"
        ) { try proposal(try reviewer()) },
        Row(
            what: "rehabilitation for the spine, spelled otherwise", topic: .specialty, verdict: .yes,
            says: "spine surgery"
        ) { try proposal(try reviewer(specialties: ["Physical Medicine and Rehabilitation"])) },
        Row(what: "psychiatrist for the spine", topic: .specialty, verdict: .no, says: "item 1; Orthopedic Surgery") {
            try proposal(try reviewer(specialties: ["Psychiatry"]))
        },
        Row(what: "surgeon for psychotherapy", topic: .specialty, verdict: .no, says: "Psychiatry") {
            try proposal(try reviewer(), items: ["Psychotherapy, 12 sessions"])
        },
        Row(what: "psychologist for psychotherapy", topic: .specialty, verdict: .yes, says: "mental health") {
            try proposal(try reviewer(specialties: ["Psychology"]), items: ["Psychotherapy, 12 sessions"])
        },
        Row(what: "one item of two", topic: .specialty, verdict: .warn, says: "item 2") {
            try proposal(try reviewer(), items: ["Lumbar fusion", "Psychotherapy, 12 sessions"])
        },
        Row(what: "by the summary", topic: .specialty, verdict: .no, says: "Ophthalmology") {
            try proposal(try reviewer(), items: ["Follow-up visit"], summary: "A corneal abrasion of the left eye.")
        },
        Row(what: "nothing to tell by", topic: .specialty, verdict: .warn, says: "judge") {
            try proposal(try reviewer(), items: ["Follow-up visit"])
        },
        Row(what: "five years are not more than five", topic: .years, verdict: .no, says: "5 years") {
            try proposal(try reviewer(years: 5))
        },
        Row(what: "six are", topic: .years, verdict: .yes, says: "6 years") { try proposal(try reviewer(years: 6)) },
        Row(what: "24 hours are enough", topic: .hours, verdict: .yes, says: "24 hours") {
            try proposal(try reviewer(hours: 24))
        },
        Row(what: "23 are not", topic: .hours, verdict: .no, says: "23 hours") {
            try proposal(try reviewer(hours: 23))
        },
        Row(what: "no conflict", topic: .conflict, verdict: .yes, says: "no affiliation") {
            try proposal(try reviewer(conflicts: ["Other Builders"]))
        },
        Row(what: "conflict with the employer", topic: .conflict, verdict: .no, says: "employer, “ACME Builders, Inc.”")
        { try proposal(try reviewer(conflicts: ["acme builders"])) },
        Row(what: "conflict with the physician", topic: .conflict, verdict: .no, says: "requested") {
            try proposal(try reviewer(conflicts: ["Smith, John"]))
        },
        Row(what: "perhaps a conflict", topic: .conflict, verdict: .warn, says: "may be “J. Smith”") {
            try proposal(try reviewer(conflicts: ["J. Smith"]))
        },
        Row(what: "he is the physician", topic: .conflict, verdict: .no, says: "himself a party") {
            try proposal(try reviewer(name: "John Smith"))
        },
        Row(what: "room for one", topic: .load, verdict: .yes, says: "9 of at most 10 cases") {
            try proposal(try reviewer(), load: 9)
        },
        Row(what: "no room", topic: .load, verdict: .no, says: "10 cases in hand") {
            try proposal(try reviewer(), load: 10)
        },
        Row(what: "no bound", topic: .load, verdict: .yes, says: "99 cases") {
            try proposal(try reviewer(capacity: nil), load: 99)
        },
    ]

    @Test("Each reason is yes, a warning or no, with its sentence", arguments: rows)
    func reason(_ row: Row) throws {
        let proposal = try row.make()
        let reason = try #require(proposal.reasons.first { $0.topic == row.topic })
        #expect(reason.verdict == row.verdict && reason.sentence.contains(row.says), "\(reason.sentence)")
        #expect(Set(proposal.reasons.map(\.topic)) == Set(AssignmentReason.Topic.allCases))
        #expect(proposal.isEligible == !proposal.reasons.contains { $0.verdict == .no })
    }

    @Test("The eligible come first, then the fewer warnings, the lighter load, the id")
    func order() throws {
        let reviewers = [
            try EligibilityTests.reviewer("R-6", hours: 3), try EligibilityTests.reviewer("R-5", states: ["Nevada"]),
            try EligibilityTests.reviewer("R-4", capacity: 4), try EligibilityTests.reviewer("R-3"),
            try EligibilityTests.reviewer("R-2"), try EligibilityTests.reviewer("R-7", years: 1, hours: 3),
        ]
        let load = ["R-2": 2, "R-3": 2, "R-4": 1].reduce(into: [ReviewerID: Int]()) { result, pair in
            if let id = try? ReviewerID(parsing: pair.key) { result[id] = pair.value }
        }
        let ranked = AssignmentProposal.rank(
            reviewers: reviewers, case: Determination(items: [DisputedItem(text: "Lumbar fusion")]),
            parties: EligibilityTests.parties, profile: Profiles.california, day: EligibilityTests.today, load: load)
        #expect(ranked.map(\.reviewer.id.text) == ["R-2", "R-3", "R-4", "R-5", "R-6", "R-7"])
    }

    @Test("A program that asks for less is judged by what it asks for")
    func texas() throws {
        let reviewer = try EligibilityTests.reviewer(
            states: ["Nevada"], specialties: ["Psychiatry"], years: 0, hours: 0)
        let proposal = try #require(
            AssignmentProposal.rank(
                reviewers: [reviewer], case: Determination(items: [DisputedItem(text: "Lumbar fusion")]),
                parties: EligibilityTests.parties, profile: try Profiles.texas(), day: EligibilityTests.today
            ).first)
        #expect(proposal.verdict == .warn)
        #expect(proposal.reasons.contains { $0.topic == .preferredState && $0.sentence.contains("Texas") })
    }

    @Test(
        "Names are compared by what they name",
        arguments: [
            ("ACME Builders, Inc.", "Acme  builders", true, true), ("Smith, John Q., M.D.", "John Smith", true, true),
            ("José Núñez", "Jose Nunez", true, true), ("O'Neil Co.", "ONeil", true, true),
            ("John A. Smith", "John B. Smith", false, true), ("J. Smith", "John Smith", false, true),
            ("Northgate", "Northgate Insurance", false, true), ("Ann Smith", "John Smith", false, false),
            ("Smith", "John Smith", false, false), ("K. Smith", "John Smith", false, false),
            ("", "John Smith", false, false), ("Inc.", "Co.", false, false),
        ])
    func names(a: String, b: String, isSame: Bool, mayBe: Bool) {
        for (one, other) in [(a, b), (b, a)] {
            #expect(PartyName(one).isSame(as: PartyName(other)) == isSame)
            #expect(PartyName(one).mayBeSame(as: PartyName(other)) == mayBe)
        }
    }

    static let notice = CaseNotice(
        employee: "Pat Example", employer: "ACME Builders, Inc.", requestingPhysician: "John Smith",
        otherParties: [
            Party(kind: "manufacturer", name: "Device Works"), Party(kind: "interpreter", name: "Lee Voice"),
        ])

    @Test(
        "An attestation names every party of the profile's kinds",
        arguments: [
            (
                [
                    "employee:Pat Example", "employer:Acme Builders", "requesting-physician:John Smith",
                    "manufacturer:Device Works",
                ], []
            ),
            (["employee:Pat Example", "employer:Acme Builders", "requesting-physician:John Smith"], ["manufacturer"]),
            (
                ["employee:John Smith", "employer:Acme Builders", "manufacturer:Device Works"],
                ["employee", "requesting-physician"]
            ),
            ([], ["employee", "employer", "requesting-physician", "manufacturer"]),
        ] as [([String], [String])])
    func attestation(shown: [String], missing: [String]) throws {
        let parties = shown.map { text in
            let parts = text.split(separator: ":").map { String($0) }
            return Party(kind: parts[0], name: parts[1])
        }
        let attestation = Attestation(reviewer: try ReviewerID(parsing: "R-1"), parties: parties, at: 0)
        let found = AttestationCheck.missing(
            from: attestation, notices: [EligibilityTests.notice], profile: Profiles.california)
        #expect(found.map(\.kind) == missing)
    }

    /// The second case's employee, physician and day of injury, and what then forbids.
    @Test(
        "Cases are consolidated of one employee, one physician and one injury only",
        arguments: [
            ("Pat Example", "John Smith MD", "2016-03-01", []), ("Sam Other", "John Smith", "2016-03-01", ["employee"]),
            ("Pat Example", "Ann Smith", "2016-03-01", ["requesting physician"]),
            ("Pat Example", "John Smith", "2016-03-02", ["day of injury"]),
            ("Sam Other", "", "", ["employee", "?requesting physician", "?day of injury"]),
        ] as [(String, String, String, [String])])
    func consolidation(employee: String, physician: String, injury: String, failing: [String]) {
        let first = ConsolidationCheck.Facts(notice: EligibilityTests.notice, injury: day("2016-03-01"))
        let second = ConsolidationCheck.Facts(
            notice: CaseNotice(employee: employee, requestingPhysician: physician), injury: Day(iso: injury))
        let failures = ConsolidationCheck.failures(first, second, profile: Profiles.california)
        #expect(failures.map { ($0.differs ? "" : "?") + $0.condition.words } == failing)
        #expect(failures.allSatisfy { $0.description.contains($0.condition.words) })
    }
}
