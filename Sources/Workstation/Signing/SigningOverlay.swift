internal import CaseModel
internal import Letters
internal import TextUI

/// The way to a signature: what stands before it; else the whole letter, read to its end; then the signature.
struct SigningOverlay: Sendable {
    enum Phase: Sendable {
        /// The letter is being set.
        case preparing
        /// Something stands before it.
        case obstacles([SigningObstacle], cursor: Int)
        /// The letter is read.
        case letter
        /// The signature is being made.
        case signing
    }

    var number: CaseNumber
    /// The revision of the case that is read, and alone may be signed.
    var revision: Int
    var phase = Phase.preparing
    /// The letter as it will be signed.
    var letter = Document()
    var text = ReadingText([], width: 1)
    var top = 0
    /// Whether the end of the letter was seen.
    var isRead = false

    init(number: CaseNumber, revision: Int) {
        self.number = number
        self.revision = revision
    }

    mutating func show(_ letter: Document, rows: Int, columns: Int) {
        self.letter = letter
        phase = .letter
        layOut(rows: rows, columns: columns)
    }

    /// Sets the letter anew for a window of that size: the words are those that are signed, the lines are not.
    mutating func layOut(rows: Int, columns: Int) {
        let width = max(1, min(95, columns - 4))
        let blocks = TextRendering(width: width).text(of: letter).split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .map { ReadingText.Block(text: VisibleText.expandTabs($0), role: .body) }
        text = ReadingText(blocks, width: width)
        scroll(0, height: rows - 2)
    }

    mutating func scroll(_ step: Int, height: Int) {
        guard case .letter = phase else { return }
        top = max(0, min(top + step, text.lines.count - height))
        if top + height >= text.lines.count { isRead = true }
    }

    mutating func move(_ step: Int) {
        guard case .obstacles(let obstacles, let cursor) = phase else { return }
        phase = .obstacles(obstacles, cursor: max(0, min(cursor + step, obstacles.count - 1)))
    }
}

extension SigningOverlay {
    func draw(in frame: inout Frame) {
        frame.fill(row: 1, column: 0, rows: frame.rows - 2, columns: frame.columns, role: .body)
        frame.cursor = nil
        switch phase {
        case .preparing:
            Chrome.title("\(number) · signing", right: "", in: &frame)
            frame.write("setting the letter …", row: 2, column: 2, role: .muted)
            Chrome.footer([("q", "back")], notice: nil, right: "", in: &frame)
        case .obstacles(let obstacles, let cursor):
            let count = obstacles.count
            Chrome.title(
                "\(number) · before signing", right: count == 1 ? "1 obstacle" : "\(count) obstacles", in: &frame)
            draw(obstacles, cursor: cursor, in: &frame)
            let goes = obstacles.indices.contains(cursor) && obstacles[cursor].remedy != .outside
            Chrome.footer(
                (goes ? [("Enter", "go there")] : []) + [("q", "back")], notice: nil, right: "", in: &frame)
        case .letter, .signing:
            Chrome.title("\(number) · the letter to be signed", right: shownWords(frame.rows - 2), in: &frame)
            let height = frame.rows - 2
            frame.draw(text, top: top, in: Rect(row: 1, column: 2, rows: height, columns: max(1, frame.columns - 3)))
            if case .signing = phase {
                Chrome.footer(
                    [], notice: Notice(kind: .information, text: "signing …"), right: "", in: &frame)
            } else {
                Chrome.footer(
                    isRead
                        ? [("Enter", "sign it, for good"), ("q", "back")]
                        : [("Space", "read on"), ("G", "to the end: signing is offered there"), ("q", "back")],
                    notice: nil, right: "", in: &frame)
                frame.cursor = Position(row: frame.rows - 2, column: 0)
            }
        }
    }

    private func shownWords(_ height: Int) -> String {
        let lines = max(1, text.lines.count)
        return isRead ? "read to its end" : "\(min(lines, top + height) * 100 / lines) %"
    }

    private func draw(_ obstacles: [SigningObstacle], cursor: Int, in frame: inout Frame) {
        var row = 2
        for (index, obstacle) in obstacles.enumerated() {
            let isSelected = index == cursor
            let role: Role = isSelected ? .selection : .body
            let lines = WrappedText(obstacle.sentence, width: max(1, frame.columns - 5)).lines
            for (place, line) in lines.enumerated() where row < frame.rows - 1 {
                if isSelected { frame.fill(row: row, column: 0, columns: frame.columns, role: .selection) }
                if isSelected, place == 0 { frame.cursor = Position(row: row, column: 1) }
                frame.write(isSelected && place == 0 ? ">" : " ", row: row, column: 1, role: role)
                frame.write(line.text, row: row, column: 3, role: role)
                row += 1
            }
        }
    }
}
