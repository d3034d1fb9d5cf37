import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("Keys of one's own")
struct KeymapTests {
    private static func entry(_ table: String, _ command: String, _ keys: String, line: Int = 1) -> KeymapEntry {
        KeymapEntry(table: table, command: command, keys: keys.split(separator: " ").map(String.init), line: line)
    }

    @Test(
        "An entry replaces the keys of its command, and takes its keys from others",
        arguments: [
            ([entry("item", "uphold", "x")], Place.item, "x", CommandID?.some(.uphold)),
            ([entry("item", "uphold", "x")], .item, "u", nil),
            ([entry("item", "edit", "w"), entry("item", "uphold", "e")], .item, "e", .uphold),
            ([entry("worklist", "sort", "<a-s> <f5>")], .worklist, "<f5>", .sort),
            ([entry("everywhere", "help", "<f2>")], .reading, "<f2>", .help),
            ([entry("everywhere", "help", "<f2>"), entry("item", "help", "<f3>")], .item, "<f2>", nil),
            ([entry("item", "help", "<f3>"), entry("everywhere", "help", "<f2>")], .item, "<f3>", .help),
            ([entry("everywhere", "search", "/")], .worklist, "/", .filter),
            ([entry("item", "uphold", "<enter>")], .item, "e", .edit),
        ])
    func merges(entries: [KeymapEntry], place: Place, key: String, command: CommandID?) throws {
        let keymap = try Keymap(merging: entries)
        let pressed = try #require(Key(notation: key))
        #expect(keymap.command(for: pressed, in: place) == command)
        #expect(keymap.remarks.isEmpty)
    }

    @Test(
        "What cannot be used is said with its line and what to do",
        arguments: [
            ([entry("desk", "uphold", "x", line: 3)], 3, "“desk” is no place"),
            ([entry("item", "upheld", "x", line: 4)], 4, "“upheld” is no command"),
            (
                [entry("worklist", "uphold", "x", line: 2)], 2,
                "uphold is no command of [worklist]; it belongs under [item]"
            ),
            ([entry("item", "uphold", "x <hyper-u>", line: 2)], 2, "“<hyper-u>” is no key"),
            ([entry("item", "uphold", "abc", line: 2)], 2, "“abc” is no key"),
            ([entry("item", "uphold", "4", line: 5)], 5, "go to an item"),
            (
                [entry("item", "uphold", "gu", line: 4)], 4,
                "gu of uphold is never reached in [item], since g gives top at once"
            ),
            (
                [entry("item", "overturn", "<a-x>", line: 2), entry("item", "uphold", "<a-x>u", line: 3)], 3,
                "<a-x>u of uphold is never reached in [item], since <a-x> gives overturn (line 2) at once"
            ),
            (
                [entry("item", "overturn", "wx", line: 2), entry("item", "uphold", "wx", line: 3)], 3,
                "wx is given to overturn (line 2) and to uphold in [item]"
            ),
            ([entry("item", "uphold", "w<escape>", line: 3)], 3, "<escape> leaves the box"),
            ([entry("item", "uphold", "3u", line: 3)], 3, "go to an item"),
            ([entry("item", "uphold", "\u{1B}", line: 5)], 5, "no keyboard has it"),
            ([entry("item", "uphold", "<c-m>", line: 5)], 5, "a terminal sends it as <enter>"),
            (
                [entry("item", "uphold", "x", line: 2), entry("item", "overturn", "y x", line: 3)], 3,
                "x is given to uphold (line 2) and to overturn in [item]"
            ),
            (
                [entry("everywhere", "help", "x", line: 2), entry("item", "overturn", "x", line: 4)], 4,
                "x is given to help (line 2) and to overturn in [item]"
            ),
            ([entry("worklist", "palette", "", line: 6)], 6, "palette has no key left in [worklist]"),
            ([entry("item", "uphold", ":", line: 7)], 7, "since uphold has taken it"),
        ])
    func refuses(entries: [KeymapEntry], line: Int, says: String) {
        do {
            _ = try Keymap(merging: entries)
            Issue.record("it was taken")
        } catch {
            #expect(error.line == line)
            #expect(error.description.contains(says), "\(error)")
        }
    }

