internal import CaseModel

/// What a signing came to, to be told.
struct SignedSummary: Hashable, Sendable {
    var number: CaseNumber
    /// Who signed, by his pseudonym.
    var reviewer: ReviewerID
    /// The fingerprint of the key: `SHA256:…`.
    var fingerprint: String
    /// The SHA-256 of `determination.json`, 64 hexadecimal digits.
    var digest: String
    /// Which determination of the case it is, from 1.
    var revision: Int
    /// The digest of the one whose place it takes; nil for a first one.
    var replaces: String?

    /// In lines: the case, the key and the digest.
    var lines: [String] {
        ["\(number): revision \(revision) signed by \(reviewer)", "key \(fingerprint)", "SHA-256 \(digest)"]
            + (replaces.map { ["in place of \($0)"] } ?? [])
    }
}
