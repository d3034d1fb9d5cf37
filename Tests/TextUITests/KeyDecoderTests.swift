import Synthetic
import Testing
import TextUI

@Suite("Keys from bytes")
struct KeyDecoderTests {
    private static let table: [(String, String)] = [
        ("j", "j"), (" ", "<space>"), ("é", "é"), ("医", "医"), ("\r", "<enter>"), ("\n", "<enter>"), ("\t", "<tab>"),
        ("\u{7F}", "<backspace>"), ("\u{01}", "<c-a>"), ("\u{13}", "<c-s>"), ("\u{1A}", "<c-z>"), ("\u{1F}", "<c-_>"),
        ("\u{00}", "<c-@>"), ("\u{03}", "<c-c>"), ("\u{1B}", "<escape>"), ("\u{1B}b", "<a-b>"), ("\u{1B}<", "<a-<>"),
        ("\u{1B}é", "<a-é>"), ("\u{1B}\u{7F}", "<a-\u{7F}>"), ("\u{1B}[A", "<up>"), ("\u{1B}OB", "<down>"),
        ("\u{1B}[1;5C", "<word-right>"), ("\u{1B}[1;3D", "<word-left>"), ("\u{1B}[5D", "<left>"),
        ("\u{1B}Od", "<word-left>"), ("\u{1B}\u{1B}[D", "<word-left>"), ("\u{1B}[Z", "<back-tab>"),
        ("\u{1B}[H", "<home>"), ("\u{1B}OF", "<end>"), ("\u{1B}[1~", "<home>"), ("\u{1B}[8~", "<end>"),
        ("\u{1B}[3~", "<delete>"), ("\u{1B}[5~", "<page-up>"), ("\u{1B}[6~", "<page-down>"),
        ("\u{1B}[2~", "<insert>"), ("\u{1B}OP", "<f1>"), ("\u{1B}[[A", "<f1>"), ("\u{1B}[15~", "<f5>"),
        ("\u{1B}[24~", "<f12>"), ("\u{1B}[1;5H", "<a-<>"), ("\u{1B}[1;5F", "<a->>"), ("\u{1B}[3;5~", "<a-d>"),
        ("\u{1B}[27;5;13~", "<enter>"), ("\u{1B}[97;5u", "<c-a>"), ("\u{1B}[27u", "<escape>"), ("\u{1B}OM", "<enter>"),
        // What is not known is swallowed, answers of the terminal too; what follows is not.
        ("\u{1B}[99;99zx", "x"), ("\u{1B}[?62;c", ""), ("\u{1B}[Ix", "<focus> x"), ("\u{1B}[O", "<focus>"),
        ("\u{1B}[<0;5;7Mx", "<pointer> x"),
        ("\u{1B}[<1;5;7Mx", "x"), ("\u{1B}[<0;0;7Mx", "x"), ("\u{1B}[<0;5Mx", "x"), ("\u{1B}[<35;5;7Mx", "x"),
        // A terminal that knows only the old reports of the mouse: three bytes follow, none of which is typing.
        ("\u{1B}[M !!x", "x"), ("\u{1B}[M#~~\u{1B}[M #\u{7F}x", "x"), ("\u{1B}[M\u{00}!\u{00}x", "x"),
        ("\u{1B}[M", ""), ("\u{1B}[M !", ""), ("\u{1B}[M !\u{1B}[A", "<up>"), ("\u{1B}[M\rx", "<enter> x"),
        ("\u{1B}[<99999999999999;5;7mx", "x"), ("\u{1B}]11;rgb:0/0/0\u{1B}\\x", "x"),
        ("\u{1B}]11;rgb:0/0/0\u{07}x", "x"), ("\u{1B}P1$r0m\u{1B}\\x", "x"), ("\u{85}\u{9B}x", "x"),
        ("\u{1B}\r", "<escape> <enter>"), ("\u{1B}\u{1B}", "<escape> <escape>"), ("\u{1B}[", "<a-[>"),
        ("\u{1B}O", "<a-O>"), ("\u{1B}[12", ""),
        ("\u{1B}[200~one\r\ntwo\rthree\u{1B}[201~x", "<paste> x"), ("\u{1B}[200~\u{1B}[201~", "<paste>"),
    ]

