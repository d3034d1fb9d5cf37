internal import CaseModel
internal import CaseStore
internal import Letters
internal import Workstation

/// Makes one change of the store and says what came of it.
struct ChangeRunner: Sendable {
    let store: any SessionStore
    let actor: Actor
    let clock: SessionClock
    let leases: LeaseKeeper

    init(store: any SessionStore, actor: Actor, clock: SessionClock) {
        self.store = store
        self.actor = actor
        self.clock = clock
        leases = LeaseKeeper(store: store, owner: actor)
    }

    func run(_ effect: Effect) async -> Message {
        do {
            // The store refuses what is done by a hold that somebody else took over.
            let actor = if let number = effect.changedCase { try await leases.hand(on: number) } else { self.actor }
            switch effect {
            case .saveDraft(let number, let draft):
                try await store.saveDraft(draft, in: number, by: actor)
                return .draftSaved(number, item: draft.item, revision: draft.revision, at: clock.time())
            case .discardDraft(let number, let item):
                try await store.discardDraft(item: item, in: number, by: actor)
                return .draftDiscarded(number, item: item)
            case .decide(let number, let decision):
                let changed = try await store.decide(decision, in: number, decisionDay: clock.today(), by: actor)
                return .caseChanged(changed, item: decision.item, at: clock.time())
            case .reopen(let number, let item):
                let changed = try await store.reopen(item: item, in: number, by: actor)
                return .caseChanged(changed, item: item, at: clock.time())
            case .write(let number, let words, let passage, let revision):
                let written = try await store.write(
                    words, as: passage, in: number, revision: revision, by: actor)
                return .passageWritten(written, as: passage, at: clock.time())
            case .restoreItem(let number, let restoration):
                let changed = try await store.restore(
                    restoration, in: number, decisionDay: clock.today(), by: actor)
                return .itemRestored(changed, restoration, at: clock.time())
            case .carryOut(let job, let numbers):
                let bulk = BulkRunner(store: store, actor: actor, clock: clock)
                return .carriedOut(job, try await bulk.run(job, numbers))
            // In the order of changes, so that the draft before it is among them.
            case .loadVersions(let number, let item):
                let versions = try await store.versions(of: item, in: number)
                return .versionsLoaded(
                    number, item: item, versions.map { DatedVersion($0, time: clock.words(of: $0.at)) })
            case .saveMacro(let macro):
                try await store.saveMacro(macro, by: actor)
                return .macroSaved
            case .addLink(let number, let item, let link):
                _ = try await store.addLink(link, item: item, in: number, by: actor)
                return .linksChanged(
                    number, try await store.links(of: number), remark: "linked: \(link.evidence.words)")
            case .saveTemplate(let template):
                return .templateSaved(path: try TemplateFolder.save(template))
            case .removeLink(let number, let item, let id):
                try await store.removeLink(id, item: item, in: number, by: actor)
                return .linksChanged(number, try await store.links(of: number), remark: "the link is removed")
            case .overrideFinding(let number, let override):
                let kept = try await store.overrideFinding(override, in: number, by: actor)
                return .overridesChanged(
                    number, try await store.overrides(of: number), remark: "overridden: \(kept.reason)")
            case .liftOverride(let number, let rule, let item, let fingerprint):
                try await store.liftOverride(rule: rule, item: item, fingerprint: fingerprint, in: number, by: actor)
                return .overridesChanged(
                    number, try await store.overrides(of: number), remark: "the finding counts again")
            case .exchange(let number, let change, let revision):
                return try await exchange(change, in: number, revision: revision, by: actor)
            case .attest(let number, let attestation):
                try await store.attest(attestation, in: number, by: actor)
                return .attested(try await store.open(number))
            case .declareConflict(let number, let party, let reason):
                try await store.declareConflict(party, reason: reason, in: number, by: actor)
                return .assignmentEnded(number)
            case .noteLock(let step):
                try await store.recordLock(step, by: actor)
                return .lockNoted
            case .acquireLease(let number): return try await leases.acquire(number)
            case .renewLease(let number): return try await leases.renew(number)
            case .releaseLease(let number): return try await leases.release(number)
            case .takeOver(let number): return try await leases.takeOver(number)
            case .sign(let number, let revision, let letter):
                return try await sign(number, revision: revision, letter: letter)
            case .saveView(let view):
                let before = try await self.view(named: view.name)
                try await store.saveView(view, by: actor)
                return .viewsChanged(
                    try await store.views(of: actor), ViewChange(before: before, after: view),
                    remark: "kept as “\(view.name)”; v shows it")
            case .deleteView(let name):
                let before = try await self.view(named: name)
                try await store.deleteView(name, by: actor)
                return .viewsChanged(
                    try await store.views(of: actor), ViewChange(before: before, after: nil),
                    remark: "the view “\(name)” is deleted; z brings it back")
            case .exchangeView(let change):
                guard try await store.exchangeView(change.before, for: change.after, by: actor) else {
                    return .viewStays(change.name)
                }
                return .viewsChanged(try await store.views(of: actor), change, remark: "")
            case .keepBookmark(let number, let bookmark):
                try await store.keepBookmark(bookmark, in: number, by: actor)
                return .bookmarksChanged(
                    number, try await store.bookmarks(of: number, by: actor),
                    remark: "marked; M lists the marked places")
            case .removeBookmark(let number, let place):
                try await store.removeBookmark(at: place, in: number, by: actor)
                return .bookmarksChanged(
                    number, try await store.bookmarks(of: number, by: actor), remark: "the mark is removed")
            case .countWorklist, .loadCounts, .loadWorklist, .findInWorklist, .openCase, .loadRecordPage,
                .loadTemplates, .startTimer,
                .lookUpGuidelines, .visitSection, .searchLibrary, .findQuotations, .loadLinks, .loadOverrides,
                .searchRecords, .check, .suspend, .repaint, .quit, .prepareSigning, .loadViews, .loadSpecialties,
                .loadStatistics, .loadThemes, .useTheme, .useMouse, .copy, .loadBookmarks, .countInRecords,
                .listCases, .loadTags, .loadMacros, .conceal, .comparePassphrase:
                return .failed(effect, sentence: "this is no change")
            }
        } catch CaseStoreError.changedMeanwhile(let number) {
            if case .write(_, _, let passage, _) = effect { return .contested(number, passage) }
            return .conflict(number)
        } catch CaseStoreError.staleDraft(let number) {
            if case .saveDraft(_, let draft) = effect { return .draftContested(number, item: draft.item) }
            return .conflict(number)
        } catch {
            return .failed(effect, sentence: Sentence.of(error))
        }
    }

