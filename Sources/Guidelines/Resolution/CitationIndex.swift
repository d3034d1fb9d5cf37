import GRDB
import Synchronization

/// What citations are looked up in: the editions, and the titles of those that were asked for.
final class CitationIndex: Sendable {
    /// An edition with its names.
    struct Entry: Sendable {
        var number: Int
        var firstPassage: Int64
        var edition: Edition
        var publisher: PublisherName
        var chapters: [TitleWords]

        /// How well a cited chapter fits, 0 to 1.
        func likeness(toChapter cited: TitleWords) -> Double {
            chapters.map { TitleWords.likeness(cited: cited, title: $0, weight: Entry.weight) }.max() ?? 0
        }

        /// Words that many chapters share do not tell one from another.
        private static func weight(_ letters: [UInt8]) -> Double { common.contains(letters) ? 0.2 : 1 }

        private static let common = Set(["complaint", "disorder", "treatment", "medical"].map { Array($0.utf8) })
    }

    /// The editions, newest first.
    let entries: [Entry]
    private let tables = Mutex<[Int: SectionTitles]>([:])

    init(in db: Database) throws {
        entries = try EditionRows.all(in: db).map { row in
            Entry(
                number: row.number, firstPassage: row.firstPassage, edition: row.edition,
                publisher: PublisherName(row.edition.publisher), chapters: row.edition.chapters.map(TitleWords.init))
        }
    }

    /// The titles of an edition.
    func titles(of entry: Entry, in db: Database) throws -> SectionTitles {
        if let known = tables.withLock({ $0[entry.number] }) { return known }
        let made = try SectionTitles(of: entry, in: db)
        tables.withLock { $0[entry.number] = made }
        return made
    }
}

/// The name of a publisher, by which citations call it in several ways.
struct PublisherName: Sendable {
    private let keys: Set<String>

    /// `Official Disability Guidelines (ODG)` is known by its words, by what stands in brackets and by its initials.
    init(_ name: String) {
        let words = TitleWords(name)
        let plain = words.words.filter { $0.weight >= 1 }
        var keys: Set<String> = [String(decoding: Array(plain.map(\.letters).joined()), as: UTF8.self)]
        for word in words.words where word.weight == 0.4 { keys.insert(String(decoding: word.letters, as: UTF8.self)) }
        let initials = words.initials.prefix(words.words.prefix { $0.weight != 0.4 }.count)
        if initials.count >= 3 { keys.insert(String(decoding: initials, as: UTF8.self)) }
        if words.words.contains(where: { $0.letters == Array("acoem".utf8) }) { keys.insert("acoem") }
        self.keys = keys.filter { !$0.isEmpty }
    }

    /// Whether two names are of one publisher.
    func isSame(as other: PublisherName) -> Bool { !keys.isDisjoint(with: other.keys) }
}

/// The titles of the sections of one edition, to be found by what a citation makes of them.
struct SectionTitles: Sendable {
    /// The sections in reading order.
    let sections: [Section]
    /// The passage each begins with.
    let passages: [PassageID?]
    private let titles: [TitleWords]
    private let gramCounts: [Int]
    private let postings: [UInt32: [Int32]]
    private let byNumber: [String: [Int]]
    private let frequencies: [[UInt8]: Int]

    init(of entry: CitationIndex.Entry, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT path, parent, depth, number, title, first_passage, passage_count FROM section
                WHERE edition_id = :edition ORDER BY position
                """)
        var sections: [Section] = []
        var counts: [Int] = []
        let rows = try Row.fetchCursor(statement, arguments: ["edition": entry.number])
        while let row = try rows.next() {
            sections.append(SectionRows.section(row, of: entry.edition.id))
            counts.append(row[6])
        }
        var postings: [UInt32: [Int32]] = [:]
        var gramCounts: [Int] = []
        var byNumber: [String: [Int]] = [:]
        var frequencies: [[UInt8]: Int] = [:]
        let titles = sections.map { TitleWords($0.title) }
        for (index, title) in titles.enumerated() {
            let grams = title.grams
            gramCounts.append(grams.count)
            for gram in grams { postings[gram, default: []].append(Int32(index)) }
            for word in Set(title.words.map(\.letters)) { frequencies[word, default: 0] += 1 }
            if let number = sections[index].number { byNumber[number, default: []].append(index) }
        }
        passages = sections.indices.map { index in
            var at = index
            while at < sections.count, at == index || sections[at].depth > sections[index].depth {
                if counts[at] > 0 { return PassageID(section: sections[at].id, place: 1) }
                at += 1
            }
            return nil
        }
        self.sections = sections
        self.titles = titles
        self.gramCounts = gramCounts
        self.postings = postings
        self.byNumber = byNumber
        self.frequencies = frequencies
    }

    /// The sections that a cited one may be, the likeliest first, each with how sure it is.
    func matches(_ cited: String, most: Int) -> [(index: Int, confidence: Double)] {
        let digits = cited.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let isBare = digits.count == cited.count && cited.contains { $0.isNumber }
        let split = HeadingNumber.split(cited)
        let number = split?.number ?? (isBare ? String(cited.hasSuffix(".") ? cited.dropLast() : cited[...]) : nil)
        let numbered = Set(number.flatMap { byNumber[$0] } ?? [])
        var scores: [Int: Double] = [:]
        if isBare {
            for index in numbered { scores[index] = 0.9 }
        } else {
            let words = TitleWords(split?.title ?? cited)
            for index in candidates(words).union(numbered) {
                var likeness = TitleWords.likeness(cited: words, title: titles[index], weight: weight)
                if numbered.contains(index), likeness < 0.9, let whole = wholeTitle(index) {
                    likeness = max(likeness, TitleWords.likeness(cited: words, title: whole, weight: weight))
                }
                scores[index] = confidence(likeness, cites: number, index, isNumbered: numbered.contains(index))
            }
        }
        return scores.filter { $0.value > 0.25 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map { ($0.key, $0.value) }
    }

    /// The title with that of the section above before it, as some citations give it; nil at the top.
    private func wholeTitle(_ index: Int) -> TitleWords? {
        guard let parent = sections[index].parent, let above = sections[..<index].last(where: { $0.id == parent })
        else {
            return nil
        }
        return TitleWords(above.title + ": " + sections[index].title)
    }

    /// Title and number together: where they disagree, the title counts more, because numbers change with editions.
    private func confidence(_ likeness: Double, cites number: String?, _ index: Int, isNumbered: Bool) -> Double {
        guard number != nil else { return likeness }
        if isNumbered { return likeness >= 0.5 ? min(1, 0.3 + 0.7 * likeness + 0.1) : 0.45 }
        return sections[index].number == nil ? likeness : likeness * 0.9
    }

    /// Sections that share enough letters with a title to be looked at.
    private func candidates(_ words: TitleWords) -> Set<Int> {
        let grams = words.grams
        var counts: [Int32: Int] = [:]
        for gram in grams {
            for index in postings[gram] ?? [] { counts[index, default: 0] += 1 }
        }
        let rated = counts.map { index, count in
            (index: Int(index), rating: Double(2 * count) / Double(grams.count + gramCounts[Int(index)]))
        }
        return Set(rated.sorted { ($1.rating, $0.index) < ($0.rating, $1.index) }.prefix(40).map(\.index))
    }

    /// How telling a word is: one that stands in many titles tells little.
    private func weight(_ letters: [UInt8]) -> Double {
        guard let frequency = frequencies[letters], frequency > 1 else { return 1 }
        return max(0.3, 1 - 0.2 * Double(frequency).squareRoot().squareRoot())
    }
}
