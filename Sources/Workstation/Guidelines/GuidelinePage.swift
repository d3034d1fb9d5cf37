public import CaseModel

/// A section of a guideline as the pane shows it.
public struct GuidelinePage: Hashable, Sendable {
    /// How it came before the reviewer.
    public enum Origin: Hashable, Sendable {
        /// The reviewer's guideline line cites it.
        case cited
        /// The claims administrator's guideline line cites it.
        case citedByAdministrator
        /// Nothing is cited, and it speaks of the item's own words.
        case suggested
        /// The reviewer went there.
        case visited
    }

    /// Another section that can be gone to from here.
    public struct Way: Hashable, Sendable {
        /// Why one would go there: `see also`, `next best`, `in force instead`, `within`, `above`, `edition of 2009`.
        public var reason: String
        /// The name of the section, as the library knows it.
        public var section: String
        /// The words of the section.
        public var words: String

        /// A way from its parts.
        public init(reason: String, section: String, words: String) {
            self.reason = reason
            self.section = section
            self.words = words
        }
    }

    /// How a passage came between two editions.
    public enum Change: Hashable, Sendable {
        /// The earlier edition has it and the later has not.
        case removed
        /// The later edition has it and the earlier has not.
        case added
        /// Both have it, in other words: ``Passage/words``.
        case altered
    }

    /// Words that only one of two editions has.
    public struct WordChange: Hashable, Sendable {
        /// Their place in the text of the passage, in characters.
        public var range: Range<Int>
        /// Whether the later edition has them; else the earlier has.
        public var isAdded: Bool

        /// Words from their parts.
        public init(range: Range<Int>, isAdded: Bool) {
            self.range = range
            self.isAdded = isAdded
        }
    }

    /// One passage.
    public struct Passage: Hashable, Sendable {
        /// Its name in the library.
        public var id: String
        /// Its text.
        public var text: String
        /// The digest of its text.
        public var digest: String
        /// How it came between two editions; nil on a page of one edition.
        public var change: Change?
        /// Of an altered passage the words that only one of the editions has, both of which its text holds.
        public var words: [WordChange]

        /// A passage from its parts.
        public init(
            id: String, text: String, digest: String, change: Change? = nil, words: [WordChange] = []
        ) {
            self.id = id
            self.text = text
            self.digest = digest
            self.change = change
            self.words = words
        }
    }

    /// How it came before the reviewer.
    public var origin: Origin
    /// The citation that names it, with this one section.
    public var citation: Citation
    /// The name of the section in the library; nil when the library lacks what is cited.
    public var section: String?
    /// The titles from the chapter down to the section.
    public var path: [String]
    /// The rank of the evidence, `A` to `F`; nil when the library lacks it.
    public var rank: String?
    /// Whether it was in force on the day that counts; nil when nobody knows.
    public var isInForce: Bool?
    /// How sure it is that this is what is cited, 0 to 1.
    public var confidence: Double
    /// Whether the text is a demonstration, not for clinical use.
    public var isDemonstration: Bool
    /// The passages in reading order.
    public var passages: [Passage]
    /// Where one can go from here.
    public var ways: [Way]

    /// A page from its parts.
    public init(
        origin: Origin, citation: Citation, section: String? = nil, path: [String] = [], rank: String? = nil,
        isInForce: Bool? = nil, confidence: Double = 0, isDemonstration: Bool = false, passages: [Passage] = [],
        ways: [Way] = []
    ) {
        self.origin = origin
        self.citation = citation
        self.section = section
        self.path = path
        self.rank = rank
        self.isInForce = isInForce
        self.confidence = confidence
        self.isDemonstration = isDemonstration
        self.passages = passages
        self.ways = ways
    }
}

/// A quotation of the rationale, and what the library says of it.
public struct FoundQuotation: Hashable, Sendable {
    /// A stretch where the quotation and the passage differ, or agree.
    public struct Part: Hashable, Sendable {
        /// What the rationale has; empty where words were dropped.
        public var quoted: String
        /// What the passage has; empty where words were added.
        public var stored: String
        /// Whether the two say the same.
        public var isSame: Bool
        /// The place in the rationale, in characters.
        public var range: Range<Int>

        /// A stretch from its parts.
        public init(quoted: String, stored: String, isSame: Bool, range: Range<Int>) {
            self.quoted = quoted
            self.stored = stored
            self.isSame = isSame
            self.range = range
        }
    }

    /// The place in the rationale, in characters.
    public var range: Range<Int>
    /// Whether quotation marks stand around it.
    public var isMarked: Bool
    /// The edition and section it comes from; nil when no stored passage is like it.
    public var source: String?
    /// The name of that section in the library.
    public var section: String?
    /// How much is the same, 0 to 1.
    public var score: Double
    /// Word by word.
    public var parts: [Part]

    /// A quotation from its parts.
    public init(
        range: Range<Int>, isMarked: Bool, source: String?, section: String?, score: Double, parts: [Part]
    ) {
        self.range = range
        self.isMarked = isMarked
        self.source = source
        self.section = section
        self.score = score
        self.parts = parts
    }

    /// Whether it says what the passage says.
    public var isExact: Bool { source != nil && parts.allSatisfy(\.isSame) }
}
