public import CaseModel

/// The shelf of cases, in the commands of the field.
///
/// Every command that changes something returns only after the change and its line of the audit log are on disk
/// together. Commands may be called from any task; reads run beside writes.
public protocol CaseStore: ReviewerRegister, CaseCourse, TagShelf, VersionShelf, Sendable {
    // MARK: Intake

    /// Files a case; what happens when the number is taken is in ``FilingResult``.
    /// - Throws: ``CaseStoreError/otherContent(_:)`` when the number is taken by other content and `replace` is false.
    func file(_ filing: CaseFiling, replace: Bool, by actor: Actor) async throws -> FilingResult
    /// Files many cases in one transaction; a filing that is refused does not hinder the others.
    /// - Returns: one outcome a filing, in the same order.
    func file(_ filings: [CaseFiling], replace: Bool, by actor: Actor) async throws -> [FilingOutcome]

    // MARK: Worklist

    /// How many cases the query finds.
    func countCases(_ query: WorklistQuery) async throws -> Int
    /// Counts for the top line: the open cases, and of these the late ones and those due within seven days.
    func worklistCounts(today: Day) async throws -> WorklistCounts
    /// At most `limit` rows that follow (or precede) a key in the order of the query; from the start or end when nil.
    ///
    /// The rows come in the order of the query in both directions.
    func worklist(_ query: WorklistQuery, from: WorklistKey?, direction: PageDirection, limit: Int) async throws
        -> [WorklistRow]
    /// The rows around a key, at most `limit` on either side, and their places in the list, all of one moment. The key may
    /// be of a case that the query does not find.
    func worklist(_ query: WorklistQuery, around key: WorklistKey, limit: Int) async throws -> WorklistStretch

    // MARK: One case

    /// The case under a number.
    /// - Throws: ``CaseStoreError/noSuchCase(_:)``.
    func open(_ number: CaseNumber) async throws -> ReviewCase
    /// One page of a record, both counted from 1; lines separated by `"\n"`.
    func recordPage(_ number: CaseNumber, record: Int, page: Int) async throws -> String
    /// The audit log of a case, oldest first.
    func auditTrail(_ number: CaseNumber) async throws -> [AuditEntry]
    /// The lines of the audit log that a query finds, oldest first.
    func audit(_ query: AuditQuery) async throws -> [AuditEntry]
    /// Notes in the audit log that somebody looked at cases: who and when, a line a case. Show first, then note.
    /// - Throws: ``CaseStoreError/noSuchCase(_:)``.
    func recordOpening(of numbers: [CaseNumber], by actor: Actor) async throws
    /// Notes in the audit log what happened to the lock of somebody's screen.
    func recordLock(_ step: ScreenLockStep, by actor: Actor) async throws

    // MARK: One reviewer a case

    /// Takes a case for one session, so that no other decides it meanwhile: what the holder of the lease writes there is
    /// refused in the same transaction once another session has the case. The hold lasts ``CaseLease/seconds`` and is
    /// renewed before that; it ends with the process that took it.
    /// - Throws: ``CaseStoreError/leased(_:by:)`` when another session has it, ``CaseStoreError/noSuchCase(_:)``.
    func acquireLease(of number: CaseNumber, by actor: Actor) async throws -> CaseLease
    /// Makes a hold last from now on again.
    /// - Throws: ``CaseStoreError/leaseLost(_:)`` when it was taken over, or ran out and another session has the case.
    func renewLease(_ lease: CaseLease) async throws
    /// Gives a case back; nothing happens when the hold has ended already.
    func releaseLease(_ lease: CaseLease) async throws
    /// Takes a case although another session has it; the audit log tells from whom.
    func takeOver(_ number: CaseNumber, by actor: Actor) async throws -> CaseLease
    /// Who has a case open; nil when nobody has.
    func leaseHolder(of number: CaseNumber) async throws -> String?

    // MARK: Deciding

    /// Decides an item, 1-based. The case becomes `decided` with the last one, and gets `decisionDay` as its day.
    /// - Throws: ``CaseStoreError/changedMeanwhile(_:)`` when the item's revision is no longer `revision`;
    ///   ``CaseStoreError/notOpen(_:)`` when the case is not open to decision.
    /// - Returns: the case as it now stands.
    func decide(_ decision: ItemDecision, in number: CaseNumber, decisionDay: Day, by actor: Actor) async throws
        -> ReviewCase
    /// Takes back the decision on an item; its rationale and guideline line stay. The case is `in-review` again.
    func reopen(item: Int, in number: CaseNumber, by actor: Actor) async throws -> ReviewCase

