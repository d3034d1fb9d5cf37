internal import ArgumentParser

/// A word in the place of a command that is none, for instance a slip of the fingers.
struct UnknownCommand {
    /// The word as it was typed.
    let word: String
    /// The commands that it is next to; empty where none is near.
    let near: [String]

    /// What stands in the place of a command, when that is none: the first word, or what help is asked for.
    /// - Parameter arguments: what the program was called with, its own name aside.
    init?(in arguments: [String], commands: [String] = UnknownCommand.commands) {
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        guard let word = words.first, !word.hasPrefix("-"), word != "help", !commands.contains(word) else { return nil }
        self.word = word
        let distances = commands.map { (name: $0, slips: UnknownCommand.slips(word.lowercased(), $0)) }
        let least = distances.map(\.slips).min() ?? .max
        let isNear = least <= 2 && least < word.count
        near = isNear ? distances.filter { $0.slips == least }.map(\.name) : commands.filter { $0.hasPrefix(word) }
    }

    /// Says so, with what may be meant.
    var sentence: String {
        "“\(word)” is no command of imr\(near.isEmpty ? "." : "; did you mean \(near.joined(separator: " or "))?") "
            + "“imr --help” names all."
    }

    /// The names of all commands.
    private static var commands: [String] {
        ReviewTool.configuration.subcommands.compactMap { $0.configuration.commandName }
    }

    /// How many slips lead from one word to another: a letter too many, too few, another, or two exchanged.
    private static func slips(_ one: String, _ other: String) -> Int {
        let (a, b) = (Array(one), Array(other))
        var rows = [Array(0...b.count)]
        for (i, letter) in zip(1..., a) {
            var row = [i]
            for (j, wanted) in zip(1..., b) {
                var least = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (letter == wanted ? 0 : 1))
                if i > 1, j > 1, letter == b[j - 2], a[i - 2] == wanted { least = min(least, rows[i - 2][j - 2] + 1) }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}

extension ReviewTool {
    /// Ends the program with a sentence and the status 64 where a word in the place of a command is none. Call it before
    /// the arguments are read: the command without a name would take the word for an argument of its own.
    /// - Parameter arguments: what the program was called with, its own name aside.
    public static func refuseUnknownCommand(in arguments: [String]) {
        guard let unknown = UnknownCommand(in: arguments) else { return }
        Standard.error("imr: " + unknown.sentence)
        exit(withError: ExitCode.validationFailure)
    }
}
