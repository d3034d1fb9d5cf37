import CaseModel
import CaseStore
import Testing

@Suite("What a sentence rests on") struct LinkContract {
    static let evidence: [EvidencePlace] = [
        .record(record: 1, page: 1, lines: 1...2), .record(record: 1, page: 2, lines: 1...1),
        .passage(id: "mtus/knee/12", span: 4..<90, digest: "ab12"),
        .passage(id: "mtus/knee/12", span: 0..<0, digest: ""),
        .search(words: "SECRET \"physical therapy\"", found: 0), .search(words: "SECRET", found: 12),
    ]

    @Test("Every kind of link comes back as it was made", arguments: evidence, Engine.all)
    func roundTrip(evidence: EvidencePlace, engine: Engine) async throws {
        let shelf = try Shelf()
        let store = try engine.open(shelf)
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        #expect(try await store.links(of: filing.number) == [:])
        let given = EvidenceLink(id: 7, sentence: " SECRET  words.\nMore. ", evidence: evidence)
        let made = try await store.addLink(given, item: 2, in: filing.number, by: actor("linker"))
        #expect(made == EvidenceLink(id: 1, sentence: "SECRET words.\n\nMore.", evidence: evidence))
        #expect(try await store.addLink(given, item: 2, in: filing.number, by: actor()) == made)
        #expect(try await store.addLink(made, item: 2, in: filing.number, by: actor()) == made)
        #expect(try await engine.open(shelf).links(of: filing.number) == [2: [made]])

        // A link is not part of what the case says.
        let found = try await store.open(filing.number)
        #expect(found.revision == 1 && found.state == .received)
        try await store.removeLink(1, item: 2, in: filing.number, by: actor())
        try await store.removeLink(1, item: 2, in: filing.number, by: actor())
        #expect(try await store.links(of: filing.number) == [:])
        let trail = try await store.auditTrail(filing.number)
        #expect(trail.map(\.action) == ["case.filed", "link.added", "link.removed"])
        #expect(trail.map(\.item) == [nil, 2, 2])
        #expect(trail[1].actor == "linker" && trail[1].detail == trail[2].detail)
        #expect(trail.allSatisfy { !$0.detail.contains("SECRET") && !$0.detail.contains("therapy") })
    }

