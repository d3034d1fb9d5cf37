public import CaseModel

/// A letter as a tree of blocks, before it is set as text or otherwise.
///
/// A rendering decides on measure, columns and type; the words are all here.
public struct Document: Hashable, Sendable {
    /// What it is called where its name stands outside of it, in a window's title; one line.
    public var name: String
    /// Its language as BCP 47 has it.
    public var language: String
    /// The day that it is dated, which a rendering gives as the time of its making; nil when it has none.
    public var day: Day?
    /// What stands at the foot of each page before the page number; empty for the number alone.
    public var running: String
    /// The blocks in order.
    public var blocks: [Block]

    /// A document from its parts.
    public init(
        name: String = "", language: String = "en-US", day: Day? = nil, running: String = "", blocks: [Block] = []
    ) {
        self.name = name
        self.language = language
        self.day = day
        self.running = running
        self.blocks = blocks
    }

    /// One block of a document.
    public enum Block: Hashable, Sendable {
        /// What the document is, above all else.
        case title(String)
        /// Rows of one or two fields each, in columns: the header.
        case fieldTable([[Field]])
        /// A heading.
        case heading(String)
        /// Entries that are numbered from 1, each one paragraph.
        case list([String])
        /// Running text, paragraphs parted by an empty line.
        case prose(String)
        /// Fields under one another, each in lines of its own.
        case fieldList([Field])
        /// What an item is about, and the word of its decision.
        case verdict(head: String, decision: String)
        /// A label, and the running text that it opens; it may be empty.
        case labelled(Field)
    }

    /// A label and its value. The label is without its colon.
    public struct Field: Hashable, Sendable {
        /// The label.
        public var label: String
        /// The value; empty when it is not known.
        public var value: String

        /// A field from its parts.
        public init(label: String, value: String) {
            self.label = label
            self.value = value
        }
    }
}
