import CaseModel
import Testing
import TextUI

@testable import Workstation

/// A case with three records of several pages, for reading.
private func desk(rows: Int = 24, columns: Int = 80, pageLines: Int = 30) -> Harness {
    var one = Harness.norco
    one.records = [
        RecordSummary(position: 1, title: "Progress notes", pageCount: 2, kind: .medicalRecords),
        RecordSummary(position: 2, title: "Operative report", pageCount: 1, kind: .medicalRecords),
        RecordSummary(position: 3, title: "Notice of assignment", pageCount: 1, kind: .noarfi),
    ]
    var harness = Harness([one], rows: rows, columns: columns)
    func page(_ first: String, _ last: String) -> String {
        ([first] + (2..<pageLines).map { "line \($0) of the note" } + [last]).joined(separator: "\n")
    }
    harness.recordPages = [
        "1.1": page("PROGRESS NOTE 09-21-2026", "wrist pain 4/10 after the plate"),
        "1.2": page("second page", "the plate is well placed"),
        "2.1": page("OPERATIVE REPORT 08-05-2026", "a volar plate of the left wrist; Plate removed never"),
        "3.1": "NOTICE\nNorco 10/325 mg #60 for the left wrist",
    ]
    harness.links = [
        one.number: [
            1: [
                EvidenceLink(
                    id: 1, sentence: "The plate held.", evidence: .record(record: 2, page: 1, lines: 30...30)),
                EvidenceLink(id: 2, sentence: "Nothing.", evidence: .search(words: "w", found: 0)),
            ]
        ]
    ]
    return harness
}

extension Harness {
    fileprivate var page: CasePage? { model.caseFile?.page }
    fileprivate var footer: String { model.view().line(model.view().rows - 1) }
    fileprivate mutating func search(_ words: String) {
        type("/")
        write(words)
        type("<enter>")
    }
}

@Suite("Reading the records")
struct RecordReadingTests {
    @Test(
        "A number that no page has is said to be none",
        arguments: [("-1", "is no page"), ("R2 -1", "is no page"), ("0", "R1 has 2 pages"), ("9", "R1 has 2 pages")])
    func noPage(typed: String, says: String) {
        var harness = desk()
        harness.type("<enter> r P")
        harness.write(typed + "\n")
        #expect(harness.footer.contains(says))
        #expect(harness.page == .record(1, page: 1))
    }

    @Test(
        "Above the places that a search found stands how many there are, and whether all are listed",
        arguments: [
            (200, 900, "1/900, the first 200 listed", "900 places, the first 200 listed"), (3, 3, "1/3", "3 places"),
            (1, 1, "1/1", "1 place"), (0, 0, "0 places", "0 places"),
        ])
    func tally(listed: Int, total: Int, first: String, last: String) throws {
        var harness = desk()
        harness.type("<enter> 1 e P a i n . <escape> f p <enter>")
        let hits = (0..<listed).map { RecordHit(record: 1, page: 1, line: $0 + 1, text: "pain") }
        guard case .chooser(let chooser) = harness.model.overlay else {
            Issue.record("no list is shown")
            return
        }
        harness.send(.recordsSearched(words: "p", hits: hits, total: total, generation: chooser.generation))
        #expect(harness.model.view().line(0).hasSuffix(" " + first))
        harness.type("G")
        #expect(harness.model.view().line(0).hasSuffix(" " + last))
    }

    @Test("An answer to a search leaves whoever has gone on where he is")
    func lateAnswer() throws {
        var harness = desk()
        harness.type("<enter>")
        harness.isHanging = true
        harness.search("volar")
        let generation = try #require(harness.model.caseFile?.reading.found.generation)
        harness.type("1 e")
        let counts = [PageMatches(record: 2, page: 1, count: 1)]
        harness.send(.countedInRecords(Harness.norco.number, counts, generation: generation))
        #expect(harness.page == .item(1))
        harness.write("Q")
        #expect(!harness.isOver)
    }

    @Test("A search goes on from the summary into the records and around the end, both ways")
    func searchAcross() {
        var harness = desk()
        harness.type("<enter>")
        harness.search("plate")
        // "plated" in the summary, then one on each of three pages, two of them on the last.
        #expect(harness.page == .summary && harness.footer.contains("match 1 of 5"))
        var seen: [String] = []
        for key in ["n", "n", "n", "n", "n", "N", "N"] {
            harness.type(key)
            let page = harness.page.map { "\($0)" } ?? ""
            seen.append(page.filter(\.isNumber) + harness.footer.suffix(25).filter(\.isNumber).prefix(2))
            #expect(harness.model.caseFile?.currentMatch != nil)
        }
        #expect(seen == ["1125", "1235", "2145", "2155", "15", "2155", "2145"])
        #expect(harness.screen.contains("volar plate"), "the match is scrolled into view")
    }

