import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("Marks, tags and bulk work")
struct MarkTests {
    private static let many: [ReviewCase] = (1...60).map { index in
        var one = Harness.demonstration[0]
        one.number = Harness.number("CM26-0000\(100 + index)")
        return one
    }

    private func marked(_ harness: Harness) -> [Int] {
        harness.model.worklist.marks.numbers.compactMap { number in
            MarkTests.many.firstIndex { $0.number == number }
        }
    }

    @Test(
        "Cases are marked one by one, so many, a range, or all; and marks go again",
        arguments: [
            ("m", [0]), ("m m", [0, 1]), ("3 m", [0, 1, 2]), ("m k m", []), ("j m j j M r", [1, 2, 3, 4]),
            ("G m g M r", Array(0..<60).filter { _ in true }), ("m M a", Array(0..<60)), ("3 m M c", []),
            ("3 m M c z", [0, 1, 2]), ("3 m z", []), ("3 m z Z", [0, 1, 2]),
        ])
    func marks(keys: String, rows: [Int]) {
        var harness = Harness(MarkTests.many)
        harness.type(keys)
        #expect(marked(harness).sorted() == rows)
        #expect(harness.screen.contains("\(rows.count) marked") == !rows.isEmpty)
    }

    @Test("Rows that are not at hand are marked too")
    func far() {
        let cases: [ReviewCase] = (1...3_000).map { index in
            var one = Harness.demonstration[0]
            one.number = Harness.number("CM26-\(1_000_000 + index)")
            return one
        }
        var harness = Harness(cases)
        harness.type("m G M r")
        #expect(harness.model.worklist.marks.numbers.count == 3_000)
        #expect(harness.screen.contains("3000 cases marked"))
    }

    @Test("The marks and the tags stand in the row, and the count above the list")
    func shown() {
        var harness = Harness()
        harness.type("m j x t u r g e n t <enter>")
        harness.type("k k x t a s k - a n n <enter>")
        harness.expectFrame("worklist-tags")
    }

    @Test("A job says before how many cases it is for, and after how many it was done to and which were refused")
    func job() {
        var harness = Harness(MarkTests.many)
        let barred = MarkTests.many[2].number
        harness.barred = [barred]
        harness.type("4 m x t")
        #expect(harness.screen.contains("tag for 4 cases"))
        harness.type("U r g e n t <enter>")
        #expect(harness.screen.contains("3 cases tagged urgent, 1 refused"))
        #expect(harness.screen.contains("\(barred)") && harness.screen.contains("is barred here"))
        harness.expectFrame("bulk-report")
        harness.barred = []
        harness.type("q .")
        #expect(harness.screen.contains("1 case tagged urgent, 3 so already"))
        harness.type("x u u r g e n t <enter>")
        #expect(harness.screen.contains("4 cases freed of urgent"))
        #expect(harness.tags.values.joined().isEmpty)
    }

    @Test("Without marks a job is for the selected case")
    func selected() {
        var harness = Harness()
        harness.type("j x t b <enter>")
        #expect(harness.tags.keys.map(\.text) == [harness.cases[1].number.text])
    }

    @Test("Tags are taken back and put on again; what was written and given stays, with the reason")
    func undone() {
        var harness = Harness()
        let first = harness.cases[0].number
        harness.type("x t b <enter> z")
        #expect(harness.tags[first] == [])
        #expect(harness.screen.contains("1 case freed of b"))
        harness.type("Z")
        #expect(harness.tags[first]?.map(\.word) == ["b"])
        harness.type("x e <enter> z")
        #expect(harness.effects.contains(.carryOut(.export(folder: "letters"), [first])))
        #expect(harness.screen.contains("letters that were written stay"))
        harness.type("x a R - 7 <enter> z")
        #expect(harness.screen.contains("an assignment is ended with its reason"))
    }

    @Test(
        "Each step of the list is named when it is taken back and when it is done again, a bulk job in one step",
        arguments: [
            ("m", "1 case marked; 0 cases marked now"), ("3 m M c", "3 marks taken off; 3 cases marked now"),
            ("3 m x t b <enter>", "3 cases tagged b; 3 cases freed of b"),
            ("3 m x t b <enter> x u b <enter>", "3 cases freed of b; 3 cases tagged b"),
            ("/ l u m b a r <enter> V a <enter>", "the view “a” kept"),
            ("V a <enter> s V a <enter>", "the view “a” changed"), ("V a <enter> v x q", "the view “a” deleted"),
            // What cannot be taken back does not stand in the way of what was done before.
            ("x t b <enter> x e <enter> z", "1 case tagged b; 1 case freed of b"),
        ])
    func named(keys: String, words: String) {
        var harness = Harness(MarkTests.many)
        harness.type(keys)
        let (views, tags) = (harness.views, harness.tags)
        harness.type("z")
        #expect(harness.screen.contains("undone: \(words)"))
        #expect(harness.model.worklist.marks.ahead.count == 1)
        harness.type("Z")
        #expect(harness.screen.contains("done again: "))
        #expect(harness.views == views && harness.tags == tags)
        harness.type("z z z z z z z")
        #expect(harness.views == [] && harness.tags.values.joined().isEmpty && marked(harness) == [])
        #expect(harness.screen.contains("nothing was marked or tagged yet"))
    }

