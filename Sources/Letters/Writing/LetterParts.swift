public import CaseModel

/// All that an issued letter is made of, as values: the determination, and what the programme and the case file add.
///
/// The texts come from the programme profile and the case file; none of them stands in the code. A published copy has
/// the determination alone.
public struct LetterParts: Hashable, Sendable {
    /// What the letter decides.
    public var determination: Determination
    /// The number under which the case is filed; nil for that of the determination's own header.
    public var number: CaseNumber?
    /// The words of the program; nil for the usual ones.
    public var wording: LetterWording?
    /// What the letter calls itself, one line; empty for none.
    public var title: String
    /// The sentence before the list of documents; empty for none.
    public var documentsLeadIn: String
    /// The documents reviewed, in the order of the list; empty when the letter has no list of them.
    public var documents: [String]
    /// The notices that the programme requires, each prose, in their order.
    public var notices: [String]
    /// The letters that go out with it: the cover letter, the notice of appeal.
    public var companions: [CompanionLetter]
    /// The stored bytes of the signed JSON; nil when it is not signed.
    public var signedJSON: [UInt8]?
    /// The detached signature of these bytes; nil when it is not signed.
    public var signature: [UInt8]?

    /// Parts of a letter, each empty or nil unless given.
    public init(
        determination: Determination, number: CaseNumber? = nil, title: String = "Final Determination Letter",
        documentsLeadIn: String = "", documents: [String] = [], notices: [String] = [],
        companions: [CompanionLetter] = [], signedJSON: [UInt8]? = nil, signature: [UInt8]? = nil,
        wording: LetterWording? = nil
    ) {
        self.wording = wording
        self.determination = determination
        self.number = number
        self.title = title
        self.documentsLeadIn = documentsLeadIn
        self.documents = documents
        self.notices = notices
        self.companions = companions
        self.signedJSON = signedJSON
        self.signature = signature
    }

    /// The number by which the letter is known; nil when it has none.
    public var knownNumber: CaseNumber? { number ?? determination.caseNumber }
}

/// A letter that goes out with a determination.
public struct CompanionLetter: Hashable, Sendable {
    /// The name of its files without ending: `cover-letter`, `appeal-notice`.
    public var name: String
    /// What it calls itself, one line.
    public var title: String
    /// What it says, prose.
    public var body: String

    /// A companion from its parts.
    public init(name: String, title: String, body: String) {
        self.name = name
        self.title = title
        self.body = body
    }
}

extension LetterParts {
    /// The same parts with every text changed in the same way, such as by taking names out of it.
    ///
    /// Amounts and citations are derived from texts, so those of an item whose texts change count as not yet derived.
    /// The signed bytes stay what they are.
    public func mapping(_ change: (String) -> String) -> LetterParts {
        var parts = self
        parts.title = change(title)
        parts.documentsLeadIn = change(documentsLeadIn)
        parts.documents = documents.map(change)
        parts.notices = notices.map(change)
        parts.companions = companions.map {
            CompanionLetter(name: $0.name, title: change($0.title), body: change($0.body))
        }
        parts.determination.reviewer = ReviewerCredentials(
            licensure: determination.reviewer.licensure.map(change),
            specialties: determination.reviewer.specialties.map(change))
        parts.determination.summary = change(determination.summary)
        parts.determination.form = LetterForm(
            organization: change(determination.form.organization),
            guidelineLabel: change(determination.form.guidelineLabel),
            methodology: change(determination.form.methodology))
        parts.determination.items = determination.items.map { item in
            var changed = item
            changed.text = change(item.text)
            changed.claimsAdministratorGuideline = change(item.claimsAdministratorGuideline)
            changed.reviewerGuideline = change(item.reviewerGuideline)
            changed.rationale = change(item.rationale)
            if changed.text != item.text { changed.amounts = Amounts() }
            if changed.reviewerGuideline != item.reviewerGuideline { changed.citations = [] }
            return changed
        }
        return parts
    }
}
