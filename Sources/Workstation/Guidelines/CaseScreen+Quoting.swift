internal import CaseModel
internal import TextUI

extension CaseScreen {
    /// Begins to choose sentences to be quoted; pressed again it lets the choice go.
    mutating func beginQuoting() {
        guard let item = itemNumber else { return }
        guard desks[item - 1].guidelines.quoting == nil else {
            endQuoting(item: item)
            return
        }
        if !beginQuoting(item: item) { remark = "no passage is shown; / finds one in the library" }
    }

    /// Begins to choose from within the rationale: a sentence for the blank, and on with writing.
    mutating func beginQuotingWhileWriting(item: Int) {
        guard beginQuoting(item: item) else {
            remark = "no passage is shown; Esc, then / finds one in the library"
            return
        }
        desks[item - 1].isWriting = false
        desks[item - 1].guidelines.quoting?.resumesWriting = true
    }

    private mutating func beginQuoting(item: Int) -> Bool {
        guard desks[item - 1].guidelines.beginQuoting() else { return false }
        desks[item - 1].pane = .guideline
        remark = CaseScreen.quotingKeys
        showQuoting(item: item)
        return true
    }

    /// What the keys do while sentences are chosen.
    static let quotingKeys = "j k choose a sentence, v more of them, Enter quotes, Esc leaves"

    /// Ends the choice of sentences; where it was begun from the rationale, that is written on, at the same place.
    /// - Returns: whether it is written on.
    @discardableResult
    mutating func endQuoting(item: Int) -> Bool {
        let resumes = desks[item - 1].guidelines.quoting?.resumesWriting == true
        desks[item - 1].guidelines.quoting = nil
        desks[item - 1].guidelines.isGrowing = false
        if resumes { desks[item - 1].isWriting = true }
        return resumes
    }

    /// Whether sentences are being chosen.
    var isQuoting: Bool { itemNumber.map { desks[$0 - 1].guidelines.quoting != nil } ?? false }

    /// Takes a key while sentences are chosen; nil for a key that is none of the choice.
    mutating func handleQuoting(_ key: Key, item: Int) -> [Effect]? {
        guard desks[item - 1].guidelines.quoting != nil else { return nil }
        switch key {
        case .named(.escape), .character("q"), .control("c"):
            endQuoting(item: item)
            return []
        case .named(.enter): return quoteChosen(item: item)
        case .character("v"):
            // From here on the choice grows; pressed again it is one sentence once more.
            guard let quoting = desks[item - 1].guidelines.quoting else { return [] }
            desks[item - 1].guidelines.isGrowing.toggle()
            if !desks[item - 1].guidelines.isGrowing { desks[item - 1].guidelines.quoting?.anchor = quoting.cursor }
            return []
        default: return nil
        }
    }

    /// Moves the choice of sentences.
    mutating func moveQuoting(_ id: CommandID, item: Int) -> [Effect] {
        guard var quoting = desks[item - 1].guidelines.quoting else { return [] }
        let last = quoting.sentences.count - 1
        switch id {
        case .down: quoting.cursor = min(last, quoting.cursor + 1)
        case .up: quoting.cursor = max(0, quoting.cursor - 1)
        case .top: quoting.cursor = 0
        case .bottom: quoting.cursor = last
        case .pageDown, .readOn: quoting.cursor = min(last, quoting.cursor + 5)
        case .pageUp, .readBack: quoting.cursor = max(0, quoting.cursor - 5)
        default: return []
        }
        if !desks[item - 1].guidelines.isGrowing { quoting.anchor = quoting.cursor }
        desks[item - 1].guidelines.quoting = quoting
        showQuoting(item: item)
        return []
    }

    /// Scrolls the pane so that the chosen sentence is in sight.
    private mutating func showQuoting(item: Int) {
        guard let rect = itemLayout.evidence else { return }
        let text = guidelineText(item, width: rect.columns)
        let chosen = text.lines.indices.filter { line in text.lines[line].marks.contains { $0.role == .selection } }
        guard let first = chosen.first, let last = chosen.last else { return }
        let top = desks[item - 1].paneTops[.guideline] ?? 0
        if first < top || last >= top + rect.rows {
            desks[item - 1].paneTops[.guideline] = max(0, min(first - 1, text.lines.count - rect.rows))
        }
    }

    /// Puts the chosen words into the rationale as a marked quotation, cites their section, and links the two.
    ///
    /// Over a selected blank only the quotation goes; elsewhere its source follows in brackets.
    private mutating func quoteChosen(item: Int) -> [Effect] {
        guard let chosen = desks[item - 1].guidelines.chosen, let page = desks[item - 1].guidelines.shown else {
            return []
        }
        let writesOn = endQuoting(item: item)
        let quotation = "“" + chosen.words + "”"
        if desks[item - 1].editor.selection != nil {
            desks[item - 1].editor.insert(quotation)
        } else {
            let source = page.citation.words.replacing(" › ", with: ", ")
            // After the sentence at the cursor, never within it.
            let text = desks[item - 1].editor.text
            let end = Sentences.around(desks[item - 1].editor.cursor, in: text)?.upperBound ?? 0
            desks[item - 1].editor.moveCursor(to: end)
            desks[item - 1].editor.insert("\(end > 0 ? " " : "")\(quotation) (\(source)).")
        }
        var effects = touched(item: item)
        if page.origin != .cited || !desks[item - 1].guidelines.trail.isEmpty {
            effects += cite(page.citation, item: item)
        }
        effects.append(
            .addLink(
                number, item: item,
                EvidenceLink(
                    sentence: quotation,
                    evidence: .passage(id: chosen.passage.id, span: chosen.span, digest: chosen.passage.digest))))
        // At the next blank, when there is one.
        if writesOn { desks[item - 1].editor.nextBlank() }
        return effects + checkQuotations()
    }

    /// Asks the library about the quotations of the rationale, when it changed since they were last looked at.
    mutating func checkQuotations() -> [Effect] {
        guard let item = itemNumber else { return [] }
        let desk = desks[item - 1]
        guard desk.guidelines.quotationsRevision != desk.editor.revision else { return [] }
        return [.findQuotations(number, item: item, rationale: desk.editor.text, revision: desk.editor.revision)]
    }

    mutating func quotationsFound(_ number: CaseNumber, item: Int, revision: Int, found: [FoundQuotation]) {
        guard number == self.number, desks.indices.contains(item - 1), desks[item - 1].editor.revision == revision
        else { return }
        desks[item - 1].guidelines.quotations = found
        desks[item - 1].guidelines.quotationsRevision = revision
    }
}
