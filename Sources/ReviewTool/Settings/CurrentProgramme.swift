internal import CaseModel
internal import Checks
internal import Foundation
internal import Programmes

/// The program that is worked for: the one that `config.toml` names, else the usual one.
enum CurrentProgramme {
    /// Read once a run: the check asks for it again and again.
    private static let chosen: Result<ProgrammeProfile, any Error> = Result { try read(from: Place.configuration) }

    /// The profile.
    /// - Throws: ``ProgrammeError`` or ``Configuration/Problem``.
    static func profile() throws -> ProgrammeProfile { try chosen.get() }

    /// The profile, when it may be another than the one that comes with the program; nil else, which needs no reading.
    static func ownProfile() throws -> ProgrammeProfile? {
        let folder = Place.configuration
        let isOwn = FileManager.default.fileExists(atPath: folder + "/programs")
        return try !isOwn && Configuration.read(from: folder).program == nil ? nil : try profile()
    }

    /// How the store reckons due days.
    ///
    /// What a person wrote is read at once, so that a fault is told. The profile that comes with the program is sound:
    /// a start need not wait for it.
    /// - Throws: as ``profile()``.
    static func dueRule() throws -> DueRule {
        guard let own = try ownProfile() else {
            return DueRule { facts in ProgrammeClock(.standard).dueRule.due(facts) }
        }
        return ProgrammeClock(own).dueRule
    }

    /// The profile that the configuration in a folder names; its own profiles are in `programs/`.
    static func read(from folder: String) throws -> ProgrammeProfile {
        let configuration = try Configuration.read(from: folder)
        let shelf = try ProgrammeShelf(folder: folder + "/programs", rules: Set(RuleRegistry.all.map(\.id)))
        return try shelf.profile(configuration.program ?? ProgrammeShelf.usual)
    }
}
