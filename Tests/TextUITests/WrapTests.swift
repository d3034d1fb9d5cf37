import Synthetic
import Testing
import TextUI

@Suite("Wrapping")
struct WrapTests {
    @Test(
        "Lines break after spaces, long words where the line ends",
        arguments: [
            ("", 5, [""]), ("a", 5, ["a"]), ("\n", 5, ["", ""]), ("a\n\nb", 5, ["a", "", "b"]),
            ("one two three", 7, ["one two", "three"]), ("one two three", 8, ["one two", "three"]),
            ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("ab cdefgh", 4, ["ab", "cdef", "gh"]),
            ("医学医学", 5, ["医学", "医学"]), ("ab医学", 3, ["ab", "医", "学"]), ("a  b", 2, ["a", "b"]),
            ("one\u{A0}two x", 7, ["one\u{A0}two", "x"]), ("医", 1, ["医"]), ("L4-L5 fusion", 7, ["L4-L5", "fusion"]),
        ])
    func table(text: String, width: Int, lines: [String]) {
        #expect(WrappedText(text, width: width).lines.map(\.text) == lines)
    }

    @Test(
        "What a terminal would cut is broken between words: words stay whole, nothing is put in but line ends",
        arguments: [
            ("", 5, ""), ("one two three", 7, "one two\nthree"), ("one  two", 4, "one\ntwo"), ("name: ", 5, "name: "),
            ("a letter for the application", 12, "a letter for\nthe\napplication"), ("a\nb c\n", 2, "a\nb\nc\n"),
            ("see /a/long/path here", 8, "see\n/a/long/path\nhere"), ("医学医学", 5, "医学\n医学"),
            ("ab 医学 cd", 5, "ab 医\n学 cd"), ("L4-L5 fusion", 7, "L4-L5\nfusion"),
        ])
    func betweenWords(text: String, width: Int, broken: String) {
        let found = Wrap.betweenWords(text, width: width)
        #expect(found == broken)
        func bare(_ text: String) -> String { text.filter { $0 != " " && $0 != "\n" } }
        #expect(bare(found) == bare(text))
    }

    @Test("Further lines of an item stand under its text")
    func hanging() {
        let text = WrappedText("  - alpha beta gamma", width: 12, hanging: true)
        #expect(text.lines.map(\.text) == ["  - alpha", "    beta", "    gamma"])
        #expect(text.position(of: 10) == Position(row: 1, column: 4))
        #expect(text.offset(at: Position(row: 1, column: 4)) == 10)
    }

    @Test("No character is lost, none is shown twice, no line is too wide", arguments: UInt64(1)...60)
    func properties(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let words = [
            "a", "word", "longerword", " ", "  ", "\n", "医", "é", "e\u{301}", "\u{1B}", "-", "supercalifragilistic",
        ]
        let text = (0..<80).map { _ in words.randomElement(using: &random) ?? "" }.joined()
        let characters = Array(text)
        let width = Int.random(in: 1..<20, using: &random)
        let lines = Wrap.lines(of: text, width: width)
        var expected = 0
        for line in lines {
            #expect(line.range.lowerBound == expected)
            let trimmed = String(characters[line.range].reversed().drop { $0 == " " })
            #expect(CharacterWidth.of(trimmed) <= max(width, trimmed.count == 1 ? 2 : 1))
            expected = line.range.upperBound
            if line.isLast, expected < characters.count {
                #expect(characters[expected] == "\n")
                expected += 1
            }
        }
        #expect(expected == characters.count)
        let wrapped = WrappedText(text, width: width)
        for offset in characters.indices where !characters[offset].isWhitespace {
            #expect(wrapped.offset(at: wrapped.position(of: offset)) == offset)
        }
    }

    @Test("A match that is broken is painted on both lines")
    func spans() {
        let text = WrappedText("one two three", width: 7)
        let spans = text.spans(of: 4..<13)
        #expect(spans.map(\.row) == [0, 1])
        #expect(spans.map(\.columns) == [4..<8, 0..<5])
    }
}