    @Test("In the list of views the same keys take it back, and a view changed elsewhere stays as it is")
    func views() throws {
        var harness = Harness(MarkTests.many)
        harness.type("V a <enter> v x z")
        #expect(harness.screen.contains("Views") && harness.screen.contains("undone: the view “a” deleted"))
        #expect(harness.views.map(\.name) == ["a"])
        harness.views = [try SavedView(name: "a", filter: "is:late")]
        harness.type("z")
        #expect(harness.screen.contains("the view “a” is another by now and stays as it is"))
        #expect(harness.views.map(\.filter) == ["is:late"])
        harness.type("z")
        #expect(harness.screen.contains("nothing was marked or tagged yet"))
        harness.type("q m V b <enter> v z z")
        #expect(!harness.screen.contains("Views") && harness.screen.contains("undone: 1 case marked"))
        harness.failure = "the disk is full"
        harness.type("Z Z")
        harness.failure = nil
        harness.type("<escape> Z")
        #expect(harness.views.map(\.name) == ["a", "b"])
    }

    @Test(
        "While a change of a view is on its way nothing is taken back, and it becomes a step of its own, or none",
        arguments: [nil, "the disk is full"])
    func viewOnItsWay(failure: String?) {
        var harness = Harness(MarkTests.many)
        harness.type("V a <enter> 3 m x t b <enter>")
        harness.isHanging = true
        harness.type("v x z")
        #expect(harness.held == [.loadViews], "nothing is done before the list is there")
        harness.answerHeld()
        #expect(harness.held == [.deleteView("a")])
        #expect(harness.screen.contains("what was done before is still under way"))
        harness.answerHeld(failing: failure)
        harness.isHanging = false
        #expect(harness.views.isEmpty == (failure == nil))
        harness.type(failure == nil ? "z" : "<escape> z")
        #expect(harness.views.map(\.name) == ["a"] && harness.tags.values.joined().count == (failure == nil ? 3 : 0))
        if failure == nil { harness.type("z") }
        #expect(harness.views.map(\.name) == ["a"] && harness.tags.values.joined().isEmpty)
    }

    @Test("While a step is on its way nothing is marked, and nothing else is taken for its answer")
    func stepOnItsWay() {
        var harness = Harness(MarkTests.many)
        harness.type("j m V a <enter> V b <enter>")
        harness.isHanging = true
        harness.type("z")
        for keys in ["m", "M a", "M r", "M c"] {
            harness.type(keys)
            #expect(marked(harness) == [1] && harness.screen.contains("still under way"), "after \(keys)")
        }
        harness.type("v x")
        for _ in 0..<3 { harness.answerHeld() }
        harness.isHanging = false
        #expect(harness.views.isEmpty && harness.model.worklist.marks.ahead.isEmpty)
        harness.type("z")
        #expect(harness.views.map(\.name) == ["a"])
        harness.type("z z")
        #expect(harness.views.isEmpty && marked(harness) == [])
    }

    @Test(
        "What is no tag and no reviewer is refused before anything is done",
        arguments: [
            ("x t a , b <enter>", "is no tag"), ("x a - <enter>", "is not a reviewer's id"), ("x t <escape>", ""),
        ])
    func refused(keys: String, says: String) {
        var harness = Harness()
        harness.type(keys)
        #expect(!harness.effects.contains { if case .carryOut = $0 { true } else { false } })
        #expect(says.isEmpty || harness.screen.contains(says))
    }

    @Test(
        "What is not taken stays in its field with the reason, to be mended",
        arguments: [
            ("x t", "urgent ask-ann", "is no tag"), ("x a", "-", "is not a reviewer's id"),
            ("V", String(repeating: "x", count: 41), "1 to 40 characters"), ("V", " ", "1 to 40 characters"),
        ])
    func mended(keys: String, text: String, says: String) {
        var harness = Harness()
        harness.type(keys)
        harness.write(text + "\n")
        #expect(harness.screen.contains(says))
        let shown = harness.screen.split(separator: "\n").last.map(String.init) ?? ""
        #expect(shown.contains(text.suffix(10)))
        harness.type("q")
        #expect(!harness.screen.contains(says) && !harness.isOver)
        harness.type("<c-u> m i n e <enter>")
        #expect(
            harness.views.map(\.name)
                + harness.effects.compactMap { effect in
                    switch effect {
                    case .carryOut(.tag(let tag), _): tag.word
                    case .carryOut(.assign(let reviewer), _): reviewer.text
                    default: nil
                    }
                } == ["mine"])
    }

    @Test(
        "A count before a job is for so many cases from the selected one on, whatever is marked",
        arguments: [
            ("3 x t", [0, 1, 2]), ("j 2 x t", [1, 2]), ("m m 1 x t", [2]), ("G 3 x t", [59]), ("2 x u", [0, 1]),
            ("3 x <escape> x t", [0]), ("m m x t", [0, 1]),
        ])
    func counted(keys: String, rows: [Int]) {
        var harness = Harness(MarkTests.many)
        harness.type(keys)
        let shown = harness.screen.split(separator: "\n").last.map(String.init) ?? ""
        #expect(shown.hasSuffix(rows.count == 1 ? " 1 case" : " \(rows.count) cases"))
        harness.type("a <enter>")
        let numbers = harness.effects.compactMap { if case .carryOut(_, let numbers) = $0 { numbers } else { nil } }
        #expect(numbers == [rows.map { MarkTests.many[$0].number }])
        #expect(harness.model.count == nil)
    }

    @Test("Tab completes a tag after its key")
    func completes() {
        var harness = Harness()
        harness.type("x t u r g e n t <enter> / t a g : u <tab>")
        #expect(harness.model.worklist.filterField?.text == "tag:urgent")
    }
}
