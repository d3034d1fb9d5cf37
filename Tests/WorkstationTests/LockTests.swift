import CaseModel
import Checks
import Letters
import RationaleTemplates
import Testing
import TextUI

@testable import Workstation

/// What a passer-by could see besides cells: nothing of it may be asked for while the screen is locked.
extension Effect {
    fileprivate var showsSomething: Bool {
        switch self {
        case .copy, .repaint, .suspend, .useTheme, .useMouse, .quit: true
        default: false
        }
    }
}

@Suite("A locked screen")
struct LockTests {
    private static let rule = LockRule(idleMilliseconds: 600_000, owner: "a.reviewer")

    private func harness(_ rows: Int = 24, _ columns: Int = 80, way: String = "") -> Harness {
        var harness = Harness(rows: rows, columns: columns, lockRule: LockTests.rule)
        harness.recordPages = ["1.1": "PROGRESS NOTE\nleft wrist", "1.2": "second page"]
        if let mark = try? Bookmark(place: .record(1, page: 1, line: 1), note: "a note") {
            harness.bookmarks = [Harness.number("CM26-0000412"): [mark]]
        }
        harness.type(way)
        return harness
    }

    /// Whatever may come while nobody looks: windows, mouse, pastes, keys, answers that the disk still owed.
    private func happenings(_ cases: [ReviewCase]) -> [Message] {
        let pointers = [(1, 1), (5, 8), (23, 3)].flatMap { row, column in
            [PointerEvent.Kind.press, .drag, .release, .wheelDown, .wheelUp].map {
                Message.key(.pointer(PointerEvent($0, row: row, column: column)))
            }
        }
        let keys: [Message] = [
            .key(.paste("pasted words\n")), .key(.focus(true)), .key(.focus(false)), .key(.character("u")),
            .key(.character(":")), .key(.character("?")), .key(.named(.escape)), .key(.control("l")),
            .key(.control("z")),
            .key(.control("c")), .key(.alt("m")), .key(.alt("l")), .key(.function(1)), .key(.named(.down)),
        ]
        let answers = cases.flatMap { one -> [Message] in
            [
                .caseOpened(one, drafts: [], access: CaseAccess()), .linksLoaded(one.number, [:]),
                .recordPageLoaded(one.number, record: 1, page: 1, text: "late words"),
                .checked(one.number, [], generation: 1), .leaseHeld(one.number, by: "somebody"), .conflict(one.number),
                .caseChanged(one, item: 1, at: ClockTime(hour: 1, minute: 2, second: 3)),
                .failed(.openCase(one.number), sentence: "\(one.number) cannot be read."),
            ]
        }
        let lists: [Message] = [
            .worklistCounted(total: 3, generation: 1), .viewsLoaded([]), .today(Harness.today), .timer(.idle),
            .timer(.unlocking), .templatesLoaded([], problems: ["mine.md is damaged"]),
        ]
        return pointers + keys + answers + lists + [.resized(rows: 24, columns: 80)]
    }

    @Test(
        "Shows the same whatever lies beneath and whatever happens meanwhile",
        arguments: [(24, 80), (50, 200), (8, 40)])
    func hides(rows: Int, columns: Int) {
        var empty = Harness([], rows: rows, columns: columns, lockRule: LockTests.rule)
        empty.send(.timer(.idle))
        for way in ways {
            var harness = harness(rows, columns, way: way)
            harness.send(.timer(.idle))
            #expect(harness.model.view() == empty.model.view(), "after \(way)")
            let before = harness.effects.count
            for message in happenings(harness.cases) {
                harness.send(message)
                harness.send(.resized(rows: rows, columns: columns))
                #expect(harness.model.view() == empty.model.view(), "after \(way), then \(message)")
            }
            #expect(!harness.effects[before...].contains { $0.showsSomething }, "after \(way)")
        }
    }

    @Test("Enter brings back what stood there, and is no key of the screen beneath", arguments: ways)
    func unlocks(way: String) {
        var harness = Harness()
        harness.type(way)
        // The lock puts on the disk what is not there yet, which the top line would tell.
        harness.wait()
        let before = harness.model.view()
        harness.send(.timer(.idle))
        harness.type("u j <escape> <enter>")
        #expect(harness.model.locked == nil)
        #expect(harness.model.view() == before, "after \(way)")
    }

