/// What can be asked for by a line, with its words: the help and the reading of lines come from this table.
enum LinearCommand: String, CaseIterable {
    case list, more, filter, open
    case summary, summarize, items, item, next, records, page, find, link, letter
    case guideline, library, cite, templates, template, write, show, blanks, uphold, overturn, withdraw
    case administrator
    case check, override, lift, attest, sign, export, close, lock, help, quit

    /// What follows the word, for the help; empty when nothing does.
    var argument: String {
        switch self {
        case .filter, .find, .library: "WORDS"
        case .open: "NUMBER"
        case .item, .template: "N"
        case .page: "RECORD PAGE"
        case .link: "RECORD PAGE LINE"
        case .cite, .administrator: "LINE"
        case .override: "N REASON"
        case .lift: "N"
        case .export: "FOLDER"
        default: ""
        }
    }

    /// What it does, in a few words.
    var words: String {
        switch self {
        case .list: "the cases, ten at a time"
        case .more: "the next ten"
        case .filter: "only cases with these words; without words all of them"
        case .open: "open a case, by its number or its place in the list"
        case .summary: "the days and the clinical summary of the case"
        case .summarize: "write the clinical summary anew, ended by a line with a single full stop"
        case .items: "the disputed items with their decisions"
        case .item: "go to an item"
        case .next: "go to the next item that is not decided"
        case .records: "the records of the case"
        case .page: "read a page of a record"
        case .find: "look for words in the records"
        case .link: "rest a sentence of the rationale on a line of a record, or on several as 4-7"
        case .letter: "the letter as it stands"
        case .guideline: "the guideline text of the item"
        case .library: "look for words in the guideline library"
        case .cite: "set the guideline line of the item; without a line, cite the guideline shown first"
        case .templates: "the rationale templates that suit the item"
        case .template: "fill a template into the rationale"
        case .write: "write the rationale anew, ended by a line with a single full stop"
        case .show: "the item with its guideline line and rationale"
        case .blanks: "fill the open blanks of the rationale, one after another"
        case .uphold: "decide: the denial stands"
        case .overturn: "decide: the treatment is medically necessary"
        case .withdraw: "take the decision of the item back"
        case .administrator: "set the line by which the claims administrator decided the item"
        case .check: "check the determination; each finding is said with its number"
        case .override: "let a finding stand, with the reason"
        case .lift: "let a finding count again"
        case .attest: "attest that there is no conflict, or declare one"
        case .sign: "say the letter, then sign it"
        case .export: "write the letter in every form into a folder; of a signed case the files that were signed"
        case .close: "back to the list of cases"
        case .lock: "lock the terminal; what unlocks it is said there"
        case .help: "these words"
        case .quit: "leave; everything is saved already"
        }
    }

    /// Reads a line: a word of the table or an unambiguous beginning of one, and what follows it.
    static func read(_ line: String) -> Reading {
        let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard let first = parts.first else { return .nothing }
        let word = first.lowercased()
        let rest = parts.count > 1 ? parts[1].trimmed : ""
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
