internal import CaseModel
internal import CaseStore
internal import Letters
internal import RationaleTemplates
internal import Workstation

extension LinearMode {
    func showItem() {
        guard let desk else { return }
        let item = desk.present
        talk.say("Item \(desk.item): \(item.text): \(desk.items[desk.item - 1].decision?.word ?? "undecided").")
        let amounts = [
            ("original", item.amounts.original), ("authorized", item.amounts.authorized),
            ("remaining", item.amounts.remaining),
        ]
        for (words, amount) in amounts { if let amount { talk.say("\(words): \(amount)") } }
        talk.say("Claims administrator: \(item.claimsAdministratorGuideline)")
        talk.say("Guideline: \(desk.guideline.isEmpty ? "nothing is cited yet" : desk.guideline)")
        talk.say("Rationale: \(desk.rationale.isEmpty ? "nothing is written yet" : desk.rationale)")
    }

    private func pages() throws -> [GuidelinePage] {
        guard let desk else { return [] }
        let item = desk.present
        return try shelf.pages(
            for: GuidelineQuestion(
                line: desk.guideline, administratorLine: item.claimsAdministratorGuideline, matter: item.matter,
                day: desk.reviewCase.determination.dates.decision ?? clock.today()))
    }

    func sayGuideline() throws {
        guard let page = try pages().first else {
            talk.say("The guideline library has nothing for this item.")
            return
        }
        let origin =
            switch page.origin {
            case .cited: "cited by the reviewer"
            case .citedByAdministrator: "cited by the claims administrator"
            case .suggested: "suggested by the words of the item"
            case .visited: "looked up"
            }
        talk.say("\(page.citation.words), \(origin).")
        if page.isInForce == false { talk.say("This edition was not in force on the day that counts.") }
        if page.isDemonstration { talk.say("This is a demonstration text, not for clinical use.") }
        for passage in page.passages { talk.say(passage.text) }
    }

    func searchLibrary(_ words: String) throws {
        let hits = try shelf.search(words, within: nil)
        if hits.isEmpty { talk.say("Nothing in the guideline library has these words.") }
        for hit in hits.prefix(10) { talk.say("\(hit.title): \(hit.text)") }
    }

    mutating func cite(_ line: String) async throws {
        var line = line
        if line.isEmpty {
            guard let page = try pages().first else {
                talk.say("The guideline library has nothing to cite; write the line after “cite”.")
                return
            }
            line = CitationLine.words([page.citation])
        }
        guard let desk else { return }
        try await save(desk.draft(guideline: line))
        talk.say("Guideline: \(line)")
    }

    mutating func sayTemplates() {
        guard let desk else { return }
        let all = TemplateFolder.all()
        for problem in all.problems { talk.say(problem) }
        offered = RationaleTemplate.fitting(
            all.templates, item: desk.items[desk.item - 1], decision: desk.drafts[desk.item]?.decision)
        for (index, template) in offered.enumerated() { talk.say("\(index + 1): \(template.name)") }
    }

    mutating func fill(_ number: Int?) async throws {
        if offered.isEmpty { sayTemplates() }
        guard let desk, let number, offered.indices.contains(number - 1) else {
            talk.say("Which template? A number from 1 to \(offered.count).")
            return
        }
        let item = desk.present
        let source = CitationGrammar.parse(desk.guideline).first?.words ?? ""
        let values = TemplateValues(item: item, in: desk.reviewCase.determination, guideline: source)
        try await save(desk.draft(rationale: try offered[number - 1].filled(with: values)))
        try await fillBlanks()
    }

