import CaseModel
import CaseStore
import Foundation
import Synthetic
import Testing

/// An engine of a case store, for the suites that hold for every engine.
struct Engine: Sendable, CustomTestStringConvertible {
    var name: String
    var open: @Sendable (Shelf) throws -> any CaseStore

    var testDescription: String { name }

    static let all: [Engine] = [
        Engine(name: "SQLite") { try SQLiteCaseStore.open(at: $0.path, clock: { 1_000 }, dueRule: dueRule) }
    ]

    /// The periods that the tests reckon with.
    static let dueRule = DueRule.daysFromAssignment(standard: 30, expedited: 3)
}

/// A folder of its own for a test, removed when all tests are done: a store may outlive what names its folder.
struct Shelf: Sendable {
    let folder: String
    var path: String { folder + "/cases.db" }

    init() throws {
        folder = Shelf.root + "/" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private static let root: String = {
        atexit { Shelf.remove() }
        return FileManager.default.temporaryDirectory.path + "/case-store-\(getpid())"
    }()

    private static func remove() { try? FileManager.default.removeItem(atPath: root) }
}

func actor(_ name: String = "reviewer") throws -> Actor { try Actor(parsing: name) }

func number(_ text: String) throws -> CaseNumber { try CaseNumber(parsing: text) }

func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

/// An open case of three items with everything that a determination can hold.
func fullFiling(_ text: String = "CM26-0000001", state: CaseState = .received) throws -> CaseFiling {
    CaseFiling(
        number: try number(text),
        determination: Determination(
            caseNumber: try number(text),
            dates: CaseDates(
                injury: try day("2020-02-29"), utilizationReview: try day("2026-01-02"),
                applicationReceived: try day("2026-01-09"), assigned: try day("2026-01-15")),
            priority: .standard,
            reviewer: ReviewerCredentials(
                licensure: ["California", "Texas"], specialties: ["Pain Medicine", "Anesthesiology"]),
            summary: "First paragraph, “quoted”.\n\nSecond with ünïcode 🦴.",
            items: [
                DisputedItem(
                    text: "Physical therapy 12 visits",
                    amounts: Amounts(original: "12 visits", authorized: "9 visits", remaining: "3 visits"),
                    claimsAdministratorGuideline: "Decision based on MTUS Shoulder Complaints 2004."),
                DisputedItem(text: "MRI of the lumbar spine L4-L5"),
                DisputedItem(text: "Urine drug screen", amounts: Amounts(remaining: "Urine drug screen")),
            ],
            form: LetterForm(organization: "An Organization", guidelineLabel: "ORG", methodology: "How it is done.")),
        state: state,
        records: [
            CaseRecord(title: "Progress report", pages: ["page one\nline two", ""]),
            CaseRecord(title: "Empty", pages: []),
        ])
}

func decision(_ item: Int, _ decision: Decision = .upheld, revision: Int? = nil) throws -> ItemDecision {
    ItemDecision(
        item: item, decision: decision, reviewerGuideline: "Decision  based on MTUS Knee Complaints 2004.",
        citations: [Citation(source: "MTUS", chapter: "Knee Complaints", year: 2004, sections: ["Special Studies"])],
        rationale: "Not necessary.\n\n\nReally  not.", revision: revision)
}

/// Filings of made-up cases.
func synthetic(_ count: Int, seed: UInt64 = 1, today: Day) -> [CaseFiling] {
    SyntheticCases(seed: seed, count: count, today: today).map {
        CaseFiling(number: $0.number, determination: $0.determination, state: $0.state, records: $0.records)
    }
}
