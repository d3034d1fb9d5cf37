import Testing

@testable import Checks

@Suite("What a text names")
struct TextMentionTests {
    private func told(_ text: String) -> [String] {
        let characters = Array(text)
        return TextMention.all(in: text).map { "\($0.kind): " + String(characters[$0.range]) }
    }

    @Test(
        "Dates, amounts and parts of the body are told, with the words that belong to them",
        arguments: [
            (
                "On 08-02-2026 he broke his left wrist; Norco 10/325 mg #60.",
                ["date: 08-02-2026", "bodyPart: left wrist", "amount: 10/325 mg", "amount: #60"]
            ),
            (
                "Since December 9, 2016: therapy 2 times a week for 4 weeks, lumbar spine L4-5.",
                [
                    "date: December 9, 2016", "amount: 2 times a week for 4 weeks", "bodyPart: lumbar spine",
                    "bodyPart: L4",
                ]
            ),
            (
                "“Knee” — 7-10 days, 50mg bid 🦴 right knee",
                [
                    "bodyPart: Knee", "amount: 7-10 days", "amount: 50mg", "amount: bid", "bodyPart: right knee",
                ]
            ),
            ("cafe\u{301}\r\nneck", ["bodyPart: neck"]), ("", []), ("He was left with nothing on hand.", []),
        ])
    func told(text: String, expected: [String]) {
        #expect(told(text) == expected)
    }

    @Test("A long page is looked over in a few milliseconds")
    func quick() {
        let sentence = "On 08-02-2026 he broke his left wrist; Norco 10/325 mg #60 was given twice a day. "
        let page = String(repeating: sentence, count: 40)
        let clock = ContinuousClock()
        let time = (0..<5).map { _ in clock.measure { _ = TextMention.all(in: page) } }.min() ?? .zero
        print("TextMention of \(page.utf8.count) bytes: \(time)")
        #expect(time < .milliseconds(500), "debug builds are slow; this finds what is worse than linear")
    }
}
