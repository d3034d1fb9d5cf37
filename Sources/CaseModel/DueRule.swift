/// What the due day of a case is reckoned from; each day nil while it is not known.
public struct DueFacts: Hashable, Sendable {
    /// The days of the case's header.
    public var dates: CaseDates
    /// How urgent the review is; nil counts as standard.
    public var priority: Priority?
    /// What kind of dispute it is, by the program profile's word (`formulary`); nil for the usual one.
    public var kind: String?
    /// The day on which the request and its supporting documentation were there.
    public var documentsReceived: Day?
    /// The day since which records are awaited; nil when none are.
    public var recordsAwaitedSince: Day?

    /// Facts from what is known.
    public init(
        dates: CaseDates, priority: Priority? = nil, kind: String? = nil, documentsReceived: Day? = nil,
        recordsAwaitedSince: Day? = nil
    ) {
        self.dates = dates
        self.priority = priority
        self.kind = kind
        self.documentsReceived = documentsReceived
        self.recordsAwaitedSince = recordsAwaitedSince
    }
}

/// How a case's due day is reckoned; given to the store from outside, since the periods are a program's data.
public struct DueRule: Sendable {
    private let reckon: @Sendable (DueFacts) -> Day?

    /// A rule from its reckoning, which gives nil when no day can be named: a fact is missing, or the clock stands.
    public init(_ reckon: @escaping @Sendable (DueFacts) -> Day?) { self.reckon = reckon }

    /// Names no day for any case.
    public static let undated = DueRule { _ in nil }

    /// Calendar days from assignment; nil when its day is not known.
    public static func daysFromAssignment(standard: Int, expedited: Int) -> DueRule {
        DueRule { facts in
            facts.dates.assigned?.adding(days: facts.priority == .expedited ? expedited : standard)
        }
    }

    /// The day by which a case must be decided; nil when none can be named.
    public func due(_ facts: DueFacts) -> Day? { reckon(facts) }
}
