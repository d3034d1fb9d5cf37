import CaseModel
import Foundation
import GRDB

extension CaseFiler {
    /// Keeps a signed determination, and the case is signed.
    func sign(_ document: SignedDocument, in number: CaseNumber, by actor: Actor, in db: Database) throws {
        let head = try CaseReading.requiredHead(number, in: db)
        _ = try leads(.sign, head, number)
        if let since = head.suspendedSince { throw CaseStoreError.refused(.suspended(number, since: since)) }
        if let present = try CaseReading.assignment(ofCase: head.id, in: db), present.reviewer != document.reviewer {
            throw CaseStoreError.refused(.assignedToAnother(number))
        }
        guard document.caseRevision == head.revision else {
            throw CaseStoreError.refused(.notWhatStands(number))
        }
        guard document.replaces == (try CaseReading.lastDigest(ofCase: head.id, in: db)) else {
            throw CaseStoreError.refused(.replacesAnother(number))
        }
        if let lacks = lacks(document) {
            throw CaseStoreError.refused(.incompleteDocument(number, lacks: lacks))
        }
        try take(.sign, "case.signed", number, raising: false, by: actor, in: db) { head, detail in
            try insert(document, ofCase: head.id, in: db)
            detail.reviewer = document.reviewer.text
            (detail.digest, detail.replaces) = (document.digest, document.replaces)
        }
    }

    /// Opens a signed case for a determination that takes the place of the signed one.
    func amend(_ number: CaseNumber, reason: String, by actor: Actor, in db: Database) throws {
        try take(.amend, "case.amended", number, note: reason, by: actor, in: db) { head, detail in
            let digest = try CaseReading.lastDigest(ofCase: head.id, in: db)
            try db.cachedStatement(
                sql: "INSERT INTO amendment (digest, at) VALUES (:digest, :now)"
            ).execute(arguments: ["digest": digest, "now": clock()])
            detail.replaces = digest
        }
    }

    /// What a document lacks to be kept; nil when it is whole.
    private func lacks(_ document: SignedDocument) -> String? {
        if document.bytes.isEmpty { return "the document is empty" }
        if document.signature.isEmpty { return "it has no signature" }
        if document.keyFingerprint.isEmpty { return "it does not say by which key" }
        let digits = document.digest.utf8
        let isDigest =
            digits.count == 64
            && digits.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
        if !isDigest { return "its digest is not a SHA-256 in lower case" }
        let isNamed = document.letters.keys.allSatisfy {
            !["", ".", ".."].contains($0) && !$0.utf8.contains(UInt8(ascii: "/")) && !$0.utf8.contains(0)
        }
        return isNamed ? nil : "a letter has a name that no file can have"
    }

    private func insert(_ document: SignedDocument, ofCase id: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO signed_determination (case_id, sequence, revision, bytes, signature, key_fingerprint,
                    reviewer, at, digest, replaces)
                VALUES (:case, (SELECT count(*) + 1 FROM signed_determination WHERE case_id = :case), :revision, :bytes,
                    :signature, :fingerprint, :reviewer, :now, :digest, :replaces)
                """
        ).execute(arguments: [
            "case": id, "revision": document.caseRevision, "bytes": Data(document.bytes),
            "signature": StorableText.of(document.signature),
            "fingerprint": StorableText.of(document.keyFingerprint), "reviewer": document.reviewer.text,
            "now": clock(), "digest": document.digest, "replaces": document.replaces,
        ])
        let signedID = db.lastInsertedRowID
        for (name, bytes) in document.letters.sorted(by: { $0.key < $1.key }) {
            try db.cachedStatement(
                sql: "INSERT INTO signed_letter (signed_id, name, bytes) VALUES (:id, :name, :bytes)"
            ).execute(arguments: ["id": signedID, "name": name, "bytes": Data(bytes)])
        }
    }
}
