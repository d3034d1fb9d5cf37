/// A determination as its reviewer signed it: the very bytes, and the signature over them.
public struct SignedDocument: Hashable, Sendable {
    /// The bytes of `determination.json`; a signature holds for them and for no others.
    public var bytes: [UInt8]
    /// The detached signature in its armour, as a program that verifies it takes it.
    public var signature: String
    /// The fingerprint of the key: `SHA256:…`.
    public var keyFingerprint: String
    /// Who signed, by his pseudonym.
    public var reviewer: ReviewerID
    /// The revision of the case (``ReviewCase/revision``) that was signed.
    public var caseRevision: Int
    /// The SHA-256 of ``bytes``: 64 hexadecimal digits, in lower case.
    public var digest: String
    /// The digest of the signed determination that this one takes the place of; nil for the first one of a case.
    public var replaces: String?
    /// The letters as they were rendered, by file name; names are a single part of a path.
    public var letters: [String: [UInt8]]

    /// A signed document from its parts.
    public init(
        bytes: [UInt8], signature: String, keyFingerprint: String, reviewer: ReviewerID, caseRevision: Int,
        digest: String, replaces: String? = nil, letters: [String: [UInt8]] = [:]
    ) {
        self.bytes = bytes
        self.signature = signature
        self.keyFingerprint = keyFingerprint
        self.reviewer = reviewer
        self.caseRevision = caseRevision
        self.digest = digest
        self.replaces = replaces
        self.letters = letters
    }
}

/// A signed document as the store keeps it.
public struct SignedRevision: Hashable, Sendable {
    /// Which one of the case it is, from 1; a later one takes the place of the one before.
    public var sequence: Int
    /// When it was stored, in seconds since 1970 UTC.
    public var at: Int64
    /// What was signed.
    public var document: SignedDocument

    /// A signed revision from its parts.
    public init(sequence: Int, at: Int64, document: SignedDocument) {
        self.sequence = sequence
        self.at = at
        self.document = document
    }
}
