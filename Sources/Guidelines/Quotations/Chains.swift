import GRDB

/// Passages in a row of one edition that share shingles with a stretch of a rationale.
struct Chain {
    /// The edition's number in the file.
    var edition: Int
    /// The places of the passages within the edition.
    var places: ClosedRange<Int>
    /// The first and last place in the rationale, in words, where a shared shingle begins.
    var from: Int
    var to: Int
    /// How many shingles are shared.
    var hits: Int
}

/// Puts shared shingles together into chains.
enum ChainBuilder {
    /// The most passages in a chain.
    private static let mostPassages = 12

    /// The chains of a stretch of a rationale.
    /// - Parameters:
    ///   - postings: the passages for each place of the rationale.
    ///   - places: the stretch.
    ///   - mostGap: how many words without a shared shingle a chain may go on over.
    ///   - passageGap: how far the next passage may be from the one before.
    static func chains(_ postings: [[UInt32]], places: Range<Int>, mostGap: Int, passageGap: Int) -> [Chain] {
        var hits: [UInt64] = []
        for at in places {
            for posting in postings[at] { hits.append(UInt64(posting) << 32 | UInt64(at)) }
        }
        hits.sort()
        var single: [Chain] = []
        for hit in hits {
            let edition = Int(hit >> 52)
            let place = Int(hit >> 32 & 0xF_FFFF)
            let at = Int(hit & 0xFFFF_FFFF)
            if let last = single.last, last.edition == edition, last.places.lowerBound == place, at - last.to <= mostGap
            {
                single[single.count - 1].to = at
                single[single.count - 1].hits += 1
            } else {
                single.append(Chain(edition: edition, places: place...place, from: at, to: at, hits: 1))
            }
        }
        return merged(single, mostGap: mostGap, passageGap: passageGap)
    }

    /// Chains of passages that follow each other, where the rationale goes on in the next passage.
    private static func merged(_ single: [Chain], mostGap: Int, passageGap: Int) -> [Chain] {
        var result: [Chain] = []
        for chain in single {
            if let last = result.last, last.edition == chain.edition, chain.places.lowerBound > last.places.upperBound,
                chain.places.lowerBound - last.places.upperBound <= passageGap,
                chain.places.upperBound - last.places.lowerBound < mostPassages, chain.from > last.from,
                chain.from + Shingle.length > last.to, mostGap == .max || chain.from - last.to <= mostGap
            {
                result[result.count - 1].places = last.places.lowerBound...chain.places.upperBound
                result[result.count - 1].to = max(last.to, chain.to)
                result[result.count - 1].hits += chain.hits
            } else {
                result.append(chain)
            }
        }
        return result
    }
}

/// Loads the passages of chains.
struct PassageLoader {
    /// Passages in a row of one section.
    struct Window {
        var ids: [PassageID]
        var texts: [String]
        var isPreferred: Bool
        var number: Int64
    }

    private let editions: [Int: CitationIndex.Entry]
    private let preferring: Set<EditionID>
    private let db: Database

    init(editions: [CitationIndex.Entry], preferring: Set<EditionID>, db: Database) {
        self.editions = Dictionary(editions.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        self.preferring = preferring
        self.db = db
    }

    /// The chains that share the most; of equals the preferred, then the newest.
    func best(_ chains: [Chain], most: Int) -> [Chain] {
        func rating(_ chain: Chain) -> (Int, Int, Int64) {
            let entry = editions[chain.edition]
            let isPreferred = entry.map { preferring.contains($0.edition.id) } ?? false
            return (-chain.hits, isPreferred ? 0 : 1, entry?.firstPassage ?? .max)
        }
        return Array(chains.sorted { rating($0) < rating($1) }.prefix(most))
    }

    /// The passages of a chain and their neighbours, as far as they are of one section.
    func window(_ chain: Chain) throws -> Window? {
        guard let entry = editions[chain.edition] else { return nil }
        let first = entry.firstPassage + Int64(chain.places.lowerBound)
        let statement = try db.cachedStatement(
            sql: """
                SELECT p.id, p.text, s.path, p.id - s.first_passage, s.id
                FROM passage AS p JOIN section AS s ON s.id = p.section_id
                WHERE p.id BETWEEN :first - 1 AND :last + 1 AND s.edition_id = :edition ORDER BY p.id
                """)
        let last = entry.firstPassage + Int64(chain.places.upperBound)
        let rows = try Row.fetchAll(
            statement, arguments: ["first": first, "last": last, "edition": chain.edition])
        // The section of the passage that shares the first words.
        guard let section: Int64 = rows.first(where: { $0[0] == first })?[4] else { return nil }
        let own = rows.filter { $0[4] == section }
        guard let number: Int64 = own.first?[0] else { return nil }
        let id = entry.edition.id
        return Window(
            ids: own.map { PassageID(section: SectionID(edition: id, path: $0[2]), place: ($0[3] as Int) + 1) },
            texts: own.map { $0[1] }, isPreferred: preferring.contains(id), number: number)
    }
}
