import Synthetic
import Testing
import TextUI

@Suite("Web addresses and links")
struct WebAddressTests {
    @Test(
        "An address is what stands there, without the end of the sentence; all else is none",
        arguments: [
            ("See https://example.org/a?b=1&c=%20 for it", ["https://example.org/a?b=1&c=%20"]),
            ("(http://example.org/x). And https://b.example, too", ["http://example.org/x", "https://b.example"]),
            ("xhttps://example.org https:// http://-x ftp://example.org file:///etc", []),
            ("é https://exämple.org", ["https://ex"]), ("https://a.example\u{1B}\\evil", ["https://a.example"]),
            ("https://a.example\u{202E}gpj", ["https://a.example"]), ("https://a\u{301}.example", []),
            ("no: address", []),
            ("https://" + String(repeating: "a", count: 2_000), []),
        ])
    func found(text: String, expected: [String]) {
        let found = WebAddress.all(in: text)
        #expect(found.map(\.text) == expected)
        for address in found { #expect(String(Array(text)[address.range]) == address.text) }
    }

    @Test("Only an address gets into a sequence", arguments: 0..<200)
    func sequences(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let parts = [
            "https://", "a.example", "/", "\u{1B}\\", "\u{07}", "\u{9C}", ";", "x", " ", "\u{1B}]52;c;AAAA", "\n", "é",
            "\u{202E}", "%1b",
        ]
        let text = (0..<8).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
        for address in [text] + WebAddress.all(in: text).map(\.text) {
            guard let sequence = HyperlinkSequence.begin(address) else { continue }
            #expect(sequence.hasPrefix("\u{1B}]8;;http") && sequence.hasSuffix("\u{1B}\\"))
            let inner = sequence.dropFirst(5).dropLast(2)
            #expect(inner.unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) })
        }
    }

    @Test("A link is seen as long as its words stand there, and only if they are of the address")
    func frames() {
        var frame = Frame(rows: 3, columns: 30)
        frame.write("see https://a.example/b now", row: 1, column: 0, role: .body)
        frame.link("https://a.example/b", words: "https://a.example/b", row: 1, column: 4)
        frame.link("https://a.example/b", words: "see", row: 1, column: 0)
        frame.link("https://a.example/b", words: "https", row: 1, column: 5)
        frame.link("https://a.example/b", words: "https", row: 7, column: 4)
        #expect(frame.visibleLinks.map(\.words) == ["https://a.example/b"])
        frame.fill(row: 0, column: 10, rows: 2, columns: 5, role: .body)
        #expect(frame.visibleLinks == [])
    }
}
