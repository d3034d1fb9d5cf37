internal import CaseModel
internal import TextUI

extension Workstation {
    /// Marks the selected case and so many below it, or takes their marks off; the cursor goes on.
    mutating func mark(count: Int = 1) -> [Effect] {
        let wanted = cases(count)
        guard let first = wanted.first else { return refuse("no case is selected") }
        let marks = worklist.marks
        let isTakenOff = marks.contains(first)
        let new =
            isTakenOff
            ? marks.numbers.filter { !wanted.contains($0) }
            : marks.numbers + wanted.filter { !marks.contains($0) }
        guard new.count <= CaseMarks.most else { return refuse(Workstation.tooMany) }
        worklist.marks.set(new)
        worklist.marks.lastRow = worklist.cursor + wanted.count - 1
        worklist.cursor += wanted.count
        return worklist.keepCursorVisible(height: worklistHeight)
    }

    private static let tooMany = "\(CaseMarks.most) cases are marked at most; a filter makes them fewer"

    /// Marks the rows from the last one marked to the selected one, or all that the filter finds.
    mutating func markMany(_ id: CommandID) -> [Effect] {
        let last = worklist.marks.lastRow ?? worklist.cursor
        let rows =
            id == .markAll
            ? 0..<(worklist.total ?? worklist.end)
            : min(last, worklist.cursor)..<(max(last, worklist.cursor) + 1)
        guard rows.count <= CaseMarks.most else { return refuse(Workstation.tooMany) }
        if let numbers = worklist.numbers(of: rows) { return marked(numbers, rows: rows) }
        bulk = .listing
        return [.listCases(worklist.query, rows: rows, generation: worklist.generation)]
    }

    /// The rows were read.
    mutating func casesListed(_ numbers: [CaseNumber], rows: Range<Int>, generation: Int) -> [Effect] {
        bulk = nil
        guard generation == worklist.generation else { return refuse("the list changed meanwhile; mark again") }
        return marked(numbers, rows: rows)
    }

    private mutating func marked(_ numbers: [CaseNumber], rows: Range<Int>) -> [Effect] {
        let new = worklist.marks.numbers + numbers.filter { !worklist.marks.contains($0) }
        guard new.count <= CaseMarks.most else { return refuse(Workstation.tooMany) }
        worklist.marks.set(new)
        worklist.marks.lastRow = worklist.cursor
        return note("\(Counted.words(new.count, "case")) marked; x does something with them")
    }

    mutating func clearMarks() -> [Effect] {
        let count = worklist.marks.numbers.count
        worklist.marks.set([])
        worklist.marks.lastRow = nil
        return note("\(Counted.words(count, "mark")) taken off; z puts them back")
    }

    /// The cases that a job is for: the marked ones, else the selected one.
    private var chosen: [CaseNumber] {
        worklist.marks.numbers.isEmpty ? worklist.selected.map { [$0.number] } ?? [] : worklist.marks.numbers
    }

    /// The selected case and those below it, so many as are asked for and are there.
    private func cases(_ count: Int) -> [CaseNumber] {
        (worklist.cursor..<(worklist.cursor + count)).compactMap { worklist.row(at: $0)?.number }
    }

    /// Asks what is needed for a job, and says for how many cases it will be.
    /// - Parameter count: for so many cases from the selected one on, whatever is marked.
    mutating func askBulk(_ kind: BulkQuestion.Kind, count: Int? = nil) -> [Effect] {
        let numbers = count.map { cases($0) } ?? chosen
        guard !numbers.isEmpty else { return refuse("no case is selected") }
        let text =
            switch (kind, worklist.marks.lastJob) {
            case (.export, .export(let folder)): folder
            case (.export, _): "letters"
            default: ""
            }
        overlay = .bulk(BulkQuestion(kind: kind, numbers: numbers, field: LineField(text: text)))
        return []
    }

    mutating func handle(_ key: Key, in question: BulkQuestion) -> [Effect] {
        var question = question
        switch question.field.handle(key) {
        case .cancelled:
            overlay = nil
            return []
        case .submitted:
            do {
                let job = try question.job()
                overlay = nil
                return begin(job, question.numbers)
            } catch {
                // What is not taken stays in the field, to be mended.
                return refuse(error.description)
            }
        case .changed, .moved, .ignored:
            overlay = .bulk(question)
            return []
        }
    }

    private mutating func begin(_ job: BulkJob, _ numbers: [CaseNumber]) -> [Effect] {
        bulk = .job
        worklist.marks.lastJob = job
        return [.carryOut(job, numbers)] + note("\(Counted.words(numbers.count, "case")) …")
    }

