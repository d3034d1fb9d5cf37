/// The help of the linear mode by topics: each command belongs to one.
enum LinearTopic: String, CaseIterable {
    case cases, reading, deciding, writing, guidelines, finishing, talking

    /// What it is about.
    var words: String {
        switch self {
        case .cases: "finding and opening cases"
        case .reading: "summary, records, dates, the letter"
        case .deciding: "items, decisions, what stood before"
        case .writing: "rationale, templates, summary"
        case .guidelines: "guideline texts, citing, quoting, links"
        case .finishing: "check, attestation, signature, files"
        case .talking: "this conversation"
        }
    }

    /// Its commands, in the order of the table.
    var commands: [LinearCommand] { LinearCommand.allCases.filter { $0.topic == self } }

    /// What the help says: the topics, a topic's commands, or one command.
    static func help(_ word: String) -> [String] {
        let word = word.lowercased()
        func line(_ command: LinearCommand) -> String {
            [command.rawValue, command.argument].filter { !$0.isEmpty }.joined(separator: " ") + ": \(command.words)."
        }
        if word == "all" { return LinearCommand.allCases.map(line) }
        guard !word.isEmpty else {
            return ["A line is a command and what follows it. “help” and a topic says its commands:"]
                + allCases.map { "\($0.rawValue): \($0.words)." }
        }
        if let topic = LinearTopic(rawValue: word) { return topic.commands.map(line) }
        switch LinearCommand.read(word) {
        case .command(let command, _): return [line(command)]
        case .ambiguous(let commands): return commands.map(line)
        case .unknown, .nothing:
            if let topic = allCases.first(where: { $0.rawValue.hasPrefix(word) }) { return topic.commands.map(line) }
            if let shell = ShellCommand(named: word) { return [shell.sentence] }
            return ["“\(word)” is neither a topic nor a command; “help” alone says the topics."]
        }
    }
}

extension LinearCommand {
    /// The topic under which the help has it.
    var topic: LinearTopic {
        switch self {
        case .list, .filter, .sort, .history, .views, .view, .keep, .statistics, .tag, .untag, .tags, .open: .cases
        case .summary, .records, .page, .read, .find, .mark, .marks, .unmark, .chronology, .documents, .letter,
            .published:
            .reading
        case .items, .item, .next, .show, .uphold, .overturn, .withdraw, .undo, .redo, .versions, .version, .discard:
            .deciding
        case .write, .edit, .add, .templates, .template, .blanks, .summarize, .administrator: .writing
        case .guideline, .source, .library, .section, .cite, .quote, .quotations, .link, .links, .unlink: .guidelines
        case .check, .mend, .override, .lift, .attest, .sign, .export: .finishing
        case .more, .rest, .close, .lock, .help, .quit: .talking
        }
    }
}

extension ShellCommand {
    /// Says in a conversation that it is none of its words, or one of the shell's, too.
    var sentence: String {
        let isHere = LinearCommand(rawValue: name) != nil
        return "“\(name)” is \(isHere ? "also " : "")a command of the shell: “\(call)”, outside of this conversation."
            + (ShellCommand.counterparts[name].map { " Here \($0)." } ?? "")
    }

    /// What does here what a command of another name does in the shell.
    private static let counterparts = [
        "decide": "“uphold” or “overturn” decides", "stats": "“statistics” says the same", "case": "“list” lists cases",
    ]
}