    @Test(
        "Two keys give a command, and those that came with the program give way to a key that stands alone now",
        arguments: [
            ([entry("item", "uphold", "wu <space>u")], Place.item, "wu", CommandID?.some(.uphold), 0),
            ([entry("item", "top", "<home>"), entry("item", "uphold", "gu")], .item, "gu", .uphold, 0),
            ([entry("worklist", "sort", "M")], .worklist, "Ma", nil, 3),
            ([entry("worklist", "sort", "Ma")], .worklist, "Ma", .sort, 1),
            ([], .worklist, "Ma", .markAll, 0), ([], .item, "Ma", nil, 0),
        ])
    func sequences(entries: [KeymapEntry], place: Place, keys: String, command: CommandID?, remarks: Int) throws {
        let taken = entries + (keys == "wu" ? [KeymapTests.entry("item", "read-on", "<page-down>")] : [])
        let keymap = try Keymap(merging: taken)
        let pressed = try #require(KeySequence(notation: keys))
        #expect(keymap.command(for: pressed, in: place) == command)
        #expect(keymap.remarks.count == remarks, "\(keymap.remarks)")
    }

    @Test("No key that came with the program waits for another where it gives a command", arguments: Place.allCases)
    func prefixes(place: Place) {
        let keys = CommandTable.rows(in: place).flatMap(\.keys)
        for sequence in keys where sequence.second != nil {
            #expect(!keys.contains(KeySequence(sequence.first)), "\(sequence.label)")
        }
    }

    @Test("What can follow a first key stands above the bottom line, and Esc forgets it")
    func hintBox() {
        var harness = Harness()
        harness.type("x")
        harness.expectFrame("prefix")
        harness.type("<escape>")
        #expect(harness.model.prefix == nil && !harness.screen.contains("and a key"))
        harness.type("x $")
        #expect(harness.screen.contains("x$ does nothing here; x shows what can follow it"))
        harness.type("M c")
        #expect(harness.screen.contains("nothing is marked"))
    }

    @Test("A command without a key is named, and the palette still finds it")
    func unreachable() throws {
        let keymap = try Keymap(merging: [
            KeymapTests.entry("item", "overturn", "u", line: 2), KeymapTests.entry("worklist", "sort", "", line: 9),
        ])
        // Who wants no key for sorting has said so himself.
        #expect(
            keymap.remarks.map(\.description) == [
                "uphold has no key left in [item], since overturn has taken it; the palette still finds it."
            ])
        #expect(keymap.remarks.map(\.line) == [2])
        var harness = Harness(keymap: keymap)
        #expect(harness.screen.contains("keymap.toml:2: uphold has no key left"))
        harness.type("s")
        #expect(harness.screen.contains("s does nothing here"))
        harness.type(": s o r t <enter>")
        #expect(harness.model.worklist.query.sort != .due)
    }

    @Test("Footer, help, palette and the printed table show the keys as they are now")
    func shown() throws {
        let keymap = try Keymap(merging: [
            KeymapTests.entry("worklist", "sort", "<a-s>"), KeymapTests.entry("everywhere", "help", "<f2> |"),
        ])
        var harness = Harness(keymap: keymap)
        harness.expectFrame("keymap-footer")
        harness.type(": s o r t")
        #expect(harness.screen.contains("Alt-s"))
        harness.type("<escape> <f2>")
        harness.expectFrame("keymap-help")
        #expect(keymap.markdown.contains("| `Alt-s` | sort by the next column | sort |"))
        #expect(keymap.markdown.contains("| `F2` `\\|` | what the keys do here | help |"))
        harness.type("q $")
        #expect(harness.screen.contains("F2 shows what the keys do"))
    }
}
