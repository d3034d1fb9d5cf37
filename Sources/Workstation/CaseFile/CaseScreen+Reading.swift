internal import CaseModel
internal import Checks
internal import Letters
internal import TextUI

extension CaseScreen {
    /// Rows between the top line and the bottom line of a reading page.
    var readingHeight: Int { max(1, rows - 2) }

    /// The width of running text: no wider than reads well.
    private var readingWidth: Int { max(1, min(columns - 4, 100)) }

    /// Wraps the text of the page that is shown.
    mutating func layOut() {
        text = ReadingText(blocks, width: readingWidth, search: search)
        tops[page] = min(tops[page] ?? 0, lastTop)
    }

    /// The top line at which the end of the text stands at the bottom of the screen.
    var lastTop: Int { max(0, text.lines.count - readingHeight) }

    private var blocks: [ReadingText.Block] {
        switch page {
        case .summary: summaryBlocks
        case .item: []
        case .letter: letterBlocks
        case .record(let record, let number): recordBlocks(record, page: number)
        }
    }

    private var summaryBlocks: [ReadingText.Block] {
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
        let reviewer = determination.reviewer
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
                ? .init(text: "The case has no clinical summary.", role: .muted)
                : .init(text: summary, role: .body, marks: findingMarks(.summary, item: nil, in: summary)))
        blocks.append(.init(text: "", role: .body))
        blocks.append(.init(text: "Disputed items", role: .heading))
        for (index, desk) in desks.enumerated() {
            let word = "\(index + 1)  \(desk.recorded?.word ?? "open")\(desk.isUnrecorded ? " ✎" : "")"
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
    private func recordBlocks(_ record: Int, page number: Int) -> [ReadingText.Block] {
        guard let text = recordTexts[page] else { return [.init(text: "reading the page …", role: .muted)] }
        let linked = linkedLines(record: record, page: number)
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            let isLinked = linked.contains { $0.contains(index + 1) }
            return .init(text: VisibleText.expandTabs(line), role: isLinked ? .quotation : .body)
        }
    }

    private var letterBlocks: [ReadingText.Block] {
        do {
            // Set to the width of the screen: the words are those of the letter, the lines are not.
            let document = try LetterWriter.document(reviewCase.determination)
            let letter = TextRendering(width: min(95, readingWidth)).text(of: document)
            return letter.split(separator: "\n", omittingEmptySubsequences: false)
                .map { ReadingText.Block(text: String($0), role: .body) }
        } catch {
            return [.init(text: error.description, role: .error)]
        }
    }

    mutating func recordLoaded(_ number: CaseNumber, record: Int, page: Int, text: String) {
        guard number == self.number else { return }
        recordTexts[.record(record, page: page)] = text
        if self.page == .record(record, page: page) { layOut() }
    }

    /// Shows a page; a page of a record is read when it is not there yet.
    @discardableResult
    mutating func go(to page: CasePage) -> [Effect] {
        self.page = page
        layOut()
        if page.isItem {
            if let correction = reviewCase.correction, !isCorrectionSaid {
                isCorrectionSaid = true
                remark = "returned for correction: \(correction)"
            }
            return lookUpGuidelines()
        }
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

    /// Goes to the next match below (or above) the top line, around the end when need be.
    mutating func goToMatch(_ step: Int) {
        let top = tops[page] ?? 0
        let matches = text.matchLines
        guard !matches.isEmpty else {
            remark = "“\(search)” is not on this page"
            return
        }
        let target: Int
        if step > 0 {
            target = matches.first { $0 > top } ?? matches[0]
        } else {
            target = matches.last { $0 < top } ?? matches[matches.count - 1]
        }
        tops[page] = min(target, lastTop)
        let index = (matches.firstIndex(of: target) ?? 0) + 1
        remark = "match \(index) of \(matches.count)"
    }
}
