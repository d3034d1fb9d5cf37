/// What cases or items must have in common to be decided in one determination.
public enum ConsolidationCondition: String, Hashable, Sendable, CaseIterable {
    /// The injured worker.
    case employee
    /// The physician who asked for the treatment.
    case requestingPhysician = "requesting-physician"
    /// The day of injury.
    case injury

    /// In words: `requesting physician`.
    public var words: String {
        switch self {
        case .employee: "employee"
        case .requestingPhysician: "requesting physician"
        case .injury: "day of injury"
        }
    }
}
