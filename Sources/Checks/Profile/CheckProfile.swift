import CaseModel
import TOMLKit

/// How a programme weighs the rules, and the numbers they go by.
package struct CheckProfile: Hashable, Sendable {
    /// What the programme is called.
    package var name: String
    /// The severity of a rule by its id; nil inside means that the rule is off.
    package var severities: [String: Severity?]
    /// The severity of what a rule is less sure of or that weighs less, by its id.
    package var lesser: [String: Severity]
    /// Days from the utilization review decision within which an application is in time, mailing included.
    package var applicationDays: Int
    /// Days that the records may take to arrive, before which the clock of the decision does not run.
    package var recordDays: Int
    /// The drugs that are opioids, in lower case.
    package var opioids: Set<String>
    /// The editions of guideline chapters by the chapter's title in lower case.
    package var editions: [String: [GuidelineEdition]]

    /// The severity of a rule; nil when it is off.
    func severity(of rule: any Rule) -> Severity? {
        if let given = severities[rule.id] { return given }
        return rule.usualSeverity
    }

    /// The severity of an observation of a rule.
    func weighed(_ usual: Severity, _ weight: Observation.Weight, of rule: any Rule) -> Severity {
        switch weight {
        case .usual: usual
        case .lesser: min(usual, lesser[rule.id] ?? .warning)
        case .slight: .note
        }
    }
}

/// Why a profile cannot be used.
package enum CheckProfileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text is no TOML.
    case notTOML(line: Int, reason: String)
    /// A key holds something else than it must.
    case badValue(line: Int, key: String, wanted: String)
    /// A key that nobody would read.
    case unknownKey(line: Int, key: String)

    /// One sentence with the line.
    package var description: String {
        switch self {
        case .notTOML(let line, let reason): "Line \(line) of the check profile is not TOML: \(reason)."
        case .badValue(let line, let key, let wanted): "Line \(line) of the check profile: “\(key)” must be \(wanted)."
        case .unknownKey(let line, let key): "Line \(line) of the check profile: there is nothing called “\(key)”."
        }
    }
}
