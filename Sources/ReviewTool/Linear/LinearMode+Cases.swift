internal import CaseModel
internal import CaseStore
internal import Workstation

extension LinearMode {
    /// Opens a case by its number, by a part of it that no other has, or by its place in the list said last.
    mutating func open(_ words: String) async throws {
        guard !words.isEmpty else {
            talk.say("Which case? Its number, a part of it, or its place in the list.")
            return
        }
        let place = words.count <= 2 ? Int(words) : nil
        let number: CaseNumber
        if let place, rows.indices.contains(place - 1) {
            number = rows[place - 1].number
        } else if let place {
            talk.say("The list said last has no place \(place); “list” says it again.")
            return
        } else {
            guard let found = try await find(number: words) else { return }
            number = found
        }
        let reviewCase = try await store.open(number)
        try? await store.recordOpening(of: [number], by: actor)
        guard !reviewCase.determination.items.isEmpty else {
            talk.say("Case \(number) has no items.")
            return
        }
        leaveCase()
        desk = LinearDesk(reviewCase, drafts: try await store.drafts(of: number))
        sayDays()
        let summary = reviewCase.determination.summary
        let sentences = SpokenText.sentences(of: summary).count
        talk.say(
            summary.isEmpty
                ? "No clinical summary is written; “summarize” writes it."
                : "The clinical summary has \(Counted.words(sentences, "sentence")); “summary” says it.")
        talk.say("\(Counted.words(reviewCase.records.count, "record")) in the file.")
        sayItems()
        try await sayAccess(to: reviewCase)
    }

    /// The case of a number, else the one that has the words in its number; several are said, and none is opened.
    private func find(number words: String) async throws -> CaseNumber? {
        let number = try CaseNumber(parsing: words)
        do {
            return try await store.open(number).number
        } catch CaseStoreError.noSuchCase {}
        var query = WorklistQuery(words: "number:\"\(words)\"", sort: .number, today: clock.today())
        query.reviewer = self.query.reviewer
        let found = try await store.worklist(query, from: nil, direction: .after, limit: LinearMode.handful + 1)
        // Where no number has it, the sentence of the store says so.
        guard found.count > 1 else { return found.first?.number ?? number }
        let names = found.prefix(LinearMode.handful).map(\.number.text).joined(separator: ", ")
        talk.say("Which of these: \(names)\(found.count > LinearMode.handful ? " or more" : "")?")
        return nil
    }

    /// The list again; what was said of the case is forgotten.
    mutating func leaveCase() {
        desk = nil
        said = SaidOfCase()
        pending = .nothing
    }

    func sayDays() {
        guard let desk else { return }
        let dates = desk.reviewCase.determination.dates
        let days: [(String, Day?)] = [
            ("injury", dates.injury), ("utilization review", dates.utilizationReview),
            ("application", dates.applicationReceived), ("assigned", dates.assigned), ("due", desk.reviewCase.due),
            ("decided", dates.decision),
        ]
        talk.say(
            "Case \(desk.reviewCase.number), \(desk.reviewCase.state.words). "
                + days.compactMap { words, day in day.map { "\(words) \($0.american)" } }.joined(separator: ", ") + ".")
    }

    func sayItems() {
        guard let desk else { return }
        for (index, item) in desk.items.enumerated() {
            let draft = desk.unrecorded.contains(index + 1) ? " A draft waits." : ""
            talk.say("Item \(index + 1): \(item.text): \(item.decision?.word ?? "undecided").\(draft)")
        }
    }

    mutating func goToItem(_ number: Int?) throws {
        guard let desk, let number, desk.items.indices.contains(number - 1) else {
            talk.say("Which item? A number from 1 to \(desk?.items.count ?? 0).")
            return
        }
        if desk.item != number {
            // Templates, sections and versions were of the other item.
            let (findings, marks, reading) = (said.findings, said.marks, said.reading)
            said = SaidOfCase()
            (said.findings, said.marks, said.reading) = (findings, marks, reading)
        }
        self.desk?.item = number
        showItem()
    }

    mutating func goToNext() throws {
        guard let desk, let index = desk.items.firstIndex(where: { $0.decision == nil }) else {
            talk.say("Every item is decided.")
            return
        }
        try goToItem(index + 1)
    }

    // MARK: - What others do

    /// The case as it now stands in the store, with what is written.
    mutating func reread() async throws {
        guard let number = desk?.reviewCase.number else { return }
        let present = try await store.open(number)
        let drafts = try await store.drafts(of: number)
        desk?.know(present, drafts: drafts)
        said.findings = []
    }

    /// The store refused a change since somebody else was faster: says what is otherwise now, and goes on from that.
    mutating func sayWhatChanged() async {
        guard let before = desk else { return }
        do {
            try await reread()
        } catch {
            talk.say(Sentence.of(error))
            return
        }
        desk?.forgetSteps()
        talk.say("Somebody else changed the case meanwhile, so this was not done. It is read anew:")
        guard let desk else { return }
        var isTold = false
        if desk.reviewCase.determination.summary != before.reviewCase.determination.summary {
            talk.say("The clinical summary is another: “summary” says it.")
            isTold = true
        }
        for number in desk.items.indices.map({ $0 + 1 }) where before.items.indices.contains(number - 1) {
            let isOther =
                desk.items[number - 1] != before.items[number - 1]
                || desk.drafts[number]?.rationale != before.drafts[number]?.rationale
                || desk.drafts[number]?.reviewerGuideline != before.drafts[number]?.reviewerGuideline
            guard isOther else { continue }
            talk.say(
                "Item \(number) is another: \(desk.items[number - 1].decision?.word ?? "undecided"). “item \(number)” "
                    + "says it.")
            isTold = true
        }
        if !isTold { talk.say("What you see of it is the same; do it again if you like.") }
    }
}
