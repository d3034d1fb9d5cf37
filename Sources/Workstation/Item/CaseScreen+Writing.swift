internal import CaseModel
internal import RationaleTemplates
internal import TextUI

extension CaseScreen {
    /// Puts the keyboard into the rationale: at its first blank when it has one, else where it was left, or at the end.
    mutating func beginWriting() -> [Effect] {
        guard let item = itemNumber else { return [] }
        desks[item - 1].isWriting = true
        guard desks[item - 1].showsTheirs else {
            if !desks[item - 1].editor.nextBlank(), !desks[item - 1].isCursorPlaced {
                desks[item - 1].editor.moveCursor(to: desks[item - 1].editor.count)
            }
            desks[item - 1].isCursorPlaced = true
            return []
        }
        desks[item - 1].goOnWithOwn()
        remark = "these are your words; they take the place of what somebody else wrote"
        return setDraftTimer(item: item)
    }

    mutating func handleInEditor(_ key: Key, item: Int) -> [Effect] {
        if key == .named(.escape) || key == .control("c") {
            if let delay = delayOfRecording(item: item) {
                wait(with: key, for: delay)
                return saveDraft(item: item)
            }
            desks[item - 1].isWriting = false
            return recordIfComplete(item: item) + checkQuotations()
        }
        if key == .control("g") {
            beginQuotingWhileWriting(item: item)
            return []
        }
        let area = itemLayout.editor
        switch desks[item - 1].editor.handle(key, width: Editor.textWidth(in: area), height: area.rows) {
        case .changed:
            return touched(item: item)
        case .moved, .unchanged:
            return []
        case nil:
            remark = key == .named(.tab) ? "no blank is left" : "\(key.label) does nothing while writing; Esc is done"
            return []
        }
    }

    /// Puts the keyboard into the guideline line.
    mutating func beginCitation() -> [Effect] {
        guard let item = itemNumber else { return [] }
        desks[item - 1].citationField = LineField(text: desks[item - 1].guideline)
        return []
    }

    mutating func handleInCitation(_ key: Key, item: Int) -> [Effect] {
        guard var field = desks[item - 1].citationField else { return [] }
        switch field.handle(key) {
        case .cancelled:
            desks[item - 1].citationField = nil
            showTheirs()
            return []
        case .submitted:
            if desks[item - 1].recorded != nil || desks[item - 1].isDeciding,
                let delay = delayOfRecording(item: item, line: field.text)
            {
                wait(with: key, for: delay)
                return []
            }
            desks[item - 1].citationField = nil
            guard field.text != desks[item - 1].guideline else { return [] }
            desks[item - 1].guideline = field.text
            let effects = touched(item: item) + lookUpGuidelines()
            return effects + (desks[item - 1].recorded == nil ? [] : recordIfComplete(item: item))
        case .changed, .moved, .ignored:
            desks[item - 1].citationField = field
            return []
        }
    }

    /// Puts the filled template into the rationale: in place of nothing, else below what is there.
    mutating func insert(_ template: RationaleTemplate) -> [Effect] {
        guard let item = itemNumber else { return [] }
        do {
            let filled = try template.filled(with: templateValues(item: item))
            let isEmpty = desks[item - 1].editor.text.allSatisfy(\.isWhitespace)
            desks[item - 1].editor.moveCursor(to: desks[item - 1].editor.count)
            desks[item - 1].editor.insert(isEmpty ? filled : "\n\n" + filled)
            if desks[item - 1].chosen == nil, template.decisions.count == 1 {
                desks[item - 1].chosen = template.decisions.first
            }
            return touched(item: item) + beginWriting()
        } catch {
            remark = error.description
            return []
        }
    }

    /// The rationale of an item as a template, the item's own values named again.
    func templateOfRationale(item: Int, name: String) -> RationaleTemplate {
        let desk = desks[item - 1]
        return RationaleTemplate(
            name: name, kinds: Array(ItemKind.kinds(of: desk.item).prefix(1)),
            decisions: desk.chosen.map { [$0] } ?? [],
            body: RationaleTemplate.body(of: desk.editor.text, values: templateValues(item: item)))
    }

    /// The values that a template of an item may name.
    func templateValues(item: Int) -> TemplateValues {
        TemplateValues(item: desks[item - 1].item, in: reviewCase.determination, guideline: guidelineName(item: item))
    }

    /// What the rationale calls the guideline: what the line cites, in words; nothing when it cites nothing.
    private func guidelineName(item: Int) -> String {
        let citations = citations(of: desks[item - 1].guideline)
        guard let first = citations.first else { return "" }
        var name = first.isMTUS ? "The MTUS" : "The " + first.source
        if let chapter = first.chapter { name += ", " + chapter }
        if let year = first.year { name += " (\(year))" }
        return name
    }
}
