internal import CaseModel
internal import RationaleTemplates
internal import TextUI

extension Workstation {
    /// Gives a key to the overlay on top.
    mutating func handleInOverlay(_ key: Key) -> [Effect] {
        switch overlay {
        case .help(let help): handle(key, in: help)
        case .palette(let palette): handle(key, in: palette)
        case .templates(let chooser): handle(key, in: chooser)
        case .keepTemplate(let field): handle(key, inTemplateName: field)
        case .chooser(let chooser): handle(key, in: chooser)
        case .quotations(let quotations): handle(key, in: quotations)
        case .findings(let findings): handle(key, in: findings)
        case .chronology(let chronology): handle(key, in: chronology)
        case .attestation(let asked): handle(key, in: asked)
        case .signing(let signing): handle(key, in: signing)
        case .views(let views): handle(key, in: views)
        case .viewName(let field): handle(key, inViewName: field)
        case .statistics(let statistics): handle(key, in: statistics)
        case .themes(let themes): handle(key, in: themes)
        case .contents(let contents): handle(key, in: contents)
        case .versions(let versions): handle(key, in: versions)
        case .bulk(let question): handle(key, in: question)
        case .bulkReport(let report): handle(key, in: report)
        case .question(let question): handle(key, in: question)
        case nil: []
        }
    }

    private mutating func handle(_ key: Key, in help: HelpOverlay) -> [Effect] {
        var help = help
        let height = rows - 3
        switch keymap.command(for: key, in: help.place) {
        case .down: help.scroll(1, height: height, columns: columns)
        case .up: help.scroll(-1, height: height, columns: columns)
        case .pageDown, .readOn: help.scroll(height, height: height, columns: columns)
        case .pageUp, .readBack: help.scroll(-height, height: height, columns: columns)
        default:
            overlay = nil
            return []
        }
        overlay = .help(help)
        return []
    }

    private mutating func handle(_ key: Key, in palette: PaletteOverlay) -> [Effect] {
        var palette = palette
        switch key {
        case .named(.down), .named(.tab): palette.cursor = min(palette.cursor + 1, max(0, palette.found.count - 1))
        case .named(.up), .named(.backTab): palette.cursor = max(0, palette.cursor - 1)
        default:
            switch palette.field.handle(key) {
            case .cancelled:
                overlay = nil
                return []
            case .submitted:
                overlay = nil
                guard let command = palette.selected else { return note("no command has these letters") }
                return performAnywhere(command)
            case .changed: palette.cursor = 0
            case .moved, .ignored: break
            }
        }
        overlay = .palette(palette)
        return []
    }

    private mutating func handle(_ key: Key, in chooser: TemplateOverlay) -> [Effect] {
        var chooser = chooser
        switch key {
        case .named(.enter):
            overlay = nil
            guard let template = chooser.selected else { return [] }
            keepLastTemplate(template)
            return caseFile?.insert(template) ?? []
        case .character("j"), .named(.down): chooser.move(1)
        case .character("k"), .named(.up): chooser.move(-1)
        case .character("q"), .named(.escape), .control("c"):
            overlay = nil
            return []
        default: break
        }
        overlay = .templates(chooser)
        guard chooser.cursor != chooser.previewed else { return [] }
        return [.startTimer(.preview(row: chooser.cursor), milliseconds: TemplateOverlay.rest)]
    }

    /// Shows the text of the template on which the cursor rests, unless it has gone on.
    mutating func previewTimer(row: Int) -> [Effect] {
        guard case .templates(var chooser) = overlay, chooser.cursor == row else { return [] }
        chooser.previewed = row
        overlay = .templates(chooser)
        return []
    }

    private mutating func handle(_ key: Key, in quotations: QuotationOverlay) -> [Effect] {
        var quotations = quotations
        switch key {
        case .character("j"), .named(.down): quotations.move(1)
        case .character("k"), .named(.up): quotations.move(-1)
        case .named(.enter):
            overlay = nil
            guard let section = quotations.selected?.section, let caseFile, let item = caseFile.itemNumber else {
                return []
            }
            return [.visitSection(caseFile.number, item: item, section: section)]
        case .character("q"), .named(.escape), .control("c"):
            overlay = nil
            return []
        default: break
        }
        overlay = .quotations(quotations)
        return []
    }

