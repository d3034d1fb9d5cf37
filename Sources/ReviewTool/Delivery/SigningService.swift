internal import CaseModel
internal import CaseStore
internal import Letters

/// Brings a decided case to its signature: what the reviewer reads before he signs, what stands in the way, and the
/// signing itself. The session's screen and `imr sign` both use it.
struct SigningService: Sendable {
    let store: any CaseStore
    let actor: Actor
    /// Who signs and with what, as given on the command line; nil is looked up in the configuration.
    var choice = SignerChoice()

    /// The whole letter as it will be signed, and a sentence for each thing that stands in the way.
    /// - Throws: when the case cannot be read, or its letter cannot be written at all.
    func letter(of number: CaseNumber) async throws -> (document: Document, obstacles: [String]) {
        throw ToolError.cannotSign(number.text, obstacles: [])
    }

    /// Signs and stores the determination of a case.
    /// - Parameter keyPath: a private key file; nil for the configured one, else the SSH agent.
    /// - Throws: ``ToolError/cannotSign(_:obstacles:)`` with every obstacle, and what the store or the key refuses.
    func sign(_ number: CaseNumber, keyPath: String?) async throws -> SignedSummary {
        throw ToolError.cannotSign(number.text, obstacles: [])
    }
}

/// Who signs and with what, where somebody has said so.
struct SignerChoice: Hashable, Sendable {
    /// The reviewer's pseudonym, `R-1`.
    var reviewer: String?
    /// A private key file.
    var key: String?
}

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
}
