internal import CaseModel
internal import Checks
internal import TextUI

/// Which of what a text names is marked in it.
struct MentionMarks: Sendable {
    /// The kinds that are marked; none at first.
    var shown: Set<TextMention.Kind> = []
    /// What each page names, a list a block that has a place; found once and kept.
    var known: [CasePage: [[TextMention]]] = [:]
    /// The summary that was looked over, which can be edited; pages of records stay as they are.
    var summary = ""

    /// All, then each kind alone, then none again.
    mutating func turn() {
        let steps: [Set<TextMention.Kind>] = [[], [.date, .amount, .bodyPart], [.date], [.amount], [.bodyPart]]
        let at = steps.firstIndex(of: shown) ?? 0
        shown = steps[(at + 1) % steps.count]
    }
}

extension TextMention.Kind {
    /// The role in which it is marked.
    var role: Role {
        switch self {
        case .date: .date
        case .amount: .amount
        case .bodyPart: .bodyPart
        }
    }

    /// As it is counted: `4 dates`.
    func words(_ count: Int) -> String {
        switch self {
        case .date: count == 1 ? "1 date" : "\(count) dates"
        case .amount: count == 1 ? "1 amount" : "\(count) amounts"
        case .bodyPart: count == 1 ? "1 part of the body" : "\(count) parts of the body"
        }
    }
}

extension CaseScreen {
    /// Marks other kinds, or none.
    mutating func turnMentions() {
        reading.mentions.turn()
        layOut()
        guard page.isItem || reading.mentions.shown.isEmpty else { return }
        let counts = mentionCounts(of: .summary)
        remark =
            reading.mentions.shown.isEmpty
            ? "nothing is marked any more"
            : "marked in the summary: "
                + counts.filter { reading.mentions.shown.contains($0.kind) }.map { $0.kind.words($0.count) }
                .joined(separator: ", ")
    }

    /// Finds what pages name, where that is shown and not known yet.
    mutating func findMentions() {
        guard !reading.mentions.shown.isEmpty else { return }
        let summary = reviewCase.determination.summary
        if reading.mentions.summary != summary {
            reading.mentions.summary = summary
            reading.mentions.known[.summary] = nil
        }
        for page in Set([.summary, page] + (reading.beside.map { [$0.page] } ?? [])) {
            guard reading.mentions.known[page] == nil else { continue }
            let texts = placedTexts(of: page)
            // A page that is still being read is looked at once it is there.
            guard !texts.isEmpty else { continue }
            reading.mentions.known[page] = texts.map { TextMention.all(in: $0) }
        }
    }

    private func placedTexts(of page: CasePage) -> [String] {
        switch page {
        case .summary: [reviewCase.determination.summary]
        case .record(let record, let number):
            recordBlocks(record, page: number).compactMap { $0.place == nil ? nil : $0.text }
        case .item, .letter: []
        }
    }

    /// The marks of what a block of a page names; blocks with a place are counted from 0.
    func mentionMarks(of page: CasePage, block: Int) -> [ReadingText.Mark] {
        guard !reading.mentions.shown.isEmpty, let blocks = reading.mentions.known[page],
            blocks.indices.contains(block)
        else { return [] }
        return blocks[block].filter { reading.mentions.shown.contains($0.kind) }
            .map { ReadingText.Mark(range: $0.range, role: $0.kind.role) }
    }

    private func mentionCounts(of page: CasePage) -> [(kind: TextMention.Kind, count: Int)] {
        let all = (reading.mentions.known[page] ?? []).joined()
        return TextMention.Kind.allCases.map { kind in (kind, all.count { $0.kind == kind }) }
    }

    /// Says beneath the text what is marked, each kind as it is marked, and what else there is.
    func drawMentionLegend(row: Int, in frame: inout Frame) {
        frame.fill(row: row, column: 0, columns: frame.columns, role: .muted)
        var column = frame.write("marked ", row: row, column: 2, role: .muted)
        for (kind, count) in mentionCounts(of: page) {
            let isShown = reading.mentions.shown.contains(kind)
            column = frame.write(isShown ? "[x] " : "[ ] ", row: row, column: column, role: .muted)
            column = frame.write(kind.words(count), row: row, column: column, role: isShown ? kind.role : .muted)
            column = frame.write("  ", row: row, column: column, role: .muted)
        }
    }
}