    @Test(
        "What only the records have is gone to at once; what nothing has is told",
        arguments: [("volar", true), ("xyzzy", false)])
    func elsewhere(words: String, isFound: Bool) {
        var harness = desk()
        harness.type("<enter>")
        harness.search(words)
        #expect(harness.page == (isFound ? .record(2, page: 1) : .summary))
        #expect(harness.screen.contains(isFound ? "match 1 of 1" : "neither in the summary nor in the records"))
        guard isFound else { return }
        harness.type("<c-o>")
        #expect(harness.page == .summary)
    }

    @Test("While the records are being counted the bottom line says so; where that fails nothing is waited for")
    func counting() {
        var harness = desk()
        harness.type("<enter>")
        harness.isHanging = true
        harness.search("volar")
        #expect(harness.footer.contains("searching …") && harness.page == .summary)
        harness.search("plate")
        #expect(harness.footer.contains("match 1 of 1 …"))
        harness.isHanging = false
        harness.failure = "the store is gone"
        harness.search("volar")
        #expect(harness.screen.contains("the store is gone") && harness.page == .summary)
        harness.failure = nil
        harness.type("<escape> j")
        #expect(!harness.footer.contains("…"))
    }

    @Test("Matches and bookmarks stand on the scroll bar, in signs that ASCII has too")
    func scrollBar() {
        var harness = desk()
        harness.type("<enter> r")
        harness.search("plate")
        harness.type("g m a <enter>")
        let frame = harness.model.view()
        let bar = (1..<23).map { frame[$0, 79].character }
        #expect(bar.first == "◆" && bar.last == "•" && bar[1..<16].allSatisfy { $0 == "┃" } && bar[18] == " ")
        #expect(Set(bar.map { AsciiForm.of($0) }) == ["+", "*", "|", " "])
    }

    @Test("A bookmark keeps its line and note over reopening, another window and a search, and is removed again")
    func bookmarks() {
        var harness = desk(columns: 120)
        harness.type("<enter>")
        harness.search("volar")
        harness.type("m")
        harness.write("implant")
        harness.type("<enter>")
        let place = ReadingPlace.record(2, page: 1, line: 30)
        #expect(harness.effects.contains(.keepBookmark(Harness.norco.number, bookmark(place, "implant"))))
        harness.type("0 m <down> <down> <enter> q q <enter>")
        #expect(harness.bookmarks[Harness.norco.number]?.map(\.note) == ["", "implant"])
        harness.send(.resized(rows: 24, columns: 80))
        harness.type("M j <enter>")
        #expect(harness.page == .record(2, page: 1) && harness.screen.contains("◆a volar plate"))
        harness.send(.resized(rows: 24, columns: 120))
        #expect(harness.screen.contains("removed never  ◆ implant"))
        // Its note comes back to be changed.
        harness.search("volar")
        harness.type("m s <enter>")
        #expect(harness.bookmarks[Harness.norco.number]?.map(\.note) == ["", "implants"])
        harness.type("m <c-x>")
        harness.type("M")
        #expect(!harness.screen.contains("implants") && harness.screen.contains("◆ summary"))
        harness.type("x")
        #expect(harness.screen.contains("No place is marked yet"))
    }

