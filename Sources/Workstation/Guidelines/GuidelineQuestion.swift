public import CaseModel

/// What the library is asked for an item.
public struct GuidelineQuestion: Hashable, Sendable {
    /// The reviewer's guideline line; empty when he has cited nothing.
    public var line: String
    /// The claims administrator's guideline line.
    public var administratorLine: String
    /// The words of the item, for suggestions.
    public var matter: String
    /// The day on which an edition should be in force.
    public var day: Day

    /// A question from its parts.
    public init(line: String, administratorLine: String, matter: String, day: Day) {
        self.line = line
        self.administratorLine = administratorLine
        self.matter = matter
        self.day = day
    }
}
