package import CaseModel
internal import TextUI

/// What stood for an item once, with its time as the reviewer's clock shows it.
package struct DatedVersion: Hashable, Sendable {
    package var version: ItemVersion
    /// `11/20 14:02`.
    package var time: String

    /// A version with its time.
    package init(_ version: ItemVersion, time: String) {
        self.version = version
        self.time = time
    }
}

/// The history of an item: a list of what stood once, and below it how each differs from the one before.
struct VersionsOverlay: Sendable {
    let number: CaseNumber
    let item: Int
    /// The newest first; nil while they are read.
    private(set) var versions: [DatedVersion]?
    private(set) var cursor = 0
    /// The first line of the text that is shown.
    private(set) var top = 0

    init(number: CaseNumber, item: Int) {
        self.number = number
        self.item = item
    }

    var selected: DatedVersion? { versions.flatMap { $0.indices.contains(cursor) ? $0[cursor] : nil } }

    /// Takes the versions, oldest first.
    mutating func show(_ versions: [DatedVersion]) { self.versions = versions.reversed() }

    mutating func move(_ step: Int) {
        cursor = max(0, min(cursor + step, (versions?.count ?? 0) - 1))
        top = 0
    }

    mutating func scroll(_ step: Int, rows: Int, columns: Int) {
        let last = max(0, text(columns: columns).lines.count - textRows(of: rows))
        top = max(0, min(top + step, last))
    }

    /// The rows of the list: a third of the screen at most.
    private func listRows(of rows: Int) -> Int { max(1, min(versions?.count ?? 1, (rows - 4) / 3)) }
    private func textRows(of rows: Int) -> Int { max(0, rows - 3 - listRows(of: rows)) }

    /// The selected version, its words held against the version before.
    private func text(columns: Int) -> ReadingText {
        guard let versions, let selected else { return ReadingText([], width: 1) }
        let width = max(1, min(columns - 4, 100))
        let before = versions.indices.contains(cursor + 1) ? versions[cursor + 1].version : nil
        var blocks: [ReadingText.Block] = []
        func add(_ heading: String, _ old: String, _ new: String, empty: String) {
            blocks.append(.init(text: heading, role: .heading))
            guard !(old.isEmpty && new.isEmpty) else {
                blocks.append(.init(text: empty, role: .muted))
                return
            }
            let difference = WordDifference(from: before == nil ? new : old, to: new)
            blocks.append(
                .init(
                    text: difference.text, role: .body,
                    marks: difference.changes.map { .init(range: $0.range, role: $0.isAdded ? .success : .error) }))
        }
        func words(_ decision: Decision?) -> String { decision?.rawValue ?? "none" }
        add("Decision", before.map { words($0.decision) } ?? "", words(selected.version.decision), empty: "none")
        add("Guideline line", before?.reviewerGuideline ?? "", selected.version.reviewerGuideline, empty: "none")
        add("Rationale", before?.rationale ?? "", selected.version.rationale, empty: "none yet")
        return ReadingText(blocks, width: width)
    }

    func draw(in frame: inout Frame) {
        frame.fill(row: 1, column: 0, rows: frame.rows - 2, columns: frame.columns, role: .body)
        let count = versions?.count ?? 0
        Chrome.title(
            "\(number) · item \(item) · what stood before", right: count == 0 ? "" : "\(cursor + 1)/\(count)",
            in: &frame)
        frame.cursor = nil
        guard count > 0 else {
            let words =
                versions == nil ? "reading …" : "Nothing was written or decided here yet; e writes, u and o decide."
            frame.write(words, row: 2, column: 3, role: .muted)
            Chrome.footer([("q", "back")], notice: nil, right: "", in: &frame)
            return
        }
        drawList(in: &frame)
        let rule = 1 + listRows(of: frame.rows)
        for column in 0..<frame.columns { frame.write("─", row: rule, column: column, role: .border) }
        let isFirst = cursor == count - 1
        frame.write(
            isFirst ? " the first that is kept " : " [−went] [+came] since the one before ", row: rule, column: 2,
            role: .muted)
        frame.draw(
            text(columns: frame.columns), top: top,
            in: Rect(row: rule + 1, column: 2, rows: textRows(of: frame.rows), columns: max(1, frame.columns - 4)))
        Chrome.footer(
            [("j", "older"), ("k", "newer"), ("Space", "read on"), ("Enter", "bring back"), ("q", "back")], notice: nil,
            right: "", in: &frame)
    }

    private func drawList(in frame: inout Frame) {
        guard let versions else { return }
        let rows = listRows(of: frame.rows)
        let first = max(0, min(cursor - rows / 2, versions.count - rows))
        for row in 0..<rows where versions.indices.contains(first + row) {
            frame.point(.entry(first + row - cursor), row: 1 + row, column: 0, columns: frame.columns)
            let one = versions[first + row]
            let isSelected = first + row == cursor
            func role(_ role: Role) -> Role { isSelected ? .selection : role }
            if isSelected {
                frame.fill(row: 1 + row, column: 0, columns: frame.columns, role: .selection)
                frame.cursor = Position(row: 1 + row, column: 1)
            }
            frame.write(isSelected ? ">" : " ", row: 1 + row, column: 1, role: role(.body))
            frame.write(one.time, row: 1 + row, column: 3, columns: 15, role: role(.body))
            frame.write(one.version.occasion.words, row: 1 + row, column: 19, columns: 20, role: role(.accent))
            frame.write(
                one.version.decision?.rawValue ?? "open", row: 1 + row, column: 40, columns: 11, role: role(.body))
            frame.write(
                one.version.actor, row: 1 + row, column: 52, columns: frame.columns - 53, role: role(.muted))
        }
    }
}