    @Test("The log tells kind and place", arguments: Engine.all)
    func log(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        for evidence in LinkContract.evidence.prefix(5) where evidence != LinkContract.evidence[3] {
            _ = try await store.addLink(
                EvidenceLink(sentence: "s", evidence: evidence), item: 1, in: filing.number, by: actor())
        }
        #expect(
            try await store.auditTrail(filing.number).dropFirst().map(\.detail) == [
                #"{"kind":"record","lines":"1-2","link":1,"page":1,"record":1}"#,
                #"{"kind":"record","lines":"1-1","link":2,"page":2,"record":1}"#,
                #"{"kind":"passage","link":3,"passage":"mtus/knee/12"}"#, #"{"found":0,"kind":"search","link":4}"#,
            ])
    }

    @Test("Links stand by item and in the order they were made, and no number is given twice", arguments: Engine.all)
    func order(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        func add(_ sentence: String, _ evidence: EvidencePlace, item: Int) async throws -> Int {
            let link = EvidenceLink(sentence: sentence, evidence: evidence)
            return try await store.addLink(link, item: item, in: filing.number, by: actor()).id
        }
        let (page, absent) = (LinkContract.evidence[0], LinkContract.evidence[4])
        #expect(try await add("z", page, item: 3) == 1)
        // The same evidence for another sentence, other evidence for the same, the same for another item.
        #expect(try await add("a", page, item: 3) == 2)
        #expect(try await add("z", absent, item: 3) == 3)
        #expect(try await add("z", page, item: 1) == 1)
        try await store.removeLink(3, item: 3, in: filing.number, by: actor())
        #expect(try await add("z", absent, item: 3) == 4)
        let links = try await store.links(of: filing.number)
        #expect(links.mapValues { $0.map(\.id) } == [1: [1], 3: [1, 2, 4]])
        #expect(links[3]?.map(\.sentence) == ["z", "a", "z"])
        #expect(links[3]?.map(\.evidence) == [page, page, absent])
    }

    @Test("What leads nowhere is refused and changes nothing", arguments: Engine.all)
    func refusals(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let filing = try fullFiling()
        let history = try fullFiling("OLD-1", state: .published)
        _ = try await store.file([filing, history], replace: false, by: actor())
        let (open, missing) = (filing.number, try number("NONE-1"))
        let good = LinkContract.evidence[0]
        func lines(_ lines: ClosedRange<Int>) -> CaseStoreError {
            .noSuchLines(open, record: 1, page: 1, lines: lines)
        }
        let table: [(CaseNumber, Int, String, EvidencePlace, CaseStoreError)] = [
            (missing, 1, "s", good, .noSuchCase(missing)), (history.number, 1, "s", good, .notOpen(history.number)),
            (open, 0, "s", good, .noSuchItem(open, 0)), (open, 4, "s", good, .noSuchItem(open, 4)),
            (open, 1, "", good, .emptySentence(open)), (open, 1, " \n\t", good, .emptySentence(open)),
            (open, 1, "s", .record(record: 1, page: 3, lines: 1...1), .noSuchPage(open, record: 1, page: 3)),
            (open, 1, "s", .record(record: 2, page: 1, lines: 1...1), .noSuchPage(open, record: 2, page: 1)),
            (open, 1, "s", .record(record: 0, page: 1, lines: 1...1), .noSuchPage(open, record: 0, page: 1)),
            (open, 1, "s", .record(record: 1, page: 1, lines: 2...3), lines(2...3)),
            (open, 1, "s", .record(record: 1, page: 1, lines: 0...1), lines(0...1)),
            (open, 1, "s", .passage(id: "", span: 0..<1, digest: "d"), .emptyEvidence(open)),
            (open, 1, "s", .passage(id: "p", span: -1..<1, digest: "d"), .emptyEvidence(open)),
            (open, 1, "s", .search(words: " - ", found: 0), .emptyEvidence(open)),
            (open, 1, "s", .search(words: "w", found: -1), .emptyEvidence(open)),
        ]
        for (number, item, sentence, evidence, error) in table {
            await #expect(throws: error, "\(item) \(sentence) \(evidence)") {
                let link = EvidenceLink(sentence: sentence, evidence: evidence)
                return try await store.addLink(link, item: item, in: number, by: actor())
            }
            #expect("\(error)".hasSuffix("."))
        }
        for (number, item, _, _, error) in table.prefix(4) {
            await #expect(throws: error) { try await store.removeLink(1, item: item, in: number, by: actor()) }
        }
        #expect(try await store.links(of: open) == [:])
        #expect(try await store.auditTrail(open).count == 1)
        await #expect(throws: CaseStoreError.noSuchCase(missing)) { try await store.links(of: missing) }
        await #expect(throws: CaseStoreError.noSuchCase(missing)) { try await store.documentsReviewed(of: missing) }
    }

    @Test("Links stay through deciding and reopening, and go with a case that is replaced", arguments: Engine.all)
    func life(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        var filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        let link = EvidenceLink(sentence: "s", evidence: LinkContract.evidence[0])
        let made = try await store.addLink(link, item: 1, in: filing.number, by: actor())
        for item in 1...3 {
            _ = try await store.decide(decision(item), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
        }
        _ = try await store.addLink(link, item: 2, in: filing.number, by: actor())
        _ = try await store.reopen(item: 1, in: filing.number, by: actor())
        #expect(try await store.file(filing, replace: true, by: actor()) == .unchanged)
        #expect(try await store.links(of: filing.number) == [1: [made], 2: [made]])

        filing.determination.summary = "Other."
        #expect(try await store.file(filing, replace: true, by: actor()) == .replaced)
        #expect(try await store.links(of: filing.number) == [:])
        #expect(try await store.documentsReviewed(of: filing.number) == [])
        // A screen that still shows the old case must not remove a link of the new one.
        #expect(try await store.addLink(link, item: 1, in: filing.number, by: actor()).id == 2)
    }

    @Test("The documents reviewed are the records that links lead to, each once and in order", arguments: Engine.all)
    func documents(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        var filing = try fullFiling()
        filing.records = (1...12).map { CaseRecord(title: "Record \($0)", pages: ["a", "b"]) }
        let other = try fullFiling("OTHER-1")
        _ = try await store.file([filing, other], replace: false, by: actor())
        for (record, item) in [(11, 1), (2, 1), (2, 3), (11, 2)] {
            for page in 1...2 {
                let link = EvidenceLink(sentence: "s", evidence: .record(record: record, page: page, lines: 1...1))
                _ = try await store.addLink(link, item: item, in: filing.number, by: actor())
            }
        }
        for evidence in [LinkContract.evidence[2], LinkContract.evidence[5]] {
            _ = try await store.addLink(
                EvidenceLink(sentence: "s", evidence: evidence), item: 1, in: filing.number, by: actor())
        }
        _ = try await store.addLink(
            EvidenceLink(sentence: "s", evidence: LinkContract.evidence[0]), item: 1, in: other.number, by: actor())
        #expect(
            try await store.documentsReviewed(of: filing.number) == [
                RecordSummary(position: 2, title: "Record 2", pageCount: 2),
                RecordSummary(position: 11, title: "Record 11", pageCount: 2),
            ])
        for page in 1...2 { try await store.removeLink(page, item: 2, in: filing.number, by: actor()) }
        for id in 1...2 { try await store.removeLink(id, item: 1, in: filing.number, by: actor()) }
        #expect(try await store.documentsReviewed(of: filing.number).map(\.position) == [2])
    }
}
