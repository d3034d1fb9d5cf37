/// A filter over the worklist, understood: a case is listed when every term holds.
///
/// Terms are words, `"words in order"` and `key:value`; `-` before a term negates it, a comma in a value is *or*, and
/// `<`, `<=`, `>`, `>=`, `=` compare: `due<3d is:open specialty:neurology text:"lumbar spine" -urine`.
public struct WorklistFilter: Hashable, Sendable {
    /// The terms in the order of the text; empty when all cases are listed.
    public var terms: [FilterTerm]

    /// A filter from its terms.
    public init(terms: [FilterTerm] = []) { self.terms = terms }

    /// The most terms of a filter, the most alternatives of a term and the longest word, in characters: enough for
    /// what a person types, little enough to bound the work.
    public static let limits = (terms: 24, alternatives: 16, characters: 64)
}

/// One term of a filter.
public struct FilterTerm: Hashable, Sendable {
    /// What must hold, or must not.
    public var condition: FilterCondition
    /// Whether it must not hold.
    public var isNegated: Bool
    /// Where it stands, as offsets in `Array(text)`.
    public var span: Range<Int>

    /// A term from its parts.
    public init(_ condition: FilterCondition, isNegated: Bool = false, span: Range<Int>) {
        self.condition = condition
        self.isNegated = isNegated
        self.span = span
    }
}

/// What a term asks of a case; a list holds when one of its values does.
public enum FilterCondition: Hashable, Sendable {
    /// Words in the order given, each the beginning of a word of the case, are among its indexed words.
    case words([String])
    /// Like ``words(_:)``, or the characters stand anywhere in the case number.
    case wordsOrNumber(String)
    /// The case stands so.
    case standing([FilterStanding])
    /// The case is in one of these states.
    case state([CaseState])
    /// The priority is one of these.
    case priority([Priority])
    /// The first specialty has these words, each as the beginning of a word.
    case specialty([String])
    /// The characters stand anywhere in the case number, whatever their case.
    case number([String])
    /// The case is assigned to one of these reviewers.
    case assigned([ReviewerID])
    /// A word that is one of these, or begins so, was put on the case.
    case tag([FilterTag])
    /// Something of this kind belongs to the case.
    case has([FilterBelonging])
    /// The number of items.
    case items(FilterComparison, Int)
    /// The number of decided items.
    case decidedItems(FilterComparison, Int)
    /// The due day; a case without one fits no comparison.
    case due(FilterComparison, FilterDay)
    /// The day of the decision; a case without one fits no comparison.
    case decisionDay(FilterComparison, FilterDay)
}

/// How a term compares.
public enum FilterComparison: String, Hashable, Sendable, CaseIterable {
    case less = "<"
    case atMost = "<="
    case more = ">"
    case atLeast = ">="
    case equal = "="
}

/// A day as a filter names it.
public enum FilterDay: Hashable, Sendable {
    /// A day of the calendar.
    case day(Day)
    /// So many days after today; negative before it.
    case fromToday(Int)

    /// The day that is meant; nil when it counts from a today that is not given.
    public func day(today: Day?) -> Day? {
        switch self {
        case .day(let day): day
        case .fromToday(let days): today?.adding(days: days)
        }
    }
}

/// What `is:` asks.
public enum FilterStanding: String, Hashable, Sendable, CaseIterable {
    /// It waits for a decision.
    case open
    /// It waits for a decision and its due day has passed.
    case late
    /// Every item is decided, and it goes on to be signed.
    case decided
    /// Its determination is signed.
    case signed
    /// It came in already determined.
    case published
    /// Its clock stands still.
    case suspended
    /// It is assigned to the one who asks.
    case mine

    /// What it finds, for lists of candidates.
    public var summary: String {
        switch self {
        case .open: "waits for a decision"
        case .late: "open, and the due day has passed"
        case .decided: "every item is decided, not signed yet"
        case .signed: "signed, delivered or not"
        case .published: "came in already determined"
        case .suspended: "the clock stands still"
        case .mine: "assigned to you"
        }
    }
}

/// What `has:` asks.
public enum FilterBelonging: String, Hashable, Sendable, CaseIterable {
    /// A draft that is not in the case yet.
    case draft
    /// At least one record.
    case records
}
