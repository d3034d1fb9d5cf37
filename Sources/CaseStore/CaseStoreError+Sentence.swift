import CaseModel

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
        case .incompleteOverride(let number):
            "An override of case \(number) needs a finding and a reason; choose the finding and write why it may stand."
        case .otherContent(let number):
            "Case \(number) is filed with other content; file it under another number, or ask to replace it."
        case .notOpen(let number):
            "Case \(number) is published history and cannot be decided."
        case .changedMeanwhile(let number):
            "Case \(number) was changed by somebody else since it was opened; open it again and look before deciding."
        case .staleDraft(let number):
            "A newer draft of this item of case \(number) is saved already; look at it before writing on."
        case .leased(let number, let holder):
            "Case \(number) is open with \(holder); wait until it is closed there, or take it over."
        case .leaseLost(let number):
            "Case \(number) is no longer held by this session; open it again and look before going on."
        case .alreadyThere(let path):
            "\(path) is there already and was left as it is; choose another name."
        case .inUse(let path, let process):
            "The case store \(path) is open in process \(process), so nothing was changed; close that session first."
        case .unsound(let path, let problem):
            "\(path) does not stand up to verification, so nothing was changed. \(problem)"
        case .noSuchStore(let path):
            "There is no case store \(path); name another one, or import cases to make it."
        case .heldUp(let path, let holder?):
            "The case store \(path) is held up by process \(holder), so nothing was changed; try again, and if that "
                + "process hangs, end it."
        case .heldUp(let path, nil):
            "The case store \(path) is held up by another process, so nothing was changed; try again."
        case .filter(let problem):
            problem.sentence
        case .noSuchView(let name):
            "There is no view “\(name)”; imr case views lists those that you have."
        case .otherRecord(let number, let record):
            "Record \(record) of case \(number) has the name of this document and other pages; give the file another "
                + "name."
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
