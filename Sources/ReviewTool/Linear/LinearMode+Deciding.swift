internal import CaseModel
internal import CaseStore
internal import Letters

/// Decisions, and what stood before them: its versions.
extension LinearMode {
    /// Records a decision with the rationale that is written.
    mutating func decide(_ decision: Decision) async throws {
        if try await hearsOfOther() {
            talk.say("Nothing was recorded; say it again to record that.")
            return
        }
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
        let wasSeen = desk.reviewCase.publishedWasSeen
        let line = Prose.normalized(desk.guideline)
        let changed = try await store.decide(
            ItemDecision(
                item: desk.item, decision: decision, reviewerGuideline: line, citations: CitationGrammar.parse(line),
                rationale: rationale, revision: desk.reviewCase.revision),
            in: desk.reviewCase.number, decisionDay: clock.today(), by: actor)
        try await take(changed)
        let open = changed.determination.items.count { $0.decision == nil }
        talk.say("Item \(desk.item): \(decision.word), recorded. \(Counted.words(open, "item")) still open.")
        if wasSeen {
            talk.say("The log notes that it was decided after the published decision was seen.")
        } else if changed.published != nil {
            talk.say("“published” says what the published letter had decided.")
        }
    }

    mutating func withdraw() async throws {
        guard let desk else { return }
        let number = desk.reviewCase.number
        guard desk.items[desk.item - 1].decision != nil else {
            talk.say("Item \(desk.item) is not decided.")
            return
        }
        guard try await store.open(number).revision == desk.reviewCase.revision else {
            throw CaseStoreError.changedMeanwhile(number)
        }
        try await take(try await store.reopen(item: desk.item, in: number, by: actor))
        talk.say("Item \(desk.item) is open again; its rationale stays.")
        if desk.reviewCase.publishedWasSeen {
            talk.say("The log notes that it was taken back after the published decision was seen.")
        }
    }

    /// Throws away what is written and not recorded.
    mutating func discard() async throws {
        guard let desk else { return }
        guard desk.drafts[desk.item] != nil else {
            talk.say("Nothing is written about item \(desk.item) that is not recorded.")
            return
        }
        if try await hearsOfOther() {
            talk.say("Nothing was thrown away; say it again to throw that away.")
            return
        }
        guard try await talk.agrees(to: "Throw away what is written about item \(desk.item) and not recorded?") else {
            talk.say("It stays.")
            return
        }
        try await store.discardDraft(item: desk.item, in: desk.reviewCase.number, by: actor)
        self.desk?.keep(nil, item: desk.item)
        talk.say("Thrown away; “undo” brings it back.")
    }

    /// The case as it now stands in the store.
    mutating func take(_ reviewCase: ReviewCase) async throws {
        let drafts = try await store.drafts(of: reviewCase.number)
        desk?.know(reviewCase, drafts: drafts)
        said.findings = []
    }

    // MARK: - Versions

    mutating func sayVersions() async throws {
        guard let desk else { return }
        said.versions = try await store.versions(of: desk.item, in: desk.reviewCase.number).reversed()
        guard !said.versions.isEmpty else {
            talk.say("Nothing was written or decided about item \(desk.item) yet.")
            return
        }
        tell(
            said.versions.enumerated().map { index, version in
                "\(index + 1): \(clock.words(of: version.at)), \(version.occasion.words) by \(version.actor), "
                    + "\(version.decision?.rawValue ?? "undecided")"
            })
    }

    /// Says a version, and brings it back as an edit when that is wanted.
    mutating func version(_ number: Int?) async throws {
        if said.versions.isEmpty { try await sayVersions() }
        guard let desk, let number, said.versions.indices.contains(number - 1) else {
            if !said.versions.isEmpty { talk.say("Which? “version” and a number from 1 to \(said.versions.count).") }
            return
        }
        let version = said.versions[number - 1]
        talk.say("Decision: \(version.decision?.rawValue ?? "none")")
        talk.say("Guideline: \(version.reviewerGuideline.isEmpty ? "none" : version.reviewerGuideline)")
        talk.say("Rationale: \(version.rationale.isEmpty ? "none" : version.rationale)")
        guard version.rationale != desk.rationale || version.reviewerGuideline != desk.guideline else {
            talk.say("So it stands now.")
            return
        }
        if try await refuses() { return }
        guard try await talk.agrees(to: "Bring it back as a draft?") else { return }
        let draft = desk.draft(
            rationale: version.rationale, guideline: version.reviewerGuideline, decision: version.decision)
        guard try await save(draft) else { return }
        talk.say("Brought back as a draft. \(recordingWords)")
    }
}
