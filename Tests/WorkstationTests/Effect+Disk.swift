@testable import Workstation

extension Effect {
    /// Whether it is a change that a disk which hangs leaves unanswered.
    var isHeld: Bool {
        switch self {
        case .saveDraft, .discardDraft, .decide, .reopen, .write, .restoreItem, .exchange, .keepBookmark, .carryOut,
            .saveView, .deleteView,
            .exchangeView, .loadViews:
            true
        default: false
        }
    }

    /// Whether it reads the worklist.
    var readsList: Bool {
        switch self {
        case .loadWorklist, .findInWorklist, .countWorklist: true
        default: false
        }
    }

    /// Whether it needs no disk.
    var isTimer: Bool { if case .startTimer = self { true } else { false } }
}
