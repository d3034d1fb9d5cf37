import CaseModel
import GRDB
import Testing

@testable import CaseStore

@Suite("What is signed") struct SigningContract {
    /// Statements that would change or remove what was signed, or what it was made of.
    static let attacks = [
        "UPDATE signed_determination SET bytes = x'00'", "UPDATE signed_determination SET signature = 's'",
        "DELETE FROM signed_determination",
        "INSERT OR REPLACE INTO signed_determination SELECT id, case_id, sequence, revision, x'00', signature, "
            + "key_fingerprint, reviewer, at, digest, replaces FROM signed_determination",
        "REPLACE INTO signed_determination SELECT id + 9, case_id, sequence, revision, x'00', signature, "
            + "key_fingerprint, reviewer, at, replace(digest, 'a', 'c'), replaces FROM signed_determination",
        "INSERT INTO signed_determination SELECT id + 9, case_id, sequence + 1, revision, x'00', signature, "
            + "key_fingerprint, reviewer, at, replace(digest, 'a', 'c'), replaces FROM signed_determination",
        "UPDATE signed_letter SET bytes = x'00'", "DELETE FROM signed_letter",
        "REPLACE INTO signed_letter SELECT id, signed_id, name, x'00' FROM signed_letter",
        "REPLACE INTO signed_letter SELECT id + 9, signed_id, name, x'00' FROM signed_letter",
        "UPDATE item SET rationale = 'other'", "UPDATE item SET case_id = 2", "DELETE FROM item WHERE position = 1",
        "REPLACE INTO item SELECT * FROM item",
        "REPLACE INTO item SELECT id + 9, case_id, position, text, original, "
            + "authorized, remaining, claims_guideline, reviewer_guideline, citations, decision, rationale FROM item",
        "UPDATE determination SET summary = 'other'", "DELETE FROM determination",
        "REPLACE INTO determination SELECT * FROM determination", "UPDATE record SET title = 'other'",
        "DELETE FROM record", "REPLACE INTO record SELECT * FROM record", "UPDATE record_page SET text = 'other'",
        "DELETE FROM record_page", "REPLACE INTO record_page SELECT * FROM record_page",
        "UPDATE review_case SET state = 30", "UPDATE review_case SET state = 84",
        "UPDATE review_case SET number = 'OTHER'", "UPDATE review_case SET due = NULL",
        "UPDATE review_case SET revision = 99", "DELETE FROM review_case",
        "PRAGMA recursive_triggers = OFF; REPLACE INTO review_case (id, number, state, specialty, item_count, "
            + "decided_count, is_blind, revision, filed_at) VALUES (1, 'OTHER', 10, '', 0, 0, 0, 1, 0)",
        "REPLACE INTO review_case (id, number, state, specialty, item_count, decided_count, is_blind, revision, "
            + "filed_at) SELECT 7, number, 10, '', 0, 0, 0, 1, 0 FROM review_case",
    ]

    @Test("No statement changes it, nor what it was made of", arguments: attacks, [false, true])
    func only(attack: String, isDelivered: Bool) async throws {
        let store = try SQLiteCaseStore.open(at: try Shelf().path)
        let number = try fullFiling().number
        _ = try await store.file(fullFiling(), replace: false, by: actor())
        try await People.decide(number, in: store)
        _ = try await store.sign(People.document(store.open(number)), in: number, by: actor())
        if isDelivered { _ = try await store.deliver(number, by: actor()) }
        let before = (try await store.open(number), try await store.signedDeterminations(of: number))
        await #expect(throws: CaseStoreError.self) { try await store.write { try $0.execute(sql: attack) } }
        #expect(try await store.open(number) == before.0)
        #expect(try await store.signedDeterminations(of: number) == before.1)
    }

