import Testing
import TextUI

@testable import Workstation

@Suite("The command table")
struct CommandTests {
    @Test("Every command has a row, and every row's notation is a key")
    func complete() {
        #expect(Set(CommandTable.rows.map(\.id)) == Set(CommandID.allCases))
        for row in CommandTable.rows { #expect(!row.keys.isEmpty, "\(row.id)") }
    }

    @Test("In one place a key means one thing, and every command can be reached", arguments: Place.allCases)
    func reachable(place: Place) {
        for row in CommandTable.rows(in: place) {
            let reaching = row.keys.filter { CommandTable.command(for: $0, in: place) == row.id }
            #expect(!reaching.isEmpty, "\(row.id) in \(place)")
        }
    }

    @Test(
        "The help names every command of its place",
        arguments: [("", Place.worklist), ("<enter>", .reading), ("<enter> i", .item)])
    func help(keys: String, place: Place) {
        var harness = Harness(rows: 80, columns: 100)
        harness.type(keys)
        harness.type("?")
        for row in CommandTable.rows(in: place) { #expect(harness.screen.contains(row.summary), "\(row.id)") }
    }

    @Test(
        "The help has every word in any window, and says how far it goes",
        arguments: [(24, 80), (24, 60), (16, 40), (50, 200), (10, 80)], ["", "<enter>", "<enter> i"])
    func wholeHelp(size: (Int, Int), way: String) {
        var harness = Harness(rows: size.0, columns: size.1)
        harness.type(way)
        let place = harness.model.place
        harness.type("?")
        var lines: [String] = []
        var (first, total) = (1, 0)
        while true {
            let frame = harness.model.view()
            let shown = (0..<size.0).map { frame.line($0) }
            let numbers = (shown.last ?? "").split { !$0.isNumber }.compactMap { Int($0) }
            guard numbers.count == 3 else { break }
            #expect(numbers[0] <= first && numbers[1] - numbers[0] == size.0 - 4)
            total = numbers[2]
            lines += shown.dropFirst(2 + max(0, first - numbers[0])).prefix(size.0 - 3 - max(0, first - numbers[0]))
            first = numbers[1] + 1
            if numbers[1] == total { break }
            harness.type("<page-down>")
        }
        if total == 0 { lines = (1..<size.0).map { harness.model.view().line($0) } }
        let words = lines.map { String($0.dropFirst(22)) }.joined(separator: " ").split(separator: " ")
            .joined(separator: " ")
        for row in CommandTable.rows(in: place) { #expect(words.contains(row.summary), "\(row.id)") }
        if place == .item { #expect(words.contains("to the end of the paragraph")) }
        #expect(total == 0 || lines.count == total)
    }

    @Test("The palette finds a command by its letters, and says why one is not to be had")
    func palette() {
        var harness = Harness()
        harness.type("<enter> i : w i t h d r")
        #expect(harness.screen.contains("not now: item 1 is not decided"))
        harness.type("<escape> : l e t t e r <enter>")
        #expect(harness.model.caseFile?.page == .letter)
    }

    @Test("A key that means nothing says so")
    func nothing() {
        var harness = Harness()
        harness.type("$")
        #expect(harness.screen.contains("$ does nothing here"))
    }
}
