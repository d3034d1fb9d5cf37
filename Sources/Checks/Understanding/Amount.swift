/// A measured amount in a text.
struct Amount: Hashable, Sendable {
    /// What is counted.
    enum Unit: String, Hashable, Sendable {
        /// Milligrams, grams and the like: how strong a drug is.
        case strength
        /// A percentage: the strength of an ointment.
        case percent
        /// Pieces dispensed, `#60`.
        case pieces
        /// Visits, sessions, treatments.
        case visits
        case timesAWeek
        case timesADay
        case weeks
        case days
        case months
        case hours
        case refills
        /// Volume or weight of a tube or bottle.
        case content
    }

    let unit: Unit
    /// The numbers: one, or several of a pair of strengths (`10/325`) or a range (`7-10`, `two to three`).
    let values: [Double]
    let tokens: Range<Int>

    /// Whether it is a count and not what a frequency and a duration come to.
    var isCount: Bool { tokens.count < 5 || unit != .visits || isNamed }
    /// Whether a number and the thing counted stand at its two ends.
    var isNamed = false
}
