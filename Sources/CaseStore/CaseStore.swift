public import CaseModel

/// Who does something, as the audit log names him.
public struct Actor: Hashable, Sendable {
    /// The name: 1 to 64 characters, no control characters.
    public let name: String

    /// Parses a name to act under.
    /// - Throws: ``CaseModelError/notAnActor``.
    public init(parsing text: String) throws(CaseModelError) {
        guard (1...64).contains(text.count), !text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 })
        else { throw .notAnActor }
        name = text
    }
}

/// The shelf of cases, in the commands of the field.
///
/// Every command that changes something returns only after the change and its line of the audit log are on disk
/// together. Commands may be called from any task; reads run beside writes.
public protocol CaseStore: Sendable {
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

    // MARK: One case

    /// The case under a number.
    /// - Throws: ``CaseStoreError/noSuchCase(_:)``.
    func open(_ number: CaseNumber) async throws -> ReviewCase
    /// One page of a record, both counted from 1; lines separated by `"\n"`.
    func recordPage(_ number: CaseNumber, record: Int, page: Int) async throws -> String
    /// The audit log of a case, oldest first.
    func auditTrail(_ number: CaseNumber) async throws -> [AuditEntry]

    // MARK: Deciding

    /// Decides an item, 1-based. The case becomes `decided` with the last one, and gets `decisionDay` as its day.
    /// - Throws: ``CaseStoreError/changedMeanwhile(_:)`` when the item's revision is no longer `revision`;
    ///   ``CaseStoreError/notOpen(_:)`` when the case is not open to decision.
    /// - Returns: the case as it now stands.
    func decide(_ decision: ItemDecision, in number: CaseNumber, decisionDay: Day, by actor: Actor) async throws
        -> ReviewCase
    /// Takes back the decision on an item; its rationale and guideline line stay. The case is `in-review` again.
    func reopen(item: Int, in number: CaseNumber, by actor: Actor) async throws -> ReviewCase

    // MARK: Drafts

    /// Saves what a reviewer has written about an item and not yet decided; the newest draft of an item replaces the
    /// older. Returns when it is on disk.
    /// - Throws: ``CaseStoreError/staleDraft(_:)`` when a draft of a higher or equal revision is there already.
    func saveDraft(_ draft: Draft, in number: CaseNumber, by actor: Actor) async throws
    /// The drafts of a case, by item.
    func drafts(of number: CaseNumber) async throws -> [Draft]
    /// Throws a draft away; nothing happens when there is none.
    func discardDraft(item: Int, in number: CaseNumber, by actor: Actor) async throws

    // MARK: Watching

    /// A number that changes whenever anything in the store changed, by this process or another.
    func changeCounter() async throws -> Int
}

/// Which cases a worklist shows and in which order.
public struct WorklistQuery: Hashable, Sendable {
    /// What the order goes by; the case number decides between equals.
    public enum Sort: String, Hashable, Sendable, CaseIterable {
        /// The due day, cases without one last.
        case due
        /// The case number.
        case number
        /// The specialty, then the due day.
        case specialty
        /// The state in the order of the work, then the due day.
        case state
    }

    /// Words that must all stand in the case number, specialty, priority, state or item texts, each as the beginning
    /// of a word, without regard to case; empty means all cases.
    public var words: String
    /// The order.
    public var sort: Sort
    /// Whether published cases, kept as history, are left out.
    public var onlyOpen: Bool

    /// A query from its parts.
    public init(words: String = "", sort: Sort = .due, onlyOpen: Bool = false) {
        self.words = words
        self.sort = sort
        self.onlyOpen = onlyOpen
    }
}

/// Which way a page goes from its key.
public enum PageDirection: Hashable, Sendable {
    case after
    case before
}

/// The place of a row in a worklist: what a page continues from. Valid for any query of the same sort.
public struct WorklistKey: Hashable, Sendable {
    /// The values of the sort columns of the row, as text, in order.
    public var values: [String]
    /// The row's own number in the store.
    public var rowID: Int64

    /// A key from its parts.
    public init(values: [String], rowID: Int64) {
        self.values = values
        self.rowID = rowID
    }
}

/// One line of the worklist.
public struct WorklistRow: Hashable, Sendable {
    /// The place in the list.
    public var key: WorklistKey
    /// The case number.
    public var number: CaseNumber
    /// The day by which it must be decided.
    public var due: Day?
    /// The priority; nil when not known.
    public var priority: Priority?
    /// The first specialty of the reviewer; empty when not known.
    public var specialty: String
    /// How many items are decided.
    public var decidedCount: Int
    /// How many items there are.
    public var itemCount: Int
    /// Where the case stands.
    public var state: CaseState
    /// Whether a draft waits that is not in the case yet.
    public var hasDraft: Bool