    @Test("Each sequence is its key, in one piece and byte by byte", arguments: table)
    func sequences(bytes: String, notation: String) {
        var whole = KeyDecoder()
        let keys = whole.feed(bytes.utf8) + whole.flush()
        #expect(keys.map(\.notation).joined(separator: " ") == notation)
        var pieces = KeyDecoder()
        let slow = bytes.utf8.flatMap { pieces.feed([$0]) } + pieces.flush()
        #expect(slow == keys)
        #expect(!whole.isWaiting && !pieces.isWaiting)
    }

    @Test(
        "Invalid UTF-8 is visible and takes nothing with it",
        arguments: [
            ([0xFF, 0x78], "\u{FFFD} x"), ([0xC0, 0x80, 0x78], "\u{FFFD} \u{FFFD} x"), ([0xE5, 0x78], "\u{FFFD} x"),
            ([0xED, 0xA0, 0x80], "\u{FFFD} \u{FFFD} \u{FFFD}"), ([0xE5, 0x8C], "\u{FFFD}"),
        ] as [([UInt8], String)])
    func invalid(bytes: [UInt8], notation: String) {
        var decoder = KeyDecoder()
        let keys = decoder.feed(bytes) + decoder.flush()
        #expect(keys.map(\.notation).joined(separator: " ") == notation)
    }

    @Test(
        "A report of the mouse is what was done, and where",
        arguments: [
            ("0;1;1M", PointerEvent(.press, row: 0, column: 0)),
            ("0;300;200m", PointerEvent(.release, row: 199, column: 299)),
            ("32;5;7M", PointerEvent(.drag, row: 6, column: 4)), ("64;5;7M", PointerEvent(.wheelUp, row: 6, column: 4)),
            ("81;5;7M", PointerEvent(.wheelDown, row: 6, column: 4)),
        ])
    func pointer(report: String, event: PointerEvent) {
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}[<\(report)".utf8) == [.pointer(event)])
    }

    @Test(
        "A label of the footer leads back to its key",
        arguments: ["j", "<enter>", "<escape>", "<c-g>", "<f4>", "<space>", "<down>", "<back-tab>"])
    func labels(notation: String) throws {
        let key = try #require(Key(notation: notation))
        #expect(Key(label: key.label) == key)
        #expect(Key(label: "Alt-x") == nil && Key(label: "12") == nil)
    }

    @Test("A paste keeps its text, whatever stands in it and however it is cut", arguments: [1, 2, 3, 7, 1000])
    func paste(piece: Int) {
        let text = "first\nsecond \u{1B}[A \u{1B}[20 é医\t\u{1B}[201 end"
        let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~j".utf8)
        var decoder = KeyDecoder()
        var keys: [Key] = []
        for start in stride(from: 0, to: bytes.count, by: piece) {
            keys += decoder.feed(bytes[start..<min(start + piece, bytes.count)])
        }
        #expect(keys == [.paste(text), .character("j")])
    }

    @Test("A paste without end is bounded, and a lone Escape ends it")
    func endlessPaste() {
        var decoder = KeyDecoder(pasteLimit: 10)
        #expect(decoder.feed("\u{1B}[200~0123456789abcdef".utf8).isEmpty)
        #expect(!decoder.isWaiting)
        #expect(decoder.feed("\u{1B}".utf8).isEmpty)
        #expect(decoder.isWaiting)
        #expect(decoder.flush() == [.paste("0123456789")])
        #expect(decoder.feed("j".utf8) == [.character("j")])
    }

    @Test("No bytes stop it or make it wait for ever", arguments: UInt64(1)...40)
    func noise(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var decoder = KeyDecoder()
        for _ in 0..<300 {
            let start: [UInt8] = [[], [0x1B], [0x1B, 0x5B], [0x1B, 0x4F]].randomElement(using: &random) ?? []
            _ = decoder.feed(start + (0..<3).map { _ in UInt8.random(in: 0...255, using: &random) })
            _ = decoder.flush()
            if decoder.isWaiting { _ = decoder.flush() }
            #expect(!decoder.isWaiting)
        }
    }

    @Test(
        "Every character has a form in ASCII", arguments: [("›", ">"), ("│", "|"), ("…", "."), ("é", "?"), ("a", "a")])
    func asciiForms(character: String, form: String) throws {
        #expect(String(AsciiForm.of(try #require(character.first))) == form)
    }
}
