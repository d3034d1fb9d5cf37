internal import ArgumentParser
internal import CaseStore
internal import Foundation
internal import Terminal
internal import Workstation

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look over the store, the terminal and what the program needs, and say what to do.",
        discussion: """
            Every line begins with ok, warn or fail: the store, then the configuration, the signing key, the SSH agent, \
            templates and keymap, then the terminal. The exit status is 1 when a line says fail.
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var library: LibraryOptions

    func run() async throws {
        try await reporting {
            let remarks =
                StoreExamination.run(at: store.path) + surroundings() + SettingsExamination.remarks() + terminal()
            for remark in remarks { Standard.print(DoctorCommand.line(remark)) }
            if remarks.contains(where: { $0.grade == .fail }) { throw ExitCode(1) }
        }
    }

    static func line(_ remark: StoreExamination.Remark) -> String {
        func cell(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }
        return cell(remark.grade.rawValue, 6) + cell(remark.subject, 14) + remark.words
    }

    private func terminal() -> [StoreExamination.Remark] {
        let configuration = try? Configuration.read()
        return TerminalExamination.remarks(.read(hasTruecolor: configuration?.truecolor))
    }

    private func surroundings() -> [StoreExamination.Remark] {
        [
            Self.program("pdftotext") == nil
                ? .init(.warn, "pdftotext", "it is missing, so PDF files cannot be imported; install poppler-utils.")
                : .init(.ok, "pdftotext", Self.program("pdftotext") ?? ""),
            FileManager.default.isReadableFile(atPath: library.path)
                ? .init(.ok, "guidelines", library.path)
                : .init(.warn, "guidelines", "\(library.path) is missing; imr guideline import fills one."),
            Self.dictionary.map { .init(.ok, "dictionary", $0) }
                ?? .init(.warn, "dictionary", "no English dictionary is there for spelling; install hunspell-en-us."),
        ]
    }

    /// Where a program lies on the PATH.
    private static func program(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static var dictionary: String? {
        ["/usr/share/hunspell/en_US.dic", "/usr/share/myspell/dicts/en_US.dic"].first {
            FileManager.default.isReadableFile(atPath: $0)
        }
    }
}
