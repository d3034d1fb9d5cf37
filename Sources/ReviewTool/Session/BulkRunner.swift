internal import CaseModel
internal import CaseStore
internal import Exports
internal import Foundation
internal import Programmes
internal import Synchronization
internal import Workstation

/// Does one thing to many cases for the workstation; what is refused for one hinders no other.
struct BulkRunner: Sendable {
    let store: any SessionStore
    let actor: Actor
    let clock: SessionClock

    /// Carries out a job.
    /// - Returns: what became of the cases, in the order given.
    func run(_ job: BulkJob, _ numbers: [CaseNumber]) async throws -> [BulkOutcome<BulkRefusal>] {
        switch job {
        case .tag(let tag): try await change(numbers, adding: [tag], removing: [])
        case .untag(let tag): try await change(numbers, adding: [], removing: [tag])
        case .assign(let reviewer): try await assign(numbers, to: reviewer)
        case .export(let folder): try await export(numbers, to: folder)
        }
    }

    private func change(_ numbers: [CaseNumber], adding: [CaseTag], removing: [CaseTag]) async throws
        -> [BulkOutcome<BulkRefusal>]
    {
        try await store.tag(numbers, adding: adding, removing: removing, by: actor).map { outcome in
            switch outcome {
            case .done(let number): .done(number)
            case .unchanged(let number): .unchanged(number)
            case .refused(let number, let error): .refused(number, Sentence.of(error))
            }
        }
    }

    /// Gives each case to the reviewer unless the program profile refuses him, as imr assign does without --despite.
    private func assign(_ numbers: [CaseNumber], to id: ReviewerID) async throws -> [BulkOutcome<BulkRefusal>] {
        try await store.permit(.assign, to: actor)
        _ = try await store.reviewer(id)
        let desk = AssignmentDesk(store: store, profile: try CurrentProgramme.profile(), today: clock.today())
        var outcomes: [BulkOutcome<BulkRefusal>] = []
        for number in numbers {
            do {
                if try await store.open(number).assignment?.reviewer == id {
                    outcomes.append(.unchanged(number))
                    continue
                }
                let proposal = try await desk.proposals(number).first { $0.reviewer.id == id }
                let noes = proposal?.reasons.filter { $0.verdict == .no }.map(\.sentence) ?? []
                guard noes.isEmpty else {
                    outcomes.append(.refused(number, noes.joined(separator: " ")))
                    continue
                }
                let reasons = proposal?.reasons.map(\.sentence) ?? []
                _ = try await store.assign(number, to: id, reasons: reasons, on: clock.today(), by: actor)
                outcomes.append(.done(number))
            } catch {
                outcomes.append(.refused(number, Sentence.of(error)))
            }
        }
        return outcomes
    }

    private func export(_ numbers: [CaseNumber], to path: String) async throws -> [BulkOutcome<BulkRefusal>] {
        try await store.permit(.read, to: actor)
        let expanded = Place.expanded(path)
        let folder = try OutputFolder(expanded)
        folder.removeLeftovers()
        let run = ExportRun(
            source: ExportSource(
                store: store,
                assembly: LetterAssembly(
                    profile: try CurrentProgramme.profile(), form: try Configuration.read().form),
                today: clock.today(), isPublication: false),
            formats: [.text], isBundle: false, folder: folder, index: nil)
        let found = Mutex<[CaseNumber: BulkOutcome<BulkRefusal>]>([:])
        try await run.export(numbers, workers: 1) { outcomes in
            found.withLock { found in
                for outcome in outcomes {
                    switch outcome {
                    case .written(let number, _): found[number] = .done(number)
                    case .unchanged(let number, _): found[number] = .unchanged(number)
                    case .refused(let number, let sentence): found[number] = .refused(number, sentence)
                    }
                }
            }
            try? await store.recordOpening(of: outcomes.compactMap(\.exported), by: actor)
        }
        return found.withLock { found in numbers.compactMap { found[$0] } }
    }
}

/// Who is proposed for cases by the rules of the program.
struct AssignmentDesk: Sendable {
    let store: any CaseStore
    let profile: ProgrammeProfile
    let today: Day

    /// The reviewers for a case, the best first.
    func proposals(_ number: CaseNumber) async throws -> [AssignmentProposal] {
        let reviewCase = try await store.open(number)
        return AssignmentProposal.rank(
            reviewers: try await store.reviewers(), case: reviewCase.determination,
            parties: try await store.notices(of: number).flatMap(\.parties), profile: profile, day: today,
            load: try await store.reviewerLoads())
    }
}
