internal import ArgumentParser
internal import Workstation

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Print the key table of the workstation, in Markdown.")

    func run() { Standard.write(CommandTable.markdown, to: 1) }
}
