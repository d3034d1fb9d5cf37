internal import CaseModel
internal import TextUI

/// A search goes over the summary and all records: what is on the screen is marked, the rest is counted in the store.
/// On the letter, which repeats the summary, it keeps to the letter.
extension CaseScreen {
    /// Takes a key into the search field.
    mutating func handleInSearch(_ key: Key) -> [Effect] {
        guard var field = searchField else { return [] }
        switch field.handle(key) {
        case .cancelled:
            searchField = nil
            setSearch("")
        case .submitted:
            searchField = nil
            return look(for: field.text)
        case .changed:
            searchField = field
            setSearch(field.text)
        case .moved, .ignored:
            searchField = field
        }
        return []
    }

    /// Ends the search: its marks are gone.
    /// - Returns: whether anything was searched for.
    mutating func endSearch() -> Bool {
        guard !search.isEmpty else { return false }
        setSearch("")
        reading.found.isWanted = false
        return true
    }

    private mutating func setSearch(_ words: String) {
        search = words
        reading.match = nil
        reading.found.inRecords = nil
        reading.found.generation += 1
        reading.found.isCounting = false
        layOut()
    }

    /// Searches for words from the top line on.
    mutating func look(for words: String) -> [Effect] {
        setSearch(words)
        guard let phrase = PhraseSearch(words) else { return [] }
        let summary = ReadingText(summaryBlocks, width: 100, search: words)
        reading.found.onSummary = summary.matches.count
        let top = tops[page] ?? 0
        if let index = text.matches.firstIndex(where: { $0.line >= top }) ?? text.matches.indices.first {
            goToMatch(MatchPlace(page: page, index: index))
        }
        reading.found.isWanted = text.matches.isEmpty && page != .letter
        guard !reviewCase.records.isEmpty else {
            reading.found.inRecords = []
            return goToWanted()
        }
        reading.found.isCounting = true
        let counting = Effect.countInRecords(number, phrase, generation: reading.found.generation)
        return [counting] + (page == .letter ? goToWanted() : [])
    }

    mutating func countedInRecords(_ number: CaseNumber, _ counts: [PageMatches], generation: Int) -> [Effect] {
        guard number == self.number, generation == reading.found.generation else { return [] }
        reading.found.inRecords = counts
        reading.found.isCounting = false
        return goToWanted()
    }

    /// Goes to the first match elsewhere, when the page has none.
    private mutating func goToWanted() -> [Effect] {
        guard text.matches.isEmpty, reading.found.isWanted || page == .letter else { return [] }
        defer { reading.found.isWanted = false }
        guard reading.found.isWanted, !pagesWithMatches.isEmpty else {
            remark = notFound
            return []
        }
        return goToMatch(1)
    }

    /// The records could not be counted: the search is over the pages that are shown.
    mutating func countingFailed() {
        reading.found.isCounting = false
        reading.found.isWanted = false
    }

    private var notFound: String {
        page == .letter
            ? "“\(search)” is not on this page"
            : reviewCase.records.isEmpty
                ? "“\(search)” is not in the summary" : "“\(search)” is neither in the summary nor in the records"
    }

    /// The pages that a search goes over, with how many matches each has, none left out but those without.
    private var pagesWithMatches: [(page: CasePage, count: Int)] {
        guard page != .letter else { return text.matches.isEmpty ? [] : [(.letter, text.matches.count)] }
        var pages: [(page: CasePage, count: Int)] = [(.summary, reading.found.onSummary)]
        pages += (reading.found.inRecords ?? []).map { (.record($0.record, page: $0.page), $0.count) }
        // What is on the screen is counted as it is seen.
        if let index = pages.firstIndex(where: { $0.page == page }) {
            if recordTexts[page] != nil || page == .summary { pages[index].count = text.matches.count }
        } else if !text.matches.isEmpty {
            pages.append((page, text.matches.count))
            pages.sort { ReadingPlace.start(of: $0.page) < ReadingPlace.start(of: $1.page) }
        }
        return pages.filter { $0.count > 0 }
    }

