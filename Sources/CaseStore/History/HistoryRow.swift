public import CaseModel

/// A determination of another programme of which only categories are published: for comparing and counting.
public struct HistoryRow: Hashable, Sendable {
    /// Which question the review was about.
    public enum Track: String, Hashable, Sendable, CaseIterable {
        /// Whether a treatment is medically necessary.
        case medicalNecessity = "medical-necessity"
        /// Whether a treatment is experimental or investigational.
        case experimental
        /// Whether care was urgent.
        case urgent
    }

    /// The sex of a person, as the programme tells it.
    public enum Sex: String, Hashable, Sendable, CaseIterable {
        case female
        case male
    }

    /// The programme: `dmhc`.
    public var programme: String
    /// The programme's own number of the determination, unique within it.
    public var reference: String
    /// The year of the report.
    public var year: Int
    /// The category of the diagnosis, and within it the diagnosis; empty when not told.
    public var diagnosis: Subject
    /// The category of the treatment, and within it the treatment; empty when not told.
    public var treatment: Subject
    /// The decision on the plan's denial.
    public var outcome: Decision
    /// The question.
    public var track: Track
    /// The age, as a range in years: `41-50`, `65+`; empty when not told.
    public var ageRange: String
    /// The sex; nil when not told.
    public var sex: Sex?

    /// A category and what within it.
    public struct Subject: Hashable, Sendable {
        /// The category, as worded.
        public var category: String
        /// What within it, as worded.
        public var detail: String

        /// A subject from its parts.
        public init(category: String, detail: String) {
            self.category = category
            self.detail = detail
        }
    }

    /// A row from its parts.
    public init(
        programme: String, reference: String, year: Int, diagnosis: Subject, treatment: Subject, outcome: Decision,
        track: Track, ageRange: String = "", sex: Sex? = nil
    ) {
        self.programme = programme
        self.reference = reference
        self.year = year
        self.diagnosis = diagnosis
        self.treatment = treatment
        self.outcome = outcome
        self.track = track
        self.ageRange = ageRange
        self.sex = sex
    }
}
