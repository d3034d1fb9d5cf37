internal import CaseModel
internal import TextUI

/// Where the columns of the worklist stand; what does not fit is left out, the least needed first.
private struct WorklistColumns {
    let number = 3
    let due: Int
    let priority: Int?
    let specialty: Int?
    let items: Int
    let state: Int
    let draft: Int
    let numberWidth: Int
    let dueWidth: Int

    // ncurses sends five bytes to jump over up to seven cells and eight bytes for more; these widths leave no longer jump
    // between a usual case number, its days and the priority.
    init(width: Int) {
        numberWidth = width >= 100 ? 18 : 14
        dueWidth = width >= 100 ? 15 : 10
        draft = width - 3
        state = draft - 11
        items = state - 8
        due = number + numberWidth + 1
        let left = due + dueWidth + 1
        priority = items - left >= 11 ? left : nil
        let specialtyStart = priority == nil ? left : left + 11
        specialty = items - specialtyStart >= 10 ? specialtyStart : nil
    }
}

extension WorklistScreen {
    /// Draws the list between the top line and the bottom line.
    func draw(in frame: inout Frame, today: Day, height: Int) {
        drawTop(in: &frame)
        drawFilter(in: &frame)
        let columns = WorklistColumns(width: frame.columns)
        drawHeads(columns, in: &frame)
        guard total != 0 || isStale else {
            drawEmpty(in: &frame)
            return
        }
        for line in 0..<height {
            let index = top + line
            guard index < (total ?? end) else { break }
            guard rows.indices.contains(index - start) else { continue }
            frame.point(.entry(index - cursor), row: 3 + line, column: 0, columns: frame.columns)
            draw(rows[index - start], isSelected: index == cursor, at: 3 + line, columns, today: today, in: &frame)
        }
        if !isFiltering, cursor >= top, cursor < top + height {
            frame.cursor = Position(row: 3 + cursor - top, column: 1)
        }
    }

    /// `3/24`, for the bottom line.
    var position: String {
        guard let total, total > 0 else { return "" }
        return "\(cursor + 1)/\(total)"
    }

    private func drawTop(in frame: inout Frame) {
        var right = ""
        if let counts {
            right = "\(counts.open) open · \(counts.late) late · \(counts.dueThisWeek) due this week"
        }
        Chrome.title("imr · Worklist", right: right, in: &frame)
    }

    private func drawFilter(in frame: inout Frame) {
        let count = marks.numbers.count
        let right =
            (count == 0 ? "" : "\(count) marked · ") + "sort \(query.sort.rawValue)"
            + (query.onlyOpen ? " · published hidden" : "")
        let room = max(0, frame.columns - CharacterWidth.of(right) - 12)
        frame.write("filter", row: 1, column: 1, role: .muted)
        if let filterField, let problem = filterProblem, isProblemShort(problem, columns: frame.columns) {
            drawProblem(problem, of: filterField, in: &frame)
            return
        }
        if let filterField {
            frame.draw(filterField, row: 1, column: 9, columns: room, isFocused: true)
        } else if query.words.isEmpty {
            frame.write("none", row: 1, column: 9, columns: room, role: .muted)
        } else {
            frame.write(query.words, row: 1, column: 9, columns: room, role: .match)
        }
        frame.write(right, row: 1, column: frame.columns - CharacterWidth.of(right) - 1, role: .muted)
    }

    /// The columns of what is typed where the problem stands behind it.
    private func typedColumns(_ columns: Int) -> Int {
        min(CharacterWidth.of(filterField?.text ?? "") + 1, max(0, columns - 10) / 2)
    }

    private func isProblemShort(_ problem: String, columns: Int) -> Bool {
        CharacterWidth.of(problem) <= columns - 11 - typedColumns(columns)
    }

    /// Draws what is wrong with the filter where that is too long for its line: on the bottom lines, as many as it needs.
    func drawLongProblem(in frame: inout Frame) -> Bool {
        guard let problem = filterProblem, !isProblemShort(problem, columns: frame.columns) else { return false }
        let lines = WrappedText(problem, width: max(1, frame.columns - 2)).lines.prefix(max(1, frame.rows - 4))
        for (index, line) in lines.enumerated() {
            let row = frame.rows - lines.count + index
            frame.fill(row: row, column: 0, columns: frame.columns, role: .footer)
            frame.write(line.text, row: row, column: 1, role: .error)
        }
        return true
    }

