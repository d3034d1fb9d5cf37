internal import CaseModel
internal import TextUI

extension CaseScreen {
    /// Carries out a command on the page that is shown.
    mutating func perform(_ id: CommandID) -> [Effect] {
        switch id {
        case .nextPage: return turn(1)
        case .previousPage: return turn(-1)
        case .summary: return go(to: .summary)
        case .letter:
            origin = page.isItem ? page : origin
            return go(to: .letter)
        case .records:
            origin = page.isItem ? page : origin
            guard let record = reviewCase.records.first else { return [] }
            return go(to: .record(record.position, page: 1))
        case .item:
            let open = desks.firstIndex { $0.recorded == nil } ?? 0
            return go(toItem: open + 1)
        case .search:
            searchField = LineField(text: "")
            return []
        case .nextMatch: return goToMatch(1)
        case .previousMatch: return goToMatch(-1)
        case .down, .up, .pageDown, .pageUp, .top, .bottom, .readOn, .readBack:
            return itemNumber == nil ? move(id) : moveInItem(id)
        case .uphold: return choose(.upheld)
        case .overturn: return choose(.overturned)
        case .withdraw: return withdraw()
        case .cite: return beginCitation()
        case .citeClaims: return beginClaimsLine()
        case .editSummary: return beginSummary()
        case .edit: return beginWriting()
        case .switchPane:
            if itemNumber == nil { switchPlace() } else { switchPane() }
            return []
        case .split: return split()
        case .mentions:
            turnMentions()
            return []
        case .bookmark:
            beginBookmark()
            return []
        case .goToPage:
            pageField = LineField(text: "")
            return []
        case .nextSource:
            turnSource(1)
            return []
        case .previousSource:
            turnSource(-1)
            return []
        case .comeBack:
            comeBack()
            return []
        case .citeShown: return citeShown()
        case .quote:
            beginQuoting()
            return []
        case .open, .back, .filter, .clearFilter, .sort, .history, .template, .keepTemplate, .discardDraft, .palette,
            .help, .redraw, .lock,
            .suspend, .quit, .library, .follow, .quotations, .evidence, .links, .findings,
            .chronology, .views, .saveView, .statistics, .sign, .attest, .takeOver, .theme, .jumpBack, .jumpForward,
            .copy, .contents, .bookmarks, .mouse, .tour, .undo, .redo, .versions, .repeat, .mark, .markAll,
            .markRange, .clearMarks, .tag, .untag, .exportMarked, .assignMarked, .recordKeys, .playKeys:
            return []
        }
    }

    private mutating func move(_ id: CommandID) -> [Effect] {
        switch id {
        case .down: scroll(1)
        case .up: scroll(-1)
        case .pageDown: scroll(max(1, readingHeight - 1))
        case .pageUp: scroll(-max(1, readingHeight - 1))
        case .top: tops[page] = 0
        case .bottom: tops[page] = lastTop
        case .readOn: return readOn()
        case .readBack: return readBack()
        default: break
        }
        return []
    }

    /// Gives a key to the text field that has the keyboard; nil when none has.
    mutating func handleInField(_ key: Key, columns: Int) -> [Effect]? {
        if searchField != nil { return handleInSearch(key) }
        if pageField != nil { return handleInPageField(key) }
        if reading.marking != nil { return handleInBookmark(key) }
        if page == .summary, summaryDesk.isWriting { return handleInSummary(key) }
        guard let item = itemNumber else { return nil }
        if desks[item - 1].citationField != nil { return handleInCitation(key, item: item) }
        if desks[item - 1].claimsField != nil { return handleInClaimsLine(key, item: item) }
        if desks[item - 1].isWriting { return handleInEditor(key, item: item) }
        return handleQuoting(key, item: item)
    }
}
