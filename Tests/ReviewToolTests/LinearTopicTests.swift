import Testing
import Workstation

@testable import ReviewTool

@Suite("The help of the linear mode, and what it lacks of the screens")
struct LinearTopicTests {
    /// For each command of the screens the one that does the same by lines; nil where it is about the screen itself.
    private func counterpart(of id: CommandID) -> LinearCommand? {
        switch id {
        case .open: .open
        case .filter, .clearFilter: .filter
        case .sort: .sort
        case .history: .history
        case .views: .view
        case .saveView: .keep
        case .statistics: .statistics
        case .tag: .tag
        case .untag: .untag
        case .uphold: .uphold
        case .overturn: .overturn
        case .template: .template
        case .cite, .citeShown: .cite
        case .citeClaims: .administrator
        case .edit: .edit
        case .library: .library
        case .nextSource, .previousSource, .follow, .comeBack: .source
        case .quote: .quote
        case .quotations: .quotations
        case .evidence: .link
        case .links: .links
        case .findings: .check
        case .chronology: .chronology
        case .sign: .sign
        case .attest: .attest
        case .withdraw: .withdraw
        case .discardDraft: .discard
        case .versions: .versions
        case .readOn: .read
        case .item: .next
        case .summary: .summary
        case .editSummary: .summarize
        case .records, .contents: .records
        case .letter: .letter
        case .goToPage: .page
        case .bookmark: .mark
        case .bookmarks: .marks
        case .search: .find
        case .undo: .undo
        case .redo: .redo
        case .pageDown, .nextMatch: .more
        case .palette, .help, .tour: .help
        case .back: .close
        case .quit: .quit
        case .lock: .lock
        // Marks are for jobs on many cases, which imr case tag, imr assign and imr export do by commands.
        case .mark, .markRange, .markAll, .clearMarks, .assignMarked, .exportMarked: nil
        // Nothing is held by the linear mode, so nothing is taken over.
        case .takeOver: nil
        // A template is a file, which is written with an editor.
        case .keepTemplate: nil
        // Places, colours, panes and keys of the screen.
        case .down, .up, .pageUp, .top, .bottom, .readBack, .switchPane, .nextPage, .previousPage, .mentions, .split,
            .previousMatch, .recordKeys, .playKeys, .jumpBack, .jumpForward, .copy, .theme, .mouse, .redraw, .suspend,
            .repeat:
            nil
        }
    }

    @Test("What the main job needs of the screens can be asked for by a line")
    func counterparts() {
        let needed = CommandTable.rows.map(\.id).filter { counterpart(of: $0) != nil }
        #expect(needed.count > 45)
    }

    @Test("Every command belongs to a topic, is told by it, and has words of its own")
    func topics() {
        #expect(LinearTopic.allCases.flatMap(\.commands).count == LinearCommand.allCases.count)
        #expect(Set(LinearCommand.allCases.map(\.words)).count == LinearCommand.allCases.count)
        for command in LinearCommand.allCases {
            let lines = LinearTopic.help(command.topic.rawValue).filter { $0.hasSuffix(": \(command.words).") }
            #expect(lines.count == 1 && lines[0].hasPrefix(command.rawValue), "\(command)")
        }
    }

    @Test(
        "Help is asked for by topic, by command or as a whole",
        arguments: [
            ("", "A line is a command", 8), ("finishing", "check: check the determination", 7),
            ("fin", "find WORDS", 1),
            ("quote", "quote: put sentences", 1), ("all", "list: the cases", LinearCommand.allCases.count),
            ("dance", "“dance” is neither", 1), ("TALK", "more: the next", 6),
        ])
    func help(word: String, first: String, count: Int) {
        let lines = LinearTopic.help(word)
        #expect(lines.first?.hasPrefix(first) == true, "\(lines)")
        #expect(lines.count == count)
    }
}