    @Test("The place of a bookmark in the summary is that of its words, however wide the window is")
    func summaryPlace() throws {
        var harness = desk()
        harness.type("<enter> m <down> <down> <enter>")
        let place = try #require(harness.bookmarks[Harness.norco.number]?.first?.place)
        for columns in [60, 80, 120] {
            harness.send(.resized(rows: 30, columns: columns))
            let line = try #require(harness.model.caseFile?.text.line(of: place))
            guard case .summary(let character) = place,
                case .summary(let start) = harness.model.caseFile?.text.lines[line].place
            else { return #expect(Bool(false)) }
            #expect(start <= character && character - start < columns)
        }
    }

    @Test(
        "A bookmark that is being made stays at its words when the window becomes another",
        arguments: [(40, 120), (40, 80), (120, 40), (80, 81), (120, 120)])
    func markingInAnotherWindow(from: Int, to: Int) throws {
        var harness = desk(rows: 10, columns: from)
        harness.cases[0].determination.summary = (1...90).map { "Sentence \($0)." }.joined(separator: " ")
        harness.type("<enter> G m <up>")
        let screen = try #require(harness.model.caseFile)
        let place = try #require(screen.reading.marking.flatMap { screen.text.lines[$0.line].place })
        harness.send(.resized(rows: 10, columns: to))
        #expect(harness.model.view().cells.contains { $0.role == .selection }, "the line is in sight")
        harness.type("a <enter>")
        #expect(harness.bookmarks[Harness.norco.number]?.map(\.place) == [place])
    }

    @Test("A record without pages says so when it is chosen from the contents")
    func noPages() {
        var harness = desk()
        harness.cases[0].records[1].pageCount = 0
        harness.type("<enter> C j j <enter>")
        #expect(harness.page == .summary && harness.footer.contains("R2 has no pages"))
    }

    @Test("Bookmarks are refused where nothing can be come back to, and a note that is too long is told")
    func refusals() {
        var harness = desk()
        harness.type("<enter> p m")
        #expect(harness.screen.contains("bookmarks stand in the summary and the records"))
        harness.type("r m")
        harness.write(String(repeating: "a", count: 201))
        harness.type("<enter>")
        #expect(harness.screen.contains("at most 200 characters"))
        #expect(harness.model.caseFile?.reading.marking != nil)
    }

    @Test(
        "A page is gone to by its number",
        arguments: [
            ("2", CasePage.record(1, page: 2), ""), ("R2 1", .record(2, page: 1), ""),
            ("3.1", .record(3, page: 1), ""), ("3", .summary, "R1 has 2 pages"), ("9 1", .summary, "3 records"),
            ("x", .summary, "is no page"), ("0", .summary, "R1 has 2 pages"),
        ])
    func numbers(words: String, page: CasePage, said: String) {
        var harness = desk()
        harness.type("<enter> P")
        harness.write(words)
        harness.type("<enter>")
        #expect(harness.page == page)
        #expect(said.isEmpty || harness.screen.contains(said))
    }

    @Test(
        "Two places scroll on their own, Tab goes from one to the other, and a step back shows one",
        arguments: [80, 120])
    func twoPlaces(columns: Int) {
        var harness = desk(columns: columns)
        harness.type("<enter> = <tab> j j l <tab>")
        #expect(harness.page == .summary)
        #expect(harness.model.caseFile?.reading.beside?.page == .record(1, page: 2))
        harness.type("<tab> h")
        #expect(harness.page == .record(1, page: 1))
        #expect(harness.model.caseFile?.tops[.record(1, page: 1)] == 2)
        #expect(harness.screen.contains("line 3 of the note") && harness.screen.contains("carpenter"))
        // Both may be of one page.
        harness.type("<tab> r G <tab>")
        #expect(harness.model.caseFile?.tops[.record(1, page: 1)] == 2)
        #expect(harness.screen.contains("line 3 of the note") && harness.screen.contains("wrist pain 4/10"))
        harness.type("q")
        #expect(harness.model.caseFile?.isSplit == false && harness.page == .record(1, page: 1))
        harness.type("<tab>")
        #expect(harness.screen.contains("one place is shown; = shows two"))
    }

    @Test("Where there is no room for two places the key says why")
    func noRoom() {
        var harness = desk(rows: 11, columns: 99)
        harness.type("<enter> =")
        #expect(harness.model.caseFile?.isSplit == false)
        #expect(harness.screen.contains("two places need 100 columns or 12 rows"))
    }

    @Test("Dates, amounts and parts of the body are marked on demand, all or one kind, and found once a page")
    func mentions() throws {
        var harness = desk(columns: 200)
        harness.type("<enter>")
        func roles() -> [Role: Int] {
            let lines = harness.model.caseFile?.text.lines ?? []
            return Dictionary(lines.flatMap(\.marks).map { ($0.role, 1) }, uniquingKeysWith: +)
        }
        #expect(roles().isEmpty && harness.model.caseFile?.reading.mentions.known.isEmpty == true)
        harness.type("*")
        // The days of the fall, the plate, the visit and of utilization review; Norco's strength, #60 and #25.
        #expect(roles() == [.date: 4, .amount: 3, .bodyPart: 1])
        #expect(harness.screen.contains("[x] 4 dates  [x] 3 amounts  [x] 1 part of the body"))
        harness.type("* r")
        #expect(roles() == [.date: 1])
        #expect(harness.screen.contains("marked [x] 1 date  [ ] 0 amounts  [ ] 1 part of the body"))
        let known = harness.model.caseFile?.reading.mentions.known
        harness.type("0 r 0 j k")
        #expect(harness.model.caseFile?.reading.mentions.known == known)
        // The summary beside an item has them too.
        harness.type("i *")
        #expect(harness.screen.contains("marked in the summary: 3 amounts"))
        #expect(harness.model.view().cells.contains { $0.role == .amount })
        harness.type("* *")
        #expect(!harness.model.view().cells.contains { [.date, .amount, .bodyPart].contains($0.role) })
    }

    @Test("No size of the window is too small or too large for them", arguments: [1, 7, 8, 9, 10, 11, 12, 24, 90])
    func sizes(rows: Int) {
        let keys = [
            "<enter>", "=", "<tab>", "*", "G", "C", "G", "<escape>", "r", "m", "<down>", "<escape>", "P", "<escape>",
            "M",
            "<escape>", "/", "l", "i", "<enter>", "n", "N", "=", "p", "=", "q",
        ]
        for columns in [1, 3, 39, 40, 59, 60, 80, 99, 100, 101, 260] {
            var harness = desk()
            for key in keys {
                harness.send(.resized(rows: rows, columns: columns))
                harness.type(key)
                let frame = harness.model.view()
                #expect(frame.rows == rows && frame.columns == columns)
                if let cursor = frame.cursor {
                    #expect(
                        (0..<rows).contains(cursor.row) && (0..<columns).contains(cursor.column), "\(columns), \(key)")
                }
                // As on another screen meanwhile.
                harness.send(.resized(rows: 24, columns: 120))
            }
        }
    }

