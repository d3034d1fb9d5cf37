import GRDB

/// Where a search looks.
public enum SearchScope: Hashable, Sendable {
    /// In the whole library.
    case library
    /// In one edition; one that the library lacks holds nothing.
    case edition(EditionID)
    /// In one section and those within it.
    case section(SectionID)
}

/// In which order a search tells what it found.
public enum SearchOrder: Hashable, Sendable {
    /// The newest edition first, within it in reading order.
    case newest
    /// The best first, among the ``GuidelineLibrary/rankedMost`` newest.
    case best
}

/// A passage that was found.
public struct SearchHit: Hashable, Sendable {
    /// The passage.
    public var passage: Passage
    /// Its section.
    public var section: Section
    /// Where the words of the search stand in its text, in Unicode scalars; empty when only the title of the section
    /// has them.
    public var words: [Range<Int>]
}

extension GuidelineLibrary {
    /// How many of the newest matches are ranked: ranking all of a common word would take seconds.
    public static let rankedMost = 1_000

    /// The passages that hold all words, in their text or the title of their section.
    ///
    /// Case and accents do not count, and the last word may be unfinished when no space follows it. No text is ever
    /// taken for an operator, and a text without words finds nothing.
    /// - Parameter limit: how many at most.
    public func search(
        words text: String, scope: SearchScope = .library, order: SearchOrder = .newest, limit: Int = 50
    ) throws(GuidelineError) -> [SearchHit] {
        guard let words = SearchWords(typed: text), limit > 0 else { return [] }
        return try read { db in
            guard let range = try SearchReading.range(scope, in: db) else { return [] }
            return try SearchReading.hits(words, range, order, limit: limit, in: db)
        }
    }
}

/// Runs searches.
enum SearchReading {
    /// The numbers of the passages in a scope; nil when the library does not have it.
    static func range(_ scope: SearchScope, in db: Database) throws -> Range<Int64>? {
        switch scope {
        case .library:
            return 0..<Int64.max
        case .edition(let id):
            guard let edition = try EditionRows.row(id, in: db) else { return nil }
            return edition.firstPassage..<(edition.firstPassage + Int64(PassageNumber.limits.passages))
        case .section(let id):
            let statement = try db.cachedStatement(
                sql: """
                    SELECT min(s.first_passage), max(s.first_passage + s.passage_count)
                    FROM edition AS e JOIN section AS s ON s.edition_id = e.id
                    WHERE e.name = :edition AND (s.path = :path OR s.path GLOB :path || '.*')
                    """)
            let row = try Row.fetchOne(statement, arguments: ["edition": id.edition.text, "path": id.path])
            guard let row, let first: Int64 = row[0], let end: Int64 = row[1] else { return nil }
            return first..<end
        }
    }

    /// The numbers of the newest passages that match.
    static func numbers(_ words: SearchWords, limit: Int, in db: Database) throws -> [Int64] {
        let statement = try db.cachedStatement(
            sql: "SELECT rowid FROM passage_words WHERE passage_words MATCH :words ORDER BY rowid LIMIT :limit")
        return try Int64.fetchAll(statement, arguments: ["words": words.expression, "limit": limit])
    }

    /// The passages of some numbers, in this order; a number that names none is left out.
    static func hits(numbers: [Int64], _ words: SearchWords, in db: Database) throws -> [SearchHit] {
        let statement = try db.cachedStatement(
            sql: columns + """

                FROM passage_words JOIN passage AS p ON p.id = passage_words.rowid
                    JOIN section AS s ON s.id = p.section_id JOIN edition AS e ON e.id = s.edition_id
                WHERE passage_words MATCH :words AND passage_words.rowid = :number
                """)
        return try numbers.compactMap { number in
            try Row.fetchOne(statement, arguments: ["words": words.expression, "number": number]).map(hit)
        }
    }

