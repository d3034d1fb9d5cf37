import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("Recorded keys")
struct MacroTests {
    private static let many: [ReviewCase] = (1...60).map { index in
        var one = Harness.demonstration[0]
        one.number = Harness.number("CM26-0000\(100 + index)")
        return one
    }

    @Test(
        "Keys are recorded under a letter and played, so often as the count says",
        arguments: [
            (", a j j , @ a", 4), (", a j j , @ 5 a", 12), (", a j j , 5 @ a", 12), (", a j , @ a @ @", 3),
            (", a j , , a j j , @ a", 5), (", a : d o w n <enter> , @ a", 2), (", a j : r e c o r d <enter> @ a", 2),
            (", a 5 j , @ a", 10),
        ])
    func plays(keys: String, row: Int) {
        var harness = Harness(MacroTests.many)
        harness.type(keys)
        #expect(harness.model.worklist.cursor == row)
        #expect(harness.model.player == nil && harness.model.recorder == nil)
    }

    @Test("They go through cases and wait for the disk")
    func throughCases() {
        var harness = Harness(MacroTests.many)
        harness.type(", q <enter> 1 e N o . <escape> u q q j , @ 3 q")
        #expect(
            harness.cases.prefix(5).map { $0.determination.items[0].decision } == [
                .upheld, .upheld, .upheld, .upheld, nil,
            ])
        #expect(harness.model.worklist.cursor == 4)
    }

    @Test(
        "They stop at the first refusal, and say where",
        arguments: [
            (", a j $ , @ a", "a stopped at key 2 of 2: $ does nothing here"),
            (", a <enter> i U q q j , @ a", "a stopped at key 3 of 6: item 1 is not decided"),
            ("@ z", "nothing is recorded under z"), (", a , ", "nothing was recorded"),
            (", a j @ ", "recorded keys play no others"), (", 1", "1 is no letter"),
            (", a j , 9 9 9 9 @ a", "a stopped at key 8 of 9999: the list ends here"),
        ])
    func stops(keys: String, says: String) {
        var harness = Harness(Array(MacroTests.many.prefix(9)))
        harness.type(keys)
        #expect(harness.screen.contains(says), "\(harness.screen)")
    }

    @Test("They sign nothing and attest to nothing", arguments: ["S", "A", "O"])
    func personal(key: String) {
        var harness = Harness(Harness.demonstration)
        let number = harness.cases[2].number
        harness.type("j j")
        harness.access[number] = CaseAccess()
        let macro = KeyMacro(letter: "a", keys: "<enter> \(key)")
        harness.macros = macro.map { [$0] } ?? []
        harness.type("@ a")
        #expect(harness.model.caseFile != nil)
        #expect(harness.screen.contains("a stopped at key 2"))
        let asked = harness.effects.contains {
            switch $0 {
            case .prepareSigning, .sign, .attest, .takeOver: true
            default: false
            }
        }
        #expect(!asked && harness.model.overlay == nil)
    }

    @Test("They are kept, shown where the letter is asked for, and last")
    func kept() {
        var harness = Harness(MacroTests.many)
        harness.type(", a j m , ")
        #expect(harness.macros == [KeyMacro(letter: "a", keys: "j m")])
        #expect(harness.screen.contains("2 keys recorded; @a plays them"))
        harness.type(", b k")
        #expect(harness.screen.contains("recording b"))
        harness.type(", @")
        harness.expectFrame("macro-letters")
        harness.type("<escape>")
        #expect(harness.model.letterQuestion == nil)
    }

    @Test("A key that a person presses stops them")
    func interrupted() {
        var harness = Harness(MacroTests.many)
        harness.macros = [KeyMacro(letter: "a", keys: "<enter> i e x <escape> u q q")].compactMap { $0 }
        harness.isHanging = true
        harness.type("@ a")
        #expect(harness.model.player != nil)
        harness.type("?")
        #expect(harness.model.player == nil)
    }
}
