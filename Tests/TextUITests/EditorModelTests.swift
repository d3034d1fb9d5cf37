import Synthetic
import Testing
import TextUI

/// The same keys on a plain string: too slow to use and too simple to be wrong.
private struct NaiveEditor {
    var text = ""
    var cursor = 0

    mutating func replace(_ low: Int, _ high: Int, _ inserted: String) {
        let characters = Array(text)
        let before = String(characters[..<low]) + inserted
        text = before + String(characters[high...])
        // Behind the character that the last inserted scalar went into.
        var scalars = before.unicodeScalars.count
        cursor = 0
        for character in text where scalars > 0 {
            scalars -= character.unicodeScalars.count
            cursor += 1
        }
    }

    mutating func handle(_ key: Key) {
        let count = text.count
        switch key {
        case .character(let character): replace(cursor, cursor, String(character))
        case .paste(let pasted): replace(cursor, cursor, pasted)
        case .named(.enter): replace(cursor, cursor, "\n")
        case .named(.backspace): if cursor > 0 { replace(cursor - 1, cursor, "") }
        case .named(.delete): if cursor < count { replace(cursor, cursor + 1, "") }
        case .named(.left): cursor = max(0, cursor - 1)
        case .named(.right): cursor = min(count, cursor + 1)
        case .alt("<"): cursor = 0
        case .alt(">"): cursor = count
        default: break
        }
    }
}

@Suite("The editor against a plain string")
struct EditorModelTests {
    private let keys: [Key] = [
        .character("a"), .character("b"), .character(" "), .character("é"), .character("\u{301}"), .character("医"),
        .character("🇺"), .character("👩"), .character("\u{200D}"), .character("⟦"), .character("⟧"), .named(.enter),
        .named(.backspace), .named(.delete), .named(.left), .named(.right), .alt("<"), .alt(">"),
        .paste("pasted text"), .paste("\u{301}🇸🇩e"),
    ]

    @Test("Random keys give the same text and cursor", arguments: UInt64(1)...60)
    func sameText(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var editor = Editor()
        var naive = NaiveEditor()
        for step in 0..<250 {
            let key = keys[Int.random(in: 0..<keys.count, using: &random)]
            _ = editor.handle(key, width: 11, height: 4)
            naive.handle(key)
            #expect(editor.text == naive.text && editor.cursor == naive.cursor, "step \(step), \(key)")
            guard editor.text == naive.text, editor.cursor == naive.cursor else { return }
            #expect(editor.count == editor.text.count)
            let view = editor.layout(width: 11, height: 4)
            #expect((0..<4).contains(view.cursor.row) && (0...11).contains(view.cursor.column))
        }
    }

    @Test("Going back shows each earlier state in turn, going forth the later ones", arguments: UInt64(1)...40)
    func undoAndRedo(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var editor = Editor(text: "start ⟦blank⟧ here")
        var states: [String] = [editor.text]
        let more: [Key] = [.named(.tab), .control("w"), .control("k"), .control("u"), .named(.up), .alt("d")]
        for _ in 0..<300 {
            let key = (keys + more)[Int.random(in: 0..<(keys.count + more.count), using: &random)]
            _ = editor.handle(key, width: 9, height: 4)
            if editor.text.unicodeScalars.elementsEqual((states.last ?? "").unicodeScalars) { continue }
            states.append(editor.text)
        }
        let last = editor.text
        var back: [String] = []
        while editor.undo() { back.append(editor.text) }
        #expect(back.last == "start ⟦blank⟧ here")
        // Every state on the way back is one that was there, and in the reverse order.
        var remaining = states[...]
        for state in back {
            guard let found = remaining.lastIndex(of: state) else {
                Issue.record("a state that never was: \(state)")
                return
            }
            remaining = remaining[...found]
        }
        for state in back.reversed().dropFirst() {
            let couldRedo = editor.redo()
            #expect(couldRedo)
            #expect(editor.text == state)
        }
        _ = editor.redo()
        #expect(editor.text == last)
    }

    @Test("A field of one line holds no line end and keeps its cursor in view", arguments: UInt64(1)...20)
    func lineField(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var field = LineField(text: "two\nlines")
        for _ in 0..<200 {
            let event = field.handle(keys[Int.random(in: 0..<keys.count, using: &random)])
            #expect(event != .cancelled)
            #expect(!field.text.contains("\n") && (0...field.text.count).contains(field.cursor))
            let view = field.view(columns: 8)
            #expect((0..<8).contains(view.cursor) || field.text.isEmpty)
        }
    }

    @Test(
        "A field tells what a key did",
        arguments: [
            ("<enter>", LineFieldEvent.submitted), ("<escape>", .cancelled), ("<up>", .ignored), ("<tab>", .ignored),
            ("<backspace>", .changed), ("x", .changed), ("<left>", .moved), ("<c-u>", .changed), ("<f2>", .ignored),
        ])
    func fieldEvents(notation: String, event: LineFieldEvent) throws {
        var field = LineField(text: "abc")
        #expect(field.handle(try #require(Key(notation: notation))) == event)
        var empty = LineField()
        #expect(empty.handle(.named(.backspace)) == .ignored)
    }
}
