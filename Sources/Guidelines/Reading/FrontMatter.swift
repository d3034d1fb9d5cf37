public import CaseModel
import TOMLKit

/// What stands before the text of a guideline: whose it is, and from when to when it is in force.
public struct FrontMatter: Hashable, Sendable {
    /// Who publishes it, as citations name it.
    public var publisher: String
    /// The title of the guideline.
    public var title: String
    /// The title of the chapter and the other titles under which it is cited; never empty.
    public var chapters: [String]
    /// The year of the edition, 1900 to 2999.
    public var year: Int
    /// The first day in force.
    public var inForceFrom: Day?
    /// The last day in force.
    public var inForceTo: Day?
    /// The rank in the order of evidence.
    public var rank: EvidenceRank
    /// Whether it is made for trying only.
    public var isDemonstration: Bool

    /// Front matter from its parts; a guideline without chapters is its own chapter.
    public init(
        publisher: String, title: String, chapters: [String] = [], year: Int, inForceFrom: Day? = nil,
        inForceTo: Day? = nil, rank: EvidenceRank = .adoptedGuideline, isDemonstration: Bool = false
    ) {
        self.publisher = publisher
        self.title = title
        self.chapters = chapters.isEmpty ? [title] : chapters
        self.year = year
        self.inForceFrom = inForceFrom
        self.inForceTo = inForceTo
        self.rank = rank
        self.isDemonstration = isDemonstration
    }

    static let keys = [
        "publisher", "title", "chapter", "year", "in-force-from", "in-force-to", "rank", "demonstration",
    ]

    /// Reads front matter in TOML.
    ///
    /// Keys: `publisher`, `title` (texts) and `year` (a number) are required; `chapter` is a text or a list of texts,
    /// the first being its title; `in-force-from` and `in-force-to` are days, as texts or TOML dates; `rank` is `A` to
    /// `F` (`A` when missing); `demonstration` is `true` or `false`.
    /// - Parameters:
    ///   - toml: the TOML without the lines `+++`.
    ///   - file: the name by which errors call the file.
    ///   - firstLine: the line of the file on which the TOML begins.
    public init(parsing toml: String, file: String, firstLine: Int = 1) throws(GuidelineError) {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: toml)
        } catch let error as TOMLParseError {
            throw .unreadable(file: file, line: firstLine + max(0, error.source.begin.line - 1), .notTOML)
        } catch {
            throw .unreadable(file: file, line: firstLine, .notTOML)
        }
        let values = Values(
            table: table, lines: toml.split(separator: "\n", omittingEmptySubsequences: false), file, firstLine)
        for key in table.keys.sorted() where !FrontMatter.keys.contains(key) {
            throw values.error(key, .unknownKey(key))
        }
        let title = try values.text("title")
        self.init(
            publisher: try values.text("publisher"), title: title, chapters: try values.texts("chapter"),
            year: try values.year("year"), inForceFrom: try values.day("in-force-from"),
            inForceTo: try values.day("in-force-to"), rank: try values.rank("rank"),
            isDemonstration: try values.flag("demonstration"))
        if let inForceFrom, let inForceTo, inForceTo < inForceFrom { throw values.error("in-force-to", .daysReversed) }
    }

    /// The edition of a content with this front matter.
    func edition(digest: ContentDigest) -> Edition {
        let name = EditionSlug.of([publisher, chapters.first ?? title, String(year), String(digest.hex.prefix(8))])
        return Edition(
            id: EditionID(name), publisher: publisher, title: title, chapters: chapters, year: year,
            inForceFrom: inForceFrom, inForceTo: inForceTo, rank: rank, isDemonstration: isDemonstration, digest: digest
        )
    }

    func add(to hasher: inout Hasher128) {
        hasher.add(publisher)
        hasher.add(title)
        hasher.add(String(chapters.count))
        for chapter in chapters { hasher.add(chapter) }
        hasher.add(String(year))
        hasher.add(inForceFrom?.iso)
        hasher.add(inForceTo?.iso)
        hasher.add(rank.rawValue)
        hasher.add(isDemonstration ? "demonstration" : nil)
    }
}

/// Makes names of editions.
enum EditionSlug {
    /// The parts in small ASCII letters, digits and hyphens; at most 100 characters before the last part.
    static func of(_ parts: [String]) -> String {
        var name: [UInt8] = []
        for part in parts.dropLast() {
            for byte in part.utf8 {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): name.append(byte)
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte | 0x20)
                default: if name.last != UInt8(ascii: "-"), !name.isEmpty { name.append(UInt8(ascii: "-")) }
                }
            }
            if name.last != UInt8(ascii: "-"), !name.isEmpty { name.append(UInt8(ascii: "-")) }
        }
        return String(decoding: name.prefix(100), as: UTF8.self) + (parts.last ?? "")
    }
}

/// Takes typed values out of a table, each error with its line.
private struct Values {
    let table: TOMLTable
    let lines: [Substring]
    let file: String
    let firstLine: Int

    init(table: TOMLTable, lines: [Substring], _ file: String, _ firstLine: Int) {
        self.table = table
        self.lines = lines
        self.file = file
        self.firstLine = firstLine
    }

    func error(_ key: String, _ problem: GuidelineError.Problem) -> GuidelineError {
        let index = lines.firstIndex { $0.drop { $0 == " " || $0 == "\"" }.hasPrefix(key) } ?? 0
        return .unreadable(file: file, line: firstLine + index, problem)
    }

    func text(_ key: String) throws(GuidelineError) -> String {
        guard let value = table[key] else { throw error(key, .missing(key)) }
        guard let text = value.string.map(Values.oneLine), !text.isEmpty else {
            throw error(key, .wrong(key, expected: "a text in quotation marks"))
        }
        return text
    }

    func texts(_ key: String) throws(GuidelineError) -> [String] {
        guard let value = table[key] else { return [] }
        if value.string != nil { return [try text(key)] }
        let problem = error(key, .wrong(key, expected: "a title, or a list of titles in square brackets"))
        guard let list = value.array else { throw problem }
        let titles = list.compactMap(\.string).map(Values.oneLine).filter { !$0.isEmpty }
        guard titles.count == list.count else { throw problem }
        return titles
    }

    private static func oneLine(_ text: String) -> String {
        Prose.normalized(text).split(separator: "\n").joined(separator: " ")
    }

    func year(_ key: String) throws(GuidelineError) -> Int {
        guard let value = table[key] else { throw error(key, .missing(key)) }
        guard let year = value.int, (1900...2999).contains(year) else {
            throw error(key, .wrong(key, expected: "a year of four digits without quotation marks"))
        }
        return year
    }

    func day(_ key: String) throws(GuidelineError) -> Day? {
        guard let value = table[key] else { return nil }
        if let date = value.date, let day = Day(year: date.year, month: date.month, day: date.day) { return day }
        if let text = value.string, let day = Day(iso: text) { return day }
        throw error(key, .wrong(key, expected: "a day of the form 2016-07-28"))
    }

    func rank(_ key: String) throws(GuidelineError) -> EvidenceRank {
        guard let value = table[key] else { return .adoptedGuideline }
        if let text = value.string, let rank = EvidenceRank(rawValue: text) { return rank }
        throw error(key, .wrong(key, expected: "one of \"A\" to \"F\""))
    }

    func flag(_ key: String) throws(GuidelineError) -> Bool {
        guard let value = table[key] else { return false }
        if let flag = value.bool { return flag }
        throw error(key, .wrong(key, expected: "true or false"))
    }
}
