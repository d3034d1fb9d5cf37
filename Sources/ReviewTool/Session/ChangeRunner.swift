internal import CaseModel
internal import CaseStore
internal import Workstation

/// Makes one change of the store and says what came of it.
struct ChangeRunner: Sendable {
    let store: any CaseStore
    let actor: Actor
    let clock: SessionClock

    func run(_ effect: Effect) async -> Message {
        do {
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
            case .countWorklist, .loadCounts, .loadWorklist, .openCase, .loadRecordPage, .loadTemplates, .startTimer,
                .lookUpGuidelines, .visitSection, .searchLibrary, .findQuotations, .loadLinks, .loadOverrides,
                .searchRecords, .check, .suspend, .repaint, .quit:
                return .failed(effect, sentence: "this is no change")
            }
        } catch CaseStoreError.changedMeanwhile(let number) {
            return .conflict(number)
        } catch {
            return .failed(effect, sentence: Sentence.of(error))
        }
    }
}
