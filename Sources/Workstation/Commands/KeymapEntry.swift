internal import TextUI

/// What a keymap says of one command, as it is written there.
public struct KeymapEntry: Hashable, Sendable {
    /// The table it stands in: the name of a place, or `everywhere`.
    public var table: String
    /// The name of the command.
    public var command: String
    /// The keys in the notation of ``TextUI/Key/init(notation:)``; none takes all keys away.
    public var keys: [String]
    /// The line of the file, from 1.
    public var line: Int

    /// An entry with nothing checked yet.
    public init(table: String, command: String, keys: [String], line: Int) {
        self.table = table
        self.command = command
        self.keys = keys
        self.line = line
    }
}

/// An entry whose words are known.
struct KeyBinding {
    let id: CommandID
    let keys: [KeySequence]
    let line: Int
    /// The places it speaks of.
    let places: Set<Place>
    /// Whether it stands under `[everywhere]`: the table of a place comes before it.
    let isGeneral: Bool

    init(_ entry: KeymapEntry) throws(Keymap.Remark) {
        func remark(_ words: String) -> Keymap.Remark { Keymap.Remark(line: entry.line, description: words) }
        guard Keymap.tables.contains(entry.table) else {
            throw remark(
                "“\(entry.table)” is no place of a keymap; there are \(Keymap.tables.joined(separator: ", ")).")
        }
        guard let id = CommandID(rawValue: entry.command),
            let offered = CommandTable.rows.first(where: { $0.id == id })?.places
        else {
            throw remark("“\(entry.command)” is no command; imr keys prints the names of all.")
        }
        if let place = Place(rawValue: entry.table) {
            guard offered.contains(place) else {
                let known = Place.allCases.filter { offered.contains($0) }.map { "[\($0.rawValue)]" }
                throw remark(
                    "\(id.rawValue) is no command of [\(place.rawValue)]; it belongs under "
                        + "\(known.joined(separator: " or ")).")
            }
            places = [place]
            isGeneral = false
        } else {
            places = offered
            isGeneral = true
        }
        var keys: [KeySequence] = []
        for word in entry.keys {
            guard let sequence = KeySequence(notation: word) else {
                throw remark(
                    "“\(word)” is no key; keys are written as j, <enter>, <c-d>, <a-b>, <f1>, <space>, <lt>, and two "
                        + "that follow each other as xj, <space>j.")
            }
            if let why = KeyBinding.whyNever(sequence) { throw remark("\(word) cannot give \(id.rawValue): \(why).") }
            if !keys.contains(sequence) { keys.append(sequence) }
        }
        self.id = id
        self.keys = keys
        line = entry.line
    }

    /// Why no command can ever get a sequence; nil when one can.
    private static func whyNever(_ keys: KeySequence) -> String? {
        guard let second = keys.second else { return whyNever(keys.first) }
        if second == .named(.escape) { return "<escape> leaves the box of what can follow" }
        if case .character(let digit) = second, digit.isNumber { return whyNever(keys.first) }
        return whyNever(keys.first) ?? whyNever(second)
    }

    /// Why no command can ever get a key; nil when one can.
    private static func whyNever(_ key: Key) -> String? {
        switch key {
        case .character(let digit) where ("1"..."9").contains(digit):
            "the digits count in the worklist and go to an item of a case"
        // What a terminal sends for these is the key of the other name.
        case .control("m"), .control("j"): "a terminal sends it as <enter>"
        case .control("i"): "a terminal sends it as <tab>"
        case .control("h"): "a terminal sends it as <backspace>"
        case .control("["): "a terminal sends it as <escape>"
        // Written as a key it would drive the terminal that shows it.
        case .character(let character), .alt(let character), .control(let character):
            VisibleText.text(of: String(character)) == String(character) ? nil : "no keyboard has it"
        case .named, .function, .paste, .pointer, .focus: nil
        }
    }
}
