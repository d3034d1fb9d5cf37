internal import CaseModel
internal import CaseStore
internal import Checks
internal import Letters
internal import Workstation

/// What is read of a case: summary, records, dates, the letter.
extension LinearMode {
    mutating func takeReading(_ command: LinearCommand, _ rest: String) async throws {
        switch command {
        case .summary: saySummary()
        case .records: sayRecords()
        case .page: try await sayPage(rest)
        case .read: try await readOn()
        case .find: try await find(rest)
        case .mark: try await mark(rest)
        case .marks: try await sayMarks()
        case .unmark: try await unmark(Int(rest))
        case .chronology: sayChronology()
        case .documents: try await sayDocuments()
        case .letter:
            let lines = SpokenText.lines(ofLetter: try await letter())
            if desk?.drafts.isEmpty == false { talk.say("What is written and not recorded is not in it yet.") }
            tell(lines)
        case .published: sayPublished()
        default: break
        }
    }

    private mutating func saySummary() {
        guard let desk else { return }
        sayDays()
        let summary = desk.reviewCase.determination.summary
        tell(summary.isEmpty ? ["No clinical summary is written."] : SpokenText.sentences(of: summary))
    }

    private mutating func sayRecords() {
        guard let records = desk?.reviewCase.records, !records.isEmpty else {
            talk.say("The case has no records.")
            return
        }
        tell(records.map { "Record \($0.position): \($0.title), \(Counted.words($0.pageCount, "page"))." })
    }