    private mutating func handle(_ key: Key, in question: Question) -> [Effect] {
        switch key {
        case .character("y"):
            overlay = nil
            switch question.consequence {
            case .effect(let effect): return [effect]
            case .leave(let id): return leave(by: id)
            }
        case .character("n"), .character("q"), .named(.escape), .control("c"):
            overlay = nil
            return []
        default:
            return []
        }
    }

    /// Takes the name under which the rationale of the item is kept as a template.
    private mutating func handle(_ key: Key, inTemplateName field: LineField) -> [Effect] {
        var field = field
        switch field.handle(key) {
        case .cancelled:
            overlay = nil
            return []
        case .submitted:
            guard let caseFile, let item = caseFile.itemNumber, !field.isEmpty else { return [] }
            overlay = nil
            return [.saveTemplate(caseFile.templateOfRationale(item: item, name: field.text))]
        case .changed, .moved, .ignored:
            overlay = .keepTemplate(field)
            return []
        }
    }

    /// Shows the templates, reading them first when they are not at hand.
    mutating func askTemplates() -> [Effect] {
        guard templates != nil else {
            wantsTemplates = true
            return [.loadTemplates]
        }
        return showTemplates()
    }

    mutating func showTemplates() -> [Effect] {
        guard let templates, let caseFile, let item = caseFile.itemNumber else { return [] }
        let desk = caseFile.desks[item - 1]
        let fitting = RationaleTemplate.fitting(templates, item: desk.item, decision: desk.chosen)
        guard !fitting.isEmpty else { return note("no template suits this item; e writes the rationale") }
        overlay = .templates(TemplateOverlay(templates: fitting, values: caseFile.templateValues(item: item)))
        return []
    }

    func drawOverlay(in frame: inout Frame) {
        switch overlay {
        case .help(let help): help.draw(in: &frame)
        case .palette(let palette): palette.draw(in: &frame, obstacle: obstacle)
        case .templates(let chooser): chooser.draw(in: &frame)
        case .keepTemplate(let field): draw(field, label: "name of the template ", in: &frame)
        case .viewName(let field): draw(field, label: "name of the view ", in: &frame)
        case .attestation(let asked): asked.draw(in: &frame)
        case .signing(let signing): signing.draw(in: &frame)
        case .views(let views): views.draw(in: &frame)
        case .statistics(let statistics): statistics.draw(in: &frame)
        case .themes(let themes): themes.draw(in: &frame)
        case .contents(let contents): if let caseFile { contents.draw(caseFile, in: &frame) }
        case .chooser(let chooser): chooser.draw(in: &frame)
        case .quotations(let quotations): quotations.draw(in: &frame)
        case .versions(let versions): versions.draw(in: &frame)
        case .bulk(let question): draw(question.field, label: question.label, in: &frame)
        case .bulkReport(let report): report.draw(in: &frame)
        case .findings(let findings): findings.draw(in: &frame)
        case .chronology(let chronology): chronology.draw(in: &frame)
        case .question(let question):
            frame.fill(row: rows - 1, column: 0, columns: columns, role: .footer)
            let end = frame.write(question.text, row: rows - 1, column: 1, role: .warning)
            frame.cursor = Position(row: rows - 1, column: min(end, columns - 1))
        case nil: break
        }
    }

    /// A field of the bottom line; why it was not taken stands above it.
    private func draw(_ field: LineField, label: String, in frame: inout Frame) {
        if let notice {
            let lines = WrappedText(notice.text, width: max(1, columns - 2)).lines.prefix(max(0, min(3, rows - 1)))
            for (index, line) in lines.enumerated() {
                let row = rows - 1 - lines.count + index
                frame.fill(row: row, column: 0, columns: columns, role: .footer)
                frame.write(line.text, row: row, column: 1, role: .error)
            }
        }
        frame.fill(row: rows - 1, column: 0, columns: columns, role: .footer)
        let column = frame.write(label, row: rows - 1, column: 1, role: .key)
        frame.draw(
            field, row: rows - 1, column: column, columns: max(1, columns - column - 1), role: .footer, isFocused: true)
    }
}
