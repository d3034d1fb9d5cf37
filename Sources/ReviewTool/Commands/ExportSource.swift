internal import CaseModel
internal import CaseStore
internal import Exports
internal import Letters

/// Where the parts of a letter come from: the case, its documents, and the words of the organization.
struct ExportSource: Sendable {
    let store: SQLiteCaseStore
    let form: LetterForm
    /// Whether the public copy is made.
    let isPublication: Bool

    /// The parts of the letter of a case.
    func parts(of number: CaseNumber) async throws -> LetterParts {
        let reviewCase = try await store.open(number)
        var determination = reviewCase.determination
        if determination.form == LetterForm() { determination.form = form }
        var parts = LetterParts(determination: determination, number: reviewCase.number)
        if isPublication { return parts.published(without: try await names(in: reviewCase)) }
        let documents = try await store.documentsReviewed(of: number)
        parts.documents = documents.map { $0.title + ($0.pageCount == 1 ? ", 1 page" : ", \($0.pageCount) pages") }
        if !documents.isEmpty { parts.documentsLeadIn = "The following documents were reviewed:" }
        return parts
    }

    /// The names and numbers by which the people of a case could be known.
    ///
    /// A case that came without a notice of assignment tells none.
    private func names(in reviewCase: ReviewCase) async throws -> KnownNames { KnownNames() }
}
