internal import CaseModel
internal import Checks
internal import Letters
internal import TextUI

extension CaseScreen {
    /// Rows of the text that the keys move.
    var readingHeight: Int { readingArea.text.rows }

    /// Wraps the text of the page that is shown, and of the one beside it.
    mutating func layOut() {
        findMentions()
        let areas = readingLayout.areas
        text = readingText(of: page, in: readingArea)
        tops[page] = min(tops[page] ?? 0, lastTop)
        keepPlaceOfMarking()
        guard var other = reading.beside else { return }
        let area = areas.count == 2 && !reading.isSecond ? areas[1] : areas[0]
        other.text = readingText(of: other.page, in: area)
        other.top = max(0, min(other.top, other.text.lines.count - area.text.rows))
        reading.beside = other
    }

    /// A page wrapped to its place: no wider than reads well.
    private func readingText(of page: CasePage, in area: ReadingLayout.Area) -> ReadingText {
        let width = max(1, min(area.text.columns - 1, 100))
        return ReadingText(blocks(of: page, width: width), width: width, search: search)
    }

    /// The top line at which the end of the text stands at the bottom of the screen.
    var lastTop: Int { max(0, text.lines.count - readingHeight) }

    private func blocks(of page: CasePage, width: Int) -> [ReadingText.Block] {
        switch page {
        case .summary: summaryBlocks
        case .item: []
        case .letter: letterBlocks(width: width)
        case .record(let record, let number): recordBlocks(record, page: number)
        }
    }

    var summaryBlocks: [ReadingText.Block] {
        let determination = reviewCase.determination
        let dates = determination.dates
        func day(_ day: Day?) -> String { day?.american ?? "–" }
        var blocks: [ReadingText.Block] = [
            .init(
                text: "Injury \(day(dates.injury))   UR \(day(dates.utilizationReview))   "
                    + "Application \(day(dates.applicationReceived))   Assigned \(day(dates.assigned))   "
                    + "Decided \(day(dates.decision))", role: .muted)
        ]
        if let correction = reviewCase.correction {
            blocks.append(.init(text: "", role: .body))
            blocks.append(.init(text: "Returned for correction: \(correction)", role: .warning))
        }
        let reviewer = access.credentials ?? determination.reviewer
        if !reviewer.specialties.isEmpty || !reviewer.licensure.isEmpty {
            blocks.append(
                .init(
                    text: "Reviewer \(reviewer.specialties.joined(separator: ", "))"
                        + (reviewer.licensure.isEmpty
                            ? "" : " · licensed in \(reviewer.licensure.joined(separator: ", "))"),
                    role: .muted))
        }
        blocks.append(.init(text: "", role: .body))
        let summary = determination.summary
        blocks.append(
            summary.isEmpty
                ? .init(text: "The case has no clinical summary yet; e writes it.", role: .muted)
                : .init(
                    text: summary, role: .body,
                    marks: mentionMarks(of: .summary, block: 0) + findingMarks(.summary, item: nil, in: summary),
                    place: .summary(character: 0)))
        blocks.append(.init(text: "", role: .body))
        blocks.append(.init(text: "Disputed items", role: .heading))
        for (index, desk) in desks.enumerated() {
            let word = "\(index + 1)  \(desk.recorded.map(style.word) ?? "open")\(desk.isUnrecorded ? " ✎" : "")"
            blocks.append(
                block(
                    word, findingTally { $0.item == index + 1 }, desk.item.text,
                    role: desk.recorded == nil ? .accent : .body))
        }
        let tally = findingTally { $0.item == nil }
        if !tally.words.isEmpty { blocks.append(block("–", tally, "the letter as a whole", role: .body)) }
        if !reviewCase.records.isEmpty {
            let reviewed = Set(documentsReviewed.map(\.position))
            blocks.append(.init(text: "", role: .body))
            blocks.append(.init(text: "Records (• relied on in a rationale)", role: .heading))
            for record in reviewCase.records {
                let pages = record.pageCount == 1 ? "1 page" : "\(record.pageCount) pages"
                let mark = reviewed.contains(record.position) ? "•" : " "
                blocks.append(.init(text: "\(mark) R\(record.position)  \(record.title), \(pages)", role: .body))
            }
        }
        return blocks
    }

