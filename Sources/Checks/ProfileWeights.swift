import CaseModel
import Programmes

// What the check asks of a program's profile.
extension ProgrammeProfile {
    /// The severity of a rule; nil when it is off.
    func severity(of rule: any Rule) -> Severity? {
        guard let weight = severities[rule.id] else { return rule.usualSeverity }
        return Severity(weight)
    }

    /// The severity of an observation of a rule; nil when it is off.
    func weighed(_ usual: Severity, _ weight: Observation.Weight, of rule: any Rule) -> Severity? {
        switch weight {
        case .usual: return usual
        case .lesser:
            guard let lesser = lesserSeverities[rule.id] else { return min(usual, .warning) }
            return Severity(lesser).map { min(usual, $0) }
        case .slight: return .note
        }
    }

    /// The days that the records may take at most, before which the clock of the decision need not run.
    var recordDays: Int {
        records.map { $0.unit == .hours ? ($0.amount + 23) / 24 : $0.amount }.max() ?? 0
    }
}

extension Severity {
    /// The severity that a profile's word stands for; nil for a rule that is off.
    init?(_ weight: RuleWeight) {
        switch weight {
        case .error: self = .error
        case .warning: self = .warning
        case .note: self = .note
        case .off: return nil
        }
    }
}
