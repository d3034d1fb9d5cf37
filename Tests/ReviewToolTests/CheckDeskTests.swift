import CaseModel
import CaseStore
import Checks
import Foundation
import Testing
import Workstation

@testable import ReviewTool

@Suite("The check behind the workstation")
struct CheckDeskTests {
    /// A store with one case, in a folder of its own.
    private final class Shelf {
        let store: SQLiteCaseStore
        private let folder: String

        init() throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent("imr-\(UUID().uuidString)").path
            store = try SQLiteCaseStore.open(at: folder + "/cases.db", clock: { 1_000 })
        }

        deinit {
            store.close()
            try? FileManager.default.removeItem(atPath: folder)
        }
    }

    private static let rationale =
        "There is no documentation of physical therapy. The request for an MRI of the knee is not medically necessary."

    private func filing(records: [CaseRecord], state: CaseState = .received) throws -> CaseFiling {
        let number = try CaseNumber(parsing: "CM26-0000001")
        return CaseFiling(
            number: number,
            determination: Determination(
                caseNumber: number, dates: CaseDates(), priority: .standard, reviewer: ReviewerCredentials(),
                summary: "A sprain of the left knee.", items: [DisputedItem(text: "MRI of the knee")]),
            state: state, records: records)
    }

    private func written(_ filing: CaseFiling) -> Determination {
        var determination = filing.determination
        determination.items[0].decision = .upheld
        determination.items[0].rationale = CheckDeskTests.rationale
        return determination
    }

    private let record = CaseRecord(title: "Progress note", pages: ["He attended physical therapy twelve times.", ""])

    @Test(
        "A list of documents is asked of a case that has records, and is what its sentences are linked to",
        arguments: [(true, false, true), (true, true, false), (false, false, false)])
    func documents(hasRecords: Bool, isLinked: Bool, isMissing: Bool) async throws {
        let shelf = try Shelf()
        let filing = try filing(records: hasRecords ? [record] : [])
        let actor = try Actor(parsing: "tester")
        _ = try await shelf.store.file(filing, replace: false, by: actor)
        let desk = CheckDesk(store: shelf.store)
        let before = try await desk.findings(written(filing), of: filing.number, generation: 1)
        #expect(before?.contains { $0.rule == "documents.missing" } == hasRecords)
        if isLinked {
            _ = try await shelf.store.addLink(
                EvidenceLink(sentence: "s", evidence: .record(record: 1, page: 1, lines: 1...1)), item: 1,
                in: filing.number, by: actor)
        }
        let found = try await desk.findings(written(filing), of: filing.number, generation: 2)
        #expect(found?.contains { $0.rule == "documents.missing" } == isMissing)
    }

    @Test("What the records say is held against the rationale; they are read once an opening")
    func records() async throws {
        let shelf = try Shelf()
        var filing = try filing(records: [record])
        let actor = try Actor(parsing: "tester")
        _ = try await shelf.store.file(filing, replace: false, by: actor)
        let desk = CheckDesk(store: shelf.store)
        func contradicted(_ generation: Int) async throws -> Bool? {
            try await desk.findings(written(filing), of: filing.number, generation: generation)?
                .contains { $0.rule == "evidence.absence-contradicted" }
        }
        #expect(try await contradicted(1) == true)
        filing.records = [CaseRecord(title: "Progress note", pages: ["He rested."])]
        _ = try await shelf.store.file(filing, replace: true, by: actor)
        #expect(try await contradicted(2) == true)
        await desk.opened()
        #expect(try await contradicted(3) == false)
    }

    @Test("Published history is checked as a published copy, and an item without rationale is left in peace")
    func history() async throws {
        let shelf = try Shelf()
        var history = try filing(records: [record], state: .published)
        history.determination = written(history)
        _ = try await shelf.store.file(history, replace: false, by: try Actor(parsing: "tester"))
        let desk = CheckDesk(store: shelf.store)
        let found = try await desk.findings(history.determination, of: history.number, generation: 1)
        #expect(found?.contains { $0.rule.hasPrefix("documents.") } == false)
        #expect(found?.contains { $0.item == 1 } == true)
        history.determination.items[0].rationale = ""
        let silent = try await desk.findings(history.determination, of: history.number, generation: 2)
        #expect(silent?.contains { $0.item == 1 } == false)
    }
}

@Suite("What the check knows of who decides, and when")
struct CheckDeskPeopleTests {
    private static let today = Day(iso: "2026-11-20") ?? .epoch

    @Test(
        "A case is checked as one that is decided today, by a reviewer who attested or did not",
        arguments: [(nil, false), (false, true), (true, false)])
    func attested(isAttested: Bool?, isTold: Bool) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("imr-\(UUID().uuidString)").path
        let store = try SQLiteCaseStore.open(at: folder + "/cases.db", clock: { 1_000 })
        defer {
            store.close()
            try? FileManager.default.removeItem(atPath: folder)
        }
        let actor = try Actor(parsing: "tester")
        let number = try CaseNumber(parsing: "CM26-0000002")
        let reviewer = Reviewer(
            id: try ReviewerID(parsing: "R-0042"), name: "Wilhelmina Ashgrove",
            licences: [Licence(state: "California", number: "A1", expires: Day(iso: "2026-11-19"))],
            yearsOfPractice: 12, weeklyHours: 30)
        var written = Determination(
            caseNumber: number,
            dates: CaseDates(assigned: Day(iso: "2026-11-02")), priority: .standard,
            reviewer: ReviewerCredentials(licensure: ["California"], specialties: ["Family Practice"]),
            summary: "A sprain of the left knee.", items: [DisputedItem(text: "MRI of the knee")])
        _ = try await store.file(
            CaseFiling(number: number, determination: written, state: .received, records: []), replace: false,
            by: actor)
        _ = try await store.register(reviewer, by: actor)
        if let isAttested {
            _ = try await store.assign(
                number, to: reviewer.id, reasons: [], on: Day(iso: "2026-11-02") ?? .epoch, by: actor)
            if isAttested {
                try await store.attest(Attestation(reviewer: reviewer.id, parties: [], at: 0), in: number, by: actor)
            }
        }
        written.items[0].decision = .upheld
        written.items[0].rationale = "Wilhelmina Ashgrove finds the request not medically necessary."
        let desk = CheckDesk(store: store, today: { CheckDeskPeopleTests.today })
        let found = try await desk.findings(written, of: number, generation: 1) ?? []
        let told = found.filter { $0.rule == "reviewer.not-eligible" }.map(\.message)
        #expect(told.contains { $0.contains("has not attested") } == isTold)
        // His licence ended the day before: it stood on the day of assignment, and does not today.
        #expect(told.contains { $0.contains("11/20/2026") } == (isAttested != nil))
        #expect(found.contains { $0.rule == "privacy.name" } == (isAttested != nil))
        // A licence that has lapsed is none that the letter names; a case that nobody has keeps what it brought.
        let door = CaseDoor(store: store, actor: actor, today: CheckDeskPeopleTests.today)
        let shown = try await door.access(to: try await store.open(number)).credentials
        #expect(shown == (isAttested == nil ? nil : ReviewerCredentials()))
        // And what the command says of the case as it is stored is what the desk says of it.
        let runner = CheckRunner(
            profile: try CurrentProgramme.profile(), rules: [], least: .note, aids: CheckAids())
        let stored = try await store.open(number).determination
        let said = try await runner.check(number, in: store).findings
        #expect(said == (try await CheckDesk(store: store).findings(stored, of: number, generation: 1)))
        #expect(said.contains { $0.rule == "reviewer.not-eligible" } == (isAttested != nil))
    }
}
