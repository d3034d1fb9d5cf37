internal import CaseModel
internal import Checks
internal import Programmes

/// The program that is worked for: the one that `config.toml` names, else the usual one.
enum CurrentProgramme {
    /// Read once a run: the check asks for it again and again.
    private static let chosen: Result<ProgrammeProfile, any Error> = Result { try read(from: Place.configuration) }

    /// The profile.
    /// - Throws: ``ProgrammeError`` or ``Configuration/Problem``.
    static func profile() throws -> ProgrammeProfile { try chosen.get() }

    /// How the store reckons due days.
    static func dueRule() throws -> DueRule { ProgrammeClock(try profile()).dueRule }

    /// The profile that the configuration in a folder names; its own profiles are in `programs/`.
    static func read(from folder: String) throws -> ProgrammeProfile {
        let configuration = try Configuration.read(from: folder)
        let shelf = try ProgrammeShelf(folder: folder + "/programs", rules: Set(RuleRegistry.all.map(\.id)))
        return try shelf.profile(configuration.program ?? ProgrammeShelf.usual)
    }
}