    /// What is wrong stands behind what is typed, in the place of the order.
    private func drawProblem(_ problem: String, of field: LineField, in frame: inout Frame) {
        let typed = typedColumns(frame.columns)
        frame.draw(field, row: 1, column: 9, columns: typed, isFocused: true)
        frame.write(problem, row: 1, column: 10 + typed, role: .error)
    }

    private func drawHeads(_ columns: WorklistColumns, in frame: inout Frame) {
        frame.write("Case", row: 2, column: columns.number, role: .heading)
        frame.write("Due", row: 2, column: columns.due, role: .heading)
        if let priority = columns.priority { frame.write("Priority", row: 2, column: priority, role: .heading) }
        if let specialty = columns.specialty { frame.write("Specialty", row: 2, column: specialty, role: .heading) }
        frame.write("Items", row: 2, column: columns.items, role: .heading)
        frame.write("State", row: 2, column: columns.state, role: .heading)
    }

    // A row is of one colour but for what asks for action: calm to the eye, and fewer bytes on a slow line.
    private func draw(
        _ row: WorklistRow, isSelected: Bool, at line: Int, _ columns: WorklistColumns, today: Day,
        in frame: inout Frame
    ) {
        let due = DueWords(row, today: today, columns: columns.dueWidth)
        if isSelected { frame.fill(row: line, column: 0, columns: frame.columns, role: .selection) }
        func role(_ role: Role) -> Role { isSelected ? .selection : role }
        // The sign needs no colour of its own: the words beside it have it, and a line costs fewer bytes.
        frame.write(isSelected ? ">" : due.isLate ? "!" : " ", row: line, column: 1, role: role(.body))
        if marks.contains(row.number) { frame.write("*", row: line, column: 2, role: role(.accent)) }
        frame.write(
            row.number.text, row: line, column: columns.number, columns: columns.numberWidth, role: role(.body))
        frame.write(due.text, row: line, column: columns.due, columns: columns.dueWidth, role: role(due.role))
        if let priority = columns.priority {
            let words = row.priority?.rawValue ?? "–"
            frame.write(
                words, row: line, column: priority, columns: 10,
                role: role(row.priority == .expedited ? .accent : .body))
        }
        if let specialty = columns.specialty {
            let words = row.specialty.isEmpty ? "–" : row.specialty
            drawSpecialty(
                words, tags: row.tags, row: line, column: specialty, columns: columns.items - specialty - 1,
                isSelected: isSelected, in: &frame)
        }
        frame.write("\(row.decidedCount)/\(row.itemCount)", row: line, column: columns.items, role: role(.body))
        let stateRole: Role = row.state.isDecided ? .success : .body
        frame.write(row.state.short, row: line, column: columns.state, columns: 10, role: role(stateRole))
        if row.hasDraft { frame.write("✎", row: line, column: columns.draft, role: role(.accent)) }
    }

    /// Draws the specialty, and behind it the tags, before which it gives way.
    private func drawSpecialty(
        _ words: String, tags: [CaseTag], row: Int, column: Int, columns: Int, isSelected: Bool, in frame: inout Frame
    ) {
        let body: Role = isSelected ? .selection : .body
        guard !tags.isEmpty else {
            frame.write(words, row: row, column: column, columns: columns, role: body)
            return
        }
        let tagged = WorklistScreen.words(of: tags, columns: columns - 7)
        let room = max(min(6, columns), columns - CharacterWidth.of(tagged) - 1)
        frame.write(words, row: row, column: column, columns: room, role: body)
        let end = column + min(CharacterWidth.of(words), room)
        frame.write(
            tagged, row: row, column: end + 1, columns: column + columns - end - 1,
            role: isSelected ? .selection : .accent)
    }

    /// As many tags as fit; the others are counted.
    private static func words(of tags: [CaseTag], columns: Int) -> String {
        for shown in stride(from: tags.count, to: 0, by: -1) {
            var words = tags.prefix(shown).map { "#" + $0.word }.joined(separator: " ")
            if shown < tags.count { words += " +\(tags.count - shown)" }
            if CharacterWidth.of(words) <= columns { return words }
        }
        return "#\(tags.count)"
    }

    private func drawEmpty(in frame: inout Frame) {
        if query.words.isEmpty {
            frame.write("No cases here yet.", row: 4, column: 3, role: .body)
            frame.write(
                "imr import PATH files letters and case folders; H shows published cases.", row: 5, column: 3,
                role: .muted)
        } else {
            frame.write("The filter finds no case.", row: 4, column: 3, role: .body)
            frame.write("Esc while typing, or \\ afterwards, shows all cases again.", row: 5, column: 3, role: .muted)
        }
    }
}
