internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Foundation
internal import Programmes
internal import Signing

struct ReviewerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reviewer", abstract: "Register the reviewers who may be given cases.",
        discussion: "Example: imr reviewer add r-0042.toml; imr help reviewer add tells what stands in the file.",
        subcommands: [AddCommand.self, ListCommand.self, ShowCommand.self])
}

extension ReviewerCommand {
    struct AddCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Register a reviewer, or change what is known of him.",
            discussion: """
                The file is TOML: id, name, years, weekly-hours, capacity, conflicts, signing-keys; [[licence]] with \
                state, number, expires, restricted; [[certification]] with specialty, board, expires.
                Example: imr reviewer add r-0042.toml
                """)

        @OptionGroup var store: StoreOptions
        @Argument(help: "A TOML file about the reviewer.", completion: .file(extensions: ["toml"])) var file: String

        func run() async throws {
            try await reporting {
                let reviewer = try readingInput { try ReviewerCommand.read(file) }
                let actor = try Place.actor()
                let store = try store.open()
                defer { store.close() }
                let words =
                    switch try await store.register(reviewer, by: actor) {
                    case .added: "registered"
                    case .unchanged: "unchanged"
                    case .replaced: "changed"
                    }
                Standard.print("\(reviewer.id): \(words)")
            }
        }
    }

    struct ListCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the reviewers with their cases and specialties.",
            discussion: "Example: imr reviewer list")

        @OptionGroup var store: StoreOptions

        func run() async throws {
            try await reporting {
                let store = try await store.readable(by: try Place.actor())
                defer { store.close() }
                let loads = try await store.reviewerLoads()
                let today = SessionClock().today()
                for reviewer in try await store.reviewers() {
                    let load = loads[reviewer.id] ?? 0
                    let cases = reviewer.capacity.map { "\(load) of \($0) cases" } ?? Counted.words(load, "case")
                    let specialties = reviewer.credentials(on: today).specialties.joined(separator: ", ")
                    Standard.print("\(reviewer.id)  \(reviewer.name)  \(cases)  \(specialties)")
                }
            }
        }
    }

    struct ShowCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show what is known of a reviewer.",
            discussion: "Example: imr reviewer show R-0042")

        @OptionGroup var store: StoreOptions
        @Argument(help: "The reviewer's ID.") var id: String

        func run() async throws {
            try await reporting {
                let id = try readingInput { try ReviewerID(parsing: self.id) }
                let store = try await store.readable(by: try Place.actor())
                defer { store.close() }
                let reviewer = try await store.reviewer(id)
                let load = try await store.reviewerLoads()[id] ?? 0
                for line in ReviewerCommand.lines(reviewer, load: load, today: SessionClock().today()) {
                    Standard.print(line)
                }
            }
        }
    }

    private static func read(_ path: String) throws -> Reviewer {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ToolError.cannotRead(path: path, reason: "there is no such file, or it may not be read")
        }
        guard data.count <= 1_000_000, let text = String(validating: data, as: UTF8.self) else {
            throw ToolError.cannotRead(path: path, reason: "it is not a file about a reviewer in UTF-8 text")
        }
        let reviewer = try ReviewerFile.read(text: text, name: path)
        for (index, line) in reviewer.signingKeys.enumerated() where (try? SSHPublicKey(line: line)) == nil {
            throw ToolError.notAPublicKey(path: path, index + 1)
        }
        return reviewer
    }

    private static func lines(_ reviewer: Reviewer, load: Int, today: Day) -> [String] {
        func until(_ expires: Day?) -> String { expires.map { " to \($0.iso)" } ?? "" }
        let licences = reviewer.licences.map { licence in
            "Licence: \(licence.state) \(licence.number)\(until(licence.expires))"
                + (licence.isRestricted ? ", restricted" : licence.isValid(on: today) ? "" : ", lapsed")
        }
        let boards = reviewer.certifications.map { board in
            "Certification: \(board.specialty)\(board.board.isEmpty ? "" : ", \(board.board)")"
                + until(board.expires) + (board.isValid(on: today) ? "" : ", lapsed")
        }
        return ["\(reviewer.id)  \(reviewer.name)"] + licences + boards
            + [
                "Practice: \(Counted.words(reviewer.yearsOfPractice, "year")), \(Counted.words(reviewer.weeklyHours, "hour")) a week"
            ]
            + reviewer.conflicts.map { "Affiliation: \($0)" } + reviewer.signingKeys.map { "Signing key: \($0)" }
            + ["Cases: \(load)\(reviewer.capacity.map { " of \($0)" } ?? "")"]
    }
}
