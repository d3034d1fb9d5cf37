public import CaseModel

/// One thing of a case that stands beside its decisions and rationales: what it was before a change, and after it.
public enum CaseChange: Hashable, Sendable {
    /// A finding that is let stand; nil where it counts.
    case override(before: FindingOverride?, after: FindingOverride?)
    /// A passage of the letter.
    case passage(LetterPassage, before: PassageText, after: PassageText)
    /// A bookmark of the reviewer; nil where none stands.
    case bookmark(before: Bookmark?, after: Bookmark?)

    /// The change that takes it back.
    package var reversed: CaseChange {
        switch self {
        case .override(let before, let after): .override(before: after, after: before)
        case .passage(let passage, let before, let after): .passage(passage, before: after, after: before)
        case .bookmark(let before, let after): .bookmark(before: after, after: before)
        }
    }

    /// Whether nothing is other than before.
    package var isNone: Bool {
        switch self {
        case .override(let before, let after): FindingOverride.stands(before, as: after)
        case .passage(_, let before, let after): before.words == after.words
        case .bookmark(let before, let after): before == after
        }
    }

    /// What was done, in a few words that tell nothing of the patient.
    package var words: String {
        switch self {
        case .override(let before, let after):
            let finding = before ?? after
            let name = (finding?.rule ?? "") + (finding?.item.map { ", item \($0)" } ?? "")
            return switch (before == nil, after == nil) {
            case (true, _): "the override of \(name)"
            case (_, true): "the lifting of the override of \(name)"
            default: "the other reason for the override of \(name)"
            }
        case .passage(.summary, _, _): return "the summary"
        case .passage(.claimsAdministratorGuideline(let item), _, _):
            return "the claims administrator's line of item \(item)"
        case .bookmark(let before, let after):
            let place = (before ?? after)?.place.words ?? ""
            return switch (before == nil, after == nil) {
            case (true, _): "the mark at \(place)"
            case (_, true): "the removal of the mark at \(place)"
            default: "the other note of the mark at \(place)"
            }
        }
    }
}

/// A change that is on its way to the disk: of what, and what stood there before.
enum SentChange: Sendable {
    /// A finding, known by an override of it.
    case override(FindingOverride, before: FindingOverride?)
    /// A place with a bookmark, or without one.
    case bookmark(ReadingPlace, before: Bookmark?)
}

extension CaseScreen {
    /// The override of a finding that is kept; nil where there is none.
    func override(of finding: FindingOverride) -> FindingOverride? {
        overrides.first { $0.isOfSameFinding(as: finding) }
    }

    /// The reviewer's bookmark at a place; nil where none stands.
    private func bookmark(at place: ReadingPlace) -> Bookmark? { reading.bookmarks.first { $0.place == place } }

    /// Notes what goes to the disk and becomes a step when it is there.
    mutating func noteSent(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .overrideFinding(number, let given):
                undo.noteSent(0, [.override(given, before: override(of: given))])
            case .liftOverride(number, let rule, let item, let fingerprint):
                let finding = FindingOverride(
                    rule: rule, item: item, fingerprint: fingerprint, reason: "", actor: "", at: 0)
                undo.noteSent(0, [.override(finding, before: override(of: finding))])
            case .keepBookmark(number, let given):
                undo.noteSent(0, [.bookmark(given.place, before: bookmark(at: given.place))])
            case .removeBookmark(number, let place):
                undo.noteSent(0, [.bookmark(place, before: bookmark(at: place))])
            default: break
            }
        }
    }

    /// Whether what a change puts something in the place of still stands.
    private func stands(before change: CaseChange) -> Bool {
        switch change {
        case .override(let before, let after):
            guard let finding = before ?? after else { return true }
            return FindingOverride.stands(override(of: finding), as: before)
        case .passage(let passage, let before, _): return text(of: passage) == before.words
        case .bookmark(let before, let after):
            return (before ?? after).map { bookmark(at: $0.place) == before } ?? true
        }
    }

    private func text(of passage: LetterPassage) -> String? {
        guard let item = passage.item else { return reviewCase.determination.summary }
        return desks.indices.contains(item - 1) ? desks[item - 1].item.claimsAdministratorGuideline : nil
    }

    /// Whether words for the passage of a change are here that are not on the disk: they are not written over.
    private func isUnsaved(_ change: CaseChange) -> Bool {
        guard case .passage(let passage, _, _) = change else { return false }
        guard let item = passage.item else { return summaryDesk.isDirty }
        return desks.indices.contains(item - 1) && desks[item - 1].claimsLine != nil
    }

    /// Shows what a change is about.
    private mutating func show(_ change: CaseChange) -> [Effect] {
        switch change {
        case .override: []
        case .passage(let passage, _, _): go(to: passage.item.map { .item($0) } ?? .summary)
        case .bookmark(let before, let after): (before ?? after).map { go(to: $0.place) } ?? []
        }
    }

    /// Takes a change back, or makes it again, where it can be seen.
    mutating func go(_ change: CaseChange, _ direction: UndoList.Direction) -> [Effect] {
        let wanted = direction == .back ? change.reversed : change
        guard stands(before: wanted) else {
            undo.drop(direction)
            remark = "\(change.words) is not as it was then and stays; z goes on with what was done before"
            return []
        }
        guard !isUnsaved(change) else {
            remark = "your last words of \(change.words) are not on the disk yet; they come first"
            return []
        }
        undo.begin(direction)
        return show(change) + [.exchange(number, wanted, revision: reviewCase.revision)]
    }
}
