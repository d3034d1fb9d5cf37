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
        let claims = item.claimsAdministratorGuideline
        talk.say("Claims administrator: \(claims.isEmpty ? "no line is written yet" : claims)")
        talk.say("Guideline: \(desk.guideline.isEmpty ? "nothing is cited yet" : desk.guideline)")
        talk.say("Rationale: \(desk.rationale.isEmpty ? "nothing is written yet" : desk.rationale)")
        if desk.unrecorded.contains(desk.item) { talk.say("This is a draft. \(recordingWords)") }
        if desk.reviewCase.published != nil {
            talk.say("“published” says what the published letter had decided.")
        }
    }

    // MARK: - Templates

    mutating func sayTemplates() {
        guard let desk else { return }
        let all = TemplateFolder.all()
        for problem in all.problems { talk.say(problem) }
        said.templates = RationaleTemplate.fitting(
            all.templates, item: desk.items[desk.item - 1], decision: desk.drafts[desk.item]?.decision)
        tell(said.templates.enumerated().map { "\($0 + 1): \($1.name)" })
    }

    mutating func fill(_ number: Int?) async throws {
        if said.templates.isEmpty { sayTemplates() }
        guard let desk, let number, said.templates.indices.contains(number - 1) else {
            talk.say("Which template? “template” and a number from 1 to \(said.templates.count).")
            return
        }
        let isWritten = desk.rationale.contains { !$0.isWhitespace }
        if isWritten {
            guard try await talk.agrees(to: "In the place of the rationale that is written?") else {
                talk.say("The rationale is as it was.")
                return
            }
        }
        let item = desk.present
        let source = CitationGrammar.parse(desk.guideline).first?.words ?? ""
        let values = TemplateValues(item: item, in: desk.reviewCase.determination, guideline: source)
        guard try await save(desk.draft(rationale: try said.templates[number - 1].filled(with: values))) else { return }
        try await fillBlanks()
    }

    /// Asks for each blank in turn; an empty answer leaves the rest open.
    mutating func fillBlanks() async throws {
        guard let desk else { return }
        var rationale = desk.rationale
        let all = rationale.count { $0 == "⟦" }
        guard all > 0 else {
            talk.say("No blank is open.")
            return
        }
        talk.say("\(Counted.words(all, "blank")). Enter alone leaves the rest open.")
        var number = 0
        while let open = rationale.firstIndex(of: "⟦"), let close = rationale[open...].firstIndex(of: "⟧") {
            let name = rationale[rationale.index(after: open)..<close]
            number += 1
            let answer = try await talk.answer(to: "Blank \(number) of \(all), \(name): ")
            guard answer.contains(where: { !$0.isWhitespace }) else { break }
            rationale.replaceSubrange(open...close, with: answer.filter { $0 != "⟦" && $0 != "⟧" })
            guard let draft = self.desk?.draft(rationale: rationale), try await save(draft) else { return }
        }
        talk.say("Rationale: \(rationale)")
        let left = rationale.count { $0 == "⟦" }
        talk.say(left == 0 ? recordingWords : "\(Counted.words(left, "blank")) open: “blanks” goes on.")
    }

    // MARK: - Writing

    mutating func write() async throws {
        guard let desk else { return }
        let before = desk.rationale
        let isWritten = before.contains { !$0.isWhitespace }
        talk.say("Write the rationale; a line with a single full stop ends it, an empty line parts paragraphs.")
        if isWritten {
            talk.say("It takes the place of what is written; “edit” changes a sentence. Full stop keeps it.")
        }
        var lines: [String] = []
        while true {
            let line = await talk.ask("line \(lines.count + 1): ")
            let isEnded = line == "."
            if !isEnded, let line { lines.append(line) }
            guard lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
                if line != nil, !isEnded { continue }
                talk.say("Nothing was written; the rationale is as it was.")
                return
            }
            // What came before the end of the input is on disk.
            guard line != nil else { return }
            // Each line is on disk before the next, and what it is to take the place of behind it until the end is said:
            // where a line breaks off, neither is lost.
            let words = lines.joined(separator: "\n") + (isEnded || !isWritten ? "" : "\n\n" + before)
            guard let draft = self.desk?.draft(rationale: words), try await save(draft) else { return }
            if isEnded { break }
        }
        talk.say("Kept as a draft: \(Counted.words(lines.count, "line")). \(recordingWords)")
    }

    /// Writes the clinical summary anew once it is whole: a summary broken off in the midst replaces nothing.
    mutating func summarize() async throws {
        guard let desk else { return }
        talk.say("Write the summary; a line with a single full stop ends it, an empty line parts paragraphs.")
        var lines: [String] = []
        while true {
            guard let line = await talk.ask("line \(lines.count + 1): ") else {
                talk.say("The summary is as it was: no line with a single full stop came.")
                return
            }
            if line == "." { break }
            lines.append(line)
        }
        let words = PlainText.unwrapped(lines.joined(separator: "\n"))
        guard words.contains(where: { !$0.isWhitespace }),
            try await write(words, as: .summary, over: desk.reviewCase)
        else {
            talk.say("Nothing was written; the summary is as it was.")
            return
        }
        talk.say("The summary is in the case: \(Counted.words(lines.count, "line")).")
    }

    /// Records by which guideline the claims administrator decided about the item.
    mutating func writeAdministratorLine(_ line: String) async throws {
        guard let desk else { return }
        guard !line.isEmpty else {
            talk.say("Which line? “administrator” and the line, for instance: \(LinearMode.nothingCited)")
            return
        }
        guard try await write(line, as: .claimsAdministratorGuideline(item: desk.item), over: desk.reviewCase) else {
            talk.say("Nothing was written; the line is as it was.")
            return
        }
        talk.say("Claims administrator: \(line)")
    }

    /// What a letter says where nothing was cited.
    private static let nothingCited = "The Claims Administrator did not cite any medical evidence for its decision."

    /// Puts words in the place of those that the reviewer knows; another's only once he has heard them.
    /// - Returns: whether they were written.
    mutating func write(_ words: String, as passage: LetterPassage, over known: ReviewCase) async throws -> Bool {
        let number = known.number
        var known = known
        while true {
            do {
                let before = PassageText(words: known.words(of: passage), bookmarks: try await marks(on: passage))
                let written = try await store.write(
                    words, as: passage, in: number, revision: known.revision, by: actor)
                try await take(written)
                let after = PassageText(words: written.words(of: passage), bookmarks: try await marks(on: passage))
                if before.words != after.words { desk?.note(.beside(.passage(passage, before: before, after: after))) }
                return true
            } catch CaseStoreError.changedMeanwhile {
                let present = try await store.open(number)
                let drafts = try await store.drafts(of: number)
                desk?.know(present, drafts: drafts)
                desk?.forgetSteps()
                let (theirs, before) = (present.words(of: passage), known.words(of: passage))
                known = present
                guard theirs != before else { continue }
                let what = passage == .summary ? "summary" : "claims administrator's line"
                talk.say("Somebody else wrote the \(what) meanwhile: \(theirs)")
                guard try await talk.agrees(to: "Write yours in its place?") else { return false }
            }
        }
    }

    /// The reviewer's marks on a passage, which follow its words; only a summary has any.
    private func marks(on passage: LetterPassage) async throws -> [Bookmark] {
        guard passage == .summary, let number = desk?.reviewCase.number else { return [] }
        return try await store.bookmarks(of: number, by: actor).filter { mark in
            if case .summary = mark.place { true } else { false }
        }
    }

    /// Which word records what is written about the item before the reviewer.
    var recordingWords: String { desk?.recordingWords ?? "" }

    /// Saves a draft and knows it from then on. What another window wrote since is written over only once it was heard.
    /// - Returns: whether it was saved.
    mutating func save(_ draft: Draft) async throws -> Bool {
        guard let desk else { return false }
        let number = desk.reviewCase.number
        var draft = draft
        if let stored = try await store.drafts(of: number).first(where: { $0.item == draft.item }) {
            if sayOther(stored, than: desk.drafts[draft.item]) {
                self.desk?.hear(stored)
                guard try await talk.agrees(to: "Write yours in its place?") else {
                    talk.say("Nothing was written; what was written elsewhere stays.")
                    return false
                }
            }
            draft.revision = max(draft.revision, stored.revision + 1)
        }
        try await store.saveDraft(draft, in: number, by: actor)
        self.desk?.keep(draft, item: draft.item)
        return true
    }

    /// Takes in what was written elsewhere about the present item, and says it.
    /// - Returns: whether there was anything.
    mutating func hearsOfOther() async throws -> Bool {
        guard let desk,
            let stored = try await store.drafts(of: desk.reviewCase.number).first(where: { $0.item == desk.item }),
            sayOther(stored, than: desk.drafts[desk.item])
        else { return false }
        self.desk?.hear(stored)
        return true
    }

    /// Whether a stored draft, or that there is none, is something that was not heard yet.
    static func isNews(_ stored: Draft?, besides known: Draft?) -> Bool {
        stored?.revision != known?.revision
            && (stored?.rationale != known?.rationale || stored?.reviewerGuideline != known?.reviewerGuideline)
    }

    /// Says a stored draft when its words are others than those that are known.
    private func sayOther(_ stored: Draft, than known: Draft?) -> Bool {
        guard LinearMode.isNews(stored, besides: known) else { return false }
        talk.say("Item \(stored.item) was written about elsewhere meanwhile. Rationale: \(stored.rationale)")
        talk.say("Guideline: \(stored.reviewerGuideline)")
        return true
    }
}

extension ReviewCase {
    /// The words of a passage as they stand.
    func words(of passage: LetterPassage) -> String {
        switch passage {
        case .summary: determination.summary
        case .claimsAdministratorGuideline(let item):
            determination.items.indices.contains(item - 1)
                ? determination.items[item - 1].claimsAdministratorGuideline : ""
        }
    }
}
