internal import CaseModel
internal import TextUI

/// When a case is due, in words and in the role that marks it.
struct DueWords: Hashable, Sendable {
    var text: String
    var role: Role
    /// Whether the day has passed.
    var isLate: Bool

    /// The words for a due day seen from today; nothing for a case that is decided.
    init(due: Day?, state: CaseState, today: Day) {
        guard let due else {
            self.init(text: "–", role: .body, isLate: false)
            return
        }
        guard state.isOpenToDecision, state != .decided else {
            self.init(text: due.american, role: .body, isLate: false)
            return
        }
        let days = today.days(until: due)
        switch days {
        case ..<(-999): self.init(text: "\(-days / 365) y late", role: .error, isLate: true)
        case ..<0: self.init(text: "\(-days) d late", role: .error, isLate: true)
        case 0: self.init(text: "today", role: .warning, isLate: false)
        case 1: self.init(text: "tomorrow", role: .warning, isLate: false)
        case 2...14: self.init(text: "\(days) days", role: days < 7 ? .warning : .body, isLate: false)
        default: self.init(text: due.american, role: .body, isLate: false)
        }
    }

    private init(text: String, role: Role, isLate: Bool) {
        self.text = text
        self.role = role
        self.isLate = isLate
    }

    /// As a clause of the top line: `due in 3 days`, `2 days late`, `due 02/10/2017`.
    static func clause(due: Day?, state: CaseState, today: Day) -> String {
        guard state.isOpenToDecision, state != .decided else { return state.words }
        guard let due else { return "no due day" }
        let days = today.days(until: due)
        return switch days {
        case ..<(-1): "\(-days) days late"
        case -1: "1 day late"
        case 0: "due today"
        case 1: "due tomorrow"
        case 2...60: "due in \(days) days"
        default: "due \(due.american)"
        }
    }
}
