import Testing

@testable import Checks

@Suite("What a finding is about")
struct FingerprintTests {
    private static func finding(
        _ rule: String = "r", item: Int? = nil, message: String = "m", words texts: [String] = []
    ) -> Finding {
        Finding(
            rule: rule, severity: .error, item: item, message: message, basis: "b",
            evidence: texts.map { Evidence(section: .rationale, item: item, start: 0, end: 1, text: $0) })
    }

    @Test("Rule, item and words tell findings apart; without words the sentence does")
    func apart() {
        let all = [
            FingerprintTests.finding(), FingerprintTests.finding("s"), FingerprintTests.finding(item: 1),
            FingerprintTests.finding(message: "n"), FingerprintTests.finding(words: ["a"]),
            FingerprintTests.finding(words: ["a", "b"]),
            FingerprintTests.finding(words: ["ab"]), FingerprintTests.finding(words: ["b", "a"]),
            FingerprintTests.finding(words: ["a "]),
        ].map(\.fingerprint)
        #expect(Set(all).count == all.count)
        #expect(all.allSatisfy { $0.count == 16 && $0.allSatisfy { $0.isHexDigit && !$0.isUppercase } })
    }

    @Test("It is the same in every run, and the words' place and the sentence about them do not count")
    func stable() {
        // FNV-1a of "item.differs" FF "2" FF "#30" FF "#35" FF, computed apart from this program.
        let differs = FingerprintTests.finding("item.differs", item: 2, words: ["#30", "#35"])
        #expect(differs.fingerprint == "859fc3895ed068a4")
        var moved = differs
        moved.message = "otherwise"
        moved.evidence[0].start = 7
        #expect(moved.fingerprint == differs.fingerprint)
    }

    @Test(
        "Evidence is found again in a text that was changed around it",
        arguments: [
            ("pain in the knee", 0, "pain", 0..<4), ("so pain", 0, "pain", 3..<7), ("pain and pain", 9, "pain", 9..<13),
            ("pain and  pain", 9, "pain", 10..<14), ("low\n\nback", 0, "low back", 0..<9), ("none", 0, "pain", nil),
            ("é́ pain", 2, "pain", 2..<6), ("", 0, "pain", nil), ("pain", 0, "", nil),
        ])
    func again(text: String, start: Int, words: String, range: Range<Int>?) {
        let evidence = Evidence(section: .rationale, item: 1, start: start, end: start, text: words)
        #expect(evidence.range(in: text) == range)
    }
}
