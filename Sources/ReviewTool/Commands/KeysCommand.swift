internal import ArgumentParser
internal import Workstation

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Print the key table of the workstation, in Markdown.",
        discussion: "With a keymap of your own in the configuration folder, it is the table as that changes it.")

    @Flag(help: "Leave out the keymap of your own.")
    var usual = false

    func run() async throws {
        try await reporting {
            let keymap = try usual ? Keymap.usual : KeymapFile.read()
            Standard.write(keymap.markdown, to: 1)
            for remark in keymap.remarks {
                Standard.error("\(KeymapFile.path()):\(remark.line): \(remark.description)")
            }
        }
    }
}
