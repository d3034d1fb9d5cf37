internal import CaseModel
internal import CaseStore
internal import Checks
internal import Letters
internal import Programmes

extension LinearMode {
    /// Records a decision with the rationale that is written.
    mutating func decide(_ decision: Decision) async throws {
        guard let desk else { return }
        let rationale = desk.rationale
        guard rationale.contains(where: { !$0.isWhitespace }) else {
            talk.say("A decision is recorded with its rationale: “template” or “write” first.")
            return
        }
        let blanks = rationale.count { $0 == "⟦" }
        guard blanks == 0 else {
            talk.say(
                "\(Counted.words(blanks, "blank")) of the rationale \(blanks == 1 ? "is" : "are") open: “blanks” fills "
                    + (blanks == 1 ? "it." : "them."))
            return
        }
        let line = Prose.normalized(desk.guideline)
        let changed = try await store.decide(
            ItemDecision(
                item: desk.item, decision: decision, reviewerGuideline: line, citations: CitationGrammar.parse(line),
                rationale: rationale, revision: desk.reviewCase.revision),
            in: desk.reviewCase.number, decisionDay: clock.today(), by: actor)
        take(changed)
        let open = changed.determination.items.count { $0.decision == nil }
        talk.say("Item \(desk.item): \(decision.word), recorded. \(Counted.words(open, "item")) still open.")
    }

    mutating func withdraw() async throws {
        guard let desk else { return }
        take(try await store.reopen(item: desk.item, in: desk.reviewCase.number, by: actor))
        talk.say("Item \(desk.item) is open again; its rationale stays.")
    }

    /// The case as it now stands in the store; the draft of the item is in it.
    private mutating func take(_ reviewCase: ReviewCase) {
        desk?.reviewCase = reviewCase
        if let item = desk?.item { desk?.drafts[item] = nil }
    }

    func check() async throws {
        guard let desk else { return }
        let number = desk.reviewCase.number
        // Other sessions may have attested, linked or filed records meanwhile.
        await checks.opened()
        let findings = try await checks.findings(desk.asWritten, of: number, generation: 1) ?? []
        let overrides = try await store.overrides(of: number)
        if findings.isEmpty { talk.say("The check finds nothing to mend.") }
        for finding in findings {
            let place = finding.item.map { "item \($0)" } ?? "letter"
            talk.say("\(finding.severity), \(place): \(finding.message) (\(finding.rule), \(finding.basis))")
            let override = overrides.first {
                $0.rule == finding.rule && $0.item == finding.item && $0.fingerprint == finding.fingerprint
            }
            if let override { talk.say("  overridden by \(override.actor): \(override.reason)") }
            for evidence in finding.evidence { talk.say("  \(evidence.section.rawValue): “\(evidence.text)”") }
        }
    }

    func export(to path: String) throws {
        guard let desk else { return }
        guard !path.isEmpty else {
            talk.say("Where to? “export” and a folder.")
            return
        }
        var determination = desk.reviewCase.determination
        if determination.form == LetterForm() { determination.form = form }
        let number = desk.reviewCase.number
        let folder = try OutputFolder(path)
        try folder.write(
            try LetterWriter.text(determination, wording: try CurrentProgramme.profile().letter), as: "\(number).txt")
        try folder.write(try CaseJSON.encode(determination, number: number), as: "\(number).json")
        talk.say("\(folder.path)/\(number).txt")
        talk.say("\(folder.path)/\(number).json")
    }
}
