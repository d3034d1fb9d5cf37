import Testing
import TextUI

extension Editor {
    /// Does what a line of keys in keymap notation means.
    mutating func press(_ keys: String, width: Int = 20, height: Int = 5) {
        for word in keys.split(separator: " ") {
            if let key = Key(notation: word) {
                _ = handle(key, width: width, height: height)
            } else {
                for character in word { _ = handle(.character(character), width: width, height: height) }
            }
        }
    }

    /// The text with the cursor as `|`.
    var picture: String {
        var characters = Array(text)
        characters.insert("|", at: cursor)
        return String(characters)
    }
}

@Suite("The editor")
struct EditorTests {
    @Test(
        "Keys do what they do elsewhere",
        arguments: [
            ("", "hello", "hello|"), ("ab|cd", "<backspace>", "a|cd"), ("ab|cd", "<delete>", "ab|d"),
            ("|ab", "<backspace>", "|ab"), ("ab|", "<delete>", "ab|"), ("ab|cd", "<enter>", "ab\n|cd"),
            ("one two|", "<c-w>", "one |"), ("L4-L5 x|", "<c-w> <c-w>", "|"), ("L4-L5|", "<a-b>", "L4-|L5"),
            ("one two|", "<word-left> <word-left>", "|one two"), ("|one two", "<a-f>", "one| two"),
            ("|one two", "<a-d>", "| two"), ("one\ntwo| x", "<c-u>", "one\n| x"), ("on|e\ntwo", "<c-k>", "on|\ntwo"),
            ("on|\ntwo", "<c-k>", "on|two"), ("on|e", "<c-k> <end> <a-y>", "one|"), ("a\nb|c", "<home>", "a\n|bc"),
            ("|abc", "<end>", "abc|"),
            ("one two three four five six| seven\nend", "<c-u>", "| seven\nend"),
            ("a\none two| three four five six seven\nend", "<c-k>", "a\none two|\nend"),
            ("a\n|b", "<c-u>", "a\n|b"), ("a|", "<c-k>", "a|"), ("abc|", "<c-a> x", "x|abc"),
            ("a\nb|", "<a-<>", "|a\nb"),
            ("e|", "\u{301}", "e\u{301}|"), ("e\u{301}|", "<backspace>", "|"), ("ab|", "<left> <left> <left>", "|ab"),
            ("x|", "<c-z> a <c-_>", "x|"), ("x|", "a <c-z> <c-y>", "xa|"), ("a|b", "<f1> <escape> <c-s>", "a|b"),
        ])
    func table(start: String, keys: String, end: String) {
        let cursor = Array(start).firstIndex(of: "|") ?? 0
        var editor = Editor(text: start.filter { $0 != "|" }, cursor: cursor)
        editor.press(keys)
        #expect(editor.picture == end)
    }

    @Test(
        "Keys that are the screen's are left to it",
        arguments: ["<escape>", "<c-s>", "<f1>", "<tab>", "<a-x>", "<insert>"])
    func leaves(notation: String) throws {
        var editor = Editor(text: "no blanks")
        let key = try #require(Key(notation: notation))
        #expect(editor.handle(key, width: 20, height: 5) == nil)
    }

    @Test("Up and down keep to the column they started from, over lines broken by the width")
    func goalColumn() {
        var editor = Editor(text: "one two three\nx\nfour five six", cursor: 6)
        // At width 8: "one two ", "three", "x", "four ", "five six".
        for (key, offset) in [
            ("<down>", 13), ("<down>", 15), ("<down>", 20), ("<down>", 27), ("<up>", 20), ("<up>", 15),
        ] {
            editor.press(key, width: 8)
            #expect(editor.cursor == offset, "\(key)")
        }
    }

    @Test("A run of typing is one step back, a paste another")
    func runs() {
        var editor = Editor()
        editor.press("abc")
        _ = editor.handle(.paste("one\r\ntwo\tx\u{1B}[m"), width: 20, height: 5)
        #expect(editor.text == "abcone\ntwo x[m")
        editor.press("<backspace> <backspace> def")
        let expected = ["abcone\ntwo x", "abcone\ntwo x[m", "abc", ""]
        for text in expected {
            let couldUndo = editor.undo()
            #expect(couldUndo)
            #expect(editor.text == text)
        }
        let couldUndoMore = editor.undo()
        #expect(!couldUndoMore)
        while editor.redo() {}
        #expect(editor.text == "abcone\ntwo xdef")
    }

    @Test("Tab goes from blank to blank, round the end; typing replaces the whole blank")
    func blanks() {
        var editor = Editor(text: "for ⟦duration⟧ of ⟦drug⟧ ⟧⟦")
        #expect(editor.blanks == [4..<14, 18..<24])
        editor.press("<tab>")
        #expect(editor.selection == 4..<14)
        editor.press("six")
        #expect(editor.text == "for six of ⟦drug⟧ ⟧⟦")
        editor.press("<tab> <tab>")
        #expect(editor.selection == 11..<17)
        editor.press("<right>")
        #expect(editor.selection == nil && editor.cursor == 17)
        editor.press("<back-tab> <backspace>")
        #expect(editor.text == "for six of  ⟧⟦")
        editor.press("<c-z>")
        #expect(editor.text == "for six of ⟦drug⟧ ⟧⟦")
        editor.press("<c-z> <c-z>")
        #expect(editor.text == "for ⟦duration⟧ of ⟦drug⟧ ⟧⟦")
    }

    @Test("The revision rises with every change of the text and with nothing else")
    func revision() {
        var editor = Editor(text: "abc")
        editor.press("<right> <end> <home> <tab>")
        #expect(editor.revision == 0)
        editor.press("x <backspace> <c-z>")
        #expect(editor.revision == 3)
    }

    @Test("The cursor is always to be seen")
    func scrolling() {
        var editor = Editor(text: (0..<50).map { "line \($0)" }.joined(separator: "\n"))
        for key in ["<page-down>", "<down>", "<down>", "<up>", "<page-down>", "<a->>", "<page-up>", "<a-<>"] {
            editor.press(key, height: 6)
            let view = editor.layout(width: 20, height: 6)
            #expect((0..<6).contains(view.cursor.row), "\(key)")
            #expect(
                view.lines[view.cursor.row].range.contains(editor.cursor)
                    || view.lines[view.cursor.row].range.upperBound == editor.cursor)
        }
        editor.press("<page-down> <page-down> <up>", height: 6)
        // Within what is shown, the cursor moves and the text stands.
        #expect(editor.layout(width: 20, height: 6).topLine == 5)
    }

    @Test("It draws its text, its blanks and its cursor, and says that there is more")
    func drawing() {
        var frame = Frame(rows: 3, columns: 12)
        var editor = Editor(text: "give ⟦what⟧ now and then and more")
        editor.nextBlank()
        frame.draw(editor, in: frame.bounds, isFocused: true)
        #expect(frame.text == "┃give\n┃⟦what⟧ now\n┃and then  ↓\n")
        #expect(frame.cursor == Position(row: 1, column: 1))
        #expect(frame[1, 1].role == .selection && frame[1, 7].role == .editor && frame[0, 0].role == .accent)
    }
}
