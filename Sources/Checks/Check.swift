package import Programmes

/// The determination check.
package enum Check {
    /// Everything the rules of a profile find, letter-wide findings first, then by item, in the order of the registry.
    ///
    /// - Parameter only: the ids of the rules that run; all of them when empty.
    package static func run(
        _ input: CheckInput, profile: ProgrammeProfile, only: Set<String> = []
    ) -> [Finding] {
        let letter = UnderstoodLetter(input, profile: profile)
        var findings: [Finding] = []
        for rule in RuleRegistry.all where only.isEmpty || only.contains(rule.id) {
            guard let severity = profile.severity(of: rule) else { continue }
            for observation in rule.observations(in: letter) {
                guard let weighed = profile.weighed(severity, observation.weight, of: rule) else { continue }
                findings.append(
                    Finding(
                        rule: rule.id, severity: weighed,
                        item: observation.item, message: observation.message, basis: profile.bases[rule.id] ?? "",
                        evidence: observation.evidence, stored: observation.stored))
            }
        }
        return findings.enumerated().sorted { a, b in
            (a.element.item ?? 0, a.offset) < (b.element.item ?? 0, b.offset)
        }.map(\.element)
    }
}
