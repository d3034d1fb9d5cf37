/// What a key did to an editor.
public enum EditorEvent: Hashable, Sendable {
    /// The text is another.
    case changed
    /// The cursor or the selection is another, the text is not.
    case moved
    /// The key is the editor's, but there was nothing to do.
    case unchanged
}

/// A text being written, as a value: lines wrap by words, every change can be undone, and blanks of a template are
/// jumped to and replaced.
///
/// Offsets count characters of `Array(text)`. A blank stands in the text as `⟦name⟧`.
public struct Editor: Hashable, Sendable {
    var buffer: TextBuffer
    /// The offset that the next character goes to.
    public internal(set) var cursor: Int
    /// Raised by every change of the text.
    public internal(set) var revision = 0
    /// The blank that the next key replaces whole; nil most of the time.
    public internal(set) var selection: Range<Int>?
    /// The first line shown when last laid out.
    public internal(set) var topLine = 0
    var goalColumn: Int?
    var history = EditHistory()
    var killed: [Character] = []
    var wrapped: WrappedLines

    /// An editor over a text; line ends become `"\n"`, tabs spaces, other controls are dropped.
    /// - Parameter cursor: where to write; the start of the text by default.
    public init(text: String = "", cursor: Int = 0) {
        buffer = TextBuffer(String(TextBuffer.sanitized(text)))
        self.cursor = min(max(0, cursor), buffer.count)
        wrapped = WrappedLines(width: 0, lines: [])
    }

    /// The text.
    public var text: String { String(buffer.characters) }

    /// The number of characters.
    public var count: Int { buffer.count }

    /// Whether there is nothing, or only spaces.
    public var isBlank: Bool { buffer.kinds.allSatisfy { !$0.isDisjoint(with: [.space, .newline]) } }

    /// The last wrapping, kept so that a key wraps the text once.
    struct WrappedLines: Hashable, Sendable {
        var width: Int
        var lines: [WrappedLine]
    }

    /// Puts the cursor at an offset; one outside the text is taken as its end.
    public mutating func moveCursor(to offset: Int) {
        cursor = min(max(0, offset), buffer.count)
        selection = nil
        goalColumn = nil
        history.close()
    }

    /// Replaces the whole text as one step that can be undone.
    public mutating func replaceText(with text: String, cursor: Int? = nil) {
        change(0..<buffer.count, to: TextBuffer.sanitized(text), as: .other)
        if let cursor { moveCursor(to: cursor) }
    }

    /// Inserts a text at the cursor, or over the selected blank, as one step that can be undone.
    public mutating func insert(_ text: String) {
        change(selection ?? cursor..<cursor, to: TextBuffer.sanitized(text), as: .other)
    }
}
