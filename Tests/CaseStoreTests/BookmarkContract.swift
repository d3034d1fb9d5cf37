import CaseModel
import GRDB
import Testing

@testable import CaseStore

@Suite("Bookmarks and phrases in the records") struct BookmarkContract {
    private func store(_ shelf: Shelf) throws -> SQLiteCaseStore {
        try SQLiteCaseStore.open(at: shelf.path, clock: { 1_000 }, dueRule: Engine.dueRule)
    }

    private static let summary = ReadingPlace.summary(character: 6)
    private static let line = ReadingPlace.record(1, page: 1, line: 2)

    @Test("One is taken back, and put back, only while what was seen still stands there")
    func exchanged() async throws {
        let store = try store(try Shelf())
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        let number = filing.number
        func mark(_ note: String) throws -> Bookmark { try Bookmark(place: BookmarkContract.line, note: note) }
        let table: [(Bookmark?, Bookmark?, Bool)] = [
            (nil, try mark("a"), true), (nil, try mark("b"), false), (try mark("b"), nil, false),
            (try mark("a"), try mark("b"), true), (try mark("b"), nil, true), (try mark("b"), try mark("a"), false),
        ]
        var stands: Bookmark?
        for (seen, new, isDone) in table {
            if isDone {
                try await store.exchangeBookmark(seen, for: new, in: number, by: actor())
                stands = new
            } else {
                await #expect(throws: CaseStoreError.changedMeanwhile(number)) {
                    try await store.exchangeBookmark(seen, for: new, in: number, by: actor())
                }
            }
            #expect(try await store.bookmarks(of: number, by: actor()) == (stands.map { [$0] } ?? []))
        }
        #expect(
            try await store.auditTrail(number).dropFirst().map(\.action)
                == ["bookmark.kept", "bookmark.kept", "bookmark.removed"])
    }

    @Test("They are kept by person and place, the newest note at a place, and survive reopening")
    func kept() async throws {
        let shelf = try Shelf()
        let store = try store(shelf)
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        let given: [(ReadingPlace, String, String)] = [
            (BookmarkContract.line, "  first\nnote ", "ann"), (BookmarkContract.summary, "", "ann"),
            (BookmarkContract.line, "second", "ann"), (BookmarkContract.line, "other", "bob"),
            (.record(1, page: 2, line: 1), "empty page", "ann"), (.summary(character: 0), "start", "ann"),
        ]
        for (place, note, name) in given {
            try await store.keepBookmark(Bookmark(place: place, note: note), in: filing.number, by: actor(name))
        }
        store.close()
        let again = try self.store(shelf)
        let read = try await again.bookmarks(of: filing.number, by: actor("ann"))
        #expect(read.map(\.note) == ["start", "", "second", "empty page"])
        #expect(read.map(\.place).dropFirst(2).first == BookmarkContract.line)
        #expect(try await again.bookmarks(of: filing.number, by: actor("bob")).map(\.note) == ["other"])
        #expect(try await again.bookmarks(of: filing.number, by: actor("eve")) == [])
        try await again.removeBookmark(at: BookmarkContract.line, in: filing.number, by: actor("ann"))
        try await again.removeBookmark(at: BookmarkContract.line, in: filing.number, by: actor("ann"))
        #expect(try await again.bookmarks(of: filing.number, by: actor("ann")).count == 3)
        #expect(try await again.bookmarks(of: filing.number, by: actor("bob")).count == 1)
        #expect(try await again.open(filing.number).revision == 1)
    }

    @Test("The log tells who marked which place and never the note; the store stands up to verification")
    func logged() async throws {
        let shelf = try Shelf()
        let store = try store(shelf)
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        for note in ["secret words", "secret words", "others"] {
            try await store.keepBookmark(
                Bookmark(place: BookmarkContract.line, note: note), in: filing.number, by: actor("ann"))
        }
        try await store.keepBookmark(Bookmark(place: BookmarkContract.summary), in: filing.number, by: actor("ann"))
        try await store.removeBookmark(at: BookmarkContract.line, in: filing.number, by: actor("ann"))
        let trail = try await store.auditTrail(filing.number).dropFirst()
        #expect(
            trail.map { $0.actor + " " + $0.action + $0.detail } == [
                #"ann bookmark.kept{"kind":"record","lines":"2-2","page":1,"record":1}"#,
                #"ann bookmark.kept{"kind":"record","lines":"2-2","page":1,"record":1}"#,
                #"ann bookmark.kept{"kind":"summary"}"#,
                #"ann bookmark.removed{"kind":"record","lines":"2-2","page":1,"record":1}"#,
            ])
        store.close()
        #expect(try StoreVerification.run(at: shelf.path).problems == [])
        // A note that somebody else puts in is seen.
        let queue = try DatabaseQueue(path: shelf.path)
        try await queue.write { try $0.execute(sql: "UPDATE bookmark SET note = 'overturn'") }
        try queue.close()
        #expect(try StoreVerification.run(at: shelf.path).problems.count == 1)
    }

    @Test("Everybody's bookmarks follow the summary when it is written anew, and the store stands up to verification")
    func followed() async throws {
        let shelf = try Shelf()
        let store = try store(shelf)
        var filing = try fullFiling()
        let lost = "An old sentence that says very little about anything at all. "
        let kept = "The knee was examined on the fourth of May by Doctor Reed."
        filing.determination.summary = lost + kept
        _ = try await store.file(filing, replace: false, by: actor())
        let given: [(Int, String, String)] = [(0, "", "ann"), (3, "why", "ann"), (lost.count, "here", "bob")]
        for (character, note, name) in given {
            try await store.keepBookmark(
                Bookmark(place: .summary(character: character), note: note), in: filing.number, by: actor(name))
        }
        try await store.keepBookmark(Bookmark(place: BookmarkContract.line), in: filing.number, by: actor("bob"))
        _ = try await store.write("Today. " + kept, as: .summary, in: filing.number, by: actor())
        let ann = try await store.bookmarks(of: filing.number, by: actor("ann"))
        #expect(ann.map(\.note) == [Bookmark.goneWords, "why " + Bookmark.goneWords])
        #expect(Set(ann.map(\.place)).count == 2)
        let bob = try await store.bookmarks(of: filing.number, by: actor("bob"))
        #expect(
            bob == [
                try Bookmark(place: .summary(character: 7), note: "here"), try Bookmark(place: BookmarkContract.line),
            ])
        store.close()
        #expect(try StoreVerification.run(at: shelf.path).problems == [])
    }

    @Test(
        "With the words the bookmarks of the one who takes them back come back, if they stand as he saw them",
        arguments: [true, false])
    func takenBack(isSeen: Bool) async throws {
        let shelf = try Shelf()
        let store = try store(shelf)
        var filing = try fullFiling()
        filing.determination.summary = "The knee was examined on the fourth of May."
        _ = try await store.file(filing, replace: false, by: actor())
        let number = filing.number
        let mark = try Bookmark(place: BookmarkContract.summary, note: "why")
        let record = try Bookmark(place: BookmarkContract.line, note: "page")
        for name in ["ann", "bob"] { try await store.keepBookmark(mark, in: number, by: actor(name)) }
        try await store.keepBookmark(record, in: number, by: actor("ann"))
        let written = try await store.write("Nothing.", as: .summary, in: number, by: actor("ann"))
        let gone = try await store.bookmarks(of: number, by: actor("ann")).filter(\.place.isInSummary)
        #expect(gone.map(\.note) == ["why " + Bookmark.goneWords])
        let other = try Bookmark(place: .summary(character: 3), note: "since")
        if !isSeen { try await store.keepBookmark(other, in: number, by: actor("ann")) }
        let (seen, old) = (
            PassageText(words: "Nothing.", bookmarks: gone),
            PassageText(words: filing.determination.summary, bookmarks: [mark])
        )
        await #expect(throws: CaseStoreError.changedMeanwhile(number)) {
            try await store.exchangePassage(
                seen, for: old, as: .summary, in: number, revision: written.revision - 1, by: actor("ann"))
        }
        let back = try await store.exchangePassage(
            seen, for: old, as: .summary, in: number, revision: written.revision, by: actor("ann"))
        #expect(back.determination.summary == old.words)
        let ann = try await store.bookmarks(of: number, by: actor("ann"))
        if isSeen {
            #expect(ann == [mark, record])
        } else {
            #expect(ann.count == 3 && !ann.contains(mark), "a mark that nobody saw is not lost")
        }
        let bob = try await store.bookmarks(of: number, by: actor("bob"))
        #expect(bob.map(\.note) == ["why " + Bookmark.goneWords])
        store.close()
        #expect(try StoreVerification.run(at: shelf.path).problems == [])
    }

    @Test("A place that is not there is refused; a case that is replaced takes its bookmarks along")
    func life() async throws {
        let shelf = try Shelf()
        let store = try store(shelf)
        var filing = try fullFiling()
        let history = try fullFiling("OLD-1", state: .published)
        _ = try await store.file([filing, history], replace: false, by: actor())
        let (open, missing) = (filing.number, try number("NONE-1"))
        let refused: [(CaseNumber, ReadingPlace, CaseStoreError)] = [
            (missing, .summary(character: 0), .noSuchCase(missing)),
            (open, .record(9, page: 1, line: 1), .noSuchPage(open, record: 9, page: 1)),
            (open, .record(1, page: 3, line: 1), .noSuchPage(open, record: 1, page: 3)),
            (open, .record(1, page: 1, line: 3), .noSuchLines(open, record: 1, page: 1, lines: 3...3)),
            (open, .record(1, page: 1, line: 0), .noSuchLines(open, record: 1, page: 1, lines: 0...0)),
        ]
        for (number, place, error) in refused {
            await #expect(throws: error) {
                try await store.keepBookmark(Bookmark(place: place), in: number, by: actor())
            }
        }
        #expect(throws: CaseModelError.noteTooLong) {
            try Bookmark(place: .summary(character: 0), note: String(repeating: "a", count: 201))
        }
        for number in [open, history.number] {
            try await store.keepBookmark(Bookmark(place: BookmarkContract.line), in: number, by: actor())
        }
        filing.determination.summary = "Other."
        #expect(try await store.file(filing, replace: true, by: actor()) == .replaced)
        #expect(try await store.bookmarks(of: open, by: actor()) == [])
        #expect(try await store.bookmarks(of: history.number, by: actor()).count == 1)
        store.close()
        #expect(try StoreVerification.run(at: shelf.path).problems == [])
    }

    @Test("Where there is a staff, whoever may read a case may keep notes on it, and nobody else")
    func staff() async throws {
        let store = try store(try Shelf())
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        for (name, role) in [("boss", ReviewRole.coordinator), ("ann", .quality)] {
            try await store.enlist(StaffMember(actor: actor(name), role: role), by: actor("boss"))
        }
        let mark = try Bookmark(place: .summary(character: 0))
        try await store.keepBookmark(mark, in: filing.number, by: actor("ann"))
        await #expect(throws: CaseStoreError.refused(.notPermitted(actor: "eve", .read))) {
            try await store.keepBookmark(mark, in: filing.number, by: actor("eve"))
        }
    }

    @Test("A phrase is counted line by line, whatever its case, also beside what is not ASCII")
    func phrases() async throws {
        let store = try store(try Shelf())
        var filing = try fullFiling()
        filing.records = [
            CaseRecord(title: "a", pages: ["Knee pain. knee PAIN\nknee\npain", "no", "KNEE  pain"]),
            CaseRecord(title: "b", pages: ["“Knee pain” — über knee pain, knee pain\u{301}", "knee pain"]),
        ]
        _ = try await store.file(filing, replace: false, by: actor())
        let table: [(String, [Int])] = [
            ("knee pain", [1, 1, 2, 2, 1, 2, 2, 2, 1]), ("ÜBER", [2, 1, 1]), ("absent", []), ("kk", []),
        ]
        for (words, expected) in table {
            let phrase = try #require(PhraseSearch(words))
            let found = try await store.countInRecords(phrase, of: filing.number)
            #expect(found.flatMap { [$0.record, $0.page, $0.count] } == expected)
        }
        #expect(PhraseSearch("") == nil)
    }
}
