/// Why something could not be signed, verified or read as signed.
///
/// No case holds text of a case; places in a document are named by their fields.
package enum SigningError: Error, Hashable, Sendable {
    // MARK: Keys

    /// The text is no public key of OpenSSH.
    case notAPublicKey
    /// The key is of a kind that signs no determinations.
    case otherKeyKind(String)
    /// The file is no private key of OpenSSH, or a damaged one.
    case notAPrivateKey(file: String)
    /// A passphrase protects the key.
    case protectedKey(file: String)
    /// Others than its owner may read the key.
    case openKey(file: String)
    /// A file cannot be read.
    case cannotRead(file: String, reason: String)
    /// What was made as a signature is none of the key that made it.
    case wrongSignature

    // MARK: The agent

    /// No agent is named.
    case noAgent
    /// Nothing answers where the agent should be.
    case agentUnreachable(reason: String)
    /// The agent ended the conversation.
    case agentClosed
    /// The agent did not answer in time.
    case agentSilent(seconds: Int)
    /// The agent's answer is not of the protocol.
    case agentNotUnderstood
    /// The agent would not sign.
    case agentRefused
    /// The agent holds none of the reviewer's keys, but so many others that could sign.
    case agentHasNoKey(count: Int)

    // MARK: Who may sign

    /// The file is no signature as OpenSSH writes it.
    case notASignature
    /// A line, from 1, of a list of allowed signers is not understood.
    case signersLine(Int, problem: String)
    /// A line, from 1, of a list of revoked keys is no public key.
    case revokedLine(Int)
    /// The key may not sign for the reviewer.
    case mayNotSign(ReviewerKeyProblem)

    // MARK: The document

    /// It is not JSON as this program reads it, from a byte on.
    case notJSON(byte: Int, problem: String)
    /// A field is not known.
    case unknownField(name: String, place: String)
    /// A field is missing.
    case missingField(name: String, place: String)
    /// A value is not one that may stand there.
    case wrongValue(place: String, problem: String)
    /// It is of another schema or of a later version of it.
    case otherSchema

    // MARK: What is to be signed

    /// The item, from 1, is not decided; 0 when there is no item.
    case notDecided(item: Int)
    /// The signature has no meaning, so nobody could say what it stands for.
    case noMeaning
    /// There is no letter to sign.
    case noLetters
    /// The name of a letter cannot stand in a folder beside the others.
    case letterName(String)
    /// The letter names another case.
    case letterOfOtherCase(String)
    /// The name of the reviewer stands in what is to be signed.
    case nameOfReviewer(file: String)
    /// What was signed would not verify; the sentence says why.
    case wouldNotVerify(String)
}

/// What is the matter with a key and a reviewer.
package enum ReviewerKeyProblem: Hashable, Sendable {
    /// The key is not among his.
    case notRegistered(reviewer: String, fingerprint: String)
    /// It is registered for other purposes only.
    case otherPurpose(fingerprint: String)
    /// It was not valid yet.
    case notYetValid(from: UTCTime)
    /// It was valid no more.
    case expired(after: UTCTime)
    /// It was revoked.
    case revoked(fingerprint: String)
}