    /// Writes a passage of the letter that is no decision: the clinical summary, or a claims administrator's line. The
    /// text is normalized (see ``Prose``). A decided case stays decided on its day; one that had passed quality review
    /// has to pass it again. Nothing happens when the words are there already.
    /// - Parameter revision: the revision of the case that the writer saw; nil to write over whatever is there by now.
    /// - Throws: ``CaseStoreError/changedMeanwhile(_:)`` when the case's revision is another;
    ///   ``CaseStoreError/notOpen(_:)``, ``CaseStoreError/noSuchItem(_:_:)``.
    /// - Returns: the case as it now stands.
    func write(
        _ words: String, as passage: LetterPassage, in number: CaseNumber, revision: Int?, by actor: Actor
    ) async throws -> ReviewCase

    // MARK: Drafts

    /// Saves what a reviewer has written about an item and not yet decided; the newest draft of an item replaces the
    /// older. Returns when it is on disk.
    /// - Throws: ``CaseStoreError/staleDraft(_:)`` when a draft of a higher or equal revision is there already.
    func saveDraft(_ draft: Draft, in number: CaseNumber, by actor: Actor) async throws
    /// The drafts of a case, by item.
    func drafts(of number: CaseNumber) async throws -> [Draft]
    /// Throws a draft away; nothing happens when there is none.
    func discardDraft(item: Int, in number: CaseNumber, by actor: Actor) async throws

    // MARK: Evidence

    /// What the sentences of each item rest on: by item, in order of id; items without links are left out.
    func links(of number: CaseNumber) async throws -> [Int: [EvidenceLink]]
    /// Links a sentence of an item to what it rests on. The revision of the case is not raised: a link is not part of
    /// what the determination says.
    /// - Throws: ``CaseStoreError/notOpen(_:)``, ``CaseStoreError/noSuchItem(_:_:)``,
    ///   ``CaseStoreError/noSuchPage(_:record:page:)``, ``CaseStoreError/noSuchLines(_:record:page:lines:)``,
    ///   ``CaseStoreError/emptySentence(_:)``, ``CaseStoreError/emptyEvidence(_:)``.
    /// - Returns: the link with its id and its sentence as prose; the one that is there already when the same sentence
    ///   was linked to the same evidence before. An id is never given twice within an item.
    func addLink(_ link: EvidenceLink, item: Int, in number: CaseNumber, by actor: Actor) async throws -> EvidenceLink
    /// Removes a link; nothing happens when there is none of this id.
    /// - Throws: ``CaseStoreError/notOpen(_:)``, ``CaseStoreError/noSuchItem(_:_:)``.
    func removeLink(_ id: Int, item: Int, in number: CaseNumber, by actor: Actor) async throws
    /// The records that any link of the case leads to, in their order.
    func documentsReviewed(of number: CaseNumber) async throws -> [RecordSummary]
    /// Looks for words in the records of a case.
    ///
    /// A place is a line with all the words, or a line that has them together with the next one that is not blank, on
    /// the same page. A word is found as the beginning of a word, whatever its case and accents; words in quotation
    /// marks, and the parts of a word such as `L4-L5`, are found one right after the other.
    /// - Returns: the first `limit` places in the order of the records, and how many there are in all; none when there
    ///   is nothing in the words to look for.
    func searchRecords(_ words: String, in number: CaseNumber, limit: Int) async throws
        -> (hits: [RecordHit], total: Int)

    // MARK: Overrides

    /// Lets a finding of the check stand, with the reviewer's reason, which the audit log keeps. A new reason takes the
    /// place of an older one; the same reason changes nothing. The actor and the time given are not looked at: those of
    /// the command are kept. The revision of the case is not raised.
    /// - Throws: ``CaseStoreError/notOpen(_:)``, ``CaseStoreError/noSuchItem(_:_:)``,
    ///   ``CaseStoreError/incompleteOverride(_:)``.
    /// - Returns: the override as it is kept, its reason as prose.
    func overrideFinding(_ override: FindingOverride, in number: CaseNumber, by actor: Actor) async throws
        -> FindingOverride
    /// Takes an override back; nothing happens when there is none of this finding.
    /// - Throws: ``CaseStoreError/notOpen(_:)``, ``CaseStoreError/noSuchItem(_:_:)``.
    func liftOverride(rule: String, item: Int?, fingerprint: String, in number: CaseNumber, by actor: Actor)
        async throws
    /// The overrides of a case: those of the whole letter first, then by item, within these by rule.
    func overrides(of number: CaseNumber) async throws -> [FindingOverride]

    // MARK: Watching

    /// A number that changes whenever anything in the store changed, by this process or another.
    func changeCounter() async throws -> Int
}

extension CaseStore {
    /// Writes a passage of the letter over whatever is there by now.
    public func write(_ words: String, as passage: LetterPassage, in number: CaseNumber, by actor: Actor) async throws
        -> ReviewCase
    {
        try await write(words, as: passage, in: number, revision: nil, by: actor)
    }
}
