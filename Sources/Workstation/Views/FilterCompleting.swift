internal import CaseModel
internal import TextUI

/// What Tab proposes for the word at the cursor of the filter.
struct FilterCompleting: Hashable, Sendable {
    /// The filter as it was typed, and where the cursor stood in it.
    private let typed: [Character]
    private let candidates: [FilterCompletion]
    /// The candidate that stands in the field; nil before the first Tab.
    private var chosen: Int?

    /// The candidates at a cursor; nil where there are none.
    init?(_ field: LineField, specialties: [String], tags: [String]) {
        typed = Array(field.text)
        candidates = WorklistFilter.completions(
            in: field.text, at: field.cursor, specialties: specialties, tags: tags)
        guard !candidates.isEmpty else { return nil }
    }

    /// The field with the next candidate (or the one before) in it, the cursor behind it.
    mutating func turn(_ step: Int) -> LineField {
        let count = candidates.count
        let next = chosen.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
        chosen = next
        let candidate = candidates[next]
        let after = String(typed[candidate.range.upperBound...])
        var field = LineField(text: String(typed[..<candidate.range.lowerBound]) + candidate.text + after)
        for _ in after { _ = field.handle(.named(.left)) }
        return field
    }

    /// Whether there is nothing to choose: the one candidate is taken, and the next Tab asks anew.
    var isSettled: Bool { candidates.count == 1 && chosen != nil }

    /// The candidates on a line, the chosen one and what it finds first to be seen.
    func draw(row: Int, in frame: inout Frame) {
        frame.fill(row: row, column: 0, columns: frame.columns, role: .footer)
        var column = frame.write("Tab ", row: row, column: 1, role: .key)
        let summary = chosen.map { candidates[$0].summary } ?? ""
        let room = frame.columns - (summary.isEmpty ? 1 : CharacterWidth.of(summary) + 3)
        // From the chosen one on, so that it is never beyond the edge.
        let order = candidates.indices.map { ($0 + (chosen ?? 0)) % candidates.count }
        for index in order {
            let text = candidates[index].text
            guard column + CharacterWidth.of(text) + 2 <= room else { break }
            column = frame.write(text, row: row, column: column, role: index == chosen ? .selection : .footer)
            column = frame.write("  ", row: row, column: column, role: .footer)
        }
        guard !summary.isEmpty else { return }
        frame.write(
            summary, row: row, column: max(column, frame.columns - CharacterWidth.of(summary) - 1),
            columns: frame.columns - column - 1, role: .muted)
    }
}
