internal import CaseModel
internal import CaseStore
internal import Checks
internal import Exports
internal import Foundation
internal import Letters
internal import Workstation

/// What stands between a decision and the letter that goes out: findings, the attestation, the signature, the files.
extension LinearMode {
    /// Says what the check found, each finding with the number by which “override” and “lift” take it.
    mutating func check() async throws {
        guard let desk else { return }
        let number = desk.reviewCase.number
        // Other sessions may have attested, linked or filed records meanwhile.
        await checks.opened()
        said.findings = try await checks.findings(desk.asWritten, of: number, generation: 1) ?? []
        let overrides = try await store.overrides(of: number)
        guard !said.findings.isEmpty else {
            talk.say("The check finds nothing to mend.")
            return
        }
        let errors = said.findings.count { finding in
            finding.severity == .error && !overrides.contains { $0.isOf(finding) }
        }
        tell(
            [
                "\(Counted.words(said.findings.count, "finding")), of them \(Counted.words(errors, "error")) before signing."
            ]
                + said.findings.enumerated().map { index, finding in
                    let override = overrides.first { $0.isOf(finding) }
                    return "\(index + 1): " + LinearMode.words(of: finding, override)
                })
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
        guard let desk, let (finding, rest) = try await finding(words, to: "override") else { return }
        guard desk.reviewCase.state.isOpenToDecision else {
            talk.say("A \(desk.reviewCase.state.words) determination is history; nothing about it is overridden.")
            return
        }
        let given = rest.isEmpty ? try await talk.answer(to: "Why may it stand? ") : rest
        let reason = Prose.normalized(given)
        guard !reason.isEmpty else {
            talk.say("An override needs a reason, which the audit log keeps. The finding counts as before.")
            return
        }
        let kept = try await store.overrideFinding(
            FindingOverride(
                rule: finding.rule, item: finding.item, fingerprint: finding.fingerprint, reason: reason,
                actor: actor.name, at: 0), in: desk.reviewCase.number, by: actor)
        talk.say("\(finding.rule) may stand: \(kept.reason)")
    }

    /// Lets a finding count again.
    mutating func lift(_ words: String) async throws {
        guard let desk, let (finding, _) = try await finding(words, to: "lift") else { return }
        let number = desk.reviewCase.number
        guard try await store.overrides(of: number).contains(where: { $0.isOf(finding) }) else {
            talk.say("Nobody has overridden it.")
            return
        }
        try await store.liftOverride(
            rule: finding.rule, item: finding.item, fingerprint: finding.fingerprint, in: number, by: actor)
        talk.say("\(finding.rule) counts again.")
    }

    /// The finding of a number and what follows that. A number means the list that was said last: when there is none, it
    /// is said first, and nothing is done.
    mutating func finding(_ words: String, to word: String) async throws -> (Finding, String)? {
        guard !said.findings.isEmpty else {
            try await check()
            if !said.findings.isEmpty {
                talk.say("Which finding? “\(word)” and a number from 1 to \(said.findings.count).")
            }
            return nil
        }
        let parts = words.split(separator: " ", maxSplits: 1)
        guard let number = parts.first.flatMap({ Int($0) }), said.findings.indices.contains(number - 1) else {
            talk.say("Which finding? “\(word)” and a number from 1 to \(said.findings.count).")
            return nil
        }
        return (said.findings[number - 1], parts.count > 1 ? String(parts[1]) : "")
    }

    /// Attests that there is no conflict with the parties of the case, or declares one.
    mutating func attest() async throws {
        guard let desk else { return }
        let number = desk.reviewCase.number
        let access = try await CaseDoor(store: store, actor: actor, today: clock.today()).access(to: desk.reviewCase)
        guard access.obstacle == nil, let assignment = desk.reviewCase.assignment, let parties = access.parties else {
            talk.say(access.obstacle ?? "Nothing is to be attested about the case as it stands.")
            return
        }
        for party in parties { talk.say("\(party.words): \(party.party.name)") }
        let answer = try await talk.answer(
            to: "Have you an affiliation with one of them, or a previous involvement? yes or no: ")
        switch answer.lowercased() {
        case "no", "n":
            let attestation = Attestation(reviewer: assignment.reviewer, parties: parties.map(\.party), at: 0)
            try await store.attest(attestation, in: number, by: actor)
            let changed = try await store.open(number)
            let drafts = try await store.drafts(of: number)
            self.desk?.know(changed, drafts: drafts)
            talk.say("Attested: no affiliation, no previous involvement.")
        case "yes", "y":
            let name = try await talk.answer(to: "With whom? ")
            let reason = try await talk.answer(to: "What is it? ")
            guard !Prose.normalized(reason).isEmpty else {
                talk.say("A conflict is declared with what it is; nothing was recorded.")
                return
            }
            let party = parties.map(\.party).first { $0.name.lowercased() == name.lowercased() || $0.kind == name }
            try await store.declareConflict(
                party ?? Party(kind: "other", name: name), reason: reason, in: number, by: actor)
            leaveCase()
            talk.say("The conflict is recorded, and the case goes to somebody else.")
        default: talk.say("Nothing was recorded; the answer is yes or no.")
        }
    }

    /// Signs the determination, once nothing stands before that and the reviewer says yes.
    mutating func sign() async throws {
        guard let desk else { return }
        let number = desk.reviewCase.number
        let revision = try await store.open(number).revision
        let service = SigningService(store: store, actor: actor)
        let (document, obstacles) = try await service.letter(of: number)
        guard obstacles.isEmpty else {
            talk.say("\(number) cannot be signed yet.")
            for obstacle in obstacles { talk.say(obstacle) }
            return
        }
        let lines = SpokenText.lines(ofLetter: TextRendering(width: 95).text(of: document))
        talk.say("The letter has \(Counted.words(lines.count, "line")); it is signed once it was said to its end.")
        guard await recite(lines), try await talk.agrees(to: "Sign this letter?") else {
            talk.say("Nothing was signed.")
            return
        }
        guard try await store.open(number).revision == revision else { throw CaseStoreError.changedMeanwhile(number) }
        for line in try await service.sign(number, keyPath: nil, asRead: document).lines { talk.say(line) }
        try await reread()
        self.desk?.forgetSteps()
        talk.say("Nothing of it is changed any more. “export” and a folder writes what was signed.")
    }

    /// Writes a folder with every form of the letter: of a signed case the files as they were signed.
    mutating func export(to path: String) async throws {
        guard let desk else { return }
        let number = desk.reviewCase.number
        guard !path.isEmpty else {
            talk.say("Where to? “export” and a folder.")
            return
        }
        let source = ExportSource(
            store: store, assembly: LetterAssembly(profile: try CurrentProgramme.profile(), form: form),
            today: clock.today(), isPublication: false)
        let folder = try OutputFolder(Place.expanded(path))
        let files: [Rendering] =
            switch try await source.content(of: number) {
            case .parts(let parts): try Renderings().bundle(of: parts)
            case .signed(let files): files
            }
        try folder.write(folder: number.text, files)
        try await store.recordOpening(of: [number], by: actor)
        tell(
            ["\(Counted.words(files.count, "file")) in \(folder.path)/\(number):"]
                + files.map { "\(folder.path)/\(number)/\($0.name)" })
    }
}

extension FindingOverride {
    /// Whether it lets a finding stand.
    fileprivate func isOf(_ finding: Finding) -> Bool {
        rule == finding.rule && item == finding.item && fingerprint == finding.fingerprint
    }
}
