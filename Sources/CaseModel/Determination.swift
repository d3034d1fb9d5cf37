/// What a determination letter says, as values.
///
/// The same value describes a published letter, an open case (no decisions yet) and a case just decided. It holds
/// prose as normalized by ``Prose``: one space between words, paragraphs separated by one empty line.
public struct Determination: Hashable, Sendable {
    /// The case number of the header; nil when the letter has no header.
    public var caseNumber: CaseNumber?
    /// The days of the header.
    public var dates: CaseDates
    /// The priority of the header; nil when the letter has no header.
    public var priority: Priority?
    /// The reviewer as the letter describes him: never his name (LC 4610.6(f)).
    public var reviewer: ReviewerCredentials
    /// The clinical case summary, prose; empty when none was written.
    public var summary: String
    /// The disputed items in the order of the letter.
    public var items: [DisputedItem]
    /// The review organization's own wording around the values.
    public var form: LetterForm

    /// A determination from its parts.
    public init(
        caseNumber: CaseNumber? = nil, dates: CaseDates = CaseDates(), priority: Priority? = nil,
        reviewer: ReviewerCredentials = ReviewerCredentials(), summary: String = "", items: [DisputedItem] = [],
        form: LetterForm = LetterForm()
    ) {
        self.caseNumber = caseNumber
        self.dates = dates
        self.priority = priority
        self.reviewer = reviewer
        self.summary = summary
        self.items = items
        self.form = form
    }

    /// What the letter says of who decides: what the organization knows of him on the day of the decision, else what the
    /// case brings.
    /// - Parameters:
    ///   - reviewer: who has the case, or signs it; nil when that is not known.
    ///   - today: stands for the day of the decision where there is none yet.
    public func credentials(of reviewer: Reviewer?, on today: Day) -> ReviewerCredentials {
        guard let reviewer, !reviewer.licences.isEmpty || !reviewer.certifications.isEmpty else { return self.reviewer }
        return reviewer.credentials(on: dates.decision ?? today)
    }

    /// The outcome of the case, rolled up from its items.
    public var outcome: Outcome { Outcome(of: items.map(\.decision)) }
}

/// The days that a determination's header gives; nil for a day the header lacks or that does not exist.
public struct CaseDates: Hashable, Sendable {
    /// The day of injury.
    public var injury: Day?
    /// The day of the utilization review decision in dispute.
    public var utilizationReview: Day?
    /// The day on which the application for review was received.
    public var applicationReceived: Day?
    /// The day on which the case was assigned to the review organization.
    public var assigned: Day?
    /// The day of the final determination.
    public var decision: Day?

    /// The days of a header, each nil unless given.
    public init(
        injury: Day? = nil, utilizationReview: Day? = nil, applicationReceived: Day? = nil, assigned: Day? = nil,
        decision: Day? = nil
    ) {
        self.injury = injury
        self.utilizationReview = utilizationReview
        self.applicationReceived = applicationReceived
        self.assigned = assigned
        self.decision = decision
    }
}

/// How urgent a review is.
public enum Priority: String, Hashable, Sendable, CaseIterable {
    /// The 30-day clock.
    case standard
    /// The 72-hour clock.
    case expedited
}

/// The reviewer as a letter may describe him.
public struct ReviewerCredentials: Hashable, Sendable {
    /// The states of licensure, as written, in the order of the letter.
    public var licensure: [String]
    /// The certifications or specialties, as written, in the order of the letter.
    public var specialties: [String]

    /// Credentials from their parts.
    public init(licensure: [String] = [], specialties: [String] = []) {
        self.licensure = licensure
        self.specialties = specialties
    }
}

/// The wording that a review organization puts around the values of a determination.
///
/// It is data: read from a letter or taken from the configuration, so that a letter goes out as its organization
/// words it. Empty strings mean "not known"; the writer then uses neutral words of its own.
public struct LetterForm: Hashable, Sendable {
    /// The organization as it names itself in full.
    public var organization: String
    /// The short name before "guideline:" in each item.
    public var guidelineLabel: String
    /// The text under the first heading, before the credentials.
    public var methodology: String

    /// A form from its parts.
    public init(organization: String = "", guidelineLabel: String = "", methodology: String = "") {
        self.organization = organization
        self.guidelineLabel = guidelineLabel
        self.methodology = methodology
    }
}
