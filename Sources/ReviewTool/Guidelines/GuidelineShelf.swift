internal import CaseModel
internal import Foundation
internal import Guidelines
internal import Letters
internal import Synchronization
internal import Workstation

/// The guideline library behind the item's pane: opened when it is first asked, for reading only.
///
/// Where no library is there, every answer is empty, and the pane shows the citations themselves.
final class GuidelineShelf: Sendable {
    private let path: String
    private let opened = Mutex<GuidelineLibrary?>(nil)

    init(path: String) { self.path = path }

    /// The library; nil when there is none.
    private func library() throws(GuidelineError) -> GuidelineLibrary? {
        if let library = opened.withLock({ $0 }) { return library }
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let library = try GuidelineLibrary.open(at: path, readOnly: true)
        opened.withLock { $0 = library }
        return library
    }

    /// The sections that an item's guideline line cites; else those the claims administrator's cites; else those that
    /// speak of the item's own words.
    func pages(for question: GuidelineQuestion) throws(GuidelineError) -> [GuidelinePage] {
        guard let library = try library() else { return [] }
        let reader = GuidelinePageReader(library: library, day: question.day)
        let cited = CitationGrammar.parse(question.line)
        if !cited.isEmpty { return try reader.pages(citing: cited, for: question.matter, origin: .cited) }
        let administrator = CitationGrammar.parse(question.administratorLine)
        if !administrator.isEmpty {
            return try reader.pages(citing: administrator, for: question.matter, origin: .citedByAdministrator)
        }
        return try reader.suggestions(for: question.matter)
    }

    /// One section, gone to; nil when there is no library.
    func page(_ section: String, day: Day) throws(GuidelineError) -> GuidelinePage? {
        guard let library = try library() else { return nil }
        if let changes = EditionChanges(name: section) { return try changes.page(from: library) }
        guard let id = SectionID(section) else { return nil }
        return try GuidelinePageReader(library: library, day: day).page(id, origin: .visited, confidence: 1)
    }

    /// The sections that have all words, the newest edition first, kept within an edition or section of that name.
    func search(_ words: String, within name: String?) throws(GuidelineError) -> [LibraryHit] {
        guard let library = try library() else { return [] }
        let editions = Dictionary(try library.editions().map { ($0.id, $0) }) { first, _ in first }
        let scope = name.map { SectionID($0).map(SearchScope.section) ?? .edition(EditionID($0)) } ?? .library
        var hits = try library.search(words: words, scope: scope, limit: 60)
        // No passage of the library has them all: those with the rarest of them.
        if hits.isEmpty, name == nil { hits = try library.suggestions(for: words, limit: 30) }
        return hits.map { hit in
            let edition = editions[hit.section.id.edition]
            let start = max(0, (hit.words.first?.lowerBound ?? 0) - 20)
            let text = String(String.UnicodeScalarView(hit.passage.text.unicodeScalars.dropFirst(start).prefix(160)))
            return LibraryHit(
                section: hit.section.id.description,
                title: "\(edition.map { "\($0.chapter) \($0.year)" } ?? "") › \(hit.section.words)",
                text: (start > 0 ? "…" : "") + text)
        }
    }

    /// The quotations of a rationale, each with its source and its differences.
    func quotations(in rationale: String) throws(GuidelineError) -> [FoundQuotation] {
        guard !rationale.isEmpty, let library = try library() else { return [] }
        let found = try library.quotations(in: rationale)
        guard !found.isEmpty else { return [] }
        let places = CharacterPlaces(rationale)
        var quotations: [FoundQuotation] = []
        for quotation in found { quotations.append(try describe(quotation, places, library)) }
        return quotations
    }

    private func describe(
        _ quotation: Quotation, _ places: CharacterPlaces, _ library: GuidelineLibrary
    ) throws(GuidelineError) -> FoundQuotation {
        guard let source = quotation.source, let first = source.passages.first else {
            return FoundQuotation(
                range: places.characters(quotation.range), isMarked: quotation.marking != .unmarked, source: nil,
                section: nil, score: 0, parts: [])
        }
        var texts: [[Unicode.Scalar]] = []
        for id in source.passages { texts.append(Array(try library.passage(id).text.unicodeScalars)) }
        let section = try library.section(first.section)
        let edition = try library.edition(first.edition)
        let parts = source.alignment.parts.map { part in
            let stored = texts.indices.contains(part.passageIndex) ? texts[part.passageIndex][part.passage] : []
            return FoundQuotation.Part(
                quoted: places.text(part.quotation), stored: String(String.UnicodeScalarView(stored)),
                isSame: part.kind == .same || part.kind == .elided, range: places.characters(part.quotation))
        }
        return FoundQuotation(
            range: places.characters(quotation.range), isMarked: quotation.marking != .unmarked,
            source: "\(edition.words) › \(section.words)", section: first.section.description, score: source.score,
            parts: parts)
    }
}

/// Places in a text, from Unicode scalars to characters.
private struct CharacterPlaces {
    private let scalars: [Unicode.Scalar]
    /// For each scalar, and for the end, the character it belongs to.
    private let character: [Int]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var character: [Int] = []
        character.reserveCapacity(scalars.count + 1)
        for (index, one) in text.enumerated() {
            character += repeatElement(index, count: one.unicodeScalars.count)
        }
        character.append((character.last ?? -1) + 1)
        self.character = character
    }

    func characters(_ range: Range<Int>) -> Range<Int> {
        let bounded = range.clamped(to: 0..<scalars.count)
        guard !bounded.isEmpty else { return character[bounded.lowerBound]..<character[bounded.lowerBound] }
        return character[bounded.lowerBound]..<(character[bounded.upperBound - 1] + 1)
    }

    func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
    }
}

extension SectionID {
    /// Takes a name of the form `edition#2.3` apart; nil for any other text.
    init?(_ text: String) {
        guard let mark = text.lastIndex(of: "#"), mark != text.startIndex else { return nil }
        let path = text[text.index(after: mark)...]
        guard !path.isEmpty else { return nil }
        self.init(edition: EditionID(String(text[..<mark])), path: String(path))
    }
}
