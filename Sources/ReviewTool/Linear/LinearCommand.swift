/// What can be asked for by a line, with its words: the help and the reading of lines come from this table.
enum LinearCommand: String, CaseIterable {
    case list, filter, sort, history, views, view, keep, statistics, tag, untag, tags, open
    case summary, records, page, read, find, mark, marks, unmark, chronology, documents, letter, published
    case items, item, next, show, uphold, overturn, withdraw, undo, redo, versions, version, discard
    case write, edit, add, templates, template, blanks, summarize, administrator
    case guideline, source, library, section, cite, quote, quotations, link, links, unlink
    case check, mend, override, lift, attest, sign, export
    case more, rest, close, lock, help, quit

    /// What follows the word, for the help; empty when nothing does.
    var argument: String {
        switch self {
        case .filter, .find, .library: "WORDS"
        case .sort: "ORDER"
        case .view, .keep: "NAME"
        case .statistics: "KIND"
        case .tag, .untag: "WORD"
        case .open: "NUMBER"
        case .item, .template, .source, .section, .version, .unmark, .unlink, .mend, .lift: "N"
        case .page: "RECORD PAGE"
        case .link: "RECORD PAGE LINE"
        case .mark: "RECORD PAGE LINE NOTE"
        case .cite, .administrator: "LINE"
        case .add: "WORDS"
        case .override: "N REASON"
        case .export: "FOLDER"
        case .help: "TOPIC"
        default: ""
        }
    }

    /// What it does, in a few words.
    var words: String {
        switch self {
        case .list: "the cases, ten at a time"
        case .filter: "only cases with these words; without words all of them"
        case .sort: "order the cases by due, number, specialty or state"
        case .history: "hide or show published, delivered and withdrawn cases"
        case .views: "the filters that you keep, each with a number"
        case .view: "list the cases of a filter that you keep, by its name or number"
        case .keep: "keep the present filter and order under a name"
        case .statistics: "what the filter finds in numbers, by outcome, specialty, chapter or state"
        case .tag: "put a word on the open case, for everybody to see and to find with “filter tag:WORD”"
        case .untag: "take a word off the open case"
        case .tags: "the words on the open case; without a case all that are in use"
        case .open: "open a case, by its number or its place in the list"
        case .summary: "the days and the clinical summary of the case"
        case .records: "the records of the case"
        case .page: "read a page of a record, its lines with their numbers"
        case .read: "read on: the next page of the records"
        case .find: "look for words in the summary and the records"
        case .mark: "mark a line of a record for yourself, with a note if you like"
        case .marks: "the lines that you marked, each with a number"
        case .unmark: "take a mark off"
        case .chronology: "every date of the case in order, with where it stands"
        case .documents: "the documents reviewed: records that sentences are linked to"
        case .letter: "the letter as it stands; of a signed case as it was signed"
        case .published: "what the published letter had decided, once every item is decided here"
        case .items: "the disputed items with their decisions"
        case .item: "go to an item"
        case .next: "go to the next item that is not decided"
        case .show: "the item with its two guideline lines and its rationale"
        case .uphold: "decide: the denial stands"
        case .overturn: "decide: the treatment is medically necessary"
        case .withdraw: "take the decision of the item back"
        case .undo: "take back what was done last to an item"
        case .redo: "do again what was taken back"
        case .versions: "what stood for the item before, each with a number"
        case .version: "say one of these, and bring it back if you like"
        case .discard: "throw away what is written about the item and not recorded"
        case .write: "write the rationale anew, ended by a line with a single full stop"
        case .edit: "change, take out or put in a sentence of the rationale"
        case .add: "add words at the end of the rationale"
        case .templates: "the rationale templates that suit the item"
        case .template: "fill a template into the rationale"
        case .blanks: "fill the open blanks of the rationale, one after another"
        case .summarize: "write the clinical summary anew, ended by a line with a single full stop"
        case .administrator: "set the line by which the claims administrator decided the item"
        case .guideline: "the guideline text of the item"
        case .source: "another guideline section that is cited or suggested, or where the present one leads"
        case .library: "look for words in the guideline library; each place has a number"
        case .section: "the guideline section of such a place"
        case .cite: "set the guideline line of the item; without a line, cite the section said last"
        case .quote: "put sentences of the guideline into the rationale, cited and linked"
        case .quotations: "the quotations of the rationale, with the words that differ from their source"
        case .link: "rest a sentence of the rationale on a line of a record, or on several as 4-7"
        case .links: "what the sentences of the rationale rest on, each with a number"
        case .unlink: "take such a link away"
        case .check: "check the determination; each finding is said with its number"
        case .mend: "mend the words of a finding where they stand"
        case .override: "let a finding stand, with the reason"
        case .lift: "let a finding count again"
        case .attest: "attest that there is no conflict, or declare one"
        case .sign: "say the letter, then sign it"
        case .export: "write the letter in every form into a folder; of a signed case the files that were signed"
        case .more: "the next of what was said last"
        case .rest: "all that is left of what was said last"
        case .close: "back to the list of cases"
        case .lock: "lock the terminal; what unlocks it is said there"
        case .help: "the topics, or the commands of a topic, or a command; “help all” says every command"
        case .quit: "leave; everything is saved already"
        }
    }

    /// Whether it changes what is written or decided, so that it is refused where the case is not to be changed. What goes
    /// back and forth, and what is brought back, is judged by what it would change.
    var isChange: Bool {
        switch self {
        case .uphold, .overturn, .withdraw, .discard, .write, .edit, .add, .template, .blanks, .summarize,
            .administrator, .cite, .quote, .link, .unlink, .mend, .override, .lift:
            true
        case .list, .filter, .sort, .history, .views, .view, .keep, .statistics, .tag, .untag, .tags, .open, .summary,
            .records, .page, .read, .find, .mark, .marks, .unmark, .chronology, .documents, .letter, .published, .items,
            .item, .next, .show, .undo, .redo, .versions, .version, .templates, .guideline, .source, .library,
            .section, .quotations, .links, .check, .attest, .sign, .export, .more, .rest, .close, .lock, .help, .quit:
            false
        }
    }

    /// Reads a line: a word of the table or an unambiguous beginning of one, and what follows it.
    static func read(_ line: String) -> Reading {
        let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard let first = parts.first else { return .nothing }
        let word = first.lowercased()
        let rest = parts.count > 1 ? parts[1].trimmed : ""
        // What is pressed on the screens to leave, and for help.
        if word == "q" { return .command(.quit, rest) }
        if word == "?" { return .command(.help, rest) }
        if let exact = LinearCommand(rawValue: word) { return .command(exact, rest) }
        let candidates = allCases.filter { $0.rawValue.hasPrefix(word) }
        return switch candidates.count {
        case 0: .unknown(String(first))
        case 1: .command(candidates[0], rest)
        default: .ambiguous(candidates)
        }
    }

    /// What a line turned out to be.
    enum Reading: Equatable {
        case command(LinearCommand, String)
        case ambiguous([LinearCommand])
        case unknown(String)
        case nothing
    }
}

extension Substring {
    /// Without the spaces at both ends.
    fileprivate var trimmed: String {
        var rest = self
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
