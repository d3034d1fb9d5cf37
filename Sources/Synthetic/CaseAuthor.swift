import CaseModel

/// Writes one made-up case.
struct CaseAuthor {
    var random: SplitMix64
    let today: Day

    /// An author who writes the same case for the same seed and day.
    init(seed: UInt64, today: Day) {
        random = SplitMix64(seed: seed)
        self.today = today
    }

    /// Writes the case at an index.
    mutating func write(index: Int) -> SyntheticCase {
        let region = BodyRegion.all[random.number(0...(BodyRegion.all.count - 1))]
        let priority: Priority = random.chance(6) ? .expedited : .standard
        let state = chooseState()
        let dates = chooseDates(priority: priority, state: state)
        let number = CaseAuthor.number(index: index, year: today.year)
        var items = chooseItems(region)
        let summary = summarize(region, dates: dates, items: items)
        decide(&items, region, state: state)
        let determination = Determination(
            caseNumber: number, dates: dates, priority: priority,
            reviewer: ReviewerCredentials(licensure: ["California"], specialties: [random.one(of: region.specialties)]),
            summary: summary, items: items, form: CaseAuthor.form)
        let records = random.chance(4) ? writeRecords(region, dates: dates, summary: summary) : []
        return SyntheticCase(number: number, determination: determination, state: state, records: records)
    }

    /// The organization of made-up letters; it reads as one and is none.
    private static let form = LetterForm(
        organization: "Example Review Organization", guidelineLabel: "Reviewer",
        methodology: """
            Example Review Organization sent the complete case file to an expert reviewer, who holds a current licence \
            and has no interest in the outcome. He has read the application, the utilization review decision and the \
            records that were submitted.
            """)

    private static func number(index: Int, year: Int) -> CaseNumber {
        let digits = String(index % 10_000_000 + 1)
        let short = String(year % 100)
        let text =
            "CM" + (short.count == 1 ? "0" : "") + short + "-"
            + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
        guard let number = try? CaseNumber(parsing: text) else { preconditionFailure("letters, digits, a hyphen") }
        return number
    }

    private mutating func chooseState() -> CaseState {
        switch random.number(1...100) {
        case ...38: .received
        case ...70: .assigned
        case ...86: .inReview
        default: .decided
        }
    }

    /// Days in the order in which things happen; an open case has no decision day.
    private mutating func chooseDates(priority: Priority, state: CaseState) -> CaseDates {
        // Made-up cases spread over such periods; no rule hangs on them.
        let period = priority == .expedited ? 3 : 30
        // Nine in ten are still within their period.
        let age = random.chance(90) ? random.number(0...period) : random.number((period + 1)...(period + 20))
        let assigned = today.adding(days: -age)
        let received = assigned.adding(days: -random.number(1...12))
        let review = received.adding(days: -random.number(5...30))
        let injury = review.adding(days: -random.number(30...2_900))
        let decision = state == .decided ? assigned.adding(days: random.number(0...age)) : nil
        return CaseDates(
            injury: injury, utilizationReview: review, applicationReceived: received, assigned: assigned,
            decision: decision)
    }
}
