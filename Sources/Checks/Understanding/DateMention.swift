import CaseModel

/// A date in a text: a day, or only a month, half a year or a year.
struct DateMention: Sendable {
    /// What the words say.
    enum Value: Hashable, Sendable {
        case day(Day)
        case month(year: Int, month: Int)
        /// The first or the second half of a year.
        case half(year: Int, half: Int)
        case year(Int)
        /// It has the form of a day, and there is no such day.
        case impossible
    }

    let value: Value
    let tokens: Range<Int>
    var role: DateRole = .other

    var day: Day? { if case .day(let day) = value { day } else { nil } }

    /// Whether a day may be the one that is meant; a month or year agrees with each of its days.
    func agrees(with other: Day) -> Bool {
        switch value {
        case .day(let day): day == other
        case .month(let year, let month): other.year == year && other.month == month
        case .half(let year, let half): other.year == year && (other.month - 1) / 6 + 1 == half
        case .year(let year): other.year == year
        case .impossible: false
        }
    }
}

/// What a date is the date of.
enum DateRole: Hashable, Sendable {
    case injury
    case utilizationReview
    /// A sentence from which a reader may take it for the day of utilization review, though it says otherwise.
    case besideUtilizationReview
    case application
    case request
    /// A day still to come when it was written down: a next visit, the end of a leave.
    case planned
    case other
}
