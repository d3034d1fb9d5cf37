internal import CaseModel
internal import TextUI

extension Workstation {
    /// Gives a key to the list on top.
    mutating func handle(_ key: Key, in chooser: ChooserOverlay) -> [Effect] {
        var chooser = chooser
        switch key {
        case .named(.down): chooser.move(1)
        case .named(.up): chooser.move(-1)
        case .named(.pageDown): chooser.move(rows - 3)
        case .named(.pageUp): chooser.move(3 - rows)
        default:
            return chooser.isTyping ? handleTyped(key, in: chooser) : handleChoice(key, in: chooser)
        }
        overlay = .chooser(chooser)
        return []
    }

    private mutating func handleTyped(_ key: Key, in chooser: ChooserOverlay) -> [Effect] {
        var chooser = chooser
        guard var field = chooser.field else { return [] }
        if key == .named(.tab), chooser.kind == .library {
            chooser.turnScope()
            return searchLibrary(chooser)
        }
        let event = field.handle(key)
        chooser.field = field
        switch event {
        case .cancelled:
            overlay = nil
            return []
        case .submitted:
            return submit(chooser)
        case .changed where chooser.kind == .library:
            return searchLibrary(chooser)
        case .changed, .moved, .ignored:
            overlay = .chooser(chooser)
            return []
        }
    }

    private mutating func searchLibrary(_ chooser: ChooserOverlay) -> [Effect] {
        var chooser = chooser
        chooser.generation += 1
        chooser.cursor = 0
        overlay = .chooser(chooser)
        return [.searchLibrary(chooser.field?.text ?? "", within: chooser.within, generation: chooser.generation)]
    }

    /// Enter in the field: in the library it chooses, in the records it searches.
    private mutating func submit(_ chooser: ChooserOverlay) -> [Effect] {
        var chooser = chooser
        if chooser.kind == .library { return choose(in: chooser) }
        let words = chooser.field?.text ?? ""
        guard let number = caseFile?.number, words.contains(where: { $0.isLetter || $0.isNumber }) else { return [] }
        chooser.generation += 1
        chooser.isTyping = false
        overlay = .chooser(chooser)
        return [.searchRecords(number, words: words, generation: chooser.generation)]
    }

    private mutating func handleChoice(_ key: Key, in chooser: ChooserOverlay) -> [Effect] {
        var chooser = chooser
        switch key {
        case .character("j"): chooser.move(1)
        case .character("k"): chooser.move(-1)
        case .character("g"): chooser.cursor = 0
        case .character("G"): chooser.cursor = max(0, chooser.entries.count - 1)
        case .character("/") where chooser.field != nil: chooser.isTyping = true
        case .character("x") where chooser.kind == .links:
            guard case .link(let link) = chooser.selected?.target, let caseFile, let item = caseFile.itemNumber else {
                return []
            }
            overlay = nil
            return [.removeLink(caseFile.number, item: item, id: link.id)]
        case .named(.enter): return choose(in: chooser)
        case .character("q"), .named(.escape), .control("c"):
            overlay = nil
            return []
        default: break
        }
        overlay = .chooser(chooser)
        return []
    }

    private mutating func choose(in chooser: ChooserOverlay) -> [Effect] {
        guard let entry = chooser.selected, let caseFile, let item = caseFile.itemNumber else { return [] }
        overlay = nil
        switch entry.target {
        case .section(let section):
            return [.visitSection(caseFile.number, item: item, section: section)]
        case .line(let hit):
            return link(.record(record: hit.record, page: hit.page, lines: hit.line...hit.line), chooser, item: item)
        case .search(let words, let found):
            return link(.search(words: words, found: found), chooser, item: item)
        case .link(let link):
            switch link.evidence {
            case .record(let record, let page, let lines):
                self.caseFile?.origin = caseFile.page
                return self.caseFile?.go(to: ReadingPlace.record(record, page: page, line: lines.lowerBound)) ?? []
            case .passage(let id, _, _):
                let section = id.split(separator: "/").dropLast().joined(separator: "/")
                return [.visitSection(caseFile.number, item: item, section: section)]
            case .search(let words, let found):
                return note("searched for “\(words)”: \(found == 1 ? "1 place" : "\(found) places")")
            }
        }
    }

    private mutating func link(_ evidence: EvidencePlace, _ chooser: ChooserOverlay, item: Int) -> [Effect] {
        guard case .records(let sentence) = chooser.kind, let number = caseFile?.number else { return [] }
        return [.addLink(number, item: item, EvidenceLink(sentence: sentence, evidence: evidence))]
    }

    /// The library's answer to the words typed last.
    mutating func libraryFound(_ hits: [LibraryHit], generation: Int) {
        guard case .chooser(var chooser) = overlay, chooser.kind == .library, chooser.generation == generation else {
            return
        }
        let isAsked = chooser.field?.text.contains { $0.isLetter || $0.isNumber } ?? false
        chooser.remark =
            isAsked && hits.isEmpty
            ? "Nothing in the library has these words. Fewer words find more; imr guideline import fills the library."
            : nil
        chooser.show(hits.map { .init(label: $0.title, text: $0.text, target: .section($0.section)) })
        overlay = .chooser(chooser)
    }

    /// What the records have of the words searched for: each place can be linked, and also that there is none.
    mutating func recordsSearched(words: String, hits: [RecordHit], total: Int, generation: Int) {
        guard case .chooser(var chooser) = overlay, chooser.generation == generation else { return }
        var entries = hits.map {
            ChooserOverlay.Entry(label: "R\($0.record) p.\($0.page) l.\($0.line)", text: $0.text, target: .line($0))
        }
        let finding = total == 0 ? "not found in the records" : "found at \(total == 1 ? "1 place" : "\(total) places")"
        entries.append(
            .init(
                label: total == 0 ? "record the absence" : "record the search",
                text: "searched for “\(words)”: \(finding)", target: .search(words: words, found: total)))
        (chooser.cursor, chooser.found) = (0, total)
        chooser.show(entries)
        overlay = .chooser(chooser)
    }
}

/// A section that the library found.
public struct LibraryHit: Hashable, Sendable {
    /// Its name in the library.
    public var section: String
    /// The edition and the section, in words.
    public var title: String
    /// The text around the words that were searched for.
    public var text: String

    /// A hit from its parts.
    public init(section: String, title: String, text: String) {
        self.section = section
        self.title = title
        self.text = text
    }
}