    /// Asks for each blank in turn; an empty answer leaves the rest open.
    mutating func fillBlanks() async throws {
        guard let desk else { return }
        var rationale = desk.rationale
        while let open = rationale.firstIndex(of: "⟦"), let close = rationale[open...].firstIndex(of: "⟧") {
            let name = rationale[rationale.index(after: open)..<close]
            let left = rationale.count { $0 == "⟦" }
            let answer = await talk.ask("\(name) (\(Counted.words(left, "blank")) open): ") ?? ""
            guard answer.contains(where: { !$0.isWhitespace }) else { break }
            rationale.replaceSubrange(open...close, with: answer.filter { $0 != "⟦" && $0 != "⟧" })
            try await save(desk.draft(rationale: rationale))
        }
        talk.say("Rationale: \(rationale)")
    }

    /// Records by which guideline the claims administrator decided about the item.
    mutating func writeAdministratorLine(_ line: String) async throws {
        guard let desk else { return }
        guard !line.isEmpty else {
            talk.say("Which line? “administrator” and the line, for instance: \(LinearMode.nothingCited)")
            return
        }
        let changed = try await store.write(
            line, as: .claimsAdministratorGuideline(item: desk.item), in: desk.reviewCase.number, by: actor)
        self.desk?.reviewCase = changed
        talk.say("Claims administrator: \(line)")
    }

    /// What a letter says where nothing was cited.
    private static let nothingCited = "The Claims Administrator did not cite any medical evidence for its decision."

    mutating func write() async throws {
        guard desk != nil else { return }
        talk.say("Write the rationale; a line with a single full stop ends it, an empty line parts paragraphs.")
        var lines: [String] = []
        while let line = await talk.ask("| "), line != "." {
            lines.append(line)
            // Each line is on disk before the next: what is typed over a line that breaks off is not lost.
            if let desk { try await save(desk.draft(rationale: lines.joined(separator: "\n"))) }
        }
        talk.say("Kept as a draft: \(Counted.words(lines.count, "line")). “uphold” or “overturn” records it.")
    }

    /// Writes the clinical summary anew once it is whole: a summary broken off in the midst replaces nothing.
    mutating func summarize() async throws {
        guard let desk else { return }
        talk.say("Write the summary; a line with a single full stop ends it, an empty line parts paragraphs.")
        var lines: [String] = []
        while true {
            guard let line = await talk.ask("| ") else {
                talk.say("The summary is as it was: no line with a single full stop came.")
                return
            }
            if line == "." { break }
            lines.append(line)
        }
        let words = PlainText.unwrapped(lines.joined(separator: "\n"))
        guard words.contains(where: { !$0.isWhitespace }) else {
            talk.say("Nothing was written; the summary is as it was.")
            return
        }
        guard try await writeSummary(words, over: desk.reviewCase) else {
            talk.say("Nothing was written; the summary is as it was.")
            return
        }
        talk.say("The summary is in the case: \(Counted.words(lines.count, "line")).")
    }

    /// Puts a summary in the place of the one that the reviewer knows; another's words only once he has heard them.
    /// - Returns: whether it was written.
    private mutating func writeSummary(_ words: String, over known: ReviewCase) async throws -> Bool {
        let number = known.number
        var revision = known.revision
        while true {
            do {
                let written = try await store.write(words, as: .summary, in: number, revision: revision, by: actor)
                desk?.reviewCase = written
                return true
            } catch CaseStoreError.changedMeanwhile {
                let present = try await store.open(number)
                desk?.reviewCase = present
                revision = present.revision
                guard present.determination.summary != known.determination.summary else { continue }
                talk.say("Somebody else wrote the summary meanwhile: \(present.determination.summary)")
                guard await talk.ask("Write yours in its place? yes or no: ") == "yes" else { return false }
            }
        }
    }

    /// Saves a draft and knows it from then on.
    mutating func save(_ draft: Draft) async throws {
        guard let number = desk?.reviewCase.number else { return }
        var draft = draft
        // Another window may have saved meanwhile; its revision is the one to follow.
        if let stored = try await store.drafts(of: number).first(where: { $0.item == draft.item }) {
            draft.revision = max(draft.revision, stored.revision + 1)
        }
        try await store.saveDraft(draft, in: number, by: actor)
        desk?.drafts[draft.item] = draft
    }
}
