internal import CaseModel
internal import TextUI

/// Where a reviewer sits in a case, as far as another session needs to know to go on there. It holds no words of the case.
package struct Sitting: Hashable, Sendable, Codable {
    /// The number of the case.
    package var number: String
    /// The page: `summary`, `letter`, `item 2`, `record 1 3`.
    package var page: String
    /// The first line shown of it.
    package var top: Int
    /// On an item: the pane that the keys scroll, and the first line shown of each.
    package var pane: String?
    /// The first line shown of each pane that was scrolled.
    package var paneTops: [String: Int]
    /// The place of the cursor in the rationale; nil where nothing was written in it.
    package var cursor: Int?

    /// A place from its parts.
    package init(
        number: String, page: String, top: Int = 0, pane: String? = nil, paneTops: [String: Int] = [:],
        cursor: Int? = nil
    ) {
        self.number = number
        self.page = page
        self.top = top
        self.pane = pane
        self.paneTops = paneTops
        self.cursor = cursor
    }
}

extension Workstation {
    /// Where the reviewer sits now; nil in the worklist, which every session begins with.
    package var sitting: Sitting? { caseFile?.sitting ?? resuming }

    /// Reads the case in which the session before this one broke off.
    mutating func resume(_ sitting: Sitting) -> [Effect] {
        guard caseFile == nil, opening == nil, let number = try? CaseNumber(parsing: sitting.number) else { return [] }
        opening = number
        resuming = sitting
        return [.openCase(number)]
    }

    /// Sits down where the session before this one broke off, once its case is read.
    mutating func arriveFromSitting(_ drafts: [Draft]) -> [Effect] {
        guard let sitting = resuming, var screen = caseFile, screen.number.text == sitting.number else { return [] }
        resuming = nil
        // Nobody meant a case that he had not seen yet.
        typedAhead = []
        let effects = screen.sitDown(sitting)
        let remark = screen.takeRemark()
        caseFile = screen
        let (obstacle, correction) = (screen.access.obstacle, screen.reviewCase.correction)
        if screen.reviewCase.state.isOpenToDecision, obstacle != nil || correction != nil {
            // What was said at the opening stands, or is said of the item.
            return effects + (obstacle == nil ? remark.map { note($0) } ?? [] : [])
        }
        let goOn = screen.page.isItem && !screen.desks.allSatisfy(\.editor.text.isEmpty)
        let keys = keymap.label(of: .edit, in: .item).flatMap { goOn ? "; \($0) goes on writing" : nil } ?? ""
        let draft = drafts.first.map { "; item \($0.item)'s draft is restored" } ?? ""
        return effects + note("here the last session broke off\(keys)\(draft)")
    }
}

extension CaseScreen {
    var sitting: Sitting {
        var sitting = Sitting(number: number.text, page: page.words, top: tops[page] ?? 0)
        guard let item = itemNumber else { return sitting }
        let desk = desks[item - 1]
        sitting.pane = desk.pane.rawValue
        sitting.paneTops = Dictionary(uniqueKeysWithValues: desk.paneTops.map { ($0.key.rawValue, $0.value) })
        sitting.cursor = desk.isCursorPlaced ? desk.editor.cursor : nil
        return sitting
    }

    /// Shows a page as it was shown, as far as the case still has it.
    mutating func sitDown(_ sitting: Sitting) -> [Effect] {
        guard let page = CasePage(words: sitting.page), reviewCase.pages.contains(page) else { return [] }
        let effects = go(to: page)
        tops[page] = max(0, sitting.top)
        guard let item = itemNumber else {
            // A page of a record is read first; its top is brought within its text when it is laid out.
            if !text.lines.isEmpty, effects.isEmpty { layOut() }
            return effects
        }
        if let pane = sitting.pane.flatMap(ItemDesk.Pane.init(rawValue:)) { desks[item - 1].pane = pane }
        for (name, top) in sitting.paneTops {
            if let pane = ItemDesk.Pane(rawValue: name) { desks[item - 1].paneTops[pane] = max(0, top) }
        }
        if let cursor = sitting.cursor {
            desks[item - 1].editor.moveCursor(to: cursor)
            desks[item - 1].isCursorPlaced = true
        }
        return effects
    }
}

extension CasePage {
    /// As a sitting notes it.
    var words: String {
        switch self {
        case .summary: "summary"
        case .letter: "letter"
        case .item(let number): "item \(number)"
        case .record(let record, let page): "record \(record) \(page)"
        }
    }

    init?(words: String) {
        let parts = words.split(separator: " ")
        let numbers = parts.dropFirst().compactMap { Int($0) }
        switch (parts.first, numbers.count) {
        case ("summary", 0): self = .summary
        case ("letter", 0): self = .letter
        case ("item", 1): self = .item(numbers[0])
        case ("record", 2): self = .record(numbers[0], page: numbers[1])
        default: return nil
        }
    }
}
