internal import CaseModel
internal import TextUI

extension CaseScreen {
    /// Whether two places are shown.
    var isSplit: Bool {
        reading.beside != nil && ReadingLayout.hasRoomForTwo(rows: rows, columns: columns) && !page.isItem
    }

    /// Where the texts of a reading page stand.
    var readingLayout: ReadingLayout {
        ReadingLayout(
            rows: rows, columns: columns, isSplit: isSplit,
            hasLegend: !reading.mentions.shown.isEmpty && page != .letter)
    }

    /// Where the text stands that the keys move.
    var readingArea: ReadingLayout.Area {
        let areas = readingLayout.areas
        return areas.count == 2 && reading.isSecond ? areas[1] : areas[0]
    }

    /// Why two places cannot be shown; nil when they can.
    var splitObstacle: String? {
        guard reading.beside == nil, !ReadingLayout.hasRoomForTwo(rows: rows, columns: columns) else { return nil }
        return "two places need \(ReadingLayout.wide) columns or \(ReadingLayout.high) rows"
    }

    /// Shows a second place beside the one that is read, or one alone again.
    mutating func split() -> [Effect] {
        guard reading.beside == nil else {
            unsplit()
            return []
        }
        let other: CasePage
        if page == .summary {
            let last =
                lastRecordPage
                ?? reviewCase.records.first { $0.pageCount > 0 }
                .map { .record($0.position, page: 1) }
            other = last ?? .letter
        } else {
            other = .summary
        }
        // The summary stands first, whichever of the two is read.
        reading.isSecond = page != .summary
        reading.beside = ReadingPane(page: other, top: tops[other] ?? 0)
        layOut()
        return load(other)
    }

    /// Shows one place alone.
    mutating func unsplit() {
        reading.beside = nil
        reading.isSecond = false
        layOut()
    }

    /// Gives the keys to the other of two places.
    mutating func switchPlace() {
        guard let other = reading.beside else { return }
        reading.beside = ReadingPane(page: page, top: tops[page] ?? 0, text: text)
        reading.isSecond.toggle()
        page = other.page
        tops[page] = other.top
        layOut()
    }

    /// The page of the records that was read last, as far as it is known.
    private var lastRecordPage: CasePage? {
        let scrolled = tops.keys.compactMap { page -> (Int, Int)? in
            if case .record(let record, let number) = page { (record, number) } else { nil }
        }
        return scrolled.max { $0 < $1 }.map { .record($0.0, page: $0.1) }
    }

    /// Shows a place: its page, scrolled so that its line is in view.
    mutating func go(to place: ReadingPlace) -> [Effect] {
        let effects = go(to: place.page)
        reading.arrival = place
        arriveAtPlace()
        return effects
    }

    /// Scrolls to the place that the page was gone to for, once the page is there.
    mutating func arriveAtPlace() {
        guard let place = reading.arrival, place.page == page, let line = text.line(of: place) else { return }
        reading.arrival = nil
        show(line: line)
    }

    /// Scrolls so that a line is in view, with some lines before it where it was not.
    mutating func show(line: Int) {
        let top = tops[page] ?? 0
        let height = readingArea.text.rows
        guard line < top || line >= top + height else { return }
        tops[page] = max(0, min(line - min(3, height / 3), lastTop))
    }
}
