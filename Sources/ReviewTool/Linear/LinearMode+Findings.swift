internal import CaseModel
internal import CaseStore
internal import Checks
internal import Workstation

/// What the check finds, said and let stand.
extension LinearMode {
    /// Says what the check found, each finding with the number by which “override” and “lift” take it.
    ///
    /// What is written stands for what it will replace, as it does on the screens.
    mutating func check() async throws {
        guard let desk else { return }
        said.findings = try await found()
        let overrides = try await store.overrides(of: desk.reviewCase.number)
        var lines: [String] = []
        if !desk.unrecorded.isEmpty {
            let items = desk.unrecorded.map(String.init).joined(separator: ", ")
            let words = desk.unrecorded.count == 1 ? "item \(items)" : "items \(items)"
            lines.append("Checked with what is written and not recorded about \(words).")
        }
        guard !said.findings.isEmpty else {
            tell(lines + ["The check finds nothing to mend."])
            return
        }
        let errors = said.findings.count { finding in
            finding.severity == .error && !overrides.contains { $0.isOf(finding) }
        }
        let count = Counted.words(said.findings.count, "finding")
        lines.append("\(count), of them \(Counted.words(errors, "error")) before signing.")
        tell(
            lines
                + said.findings.enumerated().map { index, finding in
                    let override = overrides.first { $0.isOf(finding) }
                    return "\(index + 1): " + LinearMode.words(of: finding, override)
                })
    }

    /// What the check finds in the case as it is written.
    private func found() async throws -> [Finding] {
        guard let desk else { return [] }
        // Other sessions may have attested, linked or filed records meanwhile.
        await checks.opened()
        return try await checks.findings(desk.asWritten, of: desk.reviewCase.number, generation: 1) ?? []
    }

    /// A finding in a line: how grave it is, where, what, by which rule, and the words that it points to.
    private static func words(of finding: Finding, _ override: FindingOverride?) -> String {
        let place = finding.item.map { "item \($0)" } ?? "letter"
        let source = finding.source.replacing(" · ", with: ", ")
        return
            (["\(finding.severity), \(place): \(finding.message) (\(source))"]
            + finding.evidence.map { "In the \($0.section.rawValue.replacing("-", with: " ")): “\($0.text)”." }
            + (override.map { ["Overridden by \($0.actor): \($0.reason)"] } ?? [])).joined(separator: " ")
    }

    /// Lets a finding stand, with a reason.
    mutating func override(_ words: String) async throws {
        guard let number = desk?.reviewCase.number, let (finding, rest) = try await finding(words, to: "override")
        else { return }
        let given = rest.isEmpty ? try await talk.answer(to: "Why may it stand? ") : rest
        let reason = Prose.normalized(given)
        guard !reason.isEmpty else {
            talk.say("An override needs a reason, which the audit log keeps. The finding counts as before.")
            return
        }
        let before = try await store.overrides(of: number).first { $0.isOf(finding) }
        let kept = try await store.overrideFinding(
            FindingOverride(
                rule: finding.rule, item: finding.item, fingerprint: finding.fingerprint, reason: reason,
                actor: actor.name, at: 0), in: number, by: actor)
        note(.override(before: before, after: kept))
        talk.say("\(finding.rule) may stand: \(kept.reason)")
    }

    /// Lets a finding count again.
    mutating func lift(_ words: String) async throws {
        guard let number = desk?.reviewCase.number, let (finding, _) = try await finding(words, to: "lift") else {
            return
        }
        guard let before = try await store.overrides(of: number).first(where: { $0.isOf(finding) }) else {
            talk.say("Nobody has overridden it.")
            return
        }
        try await store.liftOverride(
            rule: finding.rule, item: finding.item, fingerprint: finding.fingerprint, in: number, by: actor)
        note(.override(before: before, after: nil))
        talk.say("\(finding.rule) counts again.")
    }

    /// Notes what was done besides what was done to items, unless nothing is other than before.
    private mutating func note(_ change: CaseChange) { if !change.isNone { desk?.note(.beside(change)) } }

    /// The finding of a number, or of a rule that found nothing else, and what follows that. A number means the list that
    /// was said last: when there is none, it is said first, and nothing is done.
    mutating func finding(_ words: String, to word: String) async throws -> (Finding, String)? {
        let parts = words.split(separator: " ", maxSplits: 1)
        let (name, rest) = (parts.first.map(String.init) ?? "", parts.count > 1 ? String(parts[1]) : "")
        if Int(name) == nil, name.contains(".") { return try await finding(ofRule: name, to: word).map { ($0, rest) } }
        guard !said.findings.isEmpty else {
            try await check()
            if !said.findings.isEmpty { talk.say("Which finding? \(numbers(for: word))") }
            return nil
        }
        guard let number = Int(name), said.findings.indices.contains(number - 1) else {
            talk.say("Which finding? \(numbers(for: word))")
            return nil
        }
        return (said.findings[number - 1], rest)
    }

    /// The only finding of a rule. Whoever names a rule has heard of it, from the check or before signing; where there are
    /// several, the list says which is which.
    private mutating func finding(ofRule name: String, to word: String) async throws -> Finding? {
        let found = said.findings.isEmpty ? try await found() : said.findings
        let numbers = found.indices.filter { found[$0].rule == name.lowercased() }
        if numbers.count == 1 {
            talk.say(found[numbers[0]].message)
            return found[numbers[0]]
        }
        if said.findings.isEmpty { try await check() }
        guard !numbers.isEmpty else {
            talk.say("The check finds no “\(name)”\(said.findings.isEmpty ? "." : "; \(self.numbers(for: word))")")
            return nil
        }
        let names = numbers.map { String($0 + 1) }.joined(separator: ", ")
        talk.say("“\(name)” names findings \(names): “\(word)” and one of these numbers.")
        return nil
    }

    private func numbers(for word: String) -> String {
        "“\(word)” and a number from 1 to \(said.findings.count), or the name of its rule."
    }
}

extension FindingOverride {
    /// Whether it lets a finding stand.
    fileprivate func isOf(_ finding: Finding) -> Bool {
        rule == finding.rule && item == finding.item && fingerprint == finding.fingerprint
    }
}