    private mutating func sayPage(_ words: String) async throws {
        let numbers = words.split(separator: " ").compactMap { Int($0) }
        guard let desk, let record = numbers.first else {
            talk.say("Which page? “page” and the number of the record, then of the page.")
            return
        }
        let page = numbers.count > 1 ? numbers[1] : 1
        let text = try await store.recordPage(desk.reviewCase.number, record: record, page: page)
        said.reading = (record, page)
        let summary = desk.reviewCase.records.first { $0.position == record }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
            index, line in
            let cells = SpokenText.cells(of: line)
            return cells.isEmpty ? nil : "\(index + 1): \(cells.joined(separator: "; "))"
        }
        tell(
            ["Record \(record), page \(page) of \(summary?.pageCount ?? page)."]
                + (lines.isEmpty ? ["The page is empty."] : lines))
    }

    /// The page after the one that was read last, on into the next record.
    private mutating func readOn() async throws {
        guard let records = desk?.reviewCase.records, let first = records.first else {
            talk.say("The case has no records.")
            return
        }
        guard let (record, page) = said.reading else { return try await sayPage("\(first.position) 1") }
        if let present = records.first(where: { $0.position == record }), page < present.pageCount {
            return try await sayPage("\(record) \(page + 1)")
        }
        guard let next = records.first(where: { $0.position > record }) else {
            talk.say("That was the last page of the records; “page 1 1” begins anew.")
            return
        }
        try await sayPage("\(next.position) 1")
    }

    private mutating func find(_ words: String) async throws {
        guard let desk else { return }
        guard !words.isEmpty else {
            talk.say("Find what? “find” and words.")
            return
        }
        let found = try await store.searchRecords(words, in: desk.reviewCase.number, limit: 200)
        let phrase = PhraseSearch(words)
        let inSummary = SpokenText.sentences(of: desk.reviewCase.determination.summary).filter {
            phrase?.ranges(in: $0).isEmpty == false
        }
        guard found.total + inSummary.count > 0 else {
            talk.say("Found neither in the summary nor in the records.")
            return
        }
        let shown = found.total > found.hits.count ? ", the first \(found.hits.count) of them here" : ""
        tell(
            [
                "Found in \(Counted.words(inSummary.count, "sentence")) of the summary and at "
                    + "\(Counted.words(found.total, "place")) of the records\(shown)."
            ] + inSummary.map { "summary: \($0)" }
                + found.hits.map {
                    "record \($0.record) page \($0.page) line \($0.line): "
                        + SpokenText.cells(of: $0.text[...]).joined(separator: "; ")
                })
    }

    // MARK: - Marks

    private mutating func mark(_ words: String) async throws {
        guard let number = desk?.reviewCase.number else { return }
        let parts = words.split(separator: " ", maxSplits: 3)
        let numbers = parts.prefix(3).compactMap { Int($0) }
        guard numbers.count == 3 else {
            talk.say(
                "Which line? “mark” and the numbers of the record, the page and the line, then a note if you like.")
            return
        }
        let place = ReadingPlace.record(numbers[0], page: numbers[1], line: numbers[2])
        let mark = try Bookmark(place: place, note: parts.count > 3 ? String(parts[3]) : "")
        let before = try await store.bookmarks(of: number, by: actor).first { $0.place == place }
        try await store.keepBookmark(mark, in: number, by: actor)
        if before != mark { desk?.note(.beside(.bookmark(before: before, after: mark))) }
        talk.say("Marked \(LinearMode.words(of: place)), for you alone.")
    }

    private mutating func sayMarks() async throws {
        guard let number = desk?.reviewCase.number else { return }
        said.marks = try await store.bookmarks(of: number, by: actor)
        guard !said.marks.isEmpty else {
            talk.say("Nothing is marked; “mark” and the numbers of a line mark it.")
            return
        }
        tell(
            said.marks.enumerated().map { index, mark in
                "\(index + 1): \(LinearMode.words(of: mark.place))\(mark.note.isEmpty ? "" : ": \(mark.note)")"
            })
    }

    private mutating func unmark(_ number: Int?) async throws {
        guard let desk else { return }
        guard let number, said.marks.indices.contains(number - 1) else {
            if said.marks.isEmpty { return try await sayMarks() }
            talk.say("Which mark? A number from 1 to \(said.marks.count), as “marks” says them.")
            return
        }
        let mark = said.marks.remove(at: number - 1)
        try await store.removeBookmark(at: mark.place, in: desk.reviewCase.number, by: actor)
        self.desk?.note(.beside(.bookmark(before: mark, after: nil)))
        talk.say("The mark is off; those behind it have one number less.")
    }

    static func words(of place: ReadingPlace) -> String {
        switch place {
        case .summary: "a place of the summary"
        case .record(let record, let page, let line): "record \(record) page \(page) line \(line)"
        }
    }

    // MARK: - Dates, documents, letters

    private mutating func sayChronology() {
        guard let desk else { return }
        let events = Chronology.events(of: desk.reviewCase.determination, due: desk.reviewCase.due)
        if events.isEmpty { talk.say("The case has no dates.") }
        tell(
            events.map { event in
                let words = event.words.replacing("\n", with: " ")
                return
                    "\(event.isExact ? "" : "about ")\(event.day.american): \(words), in the \(event.section.rawValue)"
            })
    }

    private mutating func sayDocuments() async throws {
        guard let number = desk?.reviewCase.number else { return }
        let documents = try await store.documentsReviewed(of: number)
        if documents.isEmpty {
            talk.say("No sentence is linked to a record yet, so the letter names no documents reviewed.")
        }
        tell(documents.map { "Record \($0.position): \($0.title), \(Counted.words($0.pageCount, "page"))." })
    }

    /// The letter as text, with what is written and not recorded as it stands in the store.
    private func letter() async throws -> String {
        guard let number = desk?.reviewCase.number else { return "" }
        let assembly = LetterAssembly(profile: try CurrentProgramme.profile(), form: form)
        return try await StandingLetter(store: store, assembly: assembly, today: clock.today()).text(of: number)
    }

    private mutating func sayPublished() {
        guard let desk else { return }
        guard let published = desk.reviewCase.published, published.indices.contains(desk.item - 1) else {
            talk.say(
                desk.reviewCase.isBlind
                    ? "The published decisions are held back until every item is decided."
                    : "No published decision is held back for this case.")
            return
        }
        let theirs = published[desk.item - 1]
        let agrees = theirs.decision == desk.items[desk.item - 1].decision
        tell(
            [
                "Published of item \(desk.item): \(theirs.decision.word), "
                    + (agrees ? "as you decided." : "you decided otherwise.")
            ] + (theirs.reviewerGuideline.isEmpty ? [] : ["Guideline: \(theirs.reviewerGuideline)"])
                + SpokenText.sentences(of: theirs.rationale))
    }
}