    /// The match that was gone to last, where it is on the page.
    var currentMatch: ReadingText.Match? {
        guard let match = reading.match, match.page == page, text.matches.indices.contains(match.index) else {
            return nil
        }
        return text.matches[match.index]
    }

    /// `match 3 of 17`, or `17 matches`, with dots as long as the records are being counted; empty when nothing is searched
    /// for or found.
    var matchWords: String {
        guard !search.isEmpty else { return "" }
        let pages = pagesWithMatches
        let all = pages.reduce(0) { $0 + $1.count }
        let more = reading.found.isCounting ? " …" : ""
        guard all > 0 else { return more.isEmpty ? "" : "searching" + more }
        guard let match = reading.match, match.page == page, let at = pages.firstIndex(where: { $0.page == match.page })
        else {
            return (all == 1 ? "1 match" : "\(all) matches") + more
        }
        let before = pages[..<at].reduce(0) { $0 + $1.count }
        return "match \(before + match.index + 1) of \(all)" + more
    }

    /// How many matches a document has: the summary (0) or a record.
    func matchCount(ofDocument document: Int) -> Int {
        pagesWithMatches.reduce(0) { sum, entry in
            switch entry.page {
            case .summary: sum + (document == 0 ? entry.count : 0)
            case .record(document, _): sum + entry.count
            case .record, .letter, .item: sum
            }
        }
    }

    /// The first page of a document that has a match; nil when none has.
    func firstMatchPage(ofRecord record: Int) -> CasePage? {
        pagesWithMatches.lazy.map(\.page).first { if case .record(record, _) = $0 { true } else { false } }
    }

    /// Goes to the next match or the one before, on this page or another, around the end when need be.
    mutating func goToMatch(_ step: Int) -> [Effect] {
        let pages = pagesWithMatches
        guard !pages.isEmpty else {
            remark = notFound
            return []
        }
        if let index = neighbour(step) { return goToMatch(MatchPlace(page: page, index: index)) }
        let here = ReadingPlace.start(of: page)
        let next: (page: CasePage, count: Int)? =
            if page == .letter {
                pages.first
            } else if step > 0 {
                pages.first { ReadingPlace.start(of: $0.page) > here } ?? pages.first
            } else {
                pages.last { ReadingPlace.start(of: $0.page) < here } ?? pages.last
            }
        guard let next else { return [] }
        return goToMatch(MatchPlace(page: next.page, index: step > 0 ? 0 : next.count - 1))
    }

    /// The match of this page that comes next: after the one gone to last while that is in view, else from the top line
    /// on. Nil at either end of the page.
    private func neighbour(_ step: Int) -> Int? {
        let top = tops[page] ?? 0
        if let match = currentMatch, (top..<(top + readingHeight)).contains(match.line), let at = reading.match?.index {
            return text.matches.indices.contains(at + step) ? at + step : nil
        }
        return step > 0
            ? text.matches.firstIndex { $0.line >= top }
            : text.matches.lastIndex { $0.line < top + readingHeight }
    }

    @discardableResult
    private mutating func goToMatch(_ match: MatchPlace) -> [Effect] {
        let effects = page == match.page ? [] : go(to: match.page)
        reading.match = match
        showMatch()
        return effects
    }

    /// Scrolls to the match that was gone to, once its page is there.
    mutating func showMatch() {
        guard let match = reading.match, match.page == page, let last = text.matches.indices.last else { return }
        reading.match?.index = min(match.index, last)
        if let line = currentMatch?.line { show(line: line) }
    }
}

extension ReadingPlace {
    /// Where a page begins; the letter and the items come before all records.
    static func start(of page: CasePage) -> ReadingPlace {
        switch page {
        case .summary, .item, .letter: .summary(character: 0)
        case .record(let record, let page): .record(record, page: page, line: 0)
        }
    }
}