    @Test("Is told to the audit log, and the time without a key begins anew with each of them")
    func told() {
        var harness = harness(way: "<enter> j")
        let idle = Effect.startTimer(.idle, milliseconds: 600_000)
        #expect(harness.effects.count { $0 == idle } == 2)
        harness.send(.key(.focus(true)))
        #expect(harness.effects.count { $0 == idle } == 2)
        harness.send(.timer(.idle))
        harness.type("x <enter>")
        let told = harness.effects.filter { if case .noteLock = $0 { true } else { false } }
        #expect(told == [.noteLock(.locked), .noteLock(.unlocked)])
        #expect(harness.effects.last == idle)
        var never = Harness()
        never.type("<enter> i")
        #expect(!never.effects.contains { if case .startTimer(.idle, _) = $0 { true } else { false } })
    }

    @Test("Puts what is written on the disk first, holds the case, and goes on where it was", arguments: ["<a-l>", ""])
    func keepsDraft(key: String) {
        var harness = harness(way: "<enter> i e")
        harness.write("Half a sent")
        let before = harness.effects.count
        if key.isEmpty { harness.send(.timer(.idle)) } else { harness.type(key) }
        let done = harness.effects[before...].filter { if case .startTimer = $0 { false } else { true } }
        guard done.count == 3, case .saveDraft(let number, let draft) = done[0] else {
            Issue.record("\(done)")
            return
        }
        #expect(draft.rationale.hasSuffix("Half a sent") && done[1...] == [.conceal, .noteLock(.locked)])
        harness.wait()
        #expect(harness.effects.contains(.renewLease(number)))
        #expect(!harness.effects.contains(.releaseLease(number)))
        harness.type("<enter> e")
        #expect(harness.screen.contains("Half a sente"))
    }

    @Test("Wants the passphrase where there is one, and longer each time it is wrong")
    func passphrase() {
        var harness = harness(way: "<enter> i")
        harness.passphrase = "correct horse"
        harness.type(", a")
        harness.type("<a-l> <enter> x y")
        #expect(harness.screen.contains("Passphrase: **") && !harness.screen.contains("xy"))
        for failure in 1...7 {
            harness.type("<enter>")
            #expect(
                harness.effects.last
                    == .startTimer(.unlocking, milliseconds: [1, 2, 4, 8, 16, 30, 30][failure - 1] * 1_000))
            // Nothing typed meanwhile counts.
            harness.write("correct horse\n")
            #expect(harness.model.locked != nil)
            harness.send(.timer(.unlocking))
            harness.write("wrong")
        }
        harness.type("<c-c>")
        harness.send(.key(.paste("correct horse")))
        harness.type("<enter>")
        #expect(harness.model.locked == nil)
        #expect(harness.screen.contains("7 wrong passphrases were typed"))
        #expect(harness.effects.count { $0 == .noteLock(.refused) } == 7)
        // Keys were being recorded: none of the passphrase is among them.
        #expect(harness.model.recorder?.keys.contains(.character("c")) == false)
    }

    @Test("Stays locked where the passphrase cannot be compared, and says why")
    func damaged() {
        var harness = harness()
        harness.passphrase = "correct horse"
        harness.send(.timer(.idle))
        harness.failure = "unlock is damaged."
        harness.write("anything\n")
        #expect(harness.model.locked != nil)
        #expect(harness.screen.contains("unlock is damaged."))
    }

    @Test("Is never too large for a window", arguments: [1, 2, 3, 7, 24])
    func sizes(rows: Int) {
        for columns in [1, 2, 10, 39, 200] {
            for passphrase in [nil, "correct horse"] {
                var harness = harness(rows, columns)
                harness.passphrase = passphrase
                harness.send(.timer(.idle))
                harness.write("some words")
                let frame = harness.model.view()
                #expect(frame.rows == rows && frame.columns == columns)
                if let cursor = frame.cursor { #expect(cursor.row < rows && cursor.column < columns) }
            }
        }
    }

    @Test("Recorded keys do not lock it, and stop when it is locked")
    func recorded() {
        var harness = harness(way: "<enter>")
        harness.macros = [KeyMacro(letter: "a", keys: "<a-l> j")].compactMap { $0 }
        harness.type("@ a")
        #expect(harness.model.locked == nil && harness.screen.contains("a stopped at key 1 of 2"))
    }
}
