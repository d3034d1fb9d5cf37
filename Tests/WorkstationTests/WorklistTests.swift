import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("The worklist")
struct WorklistTests {
    private static func many(_ count: Int) -> [ReviewCase] {
        (1...count).map { index in
            ReviewCase(
                number: Harness.number("CM26-\(String(1_000_000 + index))"), state: .assigned,
                due: Harness.today.adding(days: index % 40),
                determination: Determination(items: [DisputedItem(text: "item \(index)")]))
        }
    }

    @Test("The cursor walks a long list as a short one and only a part of it is at hand")
    func long() {
        var harness = Harness(WorklistTests.many(6000))
        for _ in 0..<3000 { harness.type("j") }
        #expect(harness.model.worklist.cursor == 3000)
        #expect(harness.model.worklist.selected?.number.text == "CM26-1003001")
        #expect(harness.model.worklist.rows.count <= WorklistScreen.capacity)
        harness.type("G")
        #expect(harness.model.worklist.selected?.number.text == "CM26-1006000")
        for _ in 0..<3000 { harness.type("k") }
        #expect(harness.model.worklist.selected?.number.text == "CM26-1003000")
        harness.type("g")
        #expect(harness.model.worklist.selected?.number.text == "CM26-1000001")
    }

    @Test(
        "H keeps the cursor on its case and line, or on what follows where that is hidden",
        arguments: [0, 1, 30, 59, 2999])
    func history(at place: Int) throws {
        var cases = WorklistTests.many(3000)
        for index in cases.indices where index % 3 == 0 { cases[index].state = .published }
        var harness = Harness(cases)
        for _ in 0..<place { harness.type("j") }
        let (number, line) = (cases[place].number, place - harness.model.worklist.top)
        harness.type("H")
        let shown = try #require(harness.model.worklist.selected)
        #expect(harness.model.worklist.query.onlyOpen && harness.model.worklist.total == 2000)
        #expect(shown.number == (place % 3 == 0 ? cases[place + 1].number : number))
        harness.type("H")
        #expect(harness.model.worklist.selected?.number == shown.number && harness.model.worklist.total == 3000)
        #expect(harness.model.worklist.cursor - harness.model.worklist.top == line || place < 2)
    }

    @Test(
        "What is too long for a column ends in dots; what is wrong with a filter is told whole", arguments: [80, 120])
    func cut(columns: Int) {
        var cases = WorklistTests.many(1)
        cases[0].determination.reviewer.specialties = [
            "Physical Medicine and Rehabilitation of the Whole Body, and so on"
        ]
        var harness = Harness(cases, columns: columns)
        #expect(harness.screen.contains("…") && harness.screen.contains("Physical"))
        harness.type("/")
        harness.write("state:nothing-known")
        harness.type("<enter>")
        let words = harness.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(harness.model.worklist.filterProblem ?? "?") && harness.model.worklist.isFiltering)
    }

    @Test("Pages go down and up by what is seen, and stop at the ends", arguments: [1, 5, 20, 21, 100, 700])
    func pages(count: Int) {
        var harness = Harness(WorklistTests.many(count))
        for _ in 0..<60 { harness.type("<page-down>") }
        #expect(harness.model.worklist.cursor == count - 1)
        for _ in 0..<60 { harness.type("<page-up>") }
        #expect(harness.model.worklist.cursor == 0)
        #expect(harness.model.worklist.selected != nil)
    }

    @Test("Rows and their places agree wherever the cursor goes")
    func agree() {
        let cases = WorklistTests.many(5000)
        var harness = Harness(cases)
        for keys in ["G", "k", "<page-up>", "<page-up>", "g", "<page-down>", "G", "<page-up>", "<page-down>"] {
            for _ in 0..<30 { harness.type(keys) }
            let list = harness.model.worklist
            #expect(list.selected?.number == cases[list.cursor].number)
            for (index, row) in list.rows.enumerated() { #expect(row.number == cases[list.start + index].number) }
        }
    }

    @Test("A filter is asked for when typing rests, and an answer to an older one is dropped")
    func filter() {
        var harness = Harness()
        harness.type("/ l u m b a r")
        #expect(harness.model.worklist.query.words.isEmpty)
        harness.wait()
        #expect(harness.model.worklist.query.words == "lumbar")
        #expect(harness.model.worklist.total == 1)
        let old = harness.model.worklist.generation - 1
        harness.send(.worklistCounted(total: 999, generation: old))
        #expect(harness.model.worklist.total == 1)
        harness.type("<escape>")
        #expect(harness.model.worklist.total == 3)
        // A step back out of a filtered list leads to the whole one, and only from there out of the program.
        harness.type("/")
        harness.write("lumbar")
        harness.wait()
        harness.type("<enter>")
        #expect(harness.model.worklist.total == 1)
        harness.type("<escape>")
        #expect(harness.model.worklist.total == 3)
        #expect(!harness.isOver)
        harness.type("<escape>")
        #expect(harness.isOver)
    }

    @Test(
        "A filter that is not understood is told, where it fits in its line, and the list stays as it was",
        arguments: [80, 200])
    func problem(columns: Int) {
        var harness = Harness(columns: columns)
        harness.type("/")
        harness.write("lumbar")
        harness.wait()
        harness.write(" is:opne")
        harness.wait()
        #expect(harness.model.worklist.query.words == "lumbar")
        #expect(harness.model.worklist.total == 1)
        let lines = harness.model.view().text.split(separator: "\n")
        let sentence =
            "“opne” cannot stand after “is”; there stands open, late, decided, signed, published, suspended, mine."
        let place = columns == 200 ? lines[1...1] : lines.suffix(2)
        #expect(place.joined(separator: " ").split(separator: " ").joined(separator: " ").contains(sentence))
        harness.type("<enter>")
        #expect(harness.model.worklist.isFiltering)
        for _ in 0..<8 { harness.type("<backspace>") }
        harness.type("<enter>")
        #expect(!harness.model.worklist.isFiltering && harness.model.worklist.filterProblem == nil)
        #expect(harness.model.worklist.query.words == "lumbar")
        #expect(harness.model.worklist.query.today == Harness.today)
        harness.send(.today(Harness.today.adding(days: 1)))
        #expect(harness.model.worklist.query.today == Harness.today.adding(days: 1))
    }

    @Test("Coming back from a case keeps the place in the list")
    func comesBack() {
        var harness = Harness(WorklistTests.many(900))
        for _ in 0..<500 { harness.type("j") }
        let top = harness.model.worklist.top
        harness.type("<enter> q")
        #expect(harness.model.worklist.cursor == 500)
        #expect(harness.model.worklist.top == top)
        #expect(harness.model.worklist.selected?.number.text == "CM26-1000501")
    }
}
