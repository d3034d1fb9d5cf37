internal import CaseModel
internal import TextUI

extension CaseScreen {
    /// Whether the bottom line is a field of a reading page.
    var isTyping: Bool { searchField != nil || pageField != nil || reading.marking != nil }

    /// What a page is called in the top line.
    func name(of page: CasePage) -> String {
        switch page {
        case .summary: return "Summary"
        case .letter: return "Letter preview"
        case .item(let number): return "item \(number) of \(desks.count)"
        case .record(let record, let page):
            let summary = reviewCase.records.first { $0.position == record }
            return "\(summary?.title ?? "record \(record)") · page \(page) of \(summary?.pageCount ?? page)"
        }
    }

    /// Draws the page between the top line and the bottom line.
    func draw(in frame: inout Frame, today: Day) {
        let due = DueWords.clause(reviewCase, today: today)
        Chrome.title("\(number) · \(name(of: page)) · \(due)", right: savedWords, in: &frame)
        if let itemNumber {
            drawItem(itemNumber, in: &frame)
            return
        }
        if page == .summary, summaryDesk.isWriting {
            drawSummary(in: &frame)
            return
        }
        drawReading(in: &frame)
    }

    /// `40 %`, or on an item how many errors stand, for the bottom line.
    var position: String {
        if page.isItem { return errorWords.isEmpty ? "" : "! " + errorWords }
        let lines = text.lines.count
        let found = matchWords.isEmpty ? "" : matchWords + " · "
        guard lines > readingHeight else { return found + "all" }
        let shown = min(lines, (tops[page] ?? 0) + readingHeight)
        return found + "\(shown * 100 / max(1, lines)) %"
    }

    /// Whether words did not come to the disk when they should have.
    var isKeptOnlyHere: Bool {
        summaryDesk.saving == .failed
            || desks.contains {
                $0.saving == .failed || $0.contest != nil || $0.claimsLine != nil && !$0.isClaimsSent
            }
    }

    /// Whether words are not on disk yet.
    var isUnsaved: Bool { summaryDesk.isDirty || desks.contains { $0.isDirty || $0.claimsLine != nil } }

    /// Whether what was written is on disk, in words for the top line.
    private var savedWords: String {
        if isKeptOnlyHere { return "NOT SAVED" }
        if isUnsaved { return "unsaved" }
        if let holdWords { return holdWords }
        let last = (desks.map(\.saving) + [summaryDesk.saving]).compactMap { saving -> String? in
            guard case .saved(let time) = saving else { return nil }
            return time.text
        }.max()
        guard let last else { return reviewCase.state.words }
        return "saved \(last)"
    }
}