    /// Does the last job once more.
    mutating func repeatJob() -> [Effect] {
        guard let job = worklist.marks.lastJob else { return [] }
        return begin(job, chosen)
    }

    /// A job is done: says how many cases it was done to, and shows which it was not.
    mutating func carriedOut(_ job: BulkJob, _ outcomes: [BulkOutcome<BulkRefusal>]) -> [Effect] {
        bulk = nil
        var done: [CaseNumber] = []
        var unchanged = 0
        var refused: [BulkReportOverlay.Line] = []
        for outcome in outcomes {
            switch outcome {
            case .done(let number): done.append(number)
            case .unchanged: unchanged += 1
            case .refused(let number, let reason): refused.append(.init(number: number, reason: reason))
            }
        }
        let step = worklist.marks.underWay.flatMap { direction in
            worklist.marks.next(direction).map { $0.said(direction) + "; " }
        }
        keep(job, done)
        var words = (step ?? "") + "\(Counted.words(done.count, "case")) \(job.words)"
        if unchanged > 0 { words += ", \(unchanged) so already" }
        if !refused.isEmpty {
            words += ", \(refused.count) refused"
            refusals += 1
            overlay = .bulkReport(BulkReportOverlay(title: words, lines: refused))
        }
        worklist.tags = nil
        return worklist.refresh(height: worklistHeight) + note(words)
    }

    private mutating func keep(_ job: BulkJob, _ done: [CaseNumber]) {
        if let direction = worklist.marks.underWay {
            worklist.marks.pass(direction)
        } else if !done.isEmpty {
            worklist.marks.keep(.done(job, done))
        }
        worklist.marks.underWay = nil
    }

    /// Why no case is marked; nil when cases are. What is taken back meanwhile would not be the newest step any more.
    var markingObstacle: String? {
        if bulk != nil { return "the cases before are still under way" }
        return worklist.marks.underWay == nil ? nil : "what is taken back is still under way"
    }

    /// Why nothing can be taken back in the worklist, or done again; nil when something can.
    func bulkObstacle(_ direction: UndoList.Direction) -> String? {
        if bulk != nil || worklist.marks.underWay != nil || worklist.marks.viewsSent > 0 {
            return "what was done before is still under way"
        }
        guard worklist.marks.next(direction) == nil else { return nil }
        return direction == .back
            ? "nothing was marked or tagged yet, and no view was kept or deleted" : "nothing was undone"
    }

    /// Takes back what was done last in the worklist, or does it again.
    mutating func goBulkStep(_ direction: UndoList.Direction) -> [Effect] {
        guard let step = worklist.marks.next(direction) else { return [] }
        switch step {
        case .marked(let before, let after):
            worklist.marks.put(direction == .back ? before : after)
            worklist.marks.pass(direction)
            return note(step.said(direction) + "; \(Counted.words(worklist.marks.numbers.count, "case")) marked now")
        case .done(.export, _) where direction == .back:
            return letGo("letters that were written stay; delete them where they are")
        case .done(.assign, _) where direction == .back:
            return letGo("an assignment is ended with its reason: imr assign CASE --end")
        case .done(let job, let numbers):
            guard let wanted = direction == .back ? job.opposite : job else { return [] }
            worklist.marks.underWay = direction
            bulk = .job
            return [.carryOut(wanted, numbers)]
        case .view(let change):
            worklist.marks.underWay = direction
            return [.exchangeView(direction == .back ? change.reversed : change)]
        }
    }

    /// Says why a step is not taken back, and comes to the one before.
    private mutating func letGo(_ words: String) -> [Effect] {
        worklist.marks.drop(.back)
        return refuse(words)
    }
}

extension CaseMarks.Step {
    /// What is said when it was taken back, or done again.
    func said(_ direction: UndoList.Direction) -> String {
        (direction == .back ? "undone: " : "done again: ") + words
    }
}

extension WorklistScreen {
    /// A row by its place in the list, when it is at hand.
    func row(at index: Int) -> WorklistRow? {
        rows.indices.contains(index - start) && !isStale ? rows[index - start] : nil
    }

    /// The numbers of some rows, when all of them are at hand.
    func numbers(of range: Range<Int>) -> [CaseNumber]? {
        guard !isStale, range.lowerBound >= start, range.upperBound <= end else { return nil }
        return rows[(range.lowerBound - start)..<(range.upperBound - start)].map(\.number)
    }
}

/// What many cases wait for.
enum BulkWork: Hashable, Sendable {
    /// Their numbers are read.
    case listing
    /// A job is carried out.
    case job
}
