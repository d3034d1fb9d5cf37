/// Where the keys are: what a command is offered in.
public enum Place: String, Hashable, Sendable, CaseIterable {
    /// The list of cases.
    case worklist
    /// A page of a case that is read: summary, records, letter.
    case reading
    /// A disputed item.
    case item

    /// As the help names it.
    var title: String {
        switch self {
        case .worklist: "Worklist"
        case .reading: "Summary, records, letter"
        case .item: "Disputed item"
        }
    }
}
