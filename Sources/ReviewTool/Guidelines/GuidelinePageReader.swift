internal import CaseModel
internal import Guidelines
internal import Workstation

/// Reads sections of the library as the pane shows them: the text, the way up, and where one can go from there.
struct GuidelinePageReader {
    let library: GuidelineLibrary
    /// The day on which an edition should be in force.
    let day: Day
    /// The most passages of one page: more are reached through the sections within.
    private static let mostPassages = 200

    /// A page for every section cited, in the order of the citations, each section once.
    ///
    /// Where a whole chapter is cited, the page is the section of it that speaks of the item's words, if any does.
    func pages(
        citing citations: [Citation], for matter: String, origin: GuidelinePage.Origin
    ) throws(GuidelineError) -> [GuidelinePage] {
        var pages: [GuidelinePage] = []
        for citation in citations {
            let resolution = try library.resolve(citation, on: day)
            if citation.sections.isEmpty, let edition = resolution.edition,
                let section = try telling(matter, in: edition.edition)
            {
                var page = try page(section, origin: origin, confidence: edition.confidence)
                if let whole = resolution.sections.first { page.ways = try otherWays(resolution, whole) + page.ways }
                pages.append(page)
                continue
            }
            for section in resolution.sections {
                guard let best = section.best else {
                    pages.append(GuidelinePage(origin: origin, citation: citation.only(section.cited)))
                    continue
                }
                guard !pages.contains(where: { $0.section == best.section.id.description }) else { continue }
                var page = try page(best.section.id, origin: origin, confidence: best.confidence)
                page.ways = try otherWays(resolution, section) + page.ways
                pages.append(page)
            }
            if resolution.sections.isEmpty { pages.append(GuidelinePage(origin: origin, citation: citation)) }
        }
        return pages
    }

    /// The section of an edition that speaks of the words of an item; nil when none does.
    ///
    /// Each word counts for the sections that have it, the more the fewer they are: "knee" says little in a chapter on
    /// the knee.
    private func telling(_ matter: String, in edition: Edition) throws(GuidelineError) -> SectionID? {
        let words = Set(matter.lowercased().split { !$0.isLetter }.filter { $0.count > 2 }).sorted()
        var weights: [SectionID: Double] = [:]
        for word in words.prefix(20) {
            let sections = Set(
                try library.search(words: word + " ", scope: .edition(edition.id), limit: 60).map(\.section.id))
            for section in sections where section.path != "0" {
                weights[section, default: 0] += 1 / Double(sections.count)
            }
        }
        return weights.max { ($0.value, $1.key.path) < ($1.value, $0.key.path) }?.key
    }

    /// Pages that speak of the words of an item, each section once.
    func suggestions(for matter: String) throws(GuidelineError) -> [GuidelinePage] {
        var sections: [SectionID] = []
        for hit in try library.suggestions(for: matter, limit: 12) where !sections.contains(hit.section.id) {
            sections.append(hit.section.id)
        }
        var pages: [GuidelinePage] = []
        for section in sections.prefix(6) { pages.append(try page(section, origin: .suggested, confidence: 0)) }
        return pages
    }

    /// One section with the sections within it when it has no text of its own.
    func page(_ id: SectionID, origin: GuidelinePage.Origin, confidence: Double) throws(GuidelineError) -> GuidelinePage
    {
        let edition = try library.edition(id.edition)
        let sections = try library.sections(of: id.edition)
        guard let section = sections.first(where: { $0.id == id }) else { throw .noSuchSection(id) }
        var passages = try library.passages(of: id)
        let isWhole = section.depth == 0
        let within = sections.filter { isWhole ? $0.depth == 1 : $0.id.path.hasPrefix(id.path + ".") }
        if passages.isEmpty {
            for child in within where passages.count < GuidelinePageReader.mostPassages {
                passages += try library.passages(of: child.id)
            }
        }
        var path = isWhole ? [] : [section.words]
        var above = section.parent
        while let parent = above, let found = sections.first(where: { $0.id == parent }) {
            path.insert(found.words, at: 0)
            above = found.parent
        }
        path.insert(edition.words, at: 0)
        return GuidelinePage(
            origin: origin,
            citation: Citation(
                source: edition.publisher, chapter: edition.chapter, year: edition.year,
                sections: isWhole ? [] : [section.words]),
            section: id.description, path: path, rank: edition.rank.rawValue, isInForce: edition.isInForce(on: day),
            confidence: confidence, isDemonstration: edition.isDemonstration,
            passages: passages.prefix(GuidelinePageReader.mostPassages).map {
                .init(id: $0.id.description, text: $0.text, digest: $0.digest.hex)
            },
            ways: try ways(from: section, edition: edition, sections: sections, within: within, passages: passages))
    }

    /// The sections that a citation may have meant instead, and the edition that was in force.
    private func otherWays(
        _ resolution: Resolution, _ section: SectionResolution
    ) throws(GuidelineError) -> [GuidelinePage.Way] {
        var ways: [GuidelinePage.Way] = []
        if let edition = resolution.inForceInstead, let best = section.best {
            ways += try same(best.section, in: edition, reason: "in force instead")
        }
        for other in section.alternatives {
            let hundredths = Int((other.confidence * 100).rounded())
            ways.append(
                .init(
                    reason: "next best, \(hundredths) %", section: other.section.id.description,
                    words: other.section.words))
        }
        return ways
    }

    private func ways(
        from section: Section, edition: Edition, sections: [Section], within: [Section], passages: [Passage]
    ) throws(GuidelineError) -> [GuidelinePage.Way] {
        var ways: [GuidelinePage.Way] = []
        let text = passages.map(\.text).joined(separator: " ")
        for other in sections where other.id != section.id && CrossReferences.mention(other, in: text) {
            ways.append(.init(reason: "see also", section: other.id.description, words: other.words))
        }
        if let parent = section.parent, let above = sections.first(where: { $0.id == parent }) {
            ways.append(.init(reason: "above", section: above.id.description, words: above.words))
        }
        for child in within { ways.append(.init(reason: "within", section: child.id.description, words: child.words)) }
        for other in try library.editions() where other.id != edition.id {
            guard other.publisher == edition.publisher, other.chapter == edition.chapter else { continue }
            let found = try same(section, in: other, reason: "edition of \(other.year)")
            guard let way = found.first, let there = SectionID(way.section) else { continue }
            let isEarlier = other.year < edition.year
            let changes = EditionChanges(
                earlier: isEarlier ? there : section.id, later: isEarlier ? section.id : there)
            ways.append(way)
            ways.append(
                .init(
                    reason: isEarlier ? "changes since \(other.year)" : "changes to \(other.year)",
                    section: changes.name, words: section.words))
        }
        return ways
    }

    /// The section of the same title in another edition.
    private func same(_ section: Section, in edition: Edition, reason: String) throws(GuidelineError) -> [GuidelinePage
        .Way]
    {
        let wanted = Citation(
            source: edition.publisher, chapter: edition.chapter, year: edition.year, sections: [section.title])
        guard let found = try library.resolve(wanted, on: day).sections.first?.best?.section,
            found.id.edition == edition.id
        else { return [] }
        return [.init(reason: reason, section: found.id.description, words: "\(edition.words) › \(found.words)")]
    }
}

extension Citation {
    /// The same citation with one section only.
    fileprivate func only(_ section: String) -> Citation {
        var citation = self
        citation.sections = sections.contains(section) ? [section] : []
        return citation
    }
}
