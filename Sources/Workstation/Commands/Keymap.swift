public import TextUI

/// Which keys give which command: the rows of the command table, as a person's keymap changes them.
public struct Keymap: Hashable, Sendable {
    /// A sentence about a line of a keymap: why it cannot be used, or what it leaves behind.
    public struct Remark: Error, Hashable, Sendable, CustomStringConvertible {
        /// The line of the file, from 1.
        public let line: Int
        /// One sentence that says what to do.
        public let description: String
    }

    /// The names that a table of a keymap may have.
    public static let tables = Place.allCases.map(\.rawValue) + ["everywhere"]

    private let rows: [Place: [Command]]
    private let commands: [Place: [KeySequence: CommandID]]
    /// The keys of each place that another one must follow.
    private let prefixes: [Place: Set<Key>]
    /// Commands that no key gives any more, a sentence each; the palette still finds them.
    public let remarks: [Remark]

    /// The keys that come with the program.
    public static let usual = Keymap(
        rows: Dictionary(uniqueKeysWithValues: Place.allCases.map { ($0, CommandTable.rows(in: $0)) }), remarks: [])

    init(rows: [Place: [Command]], remarks: [Remark]) {
        self.rows = rows
        self.remarks = remarks
        commands = rows.mapValues { rows in
            Dictionary(rows.flatMap { row in row.keys.map { ($0, row.id) } }, uniquingKeysWith: { first, _ in first })
        }
        prefixes = rows.mapValues { rows in
            Set(rows.flatMap(\.keys).filter { $0.second != nil }.map(\.first))
        }
    }

    /// The commands of a place, in the order of the command table.
    public func rows(in place: Place) -> [Command] { rows[place] ?? [] }

    /// The command that a key alone gives in a place.
    public func command(for key: Key, in place: Place) -> CommandID? { commands[place]?[KeySequence(key)] }

    /// The command that a key, or two, gives in a place.
    public func command(for keys: KeySequence, in place: Place) -> CommandID? { commands[place]?[keys] }

    /// Whether another key must follow.
    func isPrefix(_ key: Key, in place: Place) -> Bool { prefixes[place]?.contains(key) ?? false }

    /// The keys that can follow a prefix, with their commands, in the order of the command table.
    func following(_ prefix: Key, in place: Place) -> [(key: Key, command: Command)] {
        rows(in: place).flatMap { command in
            command.keys.compactMap { keys in
                guard keys.first == prefix, let second = keys.second else { return nil }
                return (key: second, command: command)
            }
        }
    }

    /// The key that is shown for a command in a place, as a person reads it; nil when it has none.
    func label(of id: CommandID, in place: Place) -> String? {
        rows(in: place).first { $0.id == id }?.keys.first?.label
    }

    /// The key table in Markdown, as it stands in the README.
    public var markdown: String {
        var lines: [String] = []
        for place in Place.allCases {
            lines += ["", "**\(place.title)**", "", "| Key | Does | Name |", "|---|---|---|"]
            for command in rows(in: place) {
                // A bar would end the cell, in code too.
                let keys = command.keys.map { $0.label == "|" ? "`\\|`" : "`\($0.label)`" }
                lines.append("| \(keys.joined(separator: " ")) | \(command.summary) | \(command.id.rawValue) |")
            }
        }
        return lines.dropFirst().joined(separator: "\n") + "\n"
    }
}
