internal import CaseModel
internal import CaseStore
internal import Checks
internal import Exports
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
        found = try await checks.findings(desk.asWritten, of: number, generation: 1) ?? []
        let overrides = try await store.overrides(of: number)
        if found.isEmpty { talk.say("The check finds nothing to mend.") }
        for (index, finding) in found.enumerated() {
            let place = finding.item.map { "item \($0)" } ?? "letter"
            talk.say(
                "\(index + 1): \(finding.severity), \(place): \(finding.message) (\(finding.source))")
            if let override = overrides.first(where: { $0.isOf(finding) }) {
                talk.say("  overridden by \(override.actor): \(override.reason)")
            }
            for evidence in finding.evidence { talk.say("  \(evidence.section.rawValue): “\(evidence.text)”") }
        }
    }

    /// Lets a finding stand, with a reason.
    mutating func override(_ words: String) async throws {
        guard let desk, let (finding, rest) = try await finding(words, to: "override") else { return }
        guard desk.reviewCase.state.isOpenToDecision else {
            talk.say("A \(desk.reviewCase.state.words) determination is history; nothing about it is overridden.")
            return
        }
        let given = rest.isEmpty ? await talk.ask("Why may it stand? ") ?? "" : rest
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
    private mutating func finding(_ words: String, to word: String) async throws -> (Finding, String)? {
        guard !found.isEmpty else {
            try await check()
            if !found.isEmpty { talk.say("Which finding? “\(word)” and a number from 1 to \(found.count).") }
            return nil
        }
        let parts = words.split(separator: " ", maxSplits: 1)
        guard let number = parts.first.flatMap({ Int($0) }), found.indices.contains(number - 1) else {
            talk.say("Which finding? “\(word)” and a number from 1 to \(found.count).")
            return nil
        }
        return (found[number - 1], parts.count > 1 ? String(parts[1]) : "")
    }

    /// Attests that there is no conflict with the parties of the case, or declares one.
    mutating func attest() async throws {
        guard let desk else { return }
        let number = desk.reviewCase.number
        let access = try await CaseDoor(store: store, actor: actor).access(to: desk.reviewCase)
        guard access.obstacle == nil, let assignment = desk.reviewCase.assignment, let parties = access.parties else {
            talk.say(access.obstacle ?? "Nothing is to be attested about the case as it stands.")
            return
        }
        for party in parties { talk.say("\(party.words): \(party.party.name)") }
        let answer = await talk.ask("Have you an affiliation with one of them, or a previous involvement? yes or no: ")
        switch answer?.lowercased() {
        case "no", "n":
            let attestation = Attestation(reviewer: assignment.reviewer, parties: parties.map(\.party), at: 0)
            try await store.attest(attestation, in: number, by: actor)
            let changed = try await store.open(number)
            self.desk?.reviewCase = changed
            talk.say("Attested: no affiliation, no previous involvement.")
        case "yes", "y":
            let name = await talk.ask("With whom? ") ?? ""
            let reason = await talk.ask("What is it? ") ?? ""
            guard !Prose.normalized(reason).isEmpty else {
                talk.say("A conflict is declared with what it is; nothing was recorded.")
                return
            }
            let party = parties.map(\.party).first { $0.name.lowercased() == name.lowercased() || $0.kind == name }
            try await store.declareConflict(
                party ?? Party(kind: "other", name: name), reason: reason, in: number, by: actor)
            self.desk = nil
            found = []
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
        talk.say(TextRendering(width: 95).text(of: document))
        guard ["yes", "y"].contains(await talk.ask("Sign this letter? yes or no: ")?.lowercased()) else {
            talk.say("Nothing was signed.")
            return
        }
        guard try await store.open(number).revision == revision else { throw CaseStoreError.changedMeanwhile(number) }
        for line in try await service.sign(number, keyPath: nil).lines { talk.say(line) }
        let signed = try await store.open(number)
        self.desk?.reviewCase = signed
    }

    /// Writes a folder with every form of the letter: of a signed case the files as they were signed.
    func export(to path: String) async throws {
        guard let desk else { return }
        let number = desk.reviewCase.number
        guard !path.isEmpty else {
            talk.say("Where to? “export” and a folder.")
            return
        }
        let source = ExportSource(
            store: store, assembly: LetterAssembly(profile: try CurrentProgramme.profile(), form: form),
            today: clock.today(), isPublication: false)
        let folder = try OutputFolder(path)
        let files: [Rendering] =
            switch try await source.content(of: number) {
            case .parts(let parts): try Renderings().bundle(of: parts)
            case .signed(let files): files
            }
        try folder.write(folder: number.text, files)
        try await store.recordOpening(of: [number], by: actor)
        for file in files { talk.say("\(folder.path)/\(number)/\(file.name)") }
    }
}

extension FindingOverride {
    /// Whether it lets a finding stand.
    fileprivate func isOf(_ finding: Finding) -> Bool {
        rule == finding.rule && item == finding.item && fingerprint == finding.fingerprint
    }
}
