public import TextUI

/// The table of all commands, in the order in which the help shows them.
public enum CommandTable {
    private static let everywhere = Set(Place.allCases)
    private static let inCase: Set<Place> = [.reading, .item]

    /// The rows.
    public static let rows: [Command] = [
        Command(.open, "<enter>", "open the case", hint: "open", in: [.worklist]),
        Command(.filter, "/", "filter the list while typing", hint: "filter", in: [.worklist]),
        Command(.clearFilter, "\\", "show all cases again", in: [.worklist]),
        Command(.sort, "s", "sort by the next column", hint: "sort", in: [.worklist]),
        Command(.history, "H", "show or hide published cases", in: [.worklist]),
        Command(.views, "v", "the filters that you keep", in: [.worklist]),
        Command(.saveView, "V", "keep this filter and order under a name", in: [.worklist]),
        Command(.statistics, "#", "what the filter finds, in numbers", in: [.worklist]),
        Command(.mark, "m", "mark the case, or take its mark off", hint: "mark", in: [.worklist]),
        Command(.markRange, "Mr", "mark from the last mark to here", in: [.worklist]),
        Command(.markAll, "Ma", "mark all that the filter finds", in: [.worklist]),
        Command(.clearMarks, "Mc", "take all marks off", in: [.worklist]),
        Command(.tag, "xt", "put a tag on the marked cases", in: [.worklist]),
        Command(.untag, "xu", "take a tag off the marked cases", in: [.worklist]),
        Command(.assignMarked, "xa", "give the marked cases to a reviewer", in: [.worklist]),
        Command(.exportMarked, "xe", "write the letters of the marked cases", in: [.worklist]),
        Command(.uphold, "u", "uphold the denial", hint: "uphold", in: [.item]),
        Command(.overturn, "o", "overturn the denial", hint: "overturn", in: [.item]),
        Command(.template, "t", "fill a rationale template", hint: "template", in: [.item]),
        Command(.keepTemplate, "T", "keep the rationale as a template", in: [.item]),
        Command(.cite, "c", "write the guideline line", hint: "cite", in: [.item]),
        Command(.citeClaims, "L", "write the claims administrator's guideline line", in: [.item]),
        Command(.edit, "e <enter>", "write the rationale", hint: "edit", in: [.item]),
        Command(.library, "/", "search the guideline library", hint: "library", in: [.item]),
        Command(.nextSource, "]", "next section cited", in: [.item]),
        Command(.previousSource, "[", "previous section cited", in: [.item]),
        Command(.follow, ">", "where the section leads: see also, next best, other editions", in: [.item]),
        Command(.comeBack, "<lt>", "come back from there", in: [.item]),
        Command(.citeShown, "a", "cite the section that is shown", in: [.item]),
        Command(.quote, "y", "quote sentences of the section", hint: "quote", in: [.item]),
        Command(.quotations, "\"", "the quotations of the rationale, word by word", in: [.item]),
        Command(.evidence, "f", "find in the records what the sentence rests on", in: [.item]),
        Command(.links, "F", "what the rationale rests on", in: [.item]),
        Command(.findings, "!", "what the check found", hint: "findings", in: inCase),
        Command(.chronology, "d", "the dates of the case on a line", in: inCase),
        Command(.sign, "S", "sign the determination", in: inCase),
        Command(.attest, "A", "attest that there is no conflict, or declare one", in: inCase),
        Command(.takeOver, "O", "take over a case that somebody has open", in: inCase),
        Command(.withdraw, "U", "take the decision back", in: [.item]),
        Command(.discardDraft, "D", "throw the draft away", in: [.item]),
        Command(.versions, "E", "what stood before, word by word", in: [.item]),
        Command(.repeat, ".", "do the last change again here", in: [.worklist, .item]),
        Command(.switchPane, "<tab>", "turn to the next pane", hint: "pane", in: inCase),
        Command(.readOn, "<space>", "read on, through summary and items to the end", hint: "read on", in: everywhere),
        Command(.readBack, "b", "read back", in: everywhere),
        Command(.item, "i <enter>", "go to the first open item", hint: "items", in: [.reading]),
        Command(.nextPage, "l <right>", "next page of the case", in: inCase),
        Command(.previousPage, "h <left>", "previous page of the case", in: inCase),
        Command(.summary, "0", "the clinical summary (1 to 9: an item)", in: inCase),
        Command(.editSummary, "e", "write the clinical summary", in: [.reading]),
        Command(.records, "r", "the records", hint: "records", in: inCase),
        Command(.letter, "p", "preview the letter", hint: "letter", in: inCase),
        Command(.contents, "C", "contents: the documents, and what is marked in them", in: inCase),
        Command(.goToPage, "P", "go to a page by its number: 14, or R2 14", in: [.reading]),
        Command(.bookmark, "m", "mark a line, with a note", in: [.reading]),
        Command(.bookmarks, "M", "the marked places", in: inCase),
        Command(.mentions, "*", "mark dates, doses and parts of the body", in: inCase),
        Command(.split, "=", "two places side by side, or one again", in: [.reading]),
        Command(.search, "/", "search in summary and records", hint: "search", in: [.reading]),
        Command(.nextMatch, "n", "next match, on into the next record", in: [.reading]),
        Command(.previousMatch, "N", "previous match", in: [.reading]),
        Command(.down, "j <down>", "down a line", in: everywhere),
        Command(.up, "k <up>", "up a line", in: everywhere),
        Command(.pageDown, "<page-down> <c-d> <c-f>", "down a page", in: everywhere),
        Command(.pageUp, "<page-up> <c-u> <c-b>", "up a page", in: everywhere),
        Command(.top, "g <home>", "to the top", in: everywhere),
        Command(.bottom, "G <end>", "to the end", in: everywhere),
        Command(.undo, "z", "take back what was done last", in: everywhere),
        Command(.redo, "Z", "do again what was taken back", in: everywhere),
        Command(.recordKeys, ",", "record keys under a letter; again, end", in: everywhere),
        Command(.playKeys, "@", "play the keys of a letter, a count before it", in: everywhere),
        Command(.jumpBack, "<c-o>", "back to where you were before", in: everywhere),
        Command(.jumpForward, "<c-p>", "on again to where you came back from", in: everywhere),
        Command(.copy, "Y", "copy the case number, or what is being quoted", in: everywhere),
        Command(.palette, ":", "type a command by its name", hint: "command", in: everywhere),
        Command(.theme, "<c-t>", "choose a theme, looking at it", in: everywhere),
        Command(.mouse, "<a-m>", "listen to the mouse, or leave it to the terminal", in: everywhere),
        Command(.tour, "<f4>", "a tour of one minute", in: everywhere),
        Command(.help, "? <f1>", "what the keys do here", hint: "help", in: everywhere),
        Command(
            .back, "q <escape>", "a step back; Esc ends a search first; in the worklist all cases, then leave",
            in: everywhere),
        Command(.lock, "<a-l>", "lock the screen, also while writing", in: everywhere),
        Command(.redraw, "<c-l>", "draw the screen anew", in: everywhere),
        Command(.suspend, "<c-z>", "suspend to the shell", in: everywhere),
        Command(.quit, "Q <c-c>", "leave", in: everywhere),
    ]

    /// The commands of a place, in order.
    public static func rows(in place: Place) -> [Command] { rows.filter { $0.places.contains(place) } }

    /// The command that a key, or two, gives in a place.
    public static func command(for keys: KeySequence, in place: Place) -> CommandID? { byKey[place]?[keys] }

    private static let byKey: [Place: [KeySequence: CommandID]] = {
        var table: [Place: [KeySequence: CommandID]] = [:]
        for place in Place.allCases {
            for command in rows(in: place) {
                for key in command.keys where table[place, default: [:]][key] == nil {
                    table[place, default: [:]][key] = command.id
                }
            }
        }
        return table
    }()

    /// The places of the workstation by title, with the commands of each.
    public static var pages: [(title: String, rows: [Command])] {
        Place.allCases.map { ($0.title, rows(in: $0)) }
    }

    /// The key table in Markdown, as it stands in the README.
    public static var markdown: String { Keymap.usual.markdown }
}
