internal import TextUI

/// A tour over the real screens: a card for each that is come to, told by what the reviewer does. It takes no key but
/// Escape, so it is never in the way.
struct Tour: Hashable, Sendable {
    /// What a card is about, in the order in which a first case comes to it.
    enum Station: Int, Hashable, Sendable, CaseIterable {
        case worklist, summary, item, writing, deciding, findings, end
    }

    /// The cards that were seen.
    var seen: Set<Station> = []
}

extension Workstation {
    /// The card for where the reviewer is; nil where an overlay explains itself.
    var station: Tour.Station? {
        guard let tour else { return nil }
        if case .findings = overlay { return .findings }
        guard overlay == nil else { return nil }
        guard let screen = caseFile else { return tour.seen.contains(.item) ? .end : .worklist }
        guard let item = screen.itemNumber else { return .summary }
        let desk = screen.desks[item - 1]
        if desk.isWriting { return .writing }
        return tour.seen.contains(.writing) || desk.chosen != nil ? .deciding : .item
    }

    /// Notes what was seen; Escape ends the tour where it has no other meaning, and any key does at its end.
    mutating func handleInTour(_ key: Key) -> [Effect]? {
        guard let station else { return nil }
        if station == .end { tour = nil }
        tour?.seen.insert(station)
        let isInField = caseFile.map { screen in
            screen.searchField != nil
                || screen.itemNumber.map {
                    let desk = screen.desks[$0 - 1]
                    return desk.isWriting || desk.citationField != nil || desk.guidelines.quoting != nil
                } ?? false
        }
        guard key == .named(.escape), overlay == nil, isInField != true, count == nil,
            caseFile != nil || !worklist.isFiltering
        else { return nil }
        tour = nil
        return note("the tour is over; \(keymap.label(of: .tour, in: place) ?? ":tour") begins it again")
    }

    private func words(_ station: Tour.Station) -> String {
        func key(_ id: CommandID) -> String { keymap.label(of: id, in: place) ?? ":\(id.rawValue)" }
        return switch station {
        case .worklist:
            "These are the cases that wait for you, the most urgent first. \(key(.down)) and \(key(.up)) move, "
                + "\(key(.filter)) filters while you type. \(key(.open)) opens the case."
        case .summary:
            "What the case is about: its dates, the summary, the disputed items, the records. \(key(.readOn)) reads "
                + "on, \(key(.records)) shows the records, \(key(.letter)) the letter. \(key(.item)) goes to the item."
        case .item:
            "The disputed item: the request at the left, the guideline at the right; \(key(.switchPane)) changes what "
                + "\(key(.down)) and \(key(.up)) scroll. \(key(.template)) fills a template, \(key(.edit)) writes."
        case .writing:
            "The rationale, saved as a draft while you write. Tab goes to the next blank, ^G quotes the guideline. "
                + "Esc is done."
        case .deciding:
            "\(key(.uphold)) upholds, \(key(.overturn)) overturns; that is recorded once a rationale without blanks is "
                + "there. \(key(.findings)) shows what the check found, \(key(.sign)) signs, \(key(.back)) leads back."
        case .findings:
            "What the check found, with both places of each. f mends it, x lets it stand with a reason, q leads back."
        case .end:
            "That was the way of a case. \(key(.help)) shows the keys of every screen, \(key(.palette)) finds a "
                + "command by its name, \(key(.tour)) brings this tour back."
        }
    }

    /// Draws the card above the bottom line, or under the top line where the cursor would stand beneath it.
    func drawTour(in frame: inout Frame) {
        guard let station, frame.rows >= 16, frame.columns >= 50 else { return }
        let lines = WrappedText(words(station), width: frame.columns - 4).lines.prefix(4)
        let below = frame.rows - 2 - lines.count
        let isBelow = frame.cursor.map { $0.row < below } ?? true
        let rule = isBelow ? below : 1 + lines.count
        let first = isBelow ? below + 1 : 1
        frame.fill(row: min(first, rule), column: 0, rows: lines.count + 1, columns: frame.columns, role: .body)
        frame.horizontalRule(row: rule, column: 0, columns: frame.columns, role: .accent)
        let number = "\(station.rawValue + 1) of \(Tour.Station.allCases.count)"
        frame.write(" Tour \(number) · Esc ends it ", row: rule, column: 2, role: .accent)
        for (row, line) in lines.enumerated() {
            frame.write(line.text, row: first + row, column: 2, role: .heading)
        }
    }
}