    @Test("An entry of the contents leads to its line, and a document that has matches to the first of them")
    func contents() {
        var harness = desk()
        harness.type("<enter> i C j j j <enter>")
        #expect(harness.page == .record(2, page: 1) && harness.screen.contains("volar"))
        harness.type("q")
        #expect(harness.page == .item(1))
        harness.type("q")
        harness.search("well placed")
        harness.type("0 C j <enter>")
        #expect(harness.page == .record(1, page: 2))
    }

    @Test(
        "The first Esc ends a search where it is read, the next goes back; q goes back at once",
        arguments: [
            ("<enter> / p l a t e <enter> <escape>", CasePage?.some(.summary), ""),
            ("<enter> / p l a t e <enter> <escape> <escape>", nil, ""),
            ("<enter> / p l a t e <enter> n n <escape>", .record(1, page: 2), ""),
            ("<enter> i r / p l a t e <enter> <escape> <escape>", .item(1), ""),
            ("<enter> = / p l a t e <enter> <escape>", .summary, ""), ("<enter> / p l a t e <escape>", .summary, ""),
            ("<enter> / p l a t e <enter> q", nil, ""), ("<enter> / p l a t e <enter> i <escape>", .summary, "plate"),
        ])
    func searchEnds(keys: String, page: CasePage?, search: String) {
        var harness = desk()
        harness.type(keys)
        #expect(harness.page == page)
        guard page != nil else { return }
        #expect(harness.model.caseFile?.search == search)
        #expect(harness.footer.contains("match 1 of") == false || !search.isEmpty)
        #expect(harness.model.caseFile?.isSplit == keys.contains("="))
        if search.isEmpty, page?.isItem == false {
            harness.type("n")
            #expect(harness.footer.contains("nothing is searched for"))
        }
    }

    @Test(
        "The screens look as they were approved",
        arguments: [
            ("contents", 24, 80, "<enter> / p l a t e <enter> m n o t e <enter> C"),
            ("contents-wide", 30, 120, "<enter> r m p a i n <enter> C"), ("bookmarks-none", 24, 80, "<enter> M"),
            ("record-search", 24, 80, "<enter> r / p l a t e <enter> m n o t e <enter>"),
            ("record-marking", 24, 80, "<enter> r m <down> s e e <space> R 2"),
            ("summary-mentions", 24, 80, "<enter> *"), ("record-mentions", 24, 80, "<enter> * * * r"),
            ("reading-side-by-side", 30, 120, "<enter> ="), ("reading-stacked", 24, 80, "<enter> = <tab>"),
        ])
    func golden(name: String, rows: Int, columns: Int, keys: String) {
        var harness = desk(rows: rows, columns: columns)
        harness.type(keys)
        harness.wait()
        harness.expectFrame(name)
    }

    private func bookmark(_ place: ReadingPlace, _ note: String) -> Bookmark {
        guard let bookmark = try? Bookmark(place: place, note: note) else {
            preconditionFailure("the note is too long")
        }
        return bookmark
    }
}
