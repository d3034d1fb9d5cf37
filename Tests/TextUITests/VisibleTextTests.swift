import CNcurses
import Synthetic
import Testing
import TextUI

/// Whether a terminal or a reader could be led by a scalar that stands in a cell.
private func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
}

/// What is wrong with a cell, nil if nothing: dangerous scalars, more than ncurses holds, a width ncurses disputes.
private func fault(of cell: Cell, followedBy next: Cell?) -> String? {
    let isWide = next?.character == Cell.continuation
    let scalars = Array(cell.character.unicodeScalars)
    if scalars.contains(where: isDangerous) { return "a dangerous scalar" }
    if scalars.count > 5 { return "too many marks" }
    guard let base = scalars.first else { return "nothing" }
    if imr_wcwidth(base.value) != (isWide ? 2 : 1) { return "a base of another width" }
    if scalars.dropFirst().contains(where: { imr_wcwidth($0.value) != 0 }) { return "a mark with a width" }
    return nil
}

@Suite("Foreign text")
struct VisibleTextTests {
    @Test(
        "What a terminal would act on is made visible",
        arguments: [
            ("\u{1B}[2J", "␛[2J"), ("\u{1B}]0;title\u{07}", "␛]0;title␇"), ("\u{1B}P1$r\u{1B}\\", "␛P1$r␛\\"),
            ("\u{1B}]52;c;cm0=\u{07}", "␛]52;c;cm0=␇"), ("\u{9B}31m", "·31m"), ("\u{90}q\u{9C}", "·q·"),
            ("a\rb\nc\td\u{08}e", "a␍b␊c␉d␈e"), ("\u{7F}\u{00}", "␡␀"), ("\u{85}\u{2028}\u{2029}", "␤␤␤"),
            ("\u{202E}gnp.exe\u{202C}", "·gnp.exe·"), ("\u{2066}x\u{2069}\u{061C}", "·x··"),
            ("pass\u{200B}word\u{FEFF}", "pass·word·"), ("soft\u{AD}hyphen", "soft·hyphen"),
            ("\u{E0041}x \u{E0042}", "·x·"), ("\u{E000}\u{F0000}\u{FFFE}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("\u{3164}\u{115F}", "··"), ("раураl", "раураl"), ("no\u{A0}break\u{2003}em", "no break em"),
            ("\u{301}x", "\u{25CC}\u{301}x"), ("🇺🇸", "⚑"), ("👩🏽‍⚕️", "👩"), ("❤\u{FE0F}", "❤"),
            ("\r\n", "␍"), ("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "e\u{301}\u{302}\u{303}\u{304}"),
        ])
    func corpus(text: String, shown: String) {
        #expect(String(text.map { VisibleText.of($0).character }) == shown)
        var frame = Frame(rows: 1, columns: 40)
        frame.write(text, row: 0, column: 0, role: .body)
        #expect(frame.line(0) == shown)
    }

    @Test(
        "The reader is told of what is not seen, and only of that",
        arguments: [
            ("a", false), ("é", false), ("医", false), ("e\u{301}", false), ("❤\u{FE0F}", false), ("👩🏽‍⚕️", false),
            ("\u{1B}", true), ("a\u{200D}", true), ("a\u{FE00}\u{FE01}\u{FE02}", true), ("🏴\u{E0067}\u{E007F}", true),
            ("\u{200B}", true), ("e\u{301}\u{302}\u{303}\u{304}\u{305}", true), ("\u{A0}", false),
        ])
    func tells(text: String, isMadeVisible: Bool) throws {
        let character = try #require(text.first)
        #expect(text.count == 1)
        #expect(VisibleText.of(character).isMadeVisible == isMadeVisible)
    }

    @Test("No cell ever holds what a terminal would act on", arguments: UInt64(1)...40)
    func cells(seed: UInt64) throws {
        try #require(imr_set_locale())
        var random = SplitMix64(seed: seed)
        var frame = Frame(rows: 6, columns: 60)
        for _ in 0..<60 {
            let column = Int.random(in: -5..<65, using: &random)
            let row = Int.random(in: -1..<7, using: &random)
            frame.write(
                random.text(count: 70), row: row, column: column, role: .body,
                limit: Int.random(in: 0..<70, using: &random))
            if seed.isMultiple(of: 3) { frame.fill(row: row, column: column, columns: 7, role: .muted) }
        }
        for (index, cell) in frame.cells.enumerated() where cell.character != Cell.continuation {
            let isLastColumn = (index + 1).isMultiple(of: frame.columns)
            let fault = fault(of: cell, followedBy: isLastColumn ? nil : frame.cells[index + 1])
            #expect(fault == nil, "\(cell.character.unicodeScalars.map { String($0.value, radix: 16) })")
        }
    }

    @Test("Every single scalar is safe in a cell")
    func everyScalar() throws {
        try #require(imr_set_locale())
        var faults: [String] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let shown = VisibleText.of(Character(scalar))
            let next = shown.width == 2 ? Cell(Cell.continuation, .body) : nil
            if let fault = fault(of: Cell(shown.character, .body), followedBy: next) {
                faults.append("U+\(String(value, radix: 16)): \(fault)")
            }
        }
        #expect(faults.isEmpty, "\(faults.count), first \(faults.prefix(5))")
    }

    @Test(
        "Tabs reach to the next stop",
        arguments: [
            ("\tx", "        x"), ("ab\tx", "ab      x"), ("医\tx", "医      x"), ("a\n\tx", "a\n        x"), ("", ""),
        ])
    func tabs(text: String, expanded: String) {
        #expect(VisibleText.expandTabs(text) == expanded)
    }

    @Test(
        "A whole text is made visible but for its line ends, and no letter of it is cut to what a cell holds",
        arguments: [
            ("a\u{1B}[m\r\nb\u{202E}", "a␛[m\nb·"), ("नमस्ते क्षत्रिय", "नमस्ते क्षत्रिय"), ("🇺🇸 👩🏽‍⚕️", "🇺🇸 👩🏽‍⚕️"),
            ("a\u{200D}b", "ab"), ("a\u{200D}\u{200D}\u{301}", "a\u{301}"), ("a\u{FE03}", "a"),
            ("a\u{FE00}\u{FE01}\u{FE02}", "a"), ("🏴\u{E0067}\u{E007F}", "🏴"), ("\u{200B}x", "·x"),
            ("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "e\u{301}\u{302}\u{303}\u{304}"),
        ])
    func wholeText(text: String, shown: String) {
        #expect(VisibleText.text(of: text) == shown)
    }

    @Test("No text that leaves other than by a frame holds what a terminal would act on", arguments: UInt64(1)...20)
    func flowing(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let text = random.text(count: 6)
            for scalar in VisibleText.text(of: text).unicodeScalars where isDangerous(scalar) && scalar != "\n" {
                // What joins two that are seen, or chooses between two ways to draw one.
                #expect(
                    scalar == "\u{200D}" || (0xFE0E...0xFE0F).contains(scalar.value),
                    "\(text.unicodeScalars.map { $0.value })")
            }
        }
    }
}
