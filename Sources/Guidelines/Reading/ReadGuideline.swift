/// A guideline as read from a file: an edition and its text, not yet in any library.
public struct ReadGuideline: Hashable, Sendable {
    /// The edition.
    public var edition: Edition
    /// Its sections in reading order, each after the one it belongs to.
    public var sections: [ReadSection]

    /// How many passages it has.
    public var passageCount: Int { sections.reduce(0) { $0 + $1.passages.count } }

    /// A guideline from front matter and sections; the digest and the names come from the content.
    public init(_ matter: FrontMatter, sections given: [ReadSection]) {
        sections = given
        var hasher = Hasher128()
        matter.add(to: &hasher)
        for section in sections {
            hasher.add(String(section.depth))
            hasher.add(section.number)
            hasher.add(section.title)
            for passage in section.passages { hasher.add(passage) }
        }
        let digest = hasher.digest
        edition = matter.edition(digest: digest)
    }
}

/// A section as read from a file.
public struct ReadSection: Hashable, Sendable {
    /// Its place, counted from 1 on every level: `2.3`; `0` for the text before the first heading.
    public var path: String
    /// The number that the guideline prints; nil when it prints none.
    public var number: String?
    /// The title.
    public var title: String
    /// How deep it lies; 0 for the text before the first heading.
    public var depth: Int
    /// Its passages in reading order, each in one line.
    public var passages: [String]

    /// A section from its parts.
    public init(path: String, number: String? = nil, title: String, depth: Int, passages: [String] = []) {
        self.path = path
        self.number = number
        self.title = title
        self.depth = depth
        self.passages = passages
    }

    /// The place of the section that it belongs to; nil at the top.
    var parentPath: String? {
        path.lastIndex(of: ".").map { String(path[..<$0]) }
    }
}
