import Foundation
import Testing
import TextUI

@Suite("The clipboard of the terminal")
struct ClipboardTests {
    @Test(
        "A text travels as base64 alone",
        arguments: [
            "", "a", "ab", "abc", "CM26-0000101", "\u{1B}]0;title\u{7}", "é漢🩺", String(repeating: "x", count: 56_250),
        ])
    func encodes(text: String) throws {
        let bytes = try #require(ClipboardSequence.bytes(for: text))
        #expect(bytes == Array("\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{1B}\\".utf8))
        #expect(bytes.count <= 75_010)
    }

    @Test("What is longer than a terminal takes is not sent")
    func limit() {
        #expect(ClipboardSequence.bytes(for: String(repeating: "x", count: 56_251)) == nil)
    }
}
