import CaseModel

extension DeterminationDocument {
    /// Reads `determination.json`.
    ///
    /// Every field must be there, and none that is not known: what a program passes over, a person may have been
    /// meant to believe.
    /// - Throws: ``SigningError``, with the name and place of what is wrong.
    package static func read(_ bytes: [UInt8]) throws(SigningError) -> DeterminationDocument {
        var fields = try ObjectReader(try JSONParser.parse(bytes), place: "")
        // Before all else: of another form nothing more can be said.
        guard try fields.value("schema") == .string(schema), try fields.value("version") == .integer(version) else {
            throw .otherSchema
        }
        var program = try ObjectReader(try fields.value("program"), place: "program")
        _ = try program.parsed("name", "“imr” is expected") { $0 == "imr" ? $0 : nil }
        let programVersion = try program.text("version")
        try program.finish()
        let number = try fields.parsed("caseNumber", "a case number is expected") { try? CaseNumber(parsing: $0) }
        let determination = try DeterminationJSON.read(try fields.value("determination"), place: "determination")
        guard determination.caseNumber == number else {
            throw .wrongValue(place: "determination.caseNumber", problem: "it is not the number of the document")
        }
        let reviewer = try SignerFields(try fields.value("reviewer"), credentials: determination.reviewer)
        let document = DeterminationDocument(
            programVersion: programVersion, programme: try fields.text("programme"), caseNumber: number,
            revision: try fields.number("revision", from: 1),
            replaces: try fields.optional("replaces", digestWanted, FileDigest.init(hex:)),
            determination: determination, ranks: try fields.list("ranks", ItemRank.read),
            documents: try fields.list("documentsReviewed", ReviewedDocument.read),
            letters: try fields.list("letters", SignedLetter.read), reviewer: reviewer.id,
            keyFingerprint: reviewer.key,
            allowedSigners: try fields.parsed("allowedSigners", digestWanted, FileDigest.init(hex:)),
            signedAt: try fields.parsed(
                "signedAt", "a time as 2026-11-22T20:06:30Z is expected", UTCTime.init(iso:)),
            meaning: try fields.text("meaning"), overrides: try fields.list("overrides", StandingError.read),
            previousAudit: try fields.optional("previousAudit", digestWanted, FileDigest.init(hex:)))
        try fields.finish()
        return document
    }
}

private let digestWanted = "64 hexadecimal digits are expected"

/// The object that tells of the reviewer.
private struct SignerFields {
    var id: ReviewerID
    var key: String

    init(_ value: JSONValue, credentials: ReviewerCredentials) throws(SigningError) {
        var fields = try ObjectReader(value, place: "reviewer")
        id = try fields.parsed("id", "a reviewer's id is expected") { try? ReviewerID(parsing: $0) }
        key = try fields.parsed("key", "a fingerprint as “SHA256:…” is expected") {
            $0.hasPrefix("SHA256:") && $0.utf8.count == 50 ? $0 : nil
        }
        let said = ReviewerCredentials(
            licensure: try fields.texts("licensure"), specialties: try fields.texts("specialties"))
        guard said == credentials else {
            throw .wrongValue(place: "reviewer", problem: "his credentials are not those of the determination")
        }
        try fields.finish()
    }
}

extension ItemRank {
    fileprivate static func read(_ value: JSONValue, _ place: String) throws(SigningError) -> ItemRank {
        var fields = try ObjectReader(value, place: place)
        let rank = ItemRank(
            item: try fields.number("item", from: 1), rank: try fields.text("rank"),
            inapplicable: try fields.list("inapplicable") { (value, place) throws(SigningError) in
                var fields = try ObjectReader(value, place: place)
                let reason = Reason(rank: try fields.text("rank"), reason: try fields.text("reason"))
                try fields.finish()
                return reason
            })
        try fields.finish()
        return rank
    }
}

extension ReviewedDocument {
    fileprivate static func read(_ value: JSONValue, _ place: String) throws(SigningError) -> ReviewedDocument {
        var fields = try ObjectReader(value, place: place)
        let document = ReviewedDocument(
            title: try fields.text("title"), pages: try fields.number("pages", from: 0),
            digest: try fields.parsed("sha256", digestWanted, FileDigest.init(hex:)))
        try fields.finish()
        return document
    }
}

extension SignedLetter {
    fileprivate static func read(_ value: JSONValue, _ place: String) throws(SigningError) -> SignedLetter {
        var fields = try ObjectReader(value, place: place)
        let letter = SignedLetter(
            name: try fields.parsed("name", "the name of a file in the folder is expected") {
                BundleFiles.isLetterName($0) ? $0 : nil
            },
            mediaType: try fields.text("mediaType"),
            digest: try fields.parsed("sha256", digestWanted, FileDigest.init(hex:)),
            size: try fields.number("size", from: 0))
        try fields.finish()
        return letter
    }
}

extension StandingError {
    fileprivate static func read(_ value: JSONValue, _ place: String) throws(SigningError) -> StandingError {
        var fields = try ObjectReader(value, place: place)
        let item = try fields.optionalNumber("item")
        guard item ?? 1 >= 1 else { throw .wrongValue(place: place + ".item", problem: "items count from 1") }
        let error = StandingError(rule: try fields.text("rule"), item: item, reason: try fields.text("reason"))
        try fields.finish()
        return error
    }
}
