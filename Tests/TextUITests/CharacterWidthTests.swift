import CNcurses
import Testing
import TextUI

@Suite("Widths")
struct CharacterWidthTests {
    @Test("Every scalar is as wide as the C library says")
    func agreesWithTheCLibrary() throws {
        // A C library of another Unicode version would differ in what was added since.
        try #require(imr_set_locale())
        var differing: [String] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let expected = max(0, Int(imr_wcwidth(value)))
            if CharacterWidth.of(scalar) != expected {
                differing.append("U+\(String(value, radix: 16)): \(CharacterWidth.of(scalar)), not \(expected)")
            }
        }
        #expect(differing.isEmpty, "\(differing.count) differ, first \(differing.prefix(5))")
    }

    @Test(
        "A text is as wide as its cells",
        arguments: [("", 0), ("abc", 3), ("naïve", 5), ("医学", 4), ("e\u{301}", 1), ("a\u{200B}b", 3), ("👩‍⚕️", 2)])
    func widthOfText(text: String, width: Int) {
        #expect(CharacterWidth.of(text) == width)
    }
}
