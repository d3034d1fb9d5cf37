import Synthetic
import Testing
import TextUI

@Suite("Frames")
struct FrameTests {
    @Test(
        "Text is clipped to the frame and to its limit",
        arguments: [
            ("abcdef", 0, Int.max, "abcdef"), ("abcdef", 3, Int.max, "   abc"), ("abcdef", -2, Int.max, "cdef"),
            ("abcdef", 0, 2, "ab"), ("医医医医", 0, Int.max, "医医医"), ("医医医", 1, Int.max, " 医医"),
            ("医医", -1, Int.max, " 医"), ("ab", 6, Int.max, ""), ("ab", 99, Int.max, ""), ("ab", -9, Int.max, ""),
            ("a医", 0, 2, "a"), ("e\u{301}x", 0, 2, "e\u{301}x"), ("ae\u{301}", 0, 1, "a"), ("ab", 0, -1, ""),
        ])
    func clips(text: String, column: Int, limit: Int, line: String) {
        var frame = Frame(rows: 1, columns: 6)
        frame.write(text, row: 0, column: column, role: .body, limit: limit)
        #expect(frame.line(0) == line)
    }

    @Test(
        "Half a wide character never stays",
        arguments: [("x", 0, "x 医"), ("x", 1, " x医"), ("x", 2, "医x"), ("医", 1, " 医"), ("é", 1, " é医"), ("é", 0, "é 医")])
    func halves(text: String, column: Int, line: String) {
        var frame = Frame(rows: 1, columns: 4)
        frame.write("医医", row: 0, column: 0, role: .body)
        frame.write(text, row: 0, column: column, role: .body)
        #expect(frame.line(0) == line)
        #expect(isWhole(frame))
        var filled = frame
        filled.fill(row: 0, column: 1, columns: 2, role: .body)
        #expect(isWhole(filled))
    }

    @Test("Random writing leaves every wide character whole", arguments: UInt64(1)...20)
    func staysWhole(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var frame = Frame(rows: 2, columns: 12)
        for _ in 0..<200 {
            let text = ["医", "ab", "é", "医a医", " ", "e\u{301}医"].randomElement(using: &random) ?? ""
            let column = Int.random(in: -3..<13, using: &random)
            if Bool.random(using: &random) {
                frame.write(text, row: 0, column: column, role: .body)
            } else {
                frame.fill(row: 0, column: column, columns: 3, role: .body)
            }
            #expect(isWhole(frame))
        }
    }

    /// Whether every right half follows a wide character, and every wide character has its right half.
    private func isWhole(_ frame: Frame) -> Bool {
        (0..<frame.rows).allSatisfy { row in
            (0..<frame.columns).allSatisfy { column in
                let isHalf = frame[row, column].character == Cell.continuation
                let isAfterWide =
                    column > 0 && CharacterWidth.of(frame[row, column - 1].character) == 2
                    && frame[row, column - 1].character != Cell.continuation
                return isHalf == isAfterWide
            }
        }
    }

    @Test("What does not fit ends in an ellipsis; what fits is aligned")
    func alignment() {
        var frame = Frame(rows: 4, columns: 10)
        frame.write("abcdefghijkl", row: 0, column: 0, columns: 6, role: .body)
        frame.write("abc", row: 1, column: 0, columns: 6, role: .body, alignment: .right)
        frame.write("ab", row: 2, column: 0, columns: 6, role: .body, alignment: .centre)
        frame.writeRight("end", row: 3, endColumn: 10, role: .body)
        #expect(frame.text == "abcde…\n   abc\n  ab\n       end\n")
    }

    @Test("Rectangles split without overlap and never become negative")
    func rectangles() {
        let whole = Rect(row: 1, column: 2, rows: 10, columns: 20)
        let (left, right) = whole.splitLeft(8)
        #expect(left == Rect(row: 1, column: 2, rows: 10, columns: 8))
        #expect(right == Rect(row: 1, column: 10, rows: 10, columns: 12))
        #expect(whole.splitRight(5).right == Rect(row: 1, column: 17, rows: 10, columns: 5))
        #expect(whole.splitTop(99).bottom.isEmpty)
        #expect(whole.splitBottom(2).bottom == Rect(row: 9, column: 2, rows: 2, columns: 20))
        #expect(whole.inset(rows: 6, columns: 1) == Rect(row: 7, column: 3, rows: 0, columns: 18))
    }

    @Test("A frame of one cell survives all drawing")
    func smallest() {
        var frame = Frame(rows: 0, columns: -4)
        #expect(frame.rows == 1 && frame.columns == 1)
        frame.draw(Editor(text: "long text"), in: frame.bounds, isFocused: true)
        frame.draw(LineField(text: "field"), row: 0, column: 0, columns: 1, isFocused: true)
        frame.draw(lines: ["a", "b"], in: Rect(row: -1, column: -1, rows: 9, columns: 9))
        frame.horizontalRule(row: 0, column: -5, columns: 20)
        #expect(frame.cursor == Position(row: 0, column: 0))
    }
}
