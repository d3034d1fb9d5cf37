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
