internal import ArgumentParser
internal import Foundation

/// What the argument parser tells of a command as data (`--experimental-dump-help`): the parts that a manual shows.
struct HelpDump: Decodable {
    /// One command with what is below it.
    struct Command: Decodable {
        var commandName: String
        var abstract: String?
        var discussion: String?
        var shouldDisplay: Bool?
        var subcommands: [Command]?
        var arguments: [Argument]?
    }

    /// One argument, option or flag.
    struct Argument: Decodable {
        var kind: String
        var shouldDisplay: Bool
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var valueName: String?
        var abstract: String?
        var defaultValue: String?
        var allValues: [String]?
    }

    /// One name of an option: `-h`, `--help`.
    struct Name: Decodable {
        var kind: String
        var name: String

        var text: String { (kind == "short" ? "-" : "--") + name }
    }

    var command: Command

    /// What is told of this program.
    static func ofProgram() throws -> Command {
        try JSONDecoder().decode(HelpDump.self, from: Data(ReviewTool._dumpHelp().utf8)).command
    }
}
