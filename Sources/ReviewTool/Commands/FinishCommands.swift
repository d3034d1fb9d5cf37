internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Programmes

struct ReturnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "Send a decided case back to its reviewer.",
        discussion: "The reviewer sees the note. Example: imr return CM26-0000101 --note \"Which side is meant?\"")

    @OptionGroup var step: CaseStepOptions
    @Option(help: "What is to be corrected.") var note: String

    func run() async throws {
        try await step.take { try await $0.returnForCorrection($1, note: note, by: $2) }
    }
}

struct ApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Pass a decided case through quality review.",
        discussion: "A change of a decision takes the approval away. Example: imr approve CM26-0000101")

    @OptionGroup var step: CaseStepOptions

    func run() async throws { try await step.take { try await $0.approve($1, by: $2) } }
}

struct WithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "End a case without a determination, until it is signed.",
        discussion: "Example: imr withdraw CM26-0000101 --reason \"The treatment was authorized.\"")

    @OptionGroup var step: CaseStepOptions
    @Option(help: "Why it ends.") var reason: String

    func run() async throws { try await step.take { try await $0.withdraw($1, reason: reason, by: $2) } }
}

struct SuspendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend", abstract: "Stop the clock of a case while records are awaited.",
        discussion: "The case is not decided meanwhile. Example: imr suspend CM26-0000101 --since 2026-02-03")

    @OptionGroup var step: CaseStepOptions
    @Option(help: "The day since which they are awaited, as 2026-02-03.") var since: String

    func run() async throws {
        let day = try readingDay(since)
        let today = SessionClock().today()
        guard day <= today else { throw ValidationError("--since \(since) is yet to come; today is \(today.iso).") }
        try await step.take { try await $0.suspend($1, since: day, by: $2) }
    }
}

struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Start the clock of a suspended case again.",
        discussion: "The due day is reckoned anew. Example: imr resume CM26-0000101 --received 2026-02-10")

    @OptionGroup var step: CaseStepOptions
    @Option(help: "The day on which the documentation came, as 2026-02-10.") var received: String

    func run() async throws {
        let day = try readingDay(received)
        try await step.take { try await $0.resume($1, received: day, by: $2) }
    }
}

struct ConsolidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consolidate", abstract: "Move the items of cases into a leading one.",
        discussion: """
            All need what the program's profile names in common (in California employee, requesting physician and day of \
            injury), and none may have been begun.
            Example: imr consolidate CM26-0000101 CM26-0000102
            """)

    @OptionGroup var step: CaseStepOptions
    @Argument(help: "The cases whose items go into the first one.", completion: .caseNumbers) var others: [String]

    func run() async throws {
        let others = try readingInput {
            try self.others.map { text throws(CaseModelError) in try CaseNumber(parsing: text) }
        }
        let alike = try readingInput { Set(try CurrentProgramme.profile().consolidation) }
        try await step.take { try await $0.consolidate(others, into: $1, alike: alike, by: $2) }
    }
}

struct DeliverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliver", abstract: "Mark a signed determination as gone out.",
        discussion: "Example: imr deliver CM26-0000101")

    @OptionGroup var step: CaseStepOptions

    func run() async throws { try await step.take { try await $0.deliver($1, by: $2) } }
}

struct AmendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend", abstract: "Open a signed case for a determination that takes the signed one's place.",
        discussion: """
            What was signed stays; the new determination names it.
            Example: imr amend CM26-0000101 --reason "The date of the request was wrong."
            """)

    @OptionGroup var step: CaseStepOptions
    @Option(help: "Why it is amended.") var reason: String

    func run() async throws { try await step.take { try await $0.amend($1, reason: reason, by: $2) } }
}
