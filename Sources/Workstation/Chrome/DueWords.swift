internal import CaseModel
internal import TextUI

/// When a case is due, in words and in the role that marks it.
struct DueWords: Hashable, Sendable {
    var text: String
    var role: Role
    /// Whether the day has passed.
    var isLate: Bool

    /// The words for a row of the list seen from today. A decided case keeps by how much it was late.
    ///
    /// - Parameter columns: the room for them, 10 at least.
    init(_ row: WorklistRow, today: Day, columns: Int = 10) {
        guard row.suspendedSince == nil else {
            self.init(text: columns < 14 ? "waits" : "awaits records", role: .muted, isLate: false)
            return
        }
        guard let due = row.due else {
            self.init(text: "–", role: .body, isLate: false)
            return
        }
        guard row.state.isWaiting else {
            let late = row.daysLate(today: today)
            self.init(text: late > 0 ? DueWords.brief(late) : due.american, role: .body, isLate: false)
            return
        }
        let days = today.days(until: due)
        switch days {
        case ..<0: self.init(text: DueWords.brief(-days), role: .late, isLate: true)
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

    /// As a clause of the top line: `due in 3 days`, `2 days late`, `due 02/10/2017`, `decided 2 days late`.
    static func clause(_ reviewCase: ReviewCase, today: Day) -> String {
        let state = reviewCase.state
        if let since = reviewCase.suspendedSince { return "waits for records since \(since.american)" }
        guard state.isWaiting else {
            let decided = state.isDecided ? reviewCase.determination.dates.decision : nil
            guard let due = reviewCase.due, let decided, decided > due else { return state.words }
            return "\(state.words) \(late(due.days(until: decided)))"
        }
        guard let due = reviewCase.due else { return "no due day" }
        let days = today.days(until: due)
        return switch days {
        case ..<0: late(-days)
        case 0: "due today"
        case 1: "due tomorrow"
        case 2...60: "due in \(days) days"
        default: "due \(due.american)"
        }
    }

    /// `12 d late`, in ten columns at most.
    private static func brief(_ late: Int) -> String { late > 999 ? "\(late / 365) y late" : "\(late) d late" }

    private static func late(_ days: Int) -> String { days == 1 ? "1 day late" : "\(days) days late" }
}
