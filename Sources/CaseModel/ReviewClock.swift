/// How many days a reviewer has.
///
/// Counted from the day of assignment, which stands for the receipt of the request and its supporting documentation.
public struct ReviewClock: Hashable, Sendable {
    /// Calendar days of a standard review.
    public var standardDays: Int
    /// Calendar days of an expedited review.
    public var expeditedDays: Int

    /// A clock from its periods.
    public init(standardDays: Int, expeditedDays: Int) {
        self.standardDays = standardDays
        self.expeditedDays = expeditedDays
    }

    /// California workers' compensation: 30 days (LC 4610.6(d)(1)), 72 hours when expedited.
    public static let california = ReviewClock(standardDays: 30, expeditedDays: 3)

    /// The day by which a case must be decided; nil when the day of assignment is not known.
    public func due(assigned: Day?, priority: Priority?) -> Day? {
        guard let assigned else { return nil }
        return assigned.adding(days: priority == .expedited ? expeditedDays : standardDays)
    }
}
