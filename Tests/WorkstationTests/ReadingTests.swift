import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("Reading a case")
struct ReadingTests {
    @Test("Space reads on through summary and items to the letter and the records, as a pager does")
    func readsOn() {
        var harness = Harness()
        harness.recordPages = ["1.1": "first", "1.2": "second"]
        harness.type("<enter>")
        var seen: [CasePage] = []
        for _ in 0..<60 {
            if let page = harness.model.caseFile?.page, seen.last != page { seen.append(page) }
            harness.type("<space>")
        }
        #expect(seen == [.summary, .item(1), .letter, .record(1, page: 1), .record(1, page: 2)])
        #expect(harness.screen.contains("last page"))
        for _ in 0..<60 { harness.type("b") }
        #expect(harness.model.caseFile?.page == .summary)
    }

    @Test(
        "A search marks words without regard to case, also over the end of a line",
        arguments: [("CARPENTER", 1), ("wrist", 1), ("xyzzy", 0)])
    func search(words: String, count: Int) {
        var harness = Harness()
        harness.type("<enter> /")
        harness.write(words)
        harness.type("<enter>")
        #expect(harness.model.caseFile?.text.matchLines.count == count)
    }

    @Test("A match that is wrapped over two lines is marked on both")
    func wrapped() throws {
        let text = ReadingText([.init(text: "alpha beta gamma delta", role: .body)], width: 12, search: "beta gamma")
        #expect(text.matchLines == [0])
        #expect(text.lines[0].marks.map(\.range) == [6..<10])
        #expect(text.lines[1].marks.map(\.range) == [0..<5])
    }

    @Test(
        "A step back from the records or the letter returns to the item they were gone to from", arguments: ["r", "p"])
    func stepsBack(key: String) {
        var harness = Harness()
        harness.type("<enter> i \(key) q")
        #expect(harness.model.caseFile?.page == .item(1))
        harness.type("q q")
        #expect(harness.model.caseFile == nil)
    }

    @Test("Digits go to items, and one that is not there says so")
    func digits() {
        var harness = Harness()
        harness.type("j <enter> 3")
        #expect(harness.model.caseFile?.page == .item(3))
        harness.type("9")
        #expect(harness.screen.contains("3 items"))
        harness.type("0")
        #expect(harness.model.caseFile?.page == .summary)
    }
}
