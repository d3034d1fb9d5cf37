public import ArgumentParser

/// The program: the workstation when nothing else is asked for, and a command for each step around it.
public struct ReviewTool: AsyncParsableCommand {
    /// What the help says of it.
    public static let configuration = CommandConfiguration(
        commandName: "imr",
        abstract: "A reviewer's workstation for Independent Medical Review.",
        discussion: "Without a command it opens the workstation on the store.",
        version: "0.1.0",
        subcommands: [
            OpenCommand.self, ImportCommand.self, CaseCommand.self, SummarizeCommand.self, DecideCommand.self,
            LinkCommand.self,
            OverrideCommand.self, ExportCommand.self,
            ReviewerCommand.self, StaffCommand.self, AssignCommand.self, AttestCommand.self, ReturnCommand.self,
            ApproveCommand.self, WithdrawCommand.self, SuspendCommand.self, ResumeCommand.self,
            ConsolidateCommand.self, SignCommand.self, DeliverCommand.self, AmendCommand.self,
            CheckCommand.self, GuidelineCommand.self, StatsCommand.self, VerifyCommand.self, SchemaCommand.self,
            AuditCommand.self, BackupCommand.self, RestoreCommand.self, DoctorCommand.self, GenerateCommand.self,
            KeysCommand.self, PassphraseCommand.self, ManualCommand.self,
        ],
        defaultSubcommand: OpenCommand.self)

    /// A program that has not read its arguments.
    public init() {}
}
