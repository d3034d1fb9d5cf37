internal import CaseModel
internal import Checks
internal import Foundation
internal import Guidelines
internal import Synchronization

/// The guideline library as the determination check asks it.
///
/// Demonstration editions are left out: nobody is told of a fault by a text that was made up. What cannot be read is
/// as if it were not there.
final class LibraryEvidence: GuidelineEvidence {
    private let library: GuidelineLibrary
    /// What was asked before: several rules ask for the same, and a letter is checked again at every pause.
    private let answers = Mutex(Answers())

    private struct Answers {
        var editions: [Citation: [Edition]] = [:]
        var matches: [Question: QuotationMatch?] = [:]
    }

    private struct Question: Hashable {
        var quotation: String
        var citations: [Citation]
    }

    private static let mostAnswers = 2_000
    /// From here on an edition is the one that a citation means, another year's aside.
    private static let leastConfidence = 0.45
    /// From here on a passage is the one that was quoted, in other words.
    private static let leastScore = 0.6

    init(_ library: GuidelineLibrary) { self.library = library }

    /// The library of a file; nil when there is none.
    ///
    /// - Parameter isAskedFor: whether the file was named by a person, so that it must be there.
    static func open(at path: String, isAskedFor: Bool = false) throws(GuidelineError) -> LibraryEvidence? {
        guard isAskedFor || FileManager.default.fileExists(atPath: path) else { return nil }
        return LibraryEvidence(try GuidelineLibrary.open(at: path, readOnly: true))
    }

    func editions(of citation: Citation) -> [GuidelineEdition] {
        fellows(of: citation).map { GuidelineEdition(year: $0.year, from: $0.inForceFrom, to: $0.inForceTo) }
    }

    func passage(nearest quotation: String, citing citations: [Citation]) -> QuotationMatch? {
        let question = Question(quotation: quotation, citations: citations)
        if let known = answers.withLock({ $0.matches[question] }) { return known }
        let match = try? match(quotation, citations)
        answers.withLock { answers in
            if answers.matches.count >= LibraryEvidence.mostAnswers { answers.matches.removeAll() }
            answers.matches.updateValue(match, forKey: question)
        }
        return match
    }

    // MARK: - Editions

    /// Every edition of the chapter that a citation names.
    private func fellows(of citation: Citation) -> [Edition] {
        if let known = answers.withLock({ $0.editions[citation] }) { return known }
        let found = (try? findFellows(of: citation)) ?? []
        answers.withLock { answers in
            if answers.editions.count >= LibraryEvidence.mostAnswers { answers.editions.removeAll() }
            answers.editions[citation] = found
        }
        return found
    }

    private func findFellows(of citation: Citation) throws -> [Edition] {
        let resolution = try library.resolve(citation)
        let choices = [resolution.edition].compactMap { $0 } + resolution.otherEditions
        let meant = choices.first {
            !$0.edition.isDemonstration && $0.confidence >= LibraryEvidence.leastConfidence
        }
        guard let meant = meant?.edition else { return [] }
        let titles = Set(meant.chapters.map { $0.lowercased() })
        return try library.editions().filter { edition in
            !edition.isDemonstration && edition.publisher == meant.publisher
                && !titles.isDisjoint(with: edition.chapters.map { $0.lowercased() })
        }
    }

    // MARK: - Quotations

    private func match(_ quotation: String, _ citations: [Citation]) throws -> QuotationMatch? {
        let cited = citations.map { citation in
            fellows(of: citation).filter { citation.year == nil || $0.year == citation.year }
        }
        let named = Set(cited.flatMap { $0 }.map(\.id))
        guard !named.isEmpty else { return nil }
        let real = Set(try library.editions().filter { !$0.isDemonstration }.map(\.id))
        let found = try library.quotations(in: "\u{201C}\(quotation)\u{201D}", preferring: Array(named))
        let sources = found.flatMap { [$0.source].compactMap { $0 } + $0.otherSources }.filter { source in
            source.passages.first.map { real.contains($0.edition) } == true
        }
        // What stands in another edition word by word is no misquotation; that edition may be the wrong one to cite.
        if let exact = sources.first(where: \.isExact), let words = try words(of: exact) {
            return .exact(source: words)
        }
        let near = sources.first { source in
            source.score >= LibraryEvidence.leastScore
                && source.passages.first.map { named.contains($0.edition) } == true
        }
        if let near, let altered = try altered(near, quotation) { return .altered(altered) }
        // A source that is not here may have it.
        return cited.contains { $0.isEmpty } ? nil : QuotationMatch.none
    }

    private func words(of source: QuotationSource) throws -> String? {
        guard let first = source.passages.first else { return nil }
        return try library.edition(first.edition).words + " › " + library.section(first.section).words
    }

    private func altered(_ source: QuotationSource, _ quotation: String) throws -> AlteredQuotation? {
        guard let words = try words(of: source) else { return nil }
        let texts = try source.passages.map { Array(try library.passage($0).text.unicodeScalars) }
        let quoted = Array(quotation.unicodeScalars)
        func text(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
        }
        var stored: [Int: Range<Int>] = [:]
        var changes: [AlteredQuotation.Change] = []
        for part in source.alignment.parts where texts.indices.contains(part.passageIndex) {
            let known = stored[part.passageIndex] ?? part.passage
            stored[part.passageIndex] =
                min(known.lowerBound, part.passage.lowerBound)..<max(known.upperBound, part.passage.upperBound)
            guard part.kind != .same, part.kind != .elided else { continue }
            // The quotation was asked for with a mark before it.
            let place = max(0, part.quotation.lowerBound - 1)..<max(0, part.quotation.upperBound - 1)
            changes.append(
                AlteredQuotation.Change(
                    place: place, quoted: text(quoted, place), stored: text(texts[part.passageIndex], part.passage)))
        }
        guard !changes.isEmpty else { return nil }
        let passage = stored.sorted { $0.key < $1.key }.map { text(texts[$0.key], $0.value) }.joined(separator: " ")
        return AlteredQuotation(stored: passage, source: words, changes: changes)
    }
}
