import CaseModel
import GRDB

extension CaseReading {
    /// Who has a case; nil while nobody does.
    static func assignment(ofCase id: Int64, in db: Database) throws -> Assignment? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT reviewer, reasons, at, parties, attested_at FROM assignment
                WHERE case_id = :id AND ended_at IS NULL
                """)
        guard let row = try Row.fetchOne(statement, arguments: ["id": id]) else { return nil }
        let reviewer = try PeopleReading.id(row[0])
        let (parties, attested): (String?, Int64?) = (row[3], row[4])
        var attestation: Attestation?
        if let parties, let attested {
            attestation = Attestation(reviewer: reviewer, parties: try PeopleJSON.parties(parties), at: attested)
        }
        return Assignment(
            reviewer: reviewer, reasons: try JSONText.texts(row[1]), at: row[2], attestation: attestation)
    }

    /// What is to be corrected in a case that was opened again; nil otherwise.
    static func correction(of head: Head, in db: Database) throws -> String? {
        guard head.state == .inReview else { return nil }
        return try notes(ofCase: head.id, in: db).last { $0.step == .returnForCorrection || $0.step == .amend }?.text
    }

    /// Why steps were taken, oldest first.
    static func notes(ofCase id: Int64, in db: Database) throws -> [CaseNote] {
        let statement = try db.cachedStatement(
            sql: "SELECT step, text, actor, at FROM case_note WHERE case_id = :id ORDER BY id")
        return try Row.fetchAll(statement, arguments: ["id": id]).map { row in
            guard let step = CaseStep(rawValue: row[0]) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
            return CaseNote(step: step, text: row[1], actor: row[2], at: row[3])
        }
    }

    /// The case that took over the items of a consolidated one.
    static func leading(ofCase id: Int64, in db: Database) throws -> CaseNumber? {
        let statement = try db.cachedStatement(sql: "SELECT leading FROM consolidation WHERE case_id = :id")
        return try String.fetchOne(statement, arguments: ["id": id]).flatMap { try? CaseNumber(parsing: $0) }
    }

    /// What the notice tells of a case; nil when there is none.
    static func notice(ofCase id: Int64, in db: Database) throws -> CaseNotice? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT employee, employer, claims_administrator, claims_examiner, requesting_physician, claim_number,
                    treatment_requested, requested, documents_received, other_parties
                FROM notice WHERE case_id = :id
                """)
        return try Row.fetchOne(statement, arguments: ["id": id]).map { row in
            CaseNotice(
                employee: row[0], employer: row[1], claimsAdministrator: row[2], claimsExaminer: row[3],
                requestingPhysician: row[4], claimNumber: row[5], treatmentRequested: row[6], requested: day(row[7]),
                documentsReceived: day(row[8]), otherParties: try PeopleJSON.parties(row[9]))
        }
    }

    /// What the notices tell of a case and of those whose items it took over; its own comes first.
    static func notices(of number: CaseNumber, in db: Database) throws -> [CaseNotice] {
        let joined = try db.cachedStatement(
            sql: "SELECT case_id FROM consolidation WHERE leading = :number ORDER BY case_id")
        let ids =
            [try requiredHead(number, in: db).id] + (try Int64.fetchAll(joined, arguments: ["number": number.text]))
        return try ids.compactMap { try notice(ofCase: $0, in: db) }
    }

    /// What was signed for a case, oldest first.
    static func signed(ofCase id: Int64, in db: Database) throws -> [SignedRevision] {
        let letters = try db.cachedStatement(
            sql: "SELECT name, bytes FROM signed_letter WHERE signed_id = :id ORDER BY name")
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, sequence, at, bytes, signature, key_fingerprint, reviewer, revision, digest, replaces
                FROM signed_determination WHERE case_id = :id ORDER BY sequence
                """)
        return try Row.fetchAll(statement, arguments: ["id": id]).map { row in
            let signedID: Int64 = row[0]
            var files: [String: [UInt8]] = [:]
            for letter in try Row.fetchAll(letters, arguments: ["id": signedID]) {
                files[letter[0]] = try bytes(letter, 1)
            }
            return SignedRevision(
                sequence: row[1], at: row[2],
                document: SignedDocument(
                    bytes: try bytes(row, 3), signature: row[4], keyFingerprint: row[5],
                    reviewer: try PeopleReading.id(row[6]), caseRevision: row[7], digest: row[8], replaces: row[9],
                    letters: files))
        }
    }

    /// The digest of the last determination signed for a case; nil when none was.
    static func lastDigest(ofCase id: Int64, in db: Database) throws -> String? {
        let statement = try db.cachedStatement(
            sql: "SELECT digest FROM signed_determination WHERE case_id = :id ORDER BY sequence DESC LIMIT 1")
        return try String.fetchOne(statement, arguments: ["id": id])
    }

    private static func bytes(_ row: Row, _ column: Int) throws -> [UInt8] {
        try row.withUnsafeData(atIndex: column) { data in data.map { [UInt8]($0) } ?? [] }
    }
}
