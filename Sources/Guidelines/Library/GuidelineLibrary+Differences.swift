import GRDB

/// How a section differs between two editions.
public struct SectionDifference: Hashable, Sendable {
    /// The section in the earlier edition; nil when it is new.
    public var earlier: Section?
    /// The section in the later edition; nil when it was taken out.
    public var later: Section?
    /// The stretches of its text in order.
    public var parts: [Part]

    /// Whether neither the words of the text nor the title differ.
    public var isSame: Bool {
        guard let earlier, let later else { return false }
        return earlier.title == later.title && parts.allSatisfy { $0.alignment?.isExact == true }
    }

    /// One stretch: a passage on each side, or on one of them only.
    public struct Part: Hashable, Sendable {
        /// The passage in the earlier edition.
        public var earlier: Passage?
        /// The passage in the later edition.
        public var later: Passage?
        /// The words of the later passage (`quotation`) against the earlier one (`passage`); nil with one side only.
        public var alignment: Alignment?
    }
}

extension GuidelineLibrary {
    /// How a later edition differs from an earlier one, section by section in the order of the later; a section that was
    /// taken out stands after the one that came before it.
    /// - Throws: ``GuidelineError/noSuchEdition(_:)``.
    public func differences(_ earlier: EditionID, _ later: EditionID) throws(GuidelineError) -> [SectionDifference] {
        let pairs = SectionPairing.pairs(try sections(of: earlier), try sections(of: later))
        var result: [SectionDifference] = []
        for (earlier, later) in pairs {
            result.append(
                SectionDifference(
                    earlier: earlier, later: later,
                    parts: PassagePairing.parts(
                        try earlier.map(passages) ?? [], try later.map(passages) ?? [])))
        }
        return result
    }

    private func passages(_ section: Section) throws(GuidelineError) -> [Passage] { try passages(of: section.id) }
}

/// Finds which section of one edition is which of another.
enum SectionPairing {
    /// Pairs in the order of the later edition.
    static func pairs(_ earlier: [Section], _ later: [Section]) -> [(Section?, Section?)] {
        let titles = earlier.map { TitleWords($0.title) }
        var partner: [Int?] = Array(repeating: nil, count: later.count)
        var isTaken = [Bool](repeating: false, count: earlier.count)
        func take(_ least: Double) {
            for (at, section) in later.enumerated() where partner[at] == nil {
                let words = TitleWords(section.title)
                var best = (likeness: least, index: -1)
                for index in earlier.indices where !isTaken[index] && earlier[index].depth == section.depth {
                    var likeness = TitleWords.likeness(cited: words, title: titles[index])
                    // Titles such as "Summary" come in many places: the number and the section above decide.
                    if earlier[index].number == section.number { likeness += 0.02 }
                    if sameParent(earlier[index], section) { likeness += 0.05 }
                    if likeness > best.likeness { best = (likeness, index) }
                }
                guard best.index >= 0 else { continue }
                partner[at] = best.index
                isTaken[best.index] = true
            }
        }
        func sameParent(_ a: Section, _ b: Section) -> Bool {
            guard let above = later.firstIndex(where: { $0.id == b.parent }) else { return a.parent == nil }
            return partner[above].map { earlier[$0].id } == a.parent
        }
        // Sections that kept their title come first, so that no other takes their place.
        take(0.99)
        take(0.7)
        var result: [(Section?, Section?)] = []
        var next = 0
        for (at, section) in later.enumerated() {
            if let index = partner[at] {
                while next < index {
                    if !isTaken[next] { result.append((earlier[next], nil)) }
                    next += 1
                }
                next = max(next, index + 1)
                result.append((earlier[index], section))
            } else {
                result.append((nil, section))
            }
        }
        result += earlier.indices.dropFirst(next).filter { !isTaken[$0] }.map { (earlier[$0], nil) }
        return result
    }
}

/// Finds which passage of a section is which of another.
enum PassagePairing {
    /// Passages with the same text pair first; between them those that share the most words, in order.
    static func parts(_ earlier: [Passage], _ later: [Passage]) -> [SectionDifference.Part] {
        let difference = later.map(\.digest).difference(from: earlier.map(\.digest))
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var parts: [SectionDifference.Part] = []
        var (i, j) = (0, 0)
        while i < earlier.count || j < later.count {
            var (old, new): ([Passage], [Passage]) = ([], [])
            while i < earlier.count, removed.contains(i) {
                old.append(earlier[i])
                i += 1
            }
            while j < later.count, inserted.contains(j) {
                new.append(later[j])
                j += 1
            }
            parts += hunk(old, new)
            if i < earlier.count, j < later.count {
                parts.append(pair(earlier[i], later[j]))
                (i, j) = (i + 1, j + 1)
            }
        }
        return parts
    }

    private static func pair(_ earlier: Passage, _ later: Passage) -> SectionDifference.Part {
        .init(earlier: earlier, later: later, alignment: .compare(later.text, with: earlier.text))
    }

    private static func hunk(_ old: [Passage], _ new: [Passage]) -> [SectionDifference.Part] {
        let oldWords = old.map { Set(WordScanner.words(of: $0.text).map(\.hash)) }
        var parts: [SectionDifference.Part] = []
        var next = 0
        for passage in new {
            let words = Set(WordScanner.words(of: passage.text).map(\.hash))
            let rated = (next..<old.count).map { index in
                (
                    index: index,
                    likeness: 2 * Double(words.intersection(oldWords[index]).count)
                        / Double(max(1, words.count + oldWords[index].count))
                )
            }
            guard let best = rated.max(by: { ($0.likeness, $1.index) < ($1.likeness, $0.index) }), best.likeness >= 0.4
            else {
                parts.append(.init(earlier: nil, later: passage, alignment: nil))
                continue
            }
            parts += old[next..<best.index].map { .init(earlier: $0, later: nil, alignment: nil) }
            parts.append(pair(old[best.index], passage))
            next = best.index + 1
        }
        return parts + old[min(next, old.count)...].map { .init(earlier: $0, later: nil, alignment: nil) }
    }
}
