internal import CaseModel
internal import CaseStore
internal import Workstation

/// The way back and forth over what lines did.
extension LinearMode {
    /// Takes the last step back, or does the last one taken back again.
    mutating func goStep(_ direction: LinearDesk.Direction) async throws {
        guard let step = desk?.next(direction) else {
            talk.say(
                direction == .back ? "Nothing was done in the case since it was opened." : "Nothing was taken back.")
            return
        }
        if !step.changes.allSatisfy(\.isMark), try await refuses() { return }
        let changes = direction == .back ? step.reversed : step.changes
        for change in changes where try await !stands(before: change) {
            desk?.drop(direction)
            talk.say(
                "Not as it was then, and it stays: \(step.words)."
                    + (direction == .back ? " “undo” goes on with what was done before." : ""))
            return
        }
        for change in changes { try await make(change) }
        desk?.gone(direction)
        talk.say("\(direction == .back ? "Taken back" : "Done again"): \(step.words).")
    }

    /// Whether what a change puts something in the place of still stands.
    private func stands(before change: LinearStep.Change) async throws -> Bool {
        guard let desk else { return false }
        let number = desk.reviewCase.number
        switch change {
        case .item(let change):
            let stored = try await store.drafts(of: number).first { $0.item == change.item }
            return !LinearMode.isNews(stored, besides: desk.drafts[change.item])
                && desk.moment(of: change.item) == change.before
        case .link(let link, let item, let isMade): return try await known(link, of: item) == nil || !isMade
        case .beside(.override(let before, let after)):
            guard let finding = before ?? after else { return true }
            let known = try await store.overrides(of: number).first { $0.isOfSameFinding(as: finding) }
            return FindingOverride.stands(known, as: before)
        case .beside(.passage(let passage, let before, _)): return desk.reviewCase.words(of: passage) == before.words
        case .beside(.bookmark(let before, let after)):
            guard let place = (before ?? after)?.place else { return true }
            return try await store.bookmarks(of: number, by: actor).first { $0.place == place } == before
        }
    }

    /// A link of an item as the store has it, where it has one like it.
    private func known(_ link: EvidenceLink, of item: Int) async throws -> EvidenceLink? {
        guard let number = desk?.reviewCase.number else { return nil }
        return try await store.links(of: number)[item]?.first {
            $0.sentence == link.sentence && $0.evidence == link.evidence
        }
    }

    /// Makes a change once more, or that which takes one back.
    private mutating func make(_ change: LinearStep.Change) async throws {
        guard let desk else { return }
        let number = desk.reviewCase.number
        switch change {
        case .item(let change): try await restore(change.after, item: change.item)
        case .link(let link, let item, true): _ = try await store.addLink(link, item: item, in: number, by: actor)
        case .link(let link, let item, false):
            guard let known = try await known(link, of: item) else { return }
            try await store.removeLink(known.id, item: item, in: number, by: actor)
        case .beside(.override(let before, let after)):
            try await store.exchangeOverride(before, for: after, in: number, by: actor)
        case .beside(.passage(let passage, let before, let after)):
            try await take(
                try await store.exchangePassage(
                    before, for: after, as: passage, in: number, revision: desk.reviewCase.revision, by: actor))
        case .beside(.bookmark(let before, let after)):
            try await store.exchangeBookmark(before, for: after, in: number, by: actor)
        }
        // Lists that were said of these have other numbers now.
        (said.links, said.marks) = ([], [])
    }

    /// Brings an item back to a moment.
    private mutating func restore(_ moment: LinearStep.Moment, item: Int) async throws {
        guard let desk else { return }
        let number = desk.reviewCase.number
        var draft = moment.draft
        let stored = try await store.drafts(of: number).first { $0.item == item }
        draft?.revision = max(stored?.revision ?? 0, desk.drafts[item]?.revision ?? 0) + 1
        let changed = try await store.restore(
            ItemRestoration(
                item: item, decision: moment.decision, reviewerGuideline: moment.guideline,
                citations: moment.citations, rationale: moment.rationale, draft: draft,
                revision: desk.reviewCase.revision),
            in: number, decisionDay: clock.today(), by: actor)
        try await take(changed)
    }
}
