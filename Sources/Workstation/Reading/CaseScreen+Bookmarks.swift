internal import CaseModel
internal import TextUI

/// A bookmark that is being made: the line it will stand on, and its note.
struct BookmarkMaking: Sendable {
    /// Where it will stand.
    var place: ReadingPlace
    /// The line of the text that is shown.
    var line: Int
    var field: LineField
    /// Whether the note was typed in; else it is that of the line.
    var isWritten = false
}

extension CaseScreen {
    mutating func bookmarksLoaded(_ number: CaseNumber, _ bookmarks: [Bookmark]) {
        guard number == self.number else { return }
        reading.bookmarks = bookmarks
    }

    /// How the bookmarks on the summary move to one that was written anew; nil when there are none, or it is the same.
    func followSummary(to new: String) -> FollowedText? {
        let old = reviewCase.determination.summary
        guard old != new, !bookmarks(ofDocument: 0).isEmpty else { return nil }
        return FollowedText(from: old, to: new)
    }

    /// Says that bookmarks have lost their text; where they stand now is read from the store.
    mutating func remarkOnLostBookmarks(_ text: FollowedText?) {
        guard let text else { return }
        let lost = bookmarks(ofDocument: 0).filter { bookmark in
            guard case .summary(let character) = bookmark.place else { return false }
            return text.place(of: character).isGone && !bookmark.note.hasSuffix(Bookmark.goneWords)
        }
        guard !lost.isEmpty else { return }
        remark = "the text of \(lost.count == 1 ? "a bookmark" : "\(lost.count) bookmarks") is gone; M lists them"
    }

    /// The bookmarks of a text that is read, with the lines they stand on.
    func bookmarkLines(of pane: ReadingPane) -> [(line: Int, bookmark: Bookmark)] {
        reading.bookmarks.compactMap { bookmark in
            guard bookmark.place.page == pane.page, let line = pane.text.line(of: bookmark.place) else { return nil }
            return (line, bookmark)
        }
    }

    /// The bookmarks of a document: the summary (0) or a record.
    func bookmarks(ofDocument document: Int) -> [Bookmark] {
        reading.bookmarks.filter { bookmark in
            switch bookmark.place {
            case .summary: document == 0
            case .record(let record, _, _): document == record
            }
        }
    }

    /// Begins a bookmark: at the match that was gone to when it is in view, else at the top line.
    mutating func beginBookmark() {
        let top = tops[page] ?? 0
        let shown = top..<(top + readingHeight)
        let first = currentMatch.map(\.line).flatMap { shown.contains($0) ? $0 : nil } ?? top
        let places = text.lines.indices.filter { text.lines[$0].place != nil }
        guard let line = places.first(where: { $0 >= first }) ?? places.last, let place = text.lines[line].place else {
            remark = "bookmarks stand in the summary and the records"
            return
        }
        reading.marking = BookmarkMaking(place: place, line: line, field: LineField())
        takeNoteOfLine()
        show(line: line)
    }

    /// The bookmark that stands where one is being made; nil when none does.
    func bookmark(at making: BookmarkMaking) -> Bookmark? {
        bookmarkLines(of: ReadingPane(page: page, text: text)).first { $0.line == making.line }?.bookmark
    }

    private mutating func takeNoteOfLine() {
        guard let making = reading.marking, !making.isWritten else { return }
        let note = bookmark(at: making)?.note ?? ""
        reading.marking?.field = LineField(text: note)
    }

    /// The text is wrapped anew: the bookmark that is being made stays at its words, or is given up with its page.
    mutating func keepPlaceOfMarking() {
        guard let making = reading.marking else { return }
        guard making.place.page == page, let line = text.line(of: making.place) else {
            reading.marking = nil
            return
        }
        reading.marking?.line = line
    }

    /// Takes a key while a bookmark is being made.
    mutating func handleInBookmark(_ key: Key) -> [Effect] {
        guard var making = reading.marking else { return [] }
        switch key {
        case .named(.up): moveBookmark(-1)
        case .named(.down): moveBookmark(1)
        case .control("x"): return removeBookmark(making)
        default:
            switch making.field.handle(key) {
            case .cancelled: reading.marking = nil
            case .submitted: return keepBookmark(making)
            case .changed:
                making.isWritten = true
                reading.marking = making
            case .moved, .ignored: reading.marking = making
            }
        }
        return []
    }

    private mutating func moveBookmark(_ step: Int) {
        guard let line = reading.marking?.line else { return }
        let places = text.lines.indices.filter { text.lines[$0].place != nil }
        guard let next = step > 0 ? places.first(where: { $0 > line }) : places.last(where: { $0 < line }),
            let place = text.lines[next].place
        else { return }
        reading.marking?.place = place
        reading.marking?.line = next
        takeNoteOfLine()
        let top = tops[page] ?? 0
        if next < top || next >= top + readingHeight {
            scroll(next < top ? next - top : next - top - readingHeight + 1)
        }
    }

    private mutating func keepBookmark(_ making: BookmarkMaking) -> [Effect] {
        // One that stands on the line already keeps its place, though the line may begin elsewhere by now.
        let place = bookmark(at: making)?.place ?? making.place
        do throws(CaseModelError) {
            let bookmark = try Bookmark(place: place, note: making.field.text)
            reading.marking = nil
            return [.keepBookmark(number, bookmark)]
        } catch {
            remark = error.description
            return []
        }
    }

    private mutating func removeBookmark(_ making: BookmarkMaking) -> [Effect] {
        guard let bookmark = bookmark(at: making) else {
            remark = "no bookmark stands on this line"
            return []
        }
        reading.marking = nil
        return [.removeBookmark(number, bookmark.place)]
    }

    /// Draws a bookmark in the margin, and its note behind the line where there is room for it.
    func draw(
        _ bookmark: Bookmark, at line: Int, of pane: ReadingPane, in area: ReadingLayout.Area, frame: inout Frame
    ) {
        let row = line - pane.top
        guard (0..<area.text.rows).contains(row) else { return }
        frame.write("◆", row: area.text.row + row, column: area.text.column - 1, role: .accent)
        guard !bookmark.note.isEmpty else { return }
        let start = area.text.column + CharacterWidth.of(pane.text.lines[line].text) + 2
        let room = area.bar - start - 1
        guard room >= 12 else { return }
        frame.write("◆ " + bookmark.note, row: area.text.row + row, column: start, columns: room, role: .muted)
    }

    /// Draws the line that a bookmark is being made on.
    func draw(_ making: BookmarkMaking, in area: ReadingLayout.Area, of frame: inout Frame) {
        let row = making.line - (tops[page] ?? 0)
        guard (0..<area.text.rows).contains(row), text.lines.indices.contains(making.line) else { return }
        let line = text.lines[making.line]
        frame.paint(0..<line.text.count, of: line, row: row, in: area.text, role: .selection)
        frame.write(">", row: area.text.row + row, column: area.text.column - 2, role: .key)
    }
}