    @Test("A signed case is given back byte by byte, and its content is refused every change", arguments: Engine.all)
    func signing(engine: Engine) async throws {
        let filing = try fullFiling()
        let store = try await People.decided(engine, filing)
        let number = filing.number
        let document = try People.document(try await store.open(number))
        let signed = try await store.sign(document, in: number, by: actor())
        #expect(signed.state == .signed)
        #expect(
            try await store.signedDeterminations(of: number)
                == [SignedRevision(sequence: 1, at: 1_000, document: document)])
        let draft = Draft(item: 1, rationale: "r", reviewerGuideline: "g", decision: nil, cursor: 0, revision: 9)
        let link = EvidenceLink(sentence: "s", evidence: .search(words: "w", found: 0))
        var other = filing
        other.determination.summary = "Other."
        let refiled = other
        let changes: [@Sendable () async throws -> Void] = [
            { _ = try await store.decide(decision(1), in: number, decisionDay: People.today, by: actor()) },
            { _ = try await store.reopen(item: 1, in: number, by: actor()) },
            { try await store.saveDraft(draft, in: number, by: actor()) },
            { _ = try await store.addLink(link, item: 1, in: number, by: actor()) },
            { _ = try await store.file(refiled, replace: true, by: actor()) },
            { try await store.setNotice(People.notice, of: number, by: actor()) },
        ]
        for change in changes {
            await #expect { try await change() } throws: { error in
                guard case .refused(.wrongState(number, .signed, _)) = error as? CaseStoreError else { return false }
                return true
            }
        }
        #expect(try await store.open(number) == signed)
    }

    @Test("An amended determination is a new one that names the old, which stays", arguments: Engine.all)
    func amending(engine: Engine) async throws {
        let filing = try fullFiling()
        let number = filing.number
        let store = try await People.decided(engine, filing)
        let first = try People.document(try await store.open(number))
        _ = try await store.sign(first, in: number, by: actor())
        let open = try await store.amend(number, reason: "A date was wrong.", by: actor())
        await #expect(throws: CaseStoreError.refused(.signedAlready(number))) {
            _ = try await store.withdraw(number, reason: "It was authorized.", by: actor())
        }
        #expect((open.state, open.correction) == (.inReview, "A date was wrong."))
        var other = filing
        other.determination.summary = "Other."
        let refiled = other
        await #expect(throws: CaseStoreError.refused(.signedAlready(number))) {
            try await store.file(refiled, replace: true, by: actor())
        }
        let again = try await store.decide(
            decision(1, .overturned), in: number, decisionDay: People.today, by: actor())
        await #expect(throws: CaseStoreError.refused(.replacesAnother(number))) {
            try await store.sign(People.document(again, mark: "b"), in: number, by: actor())
        }
        let second = try People.document(again, mark: "b", replaces: "a")
        #expect(try await store.sign(second, in: number, by: actor()).state == .signed)
        #expect(try await store.signedDeterminations(of: number).map(\.document) == [first, second])
        #expect(try await store.signedDeterminations(of: number).map(\.sequence) == [1, 2])
        #expect(try await store.deliver(number, by: actor()).state == .delivered)
    }

    /// What is wrong with a document that is handed in.
    static let wrong: [@Sendable (inout SignedDocument) -> Void] = [
        { $0.caseRevision += 1 }, { $0.caseRevision -= 1 }, { $0.replaces = String(repeating: "f", count: 64) },
        { $0.bytes = [] }, { $0.signature = "" }, { $0.keyFingerprint = "" }, { $0.digest = "abc" },
        { $0.digest = String(repeating: "A", count: 64) }, { $0.letters["../letter"] = [] },
        { $0.letters["."] = [] }, { $0.letters[""] = [] },
    ]

    @Test("A document that is not whole, or not of the case as it stands, is not kept", arguments: wrong.indices)
    func documents(index: Int) async throws {
        let filing = try fullFiling()
        let store = try await People.decided(Engine.all[0], filing)
        var document = try People.document(try await store.open(filing.number))
        SigningContract.wrong[index](&document)
        let given = document
        await #expect {
            try await store.sign(given, in: filing.number, by: actor())
        } throws: { error in
            if case .refused = error as? CaseStoreError { true } else { false }
        }
        #expect(try await store.open(filing.number).state == .decided)
        #expect(try await store.signedDeterminations(of: filing.number) == [])
    }
}
