internal import TextUI
internal import Workstation

/// Manual pages in roff, made from the commands' own help and the key table.
///
/// Source of the form: man-pages(7) and groff_man(7).
struct ManualPage {
    /// The file: `imr.1`, `imr-check.1`.
    var name: String
    var text: String

    /// The page of the program and one for each command.
    /// - Parameter root: what the argument parser tells of the program.
    static func all(of root: HelpDump.Command, version: String) -> [ManualPage] {
        let commands = (root.subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
        return [overview(root, commands, version)] + commands.map { page($0, under: root.commandName, version) }
    }

    // MARK: - Pages

    private static func overview(
        _ root: HelpDump.Command, _ commands: [HelpDump.Command], _ version: String
    ) -> ManualPage {
        var lines = head(root.commandName, root, version)
        lines += [".SH SYNOPSIS", ".B \(root.commandName)", ".RI [ command ]", ".RI [ arguments ]"]
        lines += [".SH DESCRIPTION", escaped(root.discussion ?? "")]
        lines += [".SH COMMANDS"]
        for command in commands {
            lines += [".TP", ".BR \(root.commandName)-\(command.commandName) (1)", escaped(command.abstract ?? "")]
        }
        lines += [".SH KEYS"]
        for page in CommandTable.pages {
            lines += [".SS \(escaped(page.title))"]
            for command in page.rows {
                let keys = command.keys.map { escaped($0.label) }.joined(separator: ", ")
                lines += [".TP", ".B \(quoted(keys))", escaped(command.summary) + "."]
            }
        }
        lines += [".SH ENVIRONMENT"]
        for (name, words) in environment { lines += [".TP", ".B \(name)", escaped(words)] }
        lines += [".SH FILES"]
        for (name, words) in files { lines += [".TP", ".I \(escaped(name))", escaped(words)] }
        lines += [".SH EXIT STATUS"]
        for (status, words) in statuses { lines += [".TP", ".B \(status)", escaped(words)] }
        return ManualPage(name: root.commandName + ".1", text: lines.joined(separator: "\n") + "\n")
    }

    private static func page(_ command: HelpDump.Command, under parent: String, _ version: String) -> ManualPage {
        let name = parent + "-" + command.commandName
        var lines = head(name, command, version)
        lines += [".SH SYNOPSIS"]
        let subcommands = (command.subcommands ?? []).filter { $0.commandName != "help" }
        for shown in subcommands.isEmpty ? [command] : subcommands {
            let words = [parent, command.commandName] + (subcommands.isEmpty ? [] : [shown.commandName])
            lines += [".B \(words.joined(separator: " "))"]
            lines += visible(shown).map { ".RI \(quoted(synopsis($0)))" } + [".br"]
        }
        if let discussion = command.discussion { lines += [".SH DESCRIPTION", escaped(discussion)] }
        if subcommands.isEmpty {
            lines += [".SH OPTIONS"] + options(command)
        } else {
            lines += [".SH COMMANDS"]
            for shown in subcommands {
                lines += [".SS \(escaped(shown.commandName))", escaped(shown.abstract ?? "")]
                if let discussion = shown.discussion { lines += [".PP", escaped(discussion)] }
                lines += options(shown)
            }
        }
        lines += [".SH SEE ALSO", ".BR \(parent) (1)"]
        return ManualPage(name: name + ".1", text: lines.joined(separator: "\n") + "\n")
    }

    private static func head(_ name: String, _ command: HelpDump.Command, _ version: String) -> [String] {
        var abstract = command.abstract ?? ""
        if abstract.last == "." { abstract.removeLast() }
        return [
            ".TH \(name.uppercased()) 1 \"\" \"imr \(version)\" \"Independent Medical Review\"", ".SH NAME",
            "\(escaped(name)) \\- \(escaped(abstract))",
        ]
    }

    // MARK: - Arguments

    private static func visible(_ command: HelpDump.Command) -> [HelpDump.Argument] {
        (command.arguments ?? []).filter { argument in
            argument.shouldDisplay && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
        }
    }

    private static func synopsis(_ argument: HelpDump.Argument) -> String {
        let value = argument.valueName ?? ""
        var words =
            switch argument.kind {
            case "positional": value.uppercased()
            case "flag": argument.names?.last?.text ?? ""
            default: (argument.names?.last?.text ?? "") + " " + value.uppercased()
            }
        if argument.isRepeating { words += "…" }
        return argument.isOptional ? "[\(words)]" : words
    }

    private static func options(_ command: HelpDump.Command) -> [String] {
        visible(command).flatMap { argument -> [String] in
            let value = argument.valueName?.uppercased() ?? ""
            let names = (argument.names ?? []).map(\.text).joined(separator: ", ")
            let head = argument.kind == "positional" ? value : argument.kind == "flag" ? names : "\(names) \(value)"
            var words = argument.abstract ?? ""
            if let values = argument.allValues, !values.isEmpty {
                words += " One of: \(values.joined(separator: ", "))."
            }
            if let given = argument.defaultValue { words += " Default: \(given)." }
            return [".TP", ".B \(quoted(escaped(head)))", escaped(words)]
        }
    }

    // MARK: - Text

    /// Backslashes and hyphens as roff wants them, and no line that begins like a request.
    static func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\"", with: "\\(dq")
        return plain.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? ".PP" : $0.first == "." || $0.first == "'" ? "\\&" + $0 : String($0) }
            .joined(separator: "\n")
    }

    private static func quoted(_ text: String) -> String { "\"\(text)\"" }

    private static let environment = [
        ("IMR_STORE", "The case store; else imr/store.db below the data folder."),
        ("IMR_GUIDELINES", "The guideline library; else imr/guidelines.db below the data folder."),
        ("IMR_REVIEWER", "The name that the audit log has for who acts; else the name of the account."),
        (
            "COLORTERM",
            "With “truecolor” or “24bit”, every colour is used where TERM speaks of 256 or is xterm or tmux."
        ),
        ("NO_COLOR", "When it is not empty, no colour is used."),
        ("TERM", "The type of the terminal; with “dumb” the linear mode serves."),
        ("XDG_DATA_HOME, XDG_CONFIG_HOME", "The data folder and the configuration folder."),
    ]

    private static let files = [
        ("~/.local/share/imr/store.db", "The case store, readable by its owner alone."),
        ("~/.config/imr/config.toml", "The theme and the words of the organization."),
        ("~/.config/imr/themes/NAME.toml", "Themes of one's own."),
        ("~/.config/imr/templates/NAME.md", "Rationale templates of one's own."),
        ("/etc/imr/templates/NAME.md", "Rationale templates of the organization."),
    ]

    private static let statuses = [
        ("0", "All was done."),
        ("1", "Something was refused, each with a sentence on the standard error; the rest was done."),
        ("2", "The input could not be read."),
        ("64", "The command was not understood."),
    ]
}
