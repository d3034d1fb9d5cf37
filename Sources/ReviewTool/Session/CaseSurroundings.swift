internal import CaseModel
internal import CaseStore
internal import Checks
internal import Programmes

/// What surrounds a determination in the store, as far as the check asks for it.
struct CaseSurroundings: Sendable {
    /// Where the case stood when it was read.
    let state: CaseState
    /// The records with their pages, in their order.
    let records: [CaseRecord]
    /// The reviewer who has the case, as the organization knows him; nil while nobody has it.
    let reviewer: Reviewer?
    /// Whether he attested about every party that the notice names; nil while nobody has the case.
    let isAttested: Bool?

    /// Reads a case's state, who has it, and every page of its records.
    static func read(_ number: CaseNumber, from store: any CaseStore) async throws -> CaseSurroundings {
        let reviewCase = try await store.open(number)
        var records: [CaseRecord] = []
        for summary in reviewCase.records {
            var pages: [String] = []
            for page in 0..<summary.pageCount {
                pages.append(try await store.recordPage(number, record: summary.position, page: page + 1))
            }
            records.append(CaseRecord(title: summary.title, pages: pages))
        }
        guard let assignment = reviewCase.assignment else {
            return CaseSurroundings(state: reviewCase.state, records: records, reviewer: nil, isAttested: nil)
        }
        return CaseSurroundings(
            state: reviewCase.state, records: records, reviewer: try await store.reviewer(assignment.reviewer),
            isAttested: try await isWhole(assignment, of: number, in: store))
    }

    /// Whether the reviewer of a case attested, and about every party that its notices name by now.
    private static func isWhole(
        _ assignment: Assignment, of number: CaseNumber, in store: any CaseStore
    ) async throws -> Bool {
        guard let attestation = assignment.attestation, attestation.reviewer == assignment.reviewer else {
            return false
        }
        let notices = try await store.notices(of: number)
        let profile = try CurrentProgramme.profile()
        return AttestationCheck.missing(from: attestation, notices: notices, profile: profile).isEmpty
    }

    /// What the check finds in a determination of the case; nothing about an item that has no rationale yet.
    ///
    /// Whoever decides now decides on this day: what is late, or out of force by then, shows while it can be mended. A
    /// determination made here lists as reviewed what its sentences are linked to: what is not linked is not relied on.
    /// Where the case file holds no record, no list can be asked for, and the rules about documents are silent.
    func findings(
        in determination: Determination, reviewed: [RecordSummary], on today: Day, with aids: CheckAids,
        profile: ProgrammeProfile, only rules: Set<String> = []
    ) -> [Finding] {
        var determination = determination
        if state.isOpenToDecision, determination.dates.decision == nil { determination.dates.decision = today }
        determination.reviewer = determination.credentials(of: reviewer, on: today)
        var input = CheckInput(
            determination, kind: state == .published ? .publishedCopy : .madeHere,
            records: records.isEmpty ? nil : records, documents: records.isEmpty ? nil : reviewed.map(\.title),
            guardedNames: reviewer.map { [$0.name] } ?? [], hasConflictAttestation: isAttested,
            guidelines: aids.guidelines)
        input.reviewer = reviewer
        input.spelling = aids.spelling
        input.stock = aids.stock
        return Check.run(input, profile: profile, only: rules).filter { finding in
            guard let item = finding.item, determination.items.indices.contains(item - 1) else { return true }
            return !determination.items[item - 1].rationale.isEmpty
        }
    }
}
