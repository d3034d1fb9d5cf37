import GRDB

/// Finds the quotations and copies in one rationale.
///
/// The index of shingles gives the passages that share three words in a row with it; the few that share the most are
/// aligned word by word. Nothing else of the library is read.
struct QuotationFinder {
    private let words: [Word]
    private let marks: [QuotationMarks.Marked]
    private let loader: PassageLoader
    /// For each place where three words of the rationale begin, the passages that have them too.
    private var postings: [[UInt32]] = []
    private let db: Database
    private let scalars: [Unicode.Scalar]

    /// The fewest words of a marked quotation, and of an unmarked copy.
    private static let least = (marked: 5, copied: 12)
    /// A shingle in more places than this tells little; only the last are looked at.
    private static let mostPostings = 64
    /// How many passages are aligned with a marked quotation, and how many copies are tried in a rationale.
    private static let mostAligned = (marked: 6, copied: 24)
    /// From this score on a passage counts as the source.
    private static let leastScore = (marked: 0.45, copied: 0.6)

    init(_ rationale: String, preferring: Set<EditionID>, editions: [CitationIndex.Entry], db: Database) {
        words = WordScanner.words(of: rationale)
        scalars = Array(rationale.unicodeScalars)
        marks = QuotationMarks.find(rationale)
        loader = PassageLoader(editions: editions, preferring: preferring, db: db)
        self.db = db
    }

    /// The quotations in order.
    mutating func find() throws -> [Quotation] {
        guard words.count >= Shingle.length else { return [] }
        postings = try ShingleIndex.postings(
            of: Shingle.hashes(words), most: QuotationFinder.mostPostings, in: db)
        var result: [Quotation] = []
        var free = [Bool](repeating: true, count: words.count)
        for mark in marks {
            let range = wordRange(mark.range)
            guard range.count >= QuotationFinder.least.marked else { continue }
            let sources = try sources(ofMarked: range)
            // Single marks may be no quotation at all.
            if mark.isSingle, sources.isEmpty { continue }
            for index in range { free[index] = false }
            result.append(quotation(range, mark.isSingle ? .singleQuoted : .quoted, sources))
        }
        result += try copies(free)
        return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func quotation(
        _ range: Range<Int>, _ marking: Quotation.Marking, _ sources: [RatedSource]
    ) -> Quotation {
        let scalars = words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
        return Quotation(
            marking: marking, range: scalars, source: sources.first?.source,
            otherSources: sources.dropFirst().prefix(3).map(\.source))
    }

    private func wordRange(_ scalars: Range<Int>) -> Range<Int> {
        let start = words.firstIndex { $0.range.lowerBound >= scalars.lowerBound } ?? words.count
        let end = words[start...].firstIndex { $0.range.upperBound > scalars.upperBound } ?? words.count
        return start..<end
    }

    // MARK: - Marked quotations

    private func sources(ofMarked range: Range<Int>) throws -> [RatedSource] {
        let hasEllipsis = words[range].dropFirst().contains(where: \.followsEllipsis)
        let places = range.lowerBound..<max(range.lowerBound, range.upperBound - Shingle.length + 1)
        let chains = ChainBuilder.chains(
            postings, places: places, mostGap: .max, passageGap: hasEllipsis ? 6 : 1)
        let found = try aligned(range, chains)
        return found.isEmpty ? try aligned(range, chainsWithoutShingles(range)) : found
    }

    private func aligned(_ range: Range<Int>, _ chains: [Chain]) throws -> [RatedSource] {
        var result: [RatedSource] = []
        for chain in loader.best(chains, most: QuotationFinder.mostAligned.marked) {
            guard let window = try loader.window(chain) else { continue }
            let source = AlignmentSource(window.texts)
            let steps = WordAligner.steps(words[range], source.words, mode: .within)
            if let rated = rated(range, steps, source, window), rated.source.score >= QuotationFinder.leastScore.marked
            {
                result.append(rated)
            }
        }
        return RatedSource.sorted(result)
    }

    /// The passages that hold a short quotation but for one word of it, or two that were swapped.
    ///
    /// A word changed in the middle of five leaves no three in a row; full-text search finds the two on either side.
    private func chainsWithoutShingles(_ range: Range<Int>) throws -> [Chain] {
        var numbers: Set<Int64> = []
        for width in [1, 2] {
            for at in range {
                let rows = [range.lowerBound..<at, min(at + width, range.upperBound)..<range.upperBound]
                // A longer row would have been found by its shingles.
                guard rows.allSatisfy({ $0.count < Shingle.length }) else { continue }
                let texts = rows.map { row in row.map { text($0) }.joined(separator: " ") }
                guard let search = SearchWords.phrases(texts) else { continue }
                numbers.formUnion(try SearchReading.numbers(search, limit: QuotationFinder.mostAligned.marked, in: db))
            }
        }
        return numbers.map { chain(of: $0, range) }
    }

    private func chain(of number: Int64, _ range: Range<Int>) -> Chain {
        let place = PassageNumber.place(of: number)
        return Chain(
            edition: PassageNumber.edition(of: number), places: place...place, from: range.lowerBound,
            to: range.upperBound, hits: 1)
    }

    private func text(_ index: Int) -> String { String(String.UnicodeScalarView(scalars[words[index].range])) }

    // MARK: - Copies

    private func copies(_ free: [Bool]) throws -> [Quotation] {
        var candidates: [(range: Range<Int>, rated: RatedSource)] = []
        for run in QuotationFinder.runs(free) where run.count >= QuotationFinder.least.copied {
            let places = run.lowerBound..<(run.upperBound - Shingle.length + 1)
            let chains = ChainBuilder.chains(postings, places: places, mostGap: 12, passageGap: 1).filter {
                $0.hits >= 4
            }
            for chain in loader.best(chains, most: QuotationFinder.mostAligned.copied) {
                guard let window = try loader.window(chain) else { continue }
                let near = max(run.lowerBound, chain.from - 8)..<min(run.upperBound, chain.to + Shingle.length + 8)
                let source = AlignmentSource(window.texts)
                let all = WordAligner.steps(words[near], source.words, mode: .within)
                let steps = CopyTrimmer.trimmed(all)
                guard steps.count(where: { $0.kind == .same }) >= QuotationFinder.least.copied,
                    let first = steps.first, let last = steps.last
                else { continue }
                let range =
                    (near.lowerBound + first.quotation.lowerBound)..<(near.lowerBound + last.quotation.upperBound)
                if let rated = rated(near, steps, source, window),
                    rated.source.score >= QuotationFinder.leastScore.copied
                {
                    candidates.append((range, rated))
                }
            }
        }
        candidates.sort { RatedSource.precedes($0.rated, $1.rated, by: \.same) }
        var kept: [(range: Range<Int>, sources: [RatedSource])] = []
        for (range, rated) in candidates {
            if let index = kept.firstIndex(where: { $0.range.overlaps(range) }) {
                kept[index].sources.append(rated)
            } else {
                kept.append((range, [rated]))
            }
        }
        return kept.map { quotation($0.range, .unmarked, $0.sources) }
    }

    private static func runs(_ free: [Bool]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start: Int?
        for index in 0...free.count {
            if index < free.count, free[index] {
                start = start ?? index
            } else if let from = start {
                result.append(from..<index)
                start = nil
            }
        }
        return result
    }

    /// A source from the steps of an alignment, with only the passages that it touches.
    private func rated(
        _ range: Range<Int>, _ steps: [WordAligner.Step], _ source: AlignmentSource, _ window: PassageLoader.Window
    ) -> RatedSource? {
        var alignment = source.alignment(words[range], steps)
        let touched = steps.filter { !$0.passage.isEmpty && $0.kind != .elided }.map {
            source.passages[$0.passage.lowerBound]
        }
        guard let first = touched.min(), let last = touched.max() else { return nil }
        for index in alignment.parts.indices {
            alignment.parts[index].passageIndex = min(max(alignment.parts[index].passageIndex, first), last) - first
        }
        return RatedSource(
            source: QuotationSource(passages: Array(window.ids[first...last]), alignment: alignment),
            same: steps.count { $0.kind == .same }, isPreferred: window.isPreferred, number: window.number)
    }
}

/// A source and what tells whether it is better than another.
struct RatedSource {
    var source: QuotationSource
    /// How many words are the same.
    var same: Int
    /// Whether its edition is one of those preferred.
    var isPreferred: Bool
    /// The number of its first passage; the newest edition has the lowest.
    var number: Int64

