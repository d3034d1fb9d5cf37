package import CaseModel

/// A letter as a renderer made it, a file of the bundle.
package struct RenderedLetter: Hashable, Sendable {
    /// The name of the file, as `CM17-0003890.pdf`.
    package var name: String
    /// What kind of file it is, as `application/pdf`.
    package var mediaType: String
    /// Its bytes.
    package var bytes: [UInt8]

    /// A letter from its parts.
    package init(name: String, mediaType: String, bytes: [UInt8]) {
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

/// All that goes into a signed determination.
package struct SigningRequest: Hashable, Sendable {
    /// The case, every item decided.
    package var reviewCase: ReviewCase
    /// Its records with their pages, in the order of the case file.
    package var records: [CaseRecord]
    /// The letters as the reviewer saw them.
    package var letters: [RenderedLetter]
    /// Who signs. His name is used only to see that it stands nowhere.
    package var reviewer: Reviewer
    /// The id of the programme.
    package var programme: String
    /// What the signature means, in the programme's words.
    package var meaning: String
    /// The version of this program.
    package var programVersion: String
    /// When it is signed.
    package var signedAt: UTCTime
    /// Which determination of the case it is, from 1.
    package var revision = 1
    /// The digest of the document that it amends; nil for a first determination.
    package var replaces: FileDigest?
    /// The rank of the evidence of items, where it was recorded.
    package var ranks: [ItemRank] = []
    /// The findings of the check that were overridden; those that are errors, as the caller chooses them.
    package var overrides: [FindingOverride] = []
    /// The digest of the line of the audit log before the signing.
    package var previousAudit: FileDigest?

    /// A request for a first determination; what amends, ranks, overrides and chains is set afterwards.
    package init(
        reviewCase: ReviewCase, records: [CaseRecord], letters: [RenderedLetter], reviewer: Reviewer,
        programme: String, meaning: String, programVersion: String, signedAt: UTCTime
    ) {
        self.reviewCase = reviewCase
        self.records = records
        self.letters = letters
        self.reviewer = reviewer
        self.programme = programme
        self.meaning = meaning
        self.programVersion = programVersion
        self.signedAt = signedAt
    }
}

/// A determination that was signed: what the store keeps and a bundle holds.
package struct SignedDetermination: Hashable, Sendable {
    /// What was signed.
    package var document: DeterminationDocument
    /// The bytes of `determination.json`.
    package var bytes: [UInt8]
    /// The text of `determination.json.sig`.
    package var signature: String
    /// The text of `allowed_signers`.
    package var allowedSigners: String
    /// The letters.
    package var letters: [RenderedLetter]

    /// The digest of the document's bytes: what an amendment names as the one it replaces.
    package var digest: FileDigest { FileDigest(of: bytes) }

    /// The files that lie beside the document and its signature, by name: the letters and the list of signers.
    ///
    /// All of them are kept with the document: it names their digests, and none could be made again byte for byte.
    package var companions: [String: [UInt8]] {
        var files = [BundleFiles.allowedSigners: Array(allowedSigners.utf8)]
        for letter in letters { files[letter.name] = letter.bytes }
        return files
    }

    /// The files of the bundle by name.
    package var files: [String: [UInt8]] {
        var files = companions
        files[BundleFiles.document] = bytes
        files[BundleFiles.signature] = Array(signature.utf8)
        return files
    }
}
