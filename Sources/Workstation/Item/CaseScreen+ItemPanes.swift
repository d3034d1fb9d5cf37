internal import CaseModel
internal import Checks
internal import Letters
internal import TextUI

extension CaseScreen {
    /// The layout of the item that is shown.
    var itemLayout: ItemLayout {
        guard let item = itemNumber else {
            return ItemLayout(rows: rows, columns: columns, headLines: 1, pane: .guideline, isWriting: false)
        }
        let desk = desks[item - 1]
        let head = WrappedText(headText(desk.item), width: max(1, columns - 2)).lines.count
        return ItemLayout(
            rows: rows, columns: columns, headLines: head, pane: desk.pane,
            isWriting: desk.isWriting || desk.citationField != nil, split: itemSplit)
    }

    /// What stands over the panes: what is decided on, then the whole head when it says more.
    func headText(_ item: DisputedItem) -> String { item.matter }

    /// The citations that a guideline line makes.
    func citations(of line: String) -> [Citation] { CitationGrammar.parse(line) }

    /// The request: amounts, days, what was cited against it.
    func requestText(_ item: Int, width: Int) -> ReadingText {
        let desk = desks[item - 1]
        let dates = reviewCase.determination.dates
        var blocks: [ReadingText.Block] = [.init(text: "Request", role: .heading)]
        func fact(_ label: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            blocks.append(.init(text: label, role: .muted))
            blocks.append(.init(text: "  " + value, role: .body))
        }
        if desk.item.amounts.isSplit {
            fact("original", desk.item.amounts.original)
            fact("authorized", desk.item.amounts.authorized)
            fact("remaining", desk.item.amounts.remaining)
        }
        let denied = dates.utilizationReview?.american
        blocks.append(.init(text: "UR      " + (denied ?? "–"), role: .body))
        blocks.append(.init(text: "Injury  " + (dates.injury?.american ?? "–"), role: .body))
        let cited = citations(of: desk.item.claimsAdministratorGuideline)
        blocks.append(.init(text: "", role: .body))
        blocks.append(.init(text: "Claims administrator cited", role: .heading))
        if cited.isEmpty {
            blocks.append(.init(text: "nothing", role: .muted))
        } else {
            blocks += cited.map { .init(text: $0.words, role: .body) }
        }
        return ReadingText(blocks, width: width, search: search)
    }

    /// Whether the request is longer than its pane, so that the keys can have something to scroll in it.
    func isRequestCut(_ item: Int, in layout: ItemLayout) -> Bool {
        guard let rect = layout.request else { return false }
        return requestText(item, width: rect.columns).lines.count > rect.rows
    }

    /// The clinical summary, for the pane beside the item.
    func summaryText(width: Int) -> ReadingText {
        let summary = reviewCase.determination.summary
        return ReadingText(
            [
                .init(text: "Clinical summary", role: .heading),
                .init(
                    text: summary.isEmpty ? "The case has none." : summary, role: summary.isEmpty ? .muted : .body,
                    marks: mentionMarks(of: .summary, block: 0) + findingMarks(.summary, item: nil, in: summary)),
            ], width: width, search: search)
    }

    /// The pane that the scrolling keys move, its text and its height.
    private func scrolled(_ item: Int) -> (pane: ItemDesk.Pane, text: ReadingText, height: Int)? {
        let layout = itemLayout
        let desk = desks[item - 1]
        switch desk.pane {
        case .request where layout.evidence == nil || isRequestCut(item, in: layout):
            guard let rect = layout.request else { return nil }
            return (.request, requestText(item, width: rect.columns), rect.rows)
        case .summary where layout.summary != nil:
            guard let rect = layout.summary else { return nil }
            return (.summary, summaryText(width: rect.columns), rect.rows)
        case .summary:
            guard let rect = layout.evidence else { return nil }
            return (.summary, summaryText(width: rect.columns), rect.rows)
        case .guideline, .request:
            guard let rect = layout.evidence else { return nil }
            return (.guideline, guidelineText(item, width: rect.columns), rect.rows)
        }
    }

    /// Turns to the next pane; where all are in view, it says which one the keys scroll.
    mutating func switchPane() {
        guard let item = itemNumber else { return }
        let hasRequest = columns < ItemLayout.narrow || isRequestCut(item, in: itemLayout)
        desks[item - 1].pane =
            switch desks[item - 1].pane {
            case .guideline: .summary
            case .summary: hasRequest ? .request : .guideline
            case .request: .guideline
            }
    }

    /// Scrolls the pane; reading on at its end goes to the next page of the case.
    mutating func moveInItem(_ id: CommandID) -> [Effect] {
        guard let item = itemNumber, let (pane, text, height) = scrolled(item) else { return [] }
        if desks[item - 1].guidelines.quoting != nil { return moveQuoting(id, item: item) }
        let last = max(0, text.lines.count - height)
        let top = min(desks[item - 1].paneTops[pane] ?? 0, last)
        let target: Int
        switch id {
        case .down: target = top + 1
        case .up: target = top - 1
        case .pageDown: target = top + max(1, height - 1)
        case .pageUp: target = top - max(1, height - 1)
        case .top: target = 0
        case .bottom: target = last
        case .readOn:
            guard top < last else { return turn(1) }
            target = top + max(1, height - 1)
        case .readBack:
            guard top > 0 else { return turn(-1) }
            target = top - max(1, height - 1)
        default: return []
        }
        desks[item - 1].paneTops[pane] = max(0, min(target, last))
        return []
    }
}
