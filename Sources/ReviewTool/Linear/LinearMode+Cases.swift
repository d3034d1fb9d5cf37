internal import CaseModel
internal import CaseStore
internal import Letters
internal import Workstation
internal import Programmes

extension LinearMode {
    /// How many cases are said at a time.
    private static let handful = 10

    /// Says ten cases that follow a key.
    mutating func list(from key: WorklistKey?) async throws {
        let found = try await store.worklist(query, from: key, direction: .after, limit: LinearMode.handful)
        guard !found.isEmpty else {
            talk.say(key == nil ? "There are no cases here." : "There are no more cases.")
            return
        }
        rows = found
        for (index, row) in found.enumerated() {
            let due = row.due.map { "due \($0.american)" } ?? "no due day"
            let draft = row.hasDraft ? ", a draft waits" : ""
            talk.say(
                "\(index + 1): \(row.number), \(due), \(row.state.words), "
                    + "\(row.decidedCount) of \(row.itemCount) decided, \(row.specialty)\(draft)")
        }
        if found.count == LinearMode.handful { talk.say("“more” says the next ones.") }
    }

    /// Opens a case by its number or its place in the list said last.
    mutating func open(_ words: String) async throws {
        guard !words.isEmpty else {
            talk.say("Which case? Its number, or its place in the list.")
            return
        }
        let place = words.count <= 2 ? Int(words) : nil
        let number: CaseNumber
        if let place, rows.indices.contains(place - 1) {
            number = rows[place - 1].number
        } else {
            number = try CaseNumber(parsing: words)
        }
        let reviewCase = try await store.open(number)
        try? await store.recordOpening(of: [number], by: actor)
        guard !reviewCase.determination.items.isEmpty else {
            talk.say("Case \(number) has no items.")
            return
        }
        desk = LinearDesk(reviewCase, drafts: try await store.drafts(of: number))
        found = []
        saySummary()
        sayItems()
        try await sayAccess(to: reviewCase)
    }

    /// Says what stands between the reviewer and his decision, before he writes in vain.
    private func sayAccess(to reviewCase: ReviewCase) async throws {
        let access = try await CaseDoor(store: store, actor: actor).access(to: reviewCase)
        if let obstacle = access.obstacle {
            talk.say("Only for reading: \(obstacle).")
        } else if access.parties != nil {
            talk.say("“attest” says with whom there must be no conflict, before anything is decided.")
        }
        if let holder = try await store.leaseHolder(of: reviewCase.number) {
            talk.say("\(holder) has the case open on a screen.")
        }
        if let correction = reviewCase.correction { talk.say("Returned for correction: \(correction)") }
    }

    func saySummary() {
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
        let summary = desk.reviewCase.determination.summary
        talk.say(summary.isEmpty ? "No clinical summary was written." : summary)
    }

    func sayItems() {
        guard let desk else { return }
        for (index, item) in desk.items.enumerated() {
            talk.say("Item \(index + 1): \(item.text): \(item.decision?.word ?? "undecided").")
        }
    }

    mutating func goToItem(_ number: Int?) {
        guard let desk, let number, desk.items.indices.contains(number - 1) else {
            talk.say("Which item? A number from 1 to \(desk?.items.count ?? 0).")
            return
        }
        self.desk?.item = number
        showItem()
    }

    mutating func goToNext() {
        guard let desk, let index = desk.items.firstIndex(where: { $0.decision == nil }) else {
            talk.say("Every item is decided.")
            return
        }
        goToItem(index + 1)
    }

    func sayRecords() {
        guard let records = desk?.reviewCase.records, !records.isEmpty else {
            talk.say("The case has no records.")
            return
        }
        for record in records {
            talk.say("Record \(record.position): \(record.title), \(Counted.words(record.pageCount, "page")).")
        }
    }

    func sayPage(_ words: String) async throws {
        let numbers = words.split(separator: " ").compactMap { Int($0) }
        guard let desk, let record = numbers.first else {
            talk.say("Which page? The number of the record, then of the page.")
            return
        }
        let page = numbers.count > 1 ? numbers[1] : 1
        let text = try await store.recordPage(desk.reviewCase.number, record: record, page: page)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy(\.isWhitespace) {
            talk.say("\(index + 1): \(line)")
        }
    }

    func find(_ words: String) async throws {
        guard let desk else { return }
        let found = try await store.searchRecords(words, in: desk.reviewCase.number, limit: 20)
        talk.say(found.total == 0 ? "Not found in the records." : "Found at \(Counted.words(found.total, "place")).")
        for hit in found.hits { talk.say("record \(hit.record) page \(hit.page) line \(hit.line): \(hit.text)") }
    }

    func sayLetter() throws {
        guard let desk else { return }
        talk.say(try LetterWriter.text(desk.reviewCase.determination, wording: try CurrentProgramme.profile().letter))
    }
}