    /// The reviewer's view of a name; nil when he keeps none.
    private func view(named name: String) async throws -> SavedView? {
        try await store.views(of: actor).first { $0.name == name }
    }

    /// Puts one thing of a case in the place of another.
    private func exchange(
        _ change: CaseChange, in number: CaseNumber, revision: Int, by actor: Actor
    ) async throws -> Message {
        switch change {
        case .override(let before, let after):
            try await store.exchangeOverride(before, for: after, in: number, by: actor)
            return .overridesChanged(
                number, try await store.overrides(of: number),
                remark: after == nil ? "the finding counts again" : "the finding may stand again")
        case .passage(let passage, let before, let after):
            let written = try await store.exchangePassage(
                before, for: after, as: passage, in: number, revision: revision, by: actor)
            return .passageWritten(written, as: passage, at: clock.time())
        case .bookmark(let before, let after):
            try await store.exchangeBookmark(before, for: after, in: number, by: actor)
            return .bookmarksChanged(
                number, try await store.bookmarks(of: number, by: actor),
                remark: after == nil ? "the mark is removed" : "marked again")
        }
    }

    /// Signs what the reviewer has read, and nothing that came to it since.
    private func sign(_ number: CaseNumber, revision: Int, letter: Document) async throws -> Message {
        guard try await store.open(number).revision == revision else { return .conflict(number) }
        let hand = try await leases.hand(on: number)
        let summary = try await SigningService(store: store, actor: hand).sign(number, keyPath: nil, asRead: letter)
        return .signed(try await store.open(number), fingerprint: summary.fingerprint)
    }
}
