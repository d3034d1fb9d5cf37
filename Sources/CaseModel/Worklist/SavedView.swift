/// A filter that somebody keeps under a name, with its order.
public struct SavedView: Hashable, Sendable {
    /// The name, unique for its owner: 1 to 40 characters, without control characters.
    public let name: String
    /// The filter as typed; relative days count from the day on which the view is looked at.
    public var filter: String
    /// The order.
    public var sort: WorklistQuery.Sort
    /// Whether published cases are left out.
    public var onlyOpen: Bool

    /// A view from its parts.
    /// - Throws: ``CaseModelError/notAViewName``, ``CaseModelError/notAFilter(_:)``.
    public init(name: String, filter: String, sort: WorklistQuery.Sort = .due, onlyOpen: Bool = false)
        throws(CaseModelError)
    {
        guard (1...40).contains(name.count), !name.allSatisfy(\.isWhitespace),
            !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw .notAViewName }
        _ = try WorklistFilter(parsing: filter)
        self.name = name
        self.filter = filter
        self.sort = sort
        self.onlyOpen = onlyOpen
    }

    /// What it lists on a day, for a reviewer.
    public func query(today: Day, reviewer: ReviewerID? = nil) -> WorklistQuery {
        WorklistQuery(words: filter, sort: sort, onlyOpen: onlyOpen, today: today, reviewer: reviewer)
    }
}
