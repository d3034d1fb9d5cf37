internal import CaseModel
internal import TextUI

/// Asks the reviewer of a case about each party by name, before he decides anything.
struct AttestationOverlay: Sendable {
    var number: CaseNumber
    var reviewer: ReviewerID
    var parties: [NamedParty]
    var cursor = 0
    /// The field for what a conflict is, while it is written.
    var reason: LineField?
    /// What is to be said about the last key.
    var remark = ""

    var selected: NamedParty? { parties.indices.contains(cursor) ? parties[cursor] : nil }

    mutating func move(_ step: Int) { cursor = max(0, min(cursor + step, parties.count - 1)) }

    /// All that is attested, at once.
    var attestation: Attestation { Attestation(reviewer: reviewer, parties: parties.map(\.party), at: 0) }

    func draw(in frame: inout Frame) {
        frame.fill(row: 1, column: 0, rows: frame.rows - 2, columns: frame.columns, role: .body)
        Chrome.title("\(number) · attestation of \(reviewer)", right: "", in: &frame)
        frame.cursor = nil
        let words =
            parties.isEmpty
            ? "The case names no party. Before deciding it you attest that you had no part in it before."
            : "Before deciding the case you attest that you have no affiliation with any of these, "
                + "and that you had no part in the case before."
        let lines = WrappedText(words, width: max(1, min(frame.columns - 4, 100))).lines
        for (row, line) in lines.enumerated() { frame.write(line.text, row: 2 + row, column: 2, role: .body) }
        drawParties(from: 3 + lines.count, in: &frame)
        drawBottom(in: &frame)
    }

    private func drawParties(from first: Int, in frame: inout Frame) {
        let height = max(1, frame.rows - 1 - first)
        let top = max(0, min(cursor - height / 2, parties.count - height))
        let longest = parties.map { CharacterWidth.of($0.party.name) }.max() ?? 0
        let width = max(8, min(longest, frame.columns / 2 - 4))
        for row in 0..<height where parties.indices.contains(top + row) {
            let isSelected = top + row == cursor
            let place = first + row
            func role(_ role: Role) -> Role { isSelected ? .selection : role }
            if isSelected {
                frame.fill(row: place, column: 0, columns: frame.columns, role: .selection)
                frame.cursor = Position(row: place, column: 1)
            }
            // While the conflict is described the list stands still.
            if reason == nil {
                frame.point(.entry(top + row - cursor), row: place, column: 0, columns: frame.columns)
            }
            let one = parties[top + row]
            frame.write(isSelected ? ">" : " ", row: place, column: 1, role: role(.body))
            frame.write(one.party.name, row: place, column: 3, columns: width, role: role(.heading))
            frame.write(
                one.words, row: place, column: width + 5, columns: frame.columns - width - 6, role: role(.body))
        }
    }

    private func drawBottom(in frame: inout Frame) {
        if let reason {
            let row = frame.rows - 1
            frame.fill(row: row, column: 0, columns: frame.columns, role: .footer)
            let label =
                remark.isEmpty ? "what is the conflict? (it ends the assignment) " : remark + " "
            let column = frame.write(label, row: row, column: 1, role: remark.isEmpty ? .key : .warning)
            frame.draw(
                reason, row: row, column: column, columns: max(1, frame.columns - column - 1), role: .footer,
                isFocused: true)
            return
        }
        let notice = remark.isEmpty ? nil : Notice(kind: .information, text: remark)
        let choice = parties.isEmpty ? "declare a conflict" : "conflict with this one"
        Chrome.footer(
            [("y", "attest all of it"), ("c", choice), ("q", "read only")], notice: notice, right: "", in: &frame)
    }
}
