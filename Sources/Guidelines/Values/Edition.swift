public import CaseModel

/// The name of an edition, the same in every library that holds the same text.
///
/// `mtus-low-back-complaints-2004-1f0c22ab`: publisher, chapter, year and the first digits of the digest.
public struct EditionID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The name: small letters, digits and hyphens.
    public let text: String

    /// A name as a library gave it; any other text simply names no edition.
    public init(_ text: String) { self.text = text }

    /// The same as ``text``.
    public var description: String { text }

    /// The order of the texts.
    public static func < (a: EditionID, b: EditionID) -> Bool { a.text < b.text }
}

/// The rank of a source in the order of evidence, highest first (Cal. Labor Code 4610.5(c)(2)).
public enum EvidenceRank: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Guidelines adopted by the administrative director.
    case adoptedGuideline = "A"
    /// Peer-reviewed scientific and medical evidence.
    case peerReviewed = "B"
    /// Nationally recognized professional standards.
    case professionalStandard = "C"
    /// Expert opinion.
    case expertOpinion = "D"
    /// Generally accepted standards of medical practice.
    case acceptedPractice = "E"
    /// Treatments likely to provide a benefit.
    case likelyBenefit = "F"

    /// A higher rank comes first.
    public static func < (a: EvidenceRank, b: EvidenceRank) -> Bool { a.rawValue < b.rawValue }
}

/// One edition of a guideline chapter, without its text.
public struct Edition: Hashable, Sendable, Identifiable {
    /// Its name.
    public var id: EditionID
    /// Who publishes it, as citations name it: `MTUS`.
    public var publisher: String
    /// The title of the guideline that the chapter belongs to.
    public var title: String
    /// The title of the chapter, then other titles under which it is cited; never empty.
    public var chapters: [String]
    /// The year of the edition, four digits.
    public var year: Int
    /// The first day on which it is in force; nil when it has always been or nobody knows.
    public var inForceFrom: Day?
    /// The last day on which it is in force; nil when it still is or nobody knows.
    public var inForceTo: Day?
    /// Its rank in the order of evidence.
    public var rank: EvidenceRank
    /// Whether it is a text of this project, made for trying and not for clinical use.
    public var isDemonstration: Bool
    /// The identity of everything it says.
    public var digest: ContentDigest

    /// The title of the chapter.
    public var chapter: String { chapters.first ?? title }

    /// Publisher, chapter and year, as a citation gives them.
    public var words: String { "\(publisher) \(chapter) \(year)" }

    /// Whether it is in force on a day; nil without a day, and when nothing is known of its days.
    public func isInForce(on day: Day?) -> Bool? {
        guard let day, inForceFrom != nil || inForceTo != nil else { return nil }
        if let inForceFrom, day < inForceFrom { return false }
        if let inForceTo, inForceTo < day { return false }
        return true
    }
}