    /// A row from its parts.
    public init(
        key: WorklistKey, number: CaseNumber, due: Day?, priority: Priority?, specialty: String, decidedCount: Int,
        itemCount: Int, state: CaseState, hasDraft: Bool
    ) {
        self.key = key
        self.number = number
        self.due = due
        self.priority = priority
        self.specialty = specialty
        self.decidedCount = decidedCount
        self.itemCount = itemCount
        self.state = state
        self.hasDraft = hasDraft
    }
}

/// The counts of the worklist's top line.
public struct WorklistCounts: Hashable, Sendable {
    /// Cases that are not decided and not published.
    public var open: Int
    /// Of these, the ones whose due day has passed.
    public var late: Int
    /// Of these, the ones due today or within the next six days.
    public var dueThisWeek: Int
    /// All cases.
    public var all: Int

    /// Counts from their parts.
    public init(open: Int, late: Int, dueThisWeek: Int, all: Int) {
        self.open = open
        self.late = late
        self.dueThisWeek = dueThisWeek
        self.all = all
    }
}

/// A case as intake hands it to the store.
public struct CaseFiling: Hashable, Sendable {
    /// The number to file it under.
    public var number: CaseNumber
    /// What it says; for an open case the items have no decisions.
    public var determination: Determination
    /// Where it stands.
    public var state: CaseState
    /// The published decisions to hold back, in the order of the items; nil when it is not for blind review.
    public var published: [PublishedDecision]?
    /// Its records.
    public var records: [CaseRecord]

    /// A filing from its parts.
    public init(
        number: CaseNumber, determination: Determination, state: CaseState, published: [PublishedDecision]? = nil,
        records: [CaseRecord] = []
    ) {
        self.number = number
        self.determination = determination
        self.state = state
        self.published = published
        self.records = records
    }
}

/// What filing a case did.
public enum FilingResult: Hashable, Sendable {
    /// It is new in the store.
    case added
    /// The same content was there already; nothing changed.
    case unchanged
    /// It took the place of other content.
    case replaced
}

/// The outcome of one filing among many.
public enum FilingOutcome: Sendable {
    case done(FilingResult)
    case refused(CaseStoreError)
}

/// A decision on one item.
public struct ItemDecision: Hashable, Sendable {
    /// Which item, from 1.
    public var item: Int
    /// The decision.
    public var decision: Decision
    /// The guideline line of the reviewer; normalized by the store (see ``Prose``).
    public var reviewerGuideline: String
    /// What that line cites.
    public var citations: [Citation]
    /// The rationale; normalized by the store.
    public var rationale: String
    /// The revision of the case that the reviewer saw; nil to decide whatever the case is by now.
    public var revision: Int?

    /// A decision from its parts.
    public init(
        item: Int, decision: Decision, reviewerGuideline: String, citations: [Citation], rationale: String,
        revision: Int?
    ) {
        self.item = item
        self.decision = decision
        self.reviewerGuideline = reviewerGuideline
        self.citations = citations
        self.rationale = rationale
        self.revision = revision
    }
}

/// What a reviewer has written about an item and not yet decided.
public struct Draft: Hashable, Sendable {
    /// Which item, from 1.
    public var item: Int
    /// The rationale so far, as typed.
    public var rationale: String
    /// The guideline line so far, as typed.
    public var reviewerGuideline: String
    /// The decision leaned to, if any.
    public var decision: Decision?
    /// Where the cursor stood: Unicode scalars from the start of the rationale.
    public var cursor: Int
    /// Raised by one with every saved draft of the item.
    public var revision: Int
    /// When it was saved, seconds since 1970 UTC; filled by the store.
    public var savedAt: Int64

    /// A draft from its parts.
    public init(
        item: Int, rationale: String, reviewerGuideline: String, decision: Decision?, cursor: Int, revision: Int,
        savedAt: Int64 = 0
    ) {
        self.item = item
        self.rationale = rationale
        self.reviewerGuideline = reviewerGuideline
        self.decision = decision
        self.cursor = cursor
        self.revision = revision
        self.savedAt = savedAt
    }
}

/// One line of the audit log.
public struct AuditEntry: Hashable, Sendable {
    /// Its place in the log of the store, from 1, without gaps.
    public var sequence: Int64
    /// When, in seconds since 1970 UTC.
    public var at: Int64
    /// Who.
    public var actor: String
    /// What: `case.filed`, `case.replaced`, `item.decided`, `item.reopened`, `draft.saved`, `draft.discarded`.
    public var action: String
    /// Which item, when it is about one.
    public var item: Int?
    /// The facts, as JSON without clinical text.
    public var detail: String

    /// An entry from its parts.
    public init(sequence: Int64, at: Int64, actor: String, action: String, item: Int?, detail: String) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.action = action
        self.item = item
        self.detail = detail
    }
}
