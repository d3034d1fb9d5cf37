internal import CaseModel
internal import Checks
internal import TextUI

extension CaseScreen {
    /// The section that is shown, with its way up, how sure it is and whether it is in force; and above it what a
    /// published letter had decided, once that may be seen.
    func guidelineText(_ item: Int, width: Int) -> ReadingText {
        let desk = desks[item - 1]
        var blocks = publishedBlocks(item) + lineBlocks(item)
        guard let page = desk.guidelines.shown else {
            return ReadingText(blocks + citationBlocks(desk), width: width, search: search)
        }
        blocks.append(.init(text: title(of: page, width: width), role: .accent))
        blocks.append(contentsOf: standing(of: page, desk.guidelines).map { .init(text: $0.text, role: $0.role) })
        blocks.append(.init(text: "", role: .body))
        let wanted = tellingWords(desk.item.matter)
        for (index, passage) in page.passages.enumerated() {
            var block: ReadingText.Block
            switch passage.change {
            case .removed: block = .init(text: "− " + passage.text, role: .error)
            case .added: block = .init(text: "+ " + passage.text, role: .success)
            case .altered:
                block = .init(text: passage.text, role: .body)
                block.marks = passage.words.map { .init(range: $0.range, role: $0.isAdded ? .success : .error) }
            case nil:
                block = .init(text: passage.text, role: .body)
                block.marks = marks(of: index, in: passage.text, desk.guidelines, words: wanted)
            }
            blocks.append(block)
            blocks.append(.init(text: "", role: .body))
        }
        if page.section == nil {
            blocks.append(.init(text: "The library does not have what is cited; / searches it.", role: .muted))
        }
        return ReadingText(blocks, width: width, search: search)
    }

    private func publishedBlocks(_ item: Int) -> [ReadingText.Block] {
        guard let published = reviewCase.published, published.indices.contains(item - 1) else { return [] }
        let theirs = published[item - 1]
        let agrees = theirs.decision == desks[item - 1].recorded
        var blocks = [
            ReadingText.Block(
                text:
                    "Published: \(style.word(of: theirs.decision)) (\(agrees ? "as you decided" : "you decided otherwise"))",
                role: agrees ? .success : .warning)
        ]
        if !theirs.reviewerGuideline.isEmpty { blocks.append(.init(text: theirs.reviewerGuideline, role: .muted)) }
        return blocks + [.init(text: theirs.rationale, role: .quotation), .init(text: "", role: .body)]
    }

    /// The guideline line itself, when the check points to words of it.
    private func lineBlocks(_ item: Int) -> [ReadingText.Block] {
        let line = desks[item - 1].guideline
        let marks = findingMarks(.reviewerGuideline, item: item, in: line)
        guard !marks.isEmpty else { return [] }
        return [.init(text: line, role: .body, marks: marks), .init(text: "", role: .body)]
    }

    /// What stands there while the library has nothing to show: the citation itself.
    private func citationBlocks(_ desk: ItemDesk) -> [ReadingText.Block] {
        var blocks = [ReadingText.Block(text: "Guideline cited", role: .heading)]
        let cited = citations(of: desk.guideline)
        if desk.guideline.isEmpty {
            blocks.append(
                .init(text: "Nothing is cited yet: c writes the guideline line, / searches the library.", role: .muted))
        } else if cited.isEmpty {
            blocks.append(.init(text: desk.guideline, role: .body))
        }
        for citation in cited {
            var title = citation
            title.sections = []
            blocks.append(.init(text: title.words, role: .accent))
            blocks += citation.sections.map { .init(text: "  " + $0, role: .body) }
        }
        return blocks
    }

    /// The way down to the section; where it is long, what lies between gives way to what is at its ends.
    private func title(of page: GuidelinePage, width: Int) -> String {
        guard page.section != nil else { return page.citation.words }
        let whole = page.path.joined(separator: " › ")
        guard page.path.count > 2, CharacterWidth.of(whole) > width else { return whole }
        return page.path[0] + " › … › " + (page.path.last ?? "")
    }

    /// The lines under the title: where it comes from, how sure it is, whether it is in force.
    private func standing(of page: GuidelinePage, _ guidelines: GuidelineDesk) -> [(text: String, role: Role)] {
        let origin: String
        if !guidelines.trail.isEmpty {
            origin = "< comes back"
        } else {
            let count = guidelines.pages.count
            let turn = count > 1 ? " \(guidelines.index + 1) of \(count) [ ]" : ""
            switch page.origin {
            case .cited: origin = "cited\(turn)"
            case .citedByAdministrator: origin = "UR cites\(turn)"
            case .suggested: origin = "suggested\(turn)"
            case .visited: origin = "visited"
            }
        }
        var facts: [String] = []
        if let rank = page.rank { facts.append("rank \(rank)") }
        if page.section != nil, page.origin == .cited || page.origin == .citedByAdministrator {
            let hundredths = Int((page.confidence * 100).rounded())
            facts.append(
                "match \(hundredths == 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + String(hundredths))")
        }
        if page.isDemonstration { facts.append("demonstration") }
        var lines = [(text: ([origin] + facts).joined(separator: " · "), role: Role.muted)]
        if page.isInForce == false {
            let instead = page.ways.first { $0.reason == "in force instead" }
            lines.append((text: "not in force" + (instead.map { "; > leads to \($0.words)" } ?? ""), role: .warning))
        }
        return lines
    }

    /// The words of an item that tell what it is about, in small letters: those of four letters and more.
    private func tellingWords(_ matter: String) -> Set<String> {
        let common: Set<String> = [
            "with", "without", "times", "week", "weeks", "request", "original", "month", "supply", "each",
        ]
        return Set(matter.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 3 }).subtracting(
            common)
    }

    private func marks(
        of passage: Int, in text: String, _ guidelines: GuidelineDesk, words: Set<String>
    ) -> [ReadingText.Mark] {
        var marks: [ReadingText.Mark] = []
        var start: Int?
        let characters = Array(text)
        for offset in 0...characters.count {
            let isLetter = offset < characters.count && characters[offset].isLetter
            if isLetter, start == nil { start = offset }
            if !isLetter, let begin = start {
                if words.contains(String(characters[begin..<offset]).lowercased()) {
                    marks.append(.init(range: begin..<offset, role: .match))
                }
                start = nil
            }
        }
        guard let quoting = guidelines.quoting else { return marks }
        for (index, sentence) in quoting.sentences.enumerated() where sentence.passage == passage {
            if quoting.chosen.contains(index) { marks.append(.init(range: sentence.range, role: .selection)) }
        }
        return marks
    }
}
