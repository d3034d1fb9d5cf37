internal import ArgumentParser
internal import Foundation

struct PassphraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passphrase", abstract: "Set the passphrase that unlocks a locked screen.",
        discussion: """
            Without one, Enter unlocks. It keeps those who pass by from the screen, not those who have the account. Only a \
            salted hash of it is kept (scrypt), in the folder of configuration.
            Example: imr passphrase
            """)

    @Flag(help: "Take the passphrase away: Enter unlocks again.") var remove = false

    func run() async throws {
        try await reporting {
            let file = UnlockFile()
            guard !remove else {
                let wasThere = try file.remove()
                Standard.print(wasThere ? "Enter unlocks the screen from now on." : "There was no passphrase.")
                return
            }
            let input = LineInput()
            let isTerminal = isatty(STDIN_FILENO) == 1
            input.hide()
            defer { input.show() }
            let first = try typed(input, isTerminal ? "New passphrase: " : "")
            let second = isTerminal ? try typed(input, "Once more: ") : first
            guard first == second else { throw ToolError.differentPassphrases }
            try file.keep(first)
            Standard.print("The passphrase unlocks the screen from now on.")
        }
    }

    private func typed(_ input: LineInput, _ prompt: String) throws(ToolError) -> String {
        switch input.secret(prompt) {
        case .line(let line): return line
        case .end: return ""
        case .interrupted: throw .brokenOff
        }
    }
}
