/// The words that a program prescribes for its determination letters: headings, lead-ins and labels.
///
/// They are data of the program profile. The review organization's own words are ``LetterForm``; where a letter has
/// none, ``methodology``, ``organization`` and ``guidelineLabel`` here stand in for them.
public struct LetterWording: Hashable, Sendable {
    /// The headings of the sections, in the order of the letter.
    public struct Headings: Hashable, Sendable {
        /// How the determination was made.
        public var made: String
        /// The clinical case summary.
        public var summary: String
        /// The items, each with its decision and rationale.
        public var items: String
        /// The documents reviewed; published copies lack this section.
        public var documents: String
        /// What the program requires to be told, behind the last item; published copies lack this section.
        public var notices: String
        /// Headings of earlier forms of the letter, by which a letter of another form is told.
        public var earlier: [String]

        /// Headings, each as letters write it.
        public init(
            made: String, summary: String, items: String, documents: String, notices: String, earlier: [String] = []
        ) {
            self.notices = notices
            self.made = made
            self.summary = summary
            self.items = items
            self.documents = documents
            self.earlier = earlier
        }
    }

    /// The fixed sentence that opens a section.
    public struct LeadIns: Hashable, Sendable {
        /// Before the reviewer's credentials.
        public var credentials: String
        /// Before the summary.
        public var summary: String
        /// Before the items.
        public var items: String
        /// Before the documents reviewed.
        public var documents: String

        /// Lead-ins, one sentence each.
        public init(credentials: String, summary: String, items: String, documents: String) {
            self.credentials = credentials
            self.summary = summary
            self.items = items
            self.documents = documents
        }
    }

    /// The labels of fields, without their colon, by what they label.
    public enum Label: String, Hashable, Sendable, CaseIterable {
        /// Of the header.
        case caseNumber = "case-number"
        /// Of the header.
        case assigned
        /// Of the header.
        case injury
        /// Of the header.
        case decision
        /// Of the header.
        case utilizationReview = "utilization-review"
        /// Of the header.
        case priority
        /// Of the header.
        case applicationReceived = "application-received"
        /// Of the credentials.
        case licensure
        /// Of the credentials.
        case specialty
        /// Of an item.
        case claimsAdministratorGuideline = "claims-administrator-guideline"
        /// Of an item, after the organization's short name.
        case guideline
        /// Of an item.
        case rationale

        /// Those that a header may have.
        public static let ofHeader: [Label] = [
            .caseNumber, .assigned, .injury, .decision, .utilizationReview, .priority, .applicationReceived,
        ]
    }

    /// The headings.
    public var headings: Headings
    /// The lead-ins.
    public var leadIns: LeadIns
    /// The fields of the header, in order; the first has a row of its own, the others share one by two.
    public var header: [Label]
    /// The labels; all of ``Label``.
    public var labels: [Label: String]
    /// The words of the two priorities.
    public var priorities: [Priority: String]
    /// The words of the decisions on an item.
    public var decisions: [Decision: String]
    /// The word that stands for the decision of an item that is still open.
    public var undecided: String
    /// What the letter attests of the reviewer, prose with `{{organization}}`, for a letter without a methodology of
    /// its own.
    public var methodology: String
    /// What stands for an organization whose name is not known.
    public var organization: String
    /// What stands before the label of the reviewer's guideline line when the organization has no short name.
    public var guidelineLabel: String

    /// Wording from its parts.
    public init(
        headings: Headings, leadIns: LeadIns, header: [Label], labels: [Label: String], priorities: [Priority: String],
        decisions: [Decision: String], undecided: String, methodology: String, organization: String,
        guidelineLabel: String
    ) {
        self.headings = headings
        self.leadIns = leadIns
        self.header = header
        self.labels = labels
        self.priorities = priorities
        self.decisions = decisions
        self.undecided = undecided
        self.methodology = methodology
        self.organization = organization
        self.guidelineLabel = guidelineLabel
    }

    /// A label; empty when the profile has none.
    public subscript(label: Label) -> String { labels[label] ?? "" }

    /// The word of a decision, nil for an open item.
    public func word(of decision: Decision?) -> String { decision.flatMap { decisions[$0] } ?? undecided }

    /// What the letter attests of the reviewer, with an organization's name; an empty one has neutral words.
    public func methodology(of name: String) -> String {
        let parts = methodology.split(separator: "{{organization}}", omittingEmptySubsequences: false)
        return parts.joined(separator: name.isEmpty ? organization : name)
    }
}