    static func sorted(_ sources: [RatedSource]) -> [RatedSource] {
        sources.sorted { precedes($0, $1, by: \.source.score) }
    }

    /// The better one first; of equals the preferred, then the newest.
    static func precedes<Value: Comparable>(_ a: RatedSource, _ b: RatedSource, by value: KeyPath<RatedSource, Value>)
        -> Bool
    {
        if a[keyPath: value] != b[keyPath: value] { return a[keyPath: value] > b[keyPath: value] }
        if a.source.score != b.source.score { return a.source.score > b.source.score }
        if a.isPreferred != b.isPreferred { return a.isPreferred }
        return a.number < b.number
    }
}

/// Takes from the ends of a copy what only happens to be alike.
enum CopyTrimmer {
    /// The stretch with the most words that are the same after one is taken off for each that is not.
    static func trimmed(_ steps: [WordAligner.Step]) -> [WordAligner.Step] {
        var best = (sum: 0, range: 0..<0)
        var (sum, start) = (0, 0)
        for (index, step) in steps.enumerated() {
            if sum <= 0 { (sum, start) = (0, index) }
            switch step.kind {
            case .same: sum += 1
            case .elided: break
            case .changed, .dropped, .added: sum -= 1
            }
            if sum > best.sum, step.kind == .same { best = (sum, start..<(index + 1)) }
        }
        return Array(steps[best.range].drop { $0.kind != .same })
    }
}
