import CaseModel

extension Harness {
    /// Cases of nobody, for the screens.
    static let demonstration: [ReviewCase] = [norco, therapy, decided]

    static func number(_ text: String) -> CaseNumber {
        guard let number = try? CaseNumber(parsing: text) else { preconditionFailure("“\(text)” is no case number") }
        return number
    }

    static func day(_ iso: String) -> Day {
        guard let day = Day(iso: iso) else { preconditionFailure("“\(iso)” is no day") }
        return day
    }

    /// One item, granted in part.
    static let norco = ReviewCase(
        number: number("CM26-0000101"), state: .assigned, due: day("2026-11-18"),
        determination: Determination(
            caseNumber: number("CM26-0000101"),
            dates: CaseDates(
                injury: day("2026-08-02"), utilizationReview: day("2026-10-05"),
                applicationReceived: day("2026-10-14"), assigned: day("2026-10-19")),
            priority: .standard,
            reviewer: ReviewerCredentials(licensure: ["California", "Nevada"], specialties: ["Orthopedic Surgery"]),
            summary: """
                The injured worker is a 44-year-old carpenter who broke his left wrist in a fall from a scaffold on \
                08-02-2026. The fracture was plated on 08-05-2026. On 09-21-2026 he reported pain of 4 out of 10, \
                and the wound had healed.

                The treating physician asked for Norco 10/325 mg #60. On 10-05-2026 utilization review authorized \
                #25.
                """,
            items: [
                DisputedItem(
                    text: "Norco 10/325 mg #60 was the original request. The Claims Administrator authorized #25. The "
                        + "remaining IMR eligible portion of the original request, Norco 10/325 mg #35 is",
                    amounts: Amounts(
                        original: "Norco 10/325 mg #60", authorized: "#25", remaining: "Norco 10/325 mg #35"),
                    claimsAdministratorGuideline: "Decision based on MTUS Opioid Treatment 2016, Section(s): 1.4 "
                        + "Opioids after surgery.")
            ]), isBlind: false,
        records: [RecordSummary(position: 1, title: "Progress note", pageCount: 2)])

    /// Three items, expedited.
    static let therapy = ReviewCase(
        number: number("CM26-0000102"), state: .assigned, due: day("2026-11-20"),
        determination: Determination(
            caseNumber: number("CM26-0000102"),
            dates: CaseDates(injury: day("2026-09-01"), assigned: day("2026-11-17")), priority: .expedited,
            reviewer: ReviewerCredentials(specialties: ["Physical Medicine & Rehabilitation"]),
            summary: "The injured worker is a 31-year-old nurse with low back pain after lifting a patient.",
            items: [
                DisputedItem(text: "MRI of the lumbar spine without contrast"),
                DisputedItem(text: "Physical therapy 2 times a week for 4 weeks, lumbar spine"),
                DisputedItem(text: "Lumbar support brace, purchase"),
            ]))

    /// Reviewed blind and decided: the published decision may be seen.
    static let decided = ReviewCase(
        number: number("CM26-0000103"), state: .decided, due: day("2026-12-01"),
        determination: Determination(
            caseNumber: number("CM26-0000103"), dates: CaseDates(decision: day("2026-11-19")), priority: .standard,
            reviewer: ReviewerCredentials(specialties: ["Family Practice"]), summary: "A sprain of the right ankle.",
            items: [
                DisputedItem(
                    text: "MRI of the right ankle",
                    reviewerGuideline: "Decision based on MTUS Ankle and Foot "
                        + "Complaints 2004, Section(s): Special Studies.", decision: .upheld,
                    rationale: "The ankle bears weight. The request is not medically necessary.")
            ]),
        published: [
            PublishedDecision(
                decision: .overturned, reviewerGuideline: "Decision based on MTUS Ankle and Foot Complaints 2004.",
                rationale: "Instability was documented. The request is medically necessary.")
        ], isBlind: true)
}
