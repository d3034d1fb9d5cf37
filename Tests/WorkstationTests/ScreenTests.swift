import CaseModel
import Checks
import Testing
import TextUI

@testable import Workstation

@Suite("What the screens show")
struct ScreenTests {
    @Test(
        "Every screen looks as it was approved",
        arguments: [
            ("worklist", 24, 80, ""), ("worklist-wide", 30, 200, ""), ("worklist-narrow", 16, 60, ""),
            ("worklist-filter", 24, 80, "/ l u m b"), ("worklist-nothing", 24, 80, "/ x x x <enter>"),
            ("summary", 24, 80, "<enter>"), ("summary-search", 24, 80, "<enter> / # 2 5 <enter>"),
            ("item-split", 24, 80, "<enter> i"), ("item-wide", 50, 200, "<enter> i"),
            ("item-narrow", 20, 60, "<enter> i"), ("item-narrow-request", 20, 60, "<enter> i <tab> <tab>"),
            ("item-summary-pane", 24, 80, "<enter> i <tab>"), ("item-chosen", 24, 80, "<enter> i u"),
            ("templates", 24, 80, "<enter> i u t"), ("item-blanks", 24, 80, "<enter> i u t <enter>"),
            ("item-cite", 24, 80, "<enter> i c x y <enter>"), ("blind-revealed", 24, 80, "j j <enter> i"),
            ("letter", 30, 100, "j j <enter> p"), ("record", 24, 80, "<enter> r"),
            ("help-item", 40, 80, "<enter> i ?"), ("palette", 24, 80, "<enter> i : u p h"),
            ("item-discarded", 24, 80, "<enter> i e a b <escape> D"), ("tiny", 8, 40, "<enter> i"),
            ("too-small", 5, 30, ""), ("locked", 24, 80, "<enter> i <a-l>"),
        ])
    func golden(name: String, rows: Int, columns: Int, keys: String) {
        var harness = Harness(rows: rows, columns: columns)
        harness.recordPages = ["1.1": "PROGRESS NOTE\nleft wrist, healed wound\npain 4/10", "1.2": "second page"]
        harness.type(keys)
        harness.wait()
        harness.expectFrame(name)
    }

    @Test("No size of the window is too small or too large", arguments: [1, 2, 3, 7, 8, 9, 20, 60, 120])
    func sizes(rows: Int) {
        for columns in [1, 2, 10, 39, 40, 41, 71, 72, 79, 80, 159, 160, 300] {
            var harness = Harness()
            for keys in ["", "<enter>", "i", "t", "<escape>", "e", "<escape>", "?", "q", ":", "<escape>", "p"] {
                harness.send(.resized(rows: rows, columns: columns))
                harness.type(keys)
                let frame = harness.model.view()
                #expect(frame.rows == rows && frame.columns == columns)
                if let cursor = frame.cursor {
                    #expect(cursor.row >= 0 && cursor.row < rows && cursor.column >= 0 && cursor.column < columns)
                }
            }
        }
    }

    @Test("The smallest window keeps the guideline, what is chosen and whether it is recorded", arguments: ["u", "o"])
    func smallest(key: String) {
        var harness = Harness(rows: 8, columns: 40)
        harness.findings = { _ in
            [Finding(rule: "r", severity: .error, item: 1, message: "m", basis: "b", evidence: [])]
        }
        harness.type("<enter> i e")
        harness.write("Not necessary.")
        harness.type("<escape> \(key)")
        let word = key == "u" ? "uphold" : "overturn"
        #expect(harness.screen.contains("Guideline cited"))
        #expect(harness.screen.contains("(•) \(word)  recorded"))
        harness.type("e x <escape>")
        harness.isHanging = true
        harness.type("e x")
        harness.wait()
        #expect(harness.screen.contains(" \(word)  changed, not recorded "))
        #expect(harness.screen.contains(" E1 "))
    }

    @Test("An empty store says what would fill it")
    func empty() {
        let harness = Harness([])
        #expect(harness.screen.contains("No cases here yet."))
        #expect(harness.screen.contains("imr import"))
    }
}
