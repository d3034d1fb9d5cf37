internal import CaseModel
internal import TextUI

extension Workstation {
    /// Opens the table of contents, or the list of bookmarks.
    mutating func showContents(_ id: CommandID) -> [Effect] {
        guard let caseFile else { return [] }
        overlay = .contents(ContentsOverlay(caseFile, isOfBookmarks: id == .bookmarks))
        return []
    }

    /// Shows the table as the case has it by now, when it is open.
    mutating func refreshContents() {
        guard case .contents(let contents) = overlay, let caseFile else { return }
        overlay = .contents(contents.renewed(caseFile))
    }

    mutating func handle(_ key: Key, in contents: ContentsOverlay) -> [Effect] {
        var contents = contents
        contents.remark = ""
        switch key {
        case .character("j"), .named(.down): contents.move(1)
        case .character("k"), .named(.up): contents.move(-1)
        case .named(.pageDown): contents.move(rows - 4)
        case .named(.pageUp): contents.move(4 - rows)
        case .character("g"), .named(.home): contents.cursor = 0
        case .character("G"), .named(.end): contents.cursor = max(0, contents.entries.count - 1)
        case .character("x"):
            guard let entry = contents.selected, entry.kind == .bookmark, let caseFile else { break }
            overlay = .contents(contents)
            return [.removeBookmark(caseFile.number, entry.target)]
        case .named(.enter):
            overlay = nil
            guard let entry = contents.selected else { return [] }
            return goTo(entry)
        case .character("q"), .named(.escape), .control("c"), .character("C"), .character("M"):
            overlay = nil
            return []
        default:
            overlay = .contents(contents)
            switch keymap.command(for: key, in: place) {
            case .undo?: return goStep(.back)
            case .redo?: return goStep(.forward)
            default: return []
            }
        }
        overlay = .contents(contents)
        return []
    }

    private mutating func goTo(_ entry: ContentsOverlay.Entry) -> [Effect] {
        guard var screen = caseFile else { return [] }
        screen.origin = screen.page.isItem ? screen.page : screen.origin
        let effects = screen.goTo(entry)
        let remark = screen.takeRemark()
        caseFile = screen
        return effects + (remark.map { note($0) } ?? [])
    }
}

extension CaseScreen {
    /// Goes to an entry; of a document with matches, to the first page that has one.
    mutating func goTo(_ entry: ContentsOverlay.Entry) -> [Effect] {
        guard case .document = entry.kind else { return go(to: entry.target) }
        guard case .record(let record, _, _) = entry.target else { return go(to: .summary) }
        if let page = firstMatchPage(ofRecord: record) {
            reading.match = MatchPlace(page: page, index: 0)
            let effects = go(to: page)
            showMatch()
            return effects
        }
        guard let summary = reviewCase.records.first(where: { $0.position == record }), summary.pageCount > 0 else {
            remark = "R\(record) has no pages"
            return []
        }
        return go(to: entry.target.page)
    }
}
