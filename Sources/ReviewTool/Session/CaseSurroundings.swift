internal import CaseModel
internal import CaseStore
internal import Checks

/// What surrounds a determination in the store, as far as the check asks for it.
struct CaseSurroundings: Sendable {
    /// Where the case stood when it was read.
    let state: CaseState
    /// The records with their pages, in their order.
    let records: [CaseRecord]

    /// Reads a case's state and every page of its records.
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
        return CaseSurroundings(state: reviewCase.state, records: records)
    }

    /// The input of the check for a determination of the case.
    ///
    /// A determination made here lists as reviewed what its sentences are linked to: what is not linked is not relied on.
    /// Where the case file holds no record, no list can be asked for, and the rules about documents are silent.
    func input(
        _ determination: Determination, reviewed: [RecordSummary], guidelines: (any GuidelineEvidence)?
    ) -> CheckInput {
        CheckInput(
            determination, kind: state == .published ? .publishedCopy : .madeHere,
            records: records.isEmpty ? nil : records, documents: records.isEmpty ? nil : reviewed.map(\.title),
            hasConflictAttestation: nil, guidelines: guidelines)
    }
}