    static func hits(
        _ words: SearchWords, _ range: Range<Int64>, _ order: SearchOrder, limit: Int, in db: Database
    ) throws -> [SearchHit] {
        let arguments: StatementArguments = [
            "words": words.expression, "first": range.lowerBound, "last": range.upperBound - 1,
            "limit": order == .newest ? limit : GuidelineLibrary.rankedMost,
        ]
        let statement = try db.cachedStatement(sql: newest)
        switch order {
        case .newest: return try Row.fetchAll(statement, arguments: arguments).map(hit)
        case .best: return try best(Row.fetchCursor(statement, arguments: arguments), limit: limit)
        }
    }

    /// The best of some matches.
    ///
    /// BM25, but with the frequencies among these matches: those of the whole library, which the function of FTS5 takes,
    /// cost time without bound for common words.
    private static func best(_ rows: RowCursor, limit: Int) throws -> [SearchHit] {
        var hits: [(hit: SearchHit, counts: [String: Double], length: Double)] = []
        var frequencies: [String: Double] = [:]
        while let row = try rows.next() {
            let hit = hit(row)
            var counts: [String: Double] = [:]
            for word in markedWords(row[9]) { counts[word, default: 0] += 1 }
            for word in markedWords(row[10]) { counts[word, default: 0] += 3 }
            for word in counts.keys { frequencies[word, default: 0] += 1 }
            hits.append((hit, counts, Double(hit.passage.text.utf8.count)))
        }
        let mean = hits.reduce(0) { $0 + $1.length } / Double(max(1, hits.count))
        let scored = hits.enumerated().map { index, found in
            var score = 0.0
            for (word, count) in found.counts {
                let rarity = 1 + (Double(hits.count + 1) / (frequencies[word] ?? 1)).squareRoot()
                score += rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * found.length / mean))
            }
            return (index: index, score: score)
        }
        return scored.sorted { ($1.score, $0.index) < ($0.score, $1.index) }.prefix(limit).map { hits[$0.index].hit }
    }

    /// The words that FTS5 has marked, in small letters.
    private static func markedWords(_ marked: String) -> [String] {
        var words: [String] = []
        for part in marked.utf8.split(separator: 2).dropFirst(marked.utf8.first == 2 ? 0 : 1) {
            words.append(String(Substring(part.prefix { $0 != 3 })).lowercased())
        }
        return words
    }

    private static func hit(_ row: Row) -> SearchHit {
        let edition = EditionID(row[0])
        let parent: String? = row[2]
        let section = Section(
            id: SectionID(edition: edition, path: row[1]), number: row[4], title: row[5], depth: row[3],
            parent: parent.map { SectionID(edition: edition, path: $0) })
        let text: String = row[7]
        let place: Int = row[6]
        let passage = Passage(
            id: PassageID(section: section.id, place: place + 1), text: text, digest: StoredDigest.digest(row[8]))
        return SearchHit(passage: passage, section: section, words: marks(row[9], in: text))
    }

    /// Where the marks of FTS5 stand; none when the text holds such characters itself.
    private static func marks(_ marked: String, in text: String) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var place = 0
        var start = 0
        for scalar in marked.unicodeScalars {
            switch scalar.value {
            case 2: start = place
            case 3: if start < place { ranges.append(start..<place) }
            default: place += 1
            }
        }
        return place == text.unicodeScalars.count ? ranges : []
    }

    private static let columns = """
        SELECT e.name, s.path, s.parent, s.depth, s.number, s.title, p.id - s.first_passage, p.text, p.digest,
            highlight(passage_words, 0, char(2), char(3)), highlight(passage_words, 1, char(2), char(3))
        """

    private static let newest =
        columns + """

            FROM passage_words JOIN passage AS p ON p.id = passage_words.rowid
                JOIN section AS s ON s.id = p.section_id JOIN edition AS e ON e.id = s.edition_id
            WHERE passage_words MATCH :words AND passage_words.rowid BETWEEN :first AND :last
            ORDER BY passage_words.rowid LIMIT :limit
            """
}
