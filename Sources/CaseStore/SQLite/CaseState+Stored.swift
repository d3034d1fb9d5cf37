import CaseModel

extension CaseState {
    /// The row of `case_state` that stands for the state: in the order of the work, with room between.
    var stored: Int {
        switch self {
        case .received: 10
        case .assigned: 20
        case .inReview: 30
        case .decided: 40
        case .qualityReview: 50
        case .signed: 60
        case .published: 80
        case .delivered: 82
        case .withdrawn: 84
        case .consolidated: 86
        }
    }

    /// The state for a row of `case_state`; nil for one that a later version has added.
    init?(stored: Int) {
        guard let state = CaseState.allCases.first(where: { $0.stored == stored }) else { return nil }
        self = state
    }
}
