internal import ArgumentParser
internal import CaseModel
internal import CaseStore

struct StaffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "Say who works with the store, and what each may do.",
        discussion: """
            As long as nobody is on the staff, everybody may do everything. The first one must be a coordinator.
            Example: imr staff add ada --role coordinator
            """,
        subcommands: [AddCommand.self, ListCommand.self])
}

extension StaffCommand {
    struct AddCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Take somebody on the staff, or give him another role.",
            discussion: "Example: imr staff add bo --role reviewer --reviewer R-0042")

        @OptionGroup var store: StoreOptions
        @Argument(help: "The name he acts under.") var name: String
        @Option(help: "coordinator, reviewer, quality or auditor.") var role: String
        @Option(help: "The ID of the reviewer that he is.") var reviewer: String?

        func run() async throws {
            try await reporting {
                let member = try readingInput {
                    guard let role = ReviewRole(rawValue: role.lowercased()) else { throw ToolError.notARole(role) }
                    return StaffMember(
                        actor: try Actor(parsing: name), role: role,
                        reviewer: try reviewer.map { text throws(CaseModelError) in try ReviewerID(parsing: text) })
                }
                let actor = try Place.actor()
                let store = try store.open()
                defer { store.close() }
                try await store.enlist(member, by: actor)
                Standard.print(StaffCommand.line(member))
                if try await store.staff().count == 1 {
                    Standard.print(
                        "From now on only the staff works on this store: act as IMR_REVIEWER=\(member.actor.name).")
                }
                if let words = try await StaffCommand.waiting(in: store, for: member) { Standard.print(words) }
            }
        }
    }

    struct ListCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the staff with their roles.", discussion: "Example: imr staff list")

        @OptionGroup var store: StoreOptions

        func run() async throws {
            try await reporting {
                let store = try store.open()
                defer { store.close() }
                for member in try await store.staff() { Standard.print(StaffCommand.line(member)) }
            }
        }
    }

    /// What becomes of the cases that nobody has, once there is a staff; nil when there are none.
    private static func waiting(in store: SQLiteCaseStore, for member: StaffMember) async throws -> String? {
        let count = try await store.countUnassigned()
        guard count > 0 else { return nil }
        let id = member.reviewer?.text ?? "ID"
        return
            "\(Counted.words(count, "open case")) \(count == 1 ? "is" : "are") assigned to nobody, and on a store with a "
            + "staff nobody decides what is not assigned to him. A coordinator gives \(count == 1 ? "it" : "them all") to a "
            + "reviewer with: imr assign --unassigned --to \(id)"
    }

    private static func line(_ member: StaffMember) -> String {
        "\(member.actor.name)  \(member.role.rawValue)\(member.reviewer.map { "  \($0)" } ?? "")"
    }
}
