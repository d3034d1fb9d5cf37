internal import CaseModel
internal import Checks

/// A finding, and the override under which it may stand.
struct JudgedFinding: Hashable, Sendable {
    var finding: Finding
    /// Who lets it stand and why; nil when it counts.
    var override: FindingOverride?

    /// Findings with their overrides, in their order; an override holds for a finding as it was.
    static func all(_ findings: [Finding], _ overrides: [FindingOverride]) -> [JudgedFinding] {
        guard !overrides.isEmpty else { return findings.map { JudgedFinding(finding: $0) } }
        return findings.map { finding in
            let fingerprint = finding.fingerprint
            let override = overrides.first {
                $0.rule == finding.rule && $0.item == finding.item && $0.fingerprint == fingerprint
            }
            return JudgedFinding(finding: finding, override: override)
        }
    }
}
