public import TextUI

extension Workstation {
    /// The screen as it should look now.
    public func view() -> Frame {
        if let locked { return lockFrame(locked) }
        var frame = Frame(rows: rows, columns: columns)
        guard rows >= Workstation.smallest.rows, columns >= Workstation.smallest.columns else {
            let (least, most) = (Workstation.smallest, "\(columns)×\(rows)")
            let words = "imr needs a window of \(least.columns)×\(least.rows); this one is \(most)."
            for (row, line) in WrappedText(words, width: columns).lines.prefix(rows).enumerated() {
                frame.write(line.text, row: row, column: 0, role: .body)
            }
            return frame
        }
        if let caseFile {
            caseFile.draw(in: &frame, today: today)
        } else {
            worklist.draw(in: &frame, today: today, height: worklistHeight)
        }
        drawBottom(in: &frame)
        if overlay != nil { frame.coverAreas() }
        drawOverlay(in: &frame)
        drawTour(in: &frame)
        return frame
    }

    /// The smallest window in which there is something to see.
    static let smallest = (rows: 8, columns: 40)

    /// The commands whose keys the footer may name: the key to the other place only where there are two.
    private var hinted: [Command] {
        let rows = keymap.rows(in: place)
        return place == .reading && caseFile?.isSplit != true ? rows.filter { $0.id != .switchPane } : rows
    }

    private func drawBottom(in frame: inout Frame) {
        if let caseFile, caseFile.isTyping, notice == nil { return }
        if let caseFile, caseFile.page == .summary, caseFile.summaryDesk.isWriting {
            Chrome.footer(
                [("Esc", "done"), ("^Z", "undo"), ("^Y", "redo"), ("^W", "erase word")], notice: notice,
                right: "writing", in: &frame)
            return
        }
        if let caseFile, let item = caseFile.itemNumber {
            let desk = caseFile.desks[item - 1]
            // What a key in the field came to is told until the next one.
            if desk.citationField != nil || desk.claimsField != nil, notice?.kind != .information { return }
            if desk.isWriting {
                Chrome.footer(
                    [
                        ("Esc", "done"), ("Tab", "next blank"), ("^G", "quote"), ("^Z", "undo"), ("^Y", "redo"),
                        ("^W", "erase word"),
                    ],
                    notice: notice, right: "writing", in: &frame)
                return
            }
        }
        if caseFile?.isQuoting == true {
            Chrome.footer(quotingHints, notice: notice, right: "quoting", in: &frame)
            return
        }
        if caseFile == nil, worklist.isFiltering {
            if let completing = worklist.completing, notice == nil {
                completing.draw(row: frame.rows - 1, in: &frame)
                return
            }
            if notice == nil, worklist.drawLongProblem(in: &frame) { return }
            Chrome.footer(
                [("Enter", "keep"), ("Esc", "all cases"), ("Tab", "complete"), ("↓", "choose")], notice: notice,
                right: worklist.position,
                in: &frame)
            return
        }
        if let letterQuestion {
            draw(letterQuestion, in: &frame)
            return
        }
        if let prefix {
            drawPrefix(prefix, in: &frame)
            return
        }
        if caseFile == nil, let count {
            drawCount(count, in: &frame)
            return
        }
        Chrome.footer(
            Chrome.hints(of: hinted), notice: notice,
            right: (recorder.map { "recording \($0.letter)  " } ?? "") + (caseFile?.position ?? worklist.position),
            in: &frame)
    }
}