    /// A row of the item list: what stands before the tally of the check, the tally, the item.
    private func block(
        _ before: String, _ tally: (words: String, role: Role), _ text: String, role: Role
    ) -> ReadingText.Block {
        guard !tally.words.isEmpty else { return .init(text: before + "  " + text, role: role) }
        let start = before.count + 2
        return .init(
            text: before + "  " + tally.words + "  " + text, role: role,
            marks: [.init(range: start..<(start + tally.words.count), role: tally.role)])
    }

    /// The lines of a record's page; those that a rationale rests on stand out.
    func recordBlocks(_ record: Int, page number: Int) -> [ReadingText.Block] {
        guard let text = recordTexts[.record(record, page: number)] else {
            return [.init(text: "reading the page …", role: .muted)]
        }
        let linked = linkedLines(record: record, page: number)
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            let isLinked = linked.contains { $0.contains(index + 1) }
            return .init(
                text: VisibleText.expandTabs(line), role: isLinked ? .quotation : .body,
                marks: mentionMarks(of: .record(record, page: number), block: index),
                place: .record(record, page: number, line: index + 1))
        }
    }

    private func letterBlocks(width: Int) -> [ReadingText.Block] {
        do {
            // Set to the width of the screen: the words are those of the letter, the lines are not.
            var determination = reviewCase.determination
            if determination.form == LetterForm() { determination.form = style.form }
            if let credentials = access.credentials { determination.reviewer = credentials }
            let document = try LetterWriter.document(determination, wording: style.wording)
            let letter = TextRendering(width: min(95, width)).text(of: document)
            return letter.split(separator: "\n", omittingEmptySubsequences: false)
                .map { ReadingText.Block(text: String($0), role: .body) }
        } catch {
            return [.init(text: error.description, role: .error)]
        }
    }

    mutating func recordLoaded(_ number: CaseNumber, record: Int, page: Int, text: String) {
        guard number == self.number else { return }
        let page = CasePage.record(record, page: page)
        recordTexts[page] = text
        guard self.page == page || reading.beside?.page == page else { return }
        layOut()
        arriveAtPlace()
        showMatch()
    }

    /// Shows a page; a page of a record is read when it is not there yet.
    @discardableResult
    mutating func go(to page: CasePage) -> [Effect] {
        self.page = page
        reading.arrival = nil
        // Whoever has gone on is not fetched back by a search that ends later.
        reading.found.isWanted = false
        layOut()
        if page.isItem {
            if let correction = reviewCase.correction, !isCorrectionSaid {
                isCorrectionSaid = true
                remark = "returned for correction: \(correction)"
            }
            return lookUpGuidelines()
        }
        return load(page)
    }

    /// Reads a page of a record that is not there yet.
    func load(_ page: CasePage) -> [Effect] {
        guard case .record(let record, let number) = page, recordTexts[page] == nil else { return [] }
        return [.loadRecordPage(self.number, record: record, page: number)]
    }

    mutating func go(toItem number: Int) -> [Effect] {
        guard desks.indices.contains(number - 1) else {
            remark = "the case has \(desks.count == 1 ? "1 item" : "\(desks.count) items")"
            return []
        }
        return go(to: .item(number))
    }

    /// Turns so many pages on or back; says so at either end.
    mutating func turn(_ step: Int) -> [Effect] {
        let pages = reviewCase.pages
        guard let index = pages.firstIndex(of: page), pages.indices.contains(index + step) else {
            remark = step > 0 ? "this is the last page of the case" : "this is the first page of the case"
            return []
        }
        return go(to: pages[index + step])
    }

    /// Scrolls the text of a reading page.
    mutating func scroll(_ step: Int) {
        tops[page] = max(0, min((tops[page] ?? 0) + step, lastTop))
    }

    /// A screen on, and at the end of the text the next page, as a pager goes on.
    mutating func readOn() -> [Effect] {
        guard (tops[page] ?? 0) < lastTop else { return turn(1) }
        scroll(max(1, readingHeight - 1))
        return []
    }

    mutating func readBack() -> [Effect] {
        guard (tops[page] ?? 0) > 0 else {
            let effects = turn(-1)
            if !page.isItem { tops[page] = lastTop }
            return effects
        }
        scroll(-max(1, readingHeight - 1))
        return []
    }
}
