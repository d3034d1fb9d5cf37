internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Intake
internal import Programmes

extension ImportCommand {
    /// Takes manifests in, each with a line that accounts for all its rows.
    /// - Returns: whether anything was refused.
    func importManifests(_ manifests: [String], into store: SQLiteCaseStore, by actor: Actor) async throws -> Bool {
        var hasRefusals = false
        guard !manifests.isEmpty else { return false }
        let pattern = try CurrentProgramme.profile().caseNumber
        for path in manifests {
            do {
                let tally = try await ManifestIntake(into: store, by: actor) { pattern.matches($0.text) }.take(
                    path, records: records, replace: replace
                ) { remark in
                    switch remark {
                    case .refused(let sentence): Standard.error(sentence)
                    case .warning(let sentence): Standard.error("warning: " + sentence)
                    }
                }
                Standard.print("\(path): " + ImportCommand.words(tally))
                if tally.refused > 0 || tally.refusedRecords > 0 { hasRefusals = true }
            } catch let error as IntakeError {
                hasRefusals = true
                Standard.error(error.description)
            }
        }
        return hasRefusals
    }

    private static func words(_ tally: ManifestIntake.Tally) -> String {
        var words = "\(Counted.words(tally.read, "row")) read, \(tally.filed) filed, \(tally.unchanged) unchanged, "
        if tally.replaced > 0 { words += "\(tally.replaced) replaced, " }
        words += "\(tally.refused) refused"
        if tally.records > 0 { words += "; \(Counted.words(tally.records, "record")) attached" }
        if tally.refusedRecords > 0 { words += "; \(Counted.words(tally.refusedRecords, "record")) refused" }
        return words
    }

    /// Takes the data sets of another programme in as history.
    func importHistory(into store: SQLiteCaseStore, by actor: Actor) async throws {
        var hasRefusals = false
        for path in HistoryFinder.files(paths) {
            do {
                let tally = try await HistoryIntake(into: store, by: actor).take(path) { Standard.error($0) }
                Standard.print(
                    "\(path): \(Counted.words(tally.read, "row")) read, \(tally.added) added, \(tally.unchanged) unchanged, "
                        + "\(tally.refused) refused")
                if tally.refused > 0 { hasRefusals = true }
            } catch let error as IntakeError {
                hasRefusals = true
                Standard.error(error.description)
            }
        }
        if hasRefusals { throw ExitCode(1) }
    }
}
