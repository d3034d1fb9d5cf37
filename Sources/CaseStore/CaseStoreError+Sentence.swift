extension CaseStoreError: CustomStringConvertible {
    /// One sentence for a person: what happened, and what to do. It never holds clinical text.
    public var description: String {
        switch self {
        case .noSuchCase(let number):
            "There is no case \(number) in this store; look for its number in the worklist."
        case .noSuchItem(let number, let item):
            "Case \(number) has no item \(item); open it again to see its items."
        case .noSuchPage(let number, let record, let page):
            "Case \(number) has no page \(page) of record \(record); open it again to see its records."
        case .noSuchLines(let number, let record, let page, let lines):
            "Page \(page) of record \(record) of case \(number) has no lines \(lines.lowerBound) to "
                + "\(lines.upperBound); open the page again and mark the lines."
        case .emptySentence(let number):
            "A link of case \(number) needs a sentence of the rationale; put the cursor into one and link again."
        case .emptyEvidence(let number):
            "A link of case \(number) leads nowhere; choose lines, a passage or searched words and link again."
        case .otherContent(let number):
            "Case \(number) is filed with other content; file it under another number, or ask to replace it."
        case .notOpen(let number):
            "Case \(number) is published history and cannot be decided."
        case .changedMeanwhile(let number):
            "Case \(number) was changed by somebody else since it was opened; open it again and look before deciding."
        case .staleDraft(let number):
            "A newer draft of this item of case \(number) is saved already; look at it before writing on."
        case .refused(let refusal): refusal.description
        case .notAStore(let path):
            "\(path) is not a case store and was left as it is; name another file."
        case .tooNew(let path):
            "\(path) was written by a later version of this program and was left as it is; use that version."
        case .unavailable(let path, let reason):
            "The case store \(path) is unavailable: \(reason)."
        }
    }
}
