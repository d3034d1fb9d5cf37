internal import Foundation

/// A command of the program as the shell runs it, for whoever asks for it where it is not to be had.
struct ShellCommand {
    /// Its name: `import`.
    let name: String
    /// How it is called with what it cannot do without: `imr import PATHS…`.
    let call: String

    /// The command of a name; nil when there is none.
    init?(named name: String) {
        guard let dump = try? HelpDump.ofProgram(),
            let command = dump.subcommands?.first(where: { $0.commandName == name.lowercased() }),
            command.shouldDisplay != false, command.commandName != "help"
        else { return nil }
        self.name = command.commandName
        let values = (command.arguments ?? []).filter { $0.kind == "positional" && $0.shouldDisplay }.map { argument in
            (argument.valueName ?? "").uppercased() + (argument.isRepeating ? "…" : "")
        }
        let subcommands = (command.subcommands ?? []).map(\.commandName).filter { $0 != "help" }
        let words = [dump.commandName, self.name] + values + (subcommands.isEmpty ? [] : ["COMMAND"])
        call = words.joined(separator: " ")
    }
}
