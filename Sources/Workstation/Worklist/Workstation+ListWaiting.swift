internal import CaseModel
internal import TextUI

/// What a key in the worklist needs of the list while that is being read.
enum ListNeed: Hashable, Sendable {
    /// Nothing: it is the same whatever is listed.
    case nothing
    /// How long the list is.
    case length
    /// The selected row.
    case row
}

extension WorklistScreen {
    /// Whether what a key needs is still being read.
    func isAwaited(_ need: ListNeed) -> Bool {
        switch need {
        case .nothing: false
        case .length: awaitsRows || awaitsCount
        case .row:
            awaitsRows || awaitsCount || (isLoadingAfter || isLoadingBefore) && (isStale || selected == nil)
        }
    }

    /// Asks at once for what is typed in the filter, where its timer has not run out.
    mutating func settleFilter(height: Int) -> [Effect] {
        guard let filterField, filterField.text != query.words else { return [] }
        filterGeneration += 1
        return setFilter(filterField.text, height: height)
    }
}

extension Workstation {
    /// Keeps a key that needs a list which is being read, and all that is typed behind it, so that keys which come in one
    /// burst do what they do at leisure; nil for a key that is done at once.
    ///
    /// A motion needs the length alone: while one scrolls nothing waits for the rows on the way.
    mutating func waitForList(_ key: Key) -> [Effect]? {
        guard caseFile == nil else { return nil }
        if isListAwaited, key == .named(.escape) {
            isListAwaited = false
            typedAhead = []
            return worklist.isFiltering ? nil : note("what waited for the list is given up")
        }
        let need = listNeed(of: key)
        let asked = worklist.isFiltering && need == .length ? worklist.settleFilter(height: worklistHeight) : []
        guard isListAwaited || worklist.isAwaited(need) else { return nil }
        isListAwaited = true
        typedAhead.append(key)
        return asked
    }

    /// Gives the keys that waited for the list to it, once it is there.
    mutating func goOnWithList() -> [Effect] {
        guard isListAwaited, let first = typedAhead.first else { return [] }
        guard caseFile == nil, !keysWait, overlay == nil, !worklist.isAwaited(listNeed(of: first)) else { return [] }
        isListAwaited = false
        return takeTypedAhead()
    }

    /// The list was not read: what waited for it was meant for rows that are not there.
    mutating func giveUpList() {
        guard isListAwaited else { return }
        isListAwaited = false
        typedAhead = []
    }

    private func listNeed(of key: Key) -> ListNeed {
        if worklist.isFiltering {
            switch key {
            case .named(.down), .named(.up): return .length
            default: return .nothing
            }
        }
        if prefix != nil { return .row }
        if case .character(let digit) = key, digit.isWholeNumber { return .nothing }
        guard let id = keymap.command(for: key, in: .worklist) else { return .nothing }
        switch id {
        case .down, .up, .pageDown, .pageUp, .readOn, .readBack, .top, .bottom: return .length
        case .filter, .clearFilter, .sort, .views, .saveView, .statistics, .theme, .mouse, .tour, .help, .redraw, .lock,
            .suspend, .back, .quit, .jumpBack, .jumpForward, .recordKeys, .playKeys:
            return .nothing
        default: return .row
        }
    }
}
