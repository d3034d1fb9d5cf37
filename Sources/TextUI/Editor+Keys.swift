extension Editor {
    /// Does what a key means; nil if it means nothing here, so that the screen may have it.
    ///
    /// Tab and Shift-Tab go from blank to blank and are not the editor's where the text has none. Escape, Ctrl-S and
    /// the function keys never are.
    /// - Parameters:
    ///   - width: the columns of the text, see ``textWidth(in:)``.
    ///   - height: the rows of the text.
    public mutating func handle(_ key: Key, width: Int, height: Int) -> EditorEvent? {
        let event = event(for: key, width: width, height: height)
        guard let event else { return nil }
        prepareLayout(width: width)
        topLine = topLineShowingCursor(width: width, height: height)
        return event
    }

    private mutating func event(for key: Key, width: Int, height: Int) -> EditorEvent? {
        switch key {
        case .character(let character): return type(character)
        case .paste(let text): return paste(text)
        case .control(let character): return control(character, width: width)
        case .alt(let character): return alt(character)
        case .named(let named): return press(named, width: width, height: height)
        case .function, .pointer, .focus: return nil
        }
    }

    private mutating func type(_ character: Character) -> EditorEvent {
        let text = TextBuffer.sanitized(String(character))
        guard !text.isEmpty else { return .unchanged }
        change(selection ?? cursor..<cursor, to: text, as: selection == nil ? .typing : .other)
        return .changed
    }

    private mutating func paste(_ text: String) -> EditorEvent {
        let text = TextBuffer.sanitized(text)
        guard !text.isEmpty else { return .unchanged }
        change(selection ?? cursor..<cursor, to: text, as: .other)
        return .changed
    }

    private mutating func control(_ character: Character, width: Int) -> EditorEvent? {
        switch character {
        case "a": return move(to: lineRange(width: width).lowerBound)
        case "e": return move(to: lineRange(width: width).upperBound)
        case "d": return erase(cursor..<min(cursor + 1, count), as: .deleting)
        case "h": return erase(max(0, cursor - 1)..<cursor, as: .erasing)
        case "k":
            let end = buffer.line(around: cursor).upperBound
            return kill(cursor..<(end == cursor ? min(count, end + 1) : end))
        case "u": return kill(buffer.line(around: cursor).lowerBound..<cursor)
        case "w": return kill(buffer.spaceStart(before: cursor)..<cursor)
        case "y": return redo() ? .changed : .unchanged
        case "z", "_": return undo() ? .changed : .unchanged
        default: return nil
        }
    }

    private mutating func alt(_ character: Character) -> EditorEvent? {
        switch character {
        case "b": return move(to: buffer.wordStart(before: cursor))
        case "f": return move(to: buffer.wordEnd(after: cursor))
        case "d": return kill(cursor..<buffer.wordEnd(after: cursor))
        case "\u{7F}": return kill(buffer.wordStart(before: cursor)..<cursor)
        case "<": return move(to: 0)
        case ">": return move(to: count)
        case "y": return killed.isEmpty ? .unchanged : paste(String(killed))
        default: return nil
        }
    }

    private mutating func press(_ key: NamedKey, width: Int, height: Int) -> EditorEvent? {
        switch key {
        case .enter: return type("\n")
        case .tab: return nextBlank() ? .moved : nil
        case .backTab: return previousBlank() ? .moved : nil
        case .backspace: return erase(max(0, cursor - 1)..<cursor, as: .erasing)
        case .delete: return erase(cursor..<min(cursor + 1, count), as: .deleting)
        case .left: return move(to: max(0, cursor - 1))
        case .right: return move(to: min(count, selection?.upperBound ?? cursor + 1))
        case .wordLeft: return move(to: buffer.wordStart(before: cursor))
        case .wordRight: return move(to: buffer.wordEnd(after: cursor))
        case .home: return move(to: lineRange(width: width).lowerBound)
        case .end: return move(to: lineRange(width: width).upperBound)
        case .up: return moveLines(-1, width: width)
        case .down: return moveLines(1, width: width)
        case .pageUp: return moveLines(-max(1, height - 1), width: width)
        case .pageDown: return moveLines(max(1, height - 1), width: width)
        case .escape, .insert: return nil
        }
    }

    private mutating func move(to offset: Int) -> EditorEvent {
        let isSame = offset == cursor && selection == nil
        moveCursor(to: offset)
        return isSame ? .unchanged : .moved
    }
}
