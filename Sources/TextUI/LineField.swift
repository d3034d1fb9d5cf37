/// What a key did to a field of one line.
public enum LineFieldEvent: Hashable, Sendable {
    /// The text is another.
    case changed
    /// The cursor is another, or the key is the field's and there was nothing to do.
    case moved
    /// Enter.
    case submitted
    /// Escape or Ctrl-C.
    case cancelled
    /// The key means nothing here; the screen may have it. Backspace in an empty field is one of these.
    case ignored
}

/// A text of one line being written: the filter, the palette, a citation.
public struct LineField: Hashable, Sendable {
    private var buffer: TextBuffer
    /// The offset that the next character goes to, in `Array(text)`.
    public private(set) var cursor: Int

    /// A field with a text, the cursor behind it; line ends become spaces.
    public init(text: String = "") {
        buffer = TextBuffer(String(LineField.flat(text)))
        cursor = buffer.count
    }

    /// The text.
    public var text: String { String(buffer.characters) }

    /// Whether nothing stands in the field.
    public var isEmpty: Bool { buffer.count == 0 }

    /// Replaces the text and puts the cursor behind it.
    public mutating func setText(_ text: String) { self = LineField(text: text) }

    /// Does what a key means.
    public mutating func handle(_ key: Key) -> LineFieldEvent {
        switch key {
        case .character(let character): return insert(String(character))
        case .paste(let text): return insert(text)
        case .control(let character): return control(character)
        case .alt(let character): return alt(character)
        case .named(let named): return press(named)
        case .function, .pointer, .focus: return .ignored
        }
    }

    private mutating func press(_ key: NamedKey) -> LineFieldEvent {
        switch key {
        case .enter: return .submitted
        case .escape: return .cancelled
        case .backspace: return isEmpty ? .ignored : erase(max(0, cursor - 1)..<cursor)
        case .delete: return erase(cursor..<min(cursor + 1, buffer.count))
        case .left: return move(to: cursor - 1)
        case .right: return move(to: cursor + 1)
        case .home: return move(to: 0)
        case .end: return move(to: buffer.count)
        case .wordLeft: return move(to: buffer.wordStart(before: cursor))
        case .wordRight: return move(to: buffer.wordEnd(after: cursor))
        case .tab, .backTab, .insert, .up, .down, .pageUp, .pageDown: return .ignored
        }
    }

    private mutating func control(_ character: Character) -> LineFieldEvent {
        switch character {
        case "a": return move(to: 0)
        case "e": return move(to: buffer.count)
        case "b": return move(to: cursor - 1)
        case "f": return move(to: cursor + 1)
        case "d": return erase(cursor..<min(cursor + 1, buffer.count))
        case "h": return isEmpty ? .ignored : erase(max(0, cursor - 1)..<cursor)
        case "k": return erase(cursor..<buffer.count)
        case "u": return erase(0..<cursor)
        case "w": return erase(buffer.spaceStart(before: cursor)..<cursor)
        case "c", "g": return .cancelled
        default: return .ignored
        }
    }

    private mutating func alt(_ character: Character) -> LineFieldEvent {
        switch character {
        case "b": return move(to: buffer.wordStart(before: cursor))
        case "f": return move(to: buffer.wordEnd(after: cursor))
        case "d": return erase(cursor..<buffer.wordEnd(after: cursor))
        case "\u{7F}": return erase(buffer.wordStart(before: cursor)..<cursor)
        default: return .ignored
        }
    }

    private mutating func insert(_ text: String) -> LineFieldEvent {
        let text = LineField.flat(text)
        guard !text.isEmpty else { return .moved }
        replace(cursor..<cursor, with: text)
        return .changed
    }

    private mutating func erase(_ range: Range<Int>) -> LineFieldEvent {
        guard !range.isEmpty else { return .moved }
        replace(range, with: [])
        return .changed
    }

    private mutating func replace(_ range: Range<Int>, with text: [Character]) {
        let planned = buffer.change(range, to: text)
        buffer.apply(planned.change)
        cursor = planned.cursor
    }

    private mutating func move(to offset: Int) -> LineFieldEvent {
        cursor = min(max(0, offset), buffer.count)
        return .moved
    }

    private static func flat(_ text: String) -> [Character] {
        TextBuffer.sanitized(text).map { $0 == "\n" ? " " : $0 }
    }

    /// What is to be seen in so many columns, and the column of the cursor within them: the text is shifted so that
    /// the cursor is among it.
    public func view(columns: Int) -> (text: String, cursor: Int) {
        let columns = max(1, columns)
        var start = cursor
        var width = 0
        // One column is the cursor's own.
        while start > 0, width + buffer.kinds[start - 1].width < columns {
            start -= 1
            width += buffer.kinds[start].width
        }
        return (String(buffer.characters[start...]), width)
    }
}
