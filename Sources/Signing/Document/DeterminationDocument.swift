package import CaseModel

/// What a reviewer signs: the determination, and all that one must know to prove later what it was.
///
/// It is written once; the signature is over the bytes written. The reviewer stands in it by his pseudonym and
/// credentials; there is no place for his name.
package struct DeterminationDocument: Hashable, Sendable {
    /// The name of the form, which stands in every document.
    package static let schema = "urn:imr:schema:determination"
    /// The version of the form that this program writes and reads.
    package static let version = 1

    /// The version of the program that wrote it.
    package var programVersion: String
    /// The id of the programme under whose rules it was made.
    package var programme: String
    /// The number under which the case is filed.
    package var caseNumber: CaseNumber
    /// Which determination of the case it is, from 1.
    package var revision: Int
    /// The document that this one amends, by the digest of its bytes; nil for a first determination.
    package var replaces: FileDigest?
    /// What was determined. Its number is ``caseNumber``; the organization's form is no part of it, the letters are.
    package var determination: Determination
    /// The rank of the evidence of items, where it was recorded, in the order of the items.
    package var ranks: [ItemRank]
    /// The records that were reviewed, in the order of the case file.
    package var documents: [ReviewedDocument]
    /// The letters that were written of it, in the order written.
    package var letters: [SignedLetter]
    /// The pseudonym of the reviewer; his credentials are those of ``determination``.
    package var reviewer: ReviewerID
    /// The key he signed with, by its fingerprint as OpenSSH shows it.
    package var keyFingerprint: String
    /// The list of allowed signers that goes with the document, by the digest of its bytes.
    package var allowedSigners: FileDigest
    /// When he signed.
    package var signedAt: UTCTime
    /// What the signature means, in the words of the programme.
    package var meaning: String
    /// The errors of the check that he let stand.
    package var overrides: [StandingError]
    /// The digest of the line of the audit log before the signing; nil when there is none.
    package var previousAudit: FileDigest?
}

/// By evidence of which rank an item was decided, LC 4610.5(c)(2).
package struct ItemRank: Hashable, Sendable {
    /// Why a higher rank does not apply.
    package struct Reason: Hashable, Sendable {
        /// The id of the higher rank.
        package var rank: String
        /// Why it does not apply, prose.
        package var reason: String

        /// A reason from its parts.
        package init(rank: String, reason: String) {
            self.rank = rank
            self.reason = reason
        }
    }

    /// The item, from 1.
    package var item: Int
    /// The id that the programme gives the rank, as `A`.
    package var rank: String
    /// Why each higher rank does not apply.
    package var inapplicable: [Reason]

    /// A rank from its parts.
    package init(item: Int, rank: String, inapplicable: [Reason] = []) {
        self.item = item
        self.rank = rank
        self.inapplicable = inapplicable
    }
}

/// A record of the case file that was reviewed.
package struct ReviewedDocument: Hashable, Sendable {
    /// What it is called.
    package var title: String
    /// How many pages it has.
    package var pages: Int
    /// The digest of its text: the pages in UTF-8 with a form feed between them.
    package var digest: FileDigest

    /// A document from its parts.
    package init(title: String, pages: Int, digest: FileDigest) {
        self.title = title
        self.pages = pages
        self.digest = digest
    }

    /// What is said of a record.
    package init(_ record: CaseRecord) {
        self.init(
            title: record.title, pages: record.pages.count,
            digest: FileDigest(of: Array(record.pages.joined(separator: "\u{C}").utf8)))
    }
}

/// A letter as it was written, a file beside the document.
package struct SignedLetter: Hashable, Sendable {
    /// The name of the file.
    package var name: String
    /// What kind of file it is, as `text/plain; charset=utf-8`.
    package var mediaType: String
    /// The digest of its bytes.
    package var digest: FileDigest
    /// How many bytes it has.
    package var size: Int

    /// A letter from its parts.
    package init(name: String, mediaType: String, digest: FileDigest, size: Int) {
        self.name = name
        self.mediaType = mediaType
        self.digest = digest
        self.size = size
    }
}

/// An error of the check that the reviewer let stand, with his reason.
package struct StandingError: Hashable, Sendable {
    /// The id of the rule.
    package var rule: String
    /// The item, from 1; nil for the whole letter.
    package var item: Int?
    /// Why it may stand, prose.
    package var reason: String

    /// An error from its parts.
    package init(rule: String, item: Int?, reason: String) {
        self.rule = rule
        self.item = item
        self.reason = reason
    }
}
