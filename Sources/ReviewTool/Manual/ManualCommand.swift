internal import ArgumentParser

struct ManualCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Write the manual pages.",
        discussion: "Without a folder the page of the program goes to the standard output, for `man -l -`.")

    @Option(help: "The folder to write imr.1 and a page for each command to.", completion: .directory) var out: String?

    func run() async throws {
        try await reporting {
            let pages = try ManualPage.ofProgram()
            guard let out else {
                if let page = pages.first { Standard.write(page.text, to: 1) }
                return
            }
            let folder = try OutputFolder(out)
            for page in pages { try folder.write(page.text, as: page.name) }
        }
    }
}

extension ManualPage {
    /// The pages of this program.
    static func ofProgram() throws -> [ManualPage] {
        try all(of: HelpDump.ofProgram(), version: ReviewTool.configuration.version)
    }
}
