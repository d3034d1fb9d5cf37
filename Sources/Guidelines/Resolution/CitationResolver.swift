import CaseModel
import GRDB

/// Finds what a citation names.
struct CitationResolver {
    let index: CitationIndex
    let db: Database

    /// An edition is taken for the one cited from here on.
    private static let leastEdition = 0.4
    /// A section is taken for the one cited from here on.
    private static let leastSection = 0.35

    private struct Candidate {
        var entry: CitationIndex.Entry
        var confidence: Double
        var isPublisher: Bool
        var isInForce: Bool?
    }

    func resolve(_ citation: Citation, on day: Day?) throws -> Resolution {
        let candidates = candidates(citation, on: day)
        let best = candidates.first { $0.isPublisher && $0.confidence >= CitationResolver.leastEdition }
        let others = candidates.filter { $0.entry.number != best?.entry.number }.prefix(5)
        let near = ([best].compactMap { $0 } + others).prefix(4)
        var sections: [SectionResolution] = []
        if citation.sections.isEmpty {
            sections.append(try whole(citation, best, near))
        } else {
            for cited in citation.sections { sections.append(try resolve(section: cited, best, near)) }
        }
        return Resolution(
            citation: citation, edition: best.map(choice), otherEditions: others.map(choice),
            inForceInstead: best.flatMap { instead(of: $0, on: day) }, sections: sections)
    }

    // MARK: - Editions

    private func choice(_ candidate: Candidate) -> EditionChoice {
        EditionChoice(
            edition: candidate.entry.edition, confidence: candidate.confidence, isInForce: candidate.isInForce)
    }

    private func candidates(_ citation: Citation, on day: Day?) -> [Candidate] {
        let publisher = PublisherName(citation.source)
        let cited = citation.chapter.map(TitleWords.init)
        let all = index.entries.compactMap { entry -> Candidate? in
            let isPublisher = entry.publisher.isSame(as: publisher)
            var confidence = isPublisher ? 1.0 : 0.4
            if let cited {
                confidence *= entry.likeness(toChapter: cited)
            } else {
                // A publisher alone may mean any of its chapters.
                confidence *= 0.3
            }
            let isInForce = entry.edition.isInForce(on: day)
            if let year = citation.year, year != entry.edition.year {
                confidence *= max(0.5, 0.8 - 0.02 * Double(abs(year - entry.edition.year)))
            } else if citation.year == nil {
                confidence *= isInForce == false ? 0.85 : 0.95
            }
            guard confidence > 0.2 else { return nil }
            return Candidate(entry: entry, confidence: confidence, isPublisher: isPublisher, isInForce: isInForce)
        }
        // The sort is stable, and the newest edition comes first in the index.
        return all.sorted { ($0.isPublisher ? 1 : 0, $0.confidence) > ($1.isPublisher ? 1 : 0, $1.confidence) }
    }

    /// The edition of the same chapter in force on the day, when that one is not.
    private func instead(of candidate: Candidate, on day: Day?) -> Edition? {
        guard candidate.isInForce == false, let cited = candidate.entry.chapters.first else { return nil }
        let fellows = index.entries.filter { entry in
            entry.publisher.isSame(as: candidate.entry.publisher) && entry.edition.isInForce(on: day) == true
        }
        let rated = fellows.map { entry in
            (entry.edition, entry.likeness(toChapter: cited))
        }
        return rated.filter { $0.1 >= 0.6 }.max { $0.1 < $1.1 }?.0
    }

    // MARK: - Sections

    private func resolve(
        section cited: String, _ best: Candidate?, _ near: ArraySlice<Candidate>
    ) throws -> SectionResolution {
        var first: SectionChoice?
        var rest: [SectionChoice] = []
        for candidate in near {
            let titles = try index.titles(of: candidate.entry, in: db)
            for match in titles.matches(cited, most: 6) {
                let choice = SectionChoice(
                    section: titles.sections[match.index], passage: titles.passages[match.index],
                    confidence: candidate.confidence * match.confidence)
                let isCited = candidate.entry.number == best?.entry.number
                if isCited, first == nil, match.confidence >= CitationResolver.leastSection {
                    first = choice
                } else {
                    rest.append(choice)
                }
            }
        }
        rest.sort { $0.confidence > $1.confidence }
        return SectionResolution(cited: cited, best: first, alternatives: Array(rest.prefix(5)))
    }

    private func whole(
        _ citation: Citation, _ best: Candidate?, _ near: ArraySlice<Candidate>
    ) throws -> SectionResolution {
        let choices = try near.compactMap { candidate -> SectionChoice? in
            let titles = try index.titles(of: candidate.entry, in: db)
            guard let section = titles.sections.first else { return nil }
            return SectionChoice(
                section: section, passage: titles.passages.first ?? nil, confidence: candidate.confidence)
        }
        let cited = citation.chapter ?? citation.source
        guard best != nil else { return SectionResolution(cited: cited, best: nil, alternatives: choices) }
        return SectionResolution(cited: cited, best: choices.first, alternatives: Array(choices.dropFirst()))
    }
}
