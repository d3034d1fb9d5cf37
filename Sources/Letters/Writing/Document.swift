/// A letter as a tree of blocks, before it is set as text or otherwise.
///
/// A rendering decides on measure, columns and type; the words are all here.
public struct Document: Hashable, Sendable {
    /// The blocks in order.
    public var blocks: [Block]

    /// A document from its blocks.
    public init(blocks: [Block] = []) { self.blocks = blocks }

    /// One block of a document.
    public enum Block: Hashable, Sendable {
        /// Rows of one or two fields each, in columns: the header.
        case fieldTable([[Field]])
        /// A heading.
        case heading(String)
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
