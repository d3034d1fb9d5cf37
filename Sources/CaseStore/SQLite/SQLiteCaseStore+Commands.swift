public import CaseModel

extension SQLiteCaseStore {
    /// See ``CaseStore/file(_:replace:by:)-(CaseFiling,_,_)``.
    public func file(_ filing: CaseFiling, replace: Bool, by actor: Actor) async throws -> FilingResult {
        let filer = filer
        return try await change(.file, by: actor) { db in try filer.file(filing, replace: replace, by: actor, in: db) }
    }

    /// See ``CaseStore/file(_:replace:by:)-([CaseFiling],_,_)``.
    public func file(_ filings: [CaseFiling], replace: Bool, by actor: Actor) async throws -> [FilingOutcome] {
        let filer = filer
        return try await change(.file, by: actor) { db in
            try filings.map { filing in
                do {
                    return .done(try filer.file(filing, replace: replace, by: actor, in: db))
                } catch let refusal as CaseStoreError {
                    return .refused(refusal)
                }
            }
        }
    }

    /// See ``CaseStore/decide(_:in:decisionDay:by:)``.
    public func decide(_ decision: ItemDecision, in number: CaseNumber, decisionDay: Day, by actor: Actor) async throws
        -> ReviewCase
    {
        let filer = filer
        // The longest work on a decision that needs no store: other sessions do not wait for it.
        let decision = StorableText.of(decision)
        return try await work(on: number, attested: true, by: actor) { db in
            try filer.decide(decision, in: number, decisionDay: decisionDay, by: actor, in: db)
        }
    }

    /// See ``CaseStore/reopen(item:in:by:)``. Nothing happens when the item is not decided.
    public func reopen(item: Int, in number: CaseNumber, by actor: Actor) async throws -> ReviewCase {
        let filer = filer
        return try await work(on: number, attested: true, by: actor) { db in
            try filer.reopen(item: item, in: number, by: actor, in: db)
        }
    }

    /// See ``CaseStore/write(_:as:in:revision:by:)``.
    public func write(
        _ words: String, as passage: LetterPassage, in number: CaseNumber, revision: Int?, by actor: Actor
    ) async throws -> ReviewCase {
        let filer = filer
        let words = Prose.normalized(StorableText.of(words))
        return try await work(on: number, attested: true, by: actor) { db in
            try filer.write(words, as: passage, in: number, revision: revision, by: actor, in: db)
        }
    }

    /// See ``CaseStore/saveDraft(_:in:by:)``. The revision of the case is not raised: a draft is not in the case yet.
    public func saveDraft(_ draft: Draft, in number: CaseNumber, by actor: Actor) async throws {
        let filer = filer
        try await work(on: number, by: actor) { db in try filer.save(draft, in: number, by: actor, in: db) }
    }

    /// See ``CaseStore/discardDraft(item:in:by:)``.
    public func discardDraft(item: Int, in number: CaseNumber, by actor: Actor) async throws {
        let filer = filer
        try await work(on: number, by: actor) { db in try filer.discardDraft(item: item, in: number, by: actor, in: db)
        }
    }

    /// See ``CaseStore/addLink(_:item:in:by:)``.
    public func addLink(_ link: EvidenceLink, item: Int, in number: CaseNumber, by actor: Actor) async throws
        -> EvidenceLink
    {
        let filer = filer
        return try await work(on: number, by: actor) { db in
            try filer.addLink(link, item: item, in: number, by: actor, in: db)
        }
    }

    /// See ``CaseStore/removeLink(_:item:in:by:)``.
    public func removeLink(_ id: Int, item: Int, in number: CaseNumber, by actor: Actor) async throws {
        let filer = filer
        try await work(on: number, by: actor) { db in
            try filer.removeLink(id, item: item, in: number, by: actor, in: db)
        }
    }

    /// See ``CaseStore/overrideFinding(_:in:by:)``.
    public func overrideFinding(_ override: FindingOverride, in number: CaseNumber, by actor: Actor) async throws
        -> FindingOverride
    {
        let (filer, desk) = (filer, leaseDesk)
        return try await write { db in
            try desk.check(number, actor, in: db)
            return try filer.override(override, in: number, by: actor, in: db)
        }
    }

    /// See ``CaseStore/liftOverride(rule:item:fingerprint:in:by:)``.
    public func liftOverride(
        rule: String, item: Int?, fingerprint: String, in number: CaseNumber, by actor: Actor
    ) async throws {
        let (filer, desk) = (filer, leaseDesk)
        try await write { db in
            try desk.check(number, actor, in: db)
            try filer.liftOverride(rule: rule, item: item, fingerprint: fingerprint, in: number, by: actor, in: db)
        }
    }
}
