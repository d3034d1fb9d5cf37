internal import CaseModel
internal import Programmes

extension WorklistStatistics {
    /// The same counts, with the outcomes in the words of a program.
    func inWords(of profile: ProgrammeProfile?) -> WorklistStatistics {
        guard let profile else { return self }
        var result = self
        for index in result.tables.indices where result.tables[index].title == Kind.outcome.rawValue {
            for line in result.tables[index].lines.indices {
                let label = result.tables[index].lines[line].label
                guard let outcome = Outcome.allCases.first(where: { $0.words == label }) else { continue }
                result.tables[index].lines[line].label = profile.words(of: outcome)
            }
        }
        return result
    }
}
