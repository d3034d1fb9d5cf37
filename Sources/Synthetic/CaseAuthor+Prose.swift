import CaseModel

extension CaseAuthor {
    /// A clinical case summary of 80 to 300 words, in two paragraphs.
    mutating func summarize(_ region: BodyRegion, dates: CaseDates, items: [DisputedItem]) -> String {
        let subject = random.chance(50) ? ("man", "He", "his") : ("woman", "She", "her")
        let side = region.part.hasPrefix("l") || region.part == "neck" ? "" : random.one(of: ["left ", "right "])
        let diagnoses = random.some(random.number(1...2), of: region.diagnoses).joined(separator: " and ")
        var history = "The applicant is a \(random.number(21...66))-year-old \(subject.0) with an industrial injury of "
        history += american(dates.injury) + ", sustained while " + random.one(of: region.mechanisms) + ". "
        history += "The accepted body part is the \(side)\(region.part). "
        history += "The treating physician names \(diagnoses). "
        history += "Treatment to date has included "
        history += CaseAuthor.list(random.some(random.number(2...4), of: CaseAuthor.treatments)) + ". "
        if random.chance(60) { history += random.one(of: CaseAuthor.courses) + " " }
        if random.chance(50) { history += "\(subject.1) \(random.one(of: CaseAuthor.workStatus)). " }

        let visit = dates.utilizationReview?.adding(days: -random.number(3...21))
        var present = "At the visit of \(american(visit)), the applicant reported "
        present += CaseAuthor.list(random.some(random.number(1...3), of: region.symptoms))
        present += ", rated at \(random.number(3...9)) of 10. Examination of the \(side)\(region.part) showed "
        present += CaseAuthor.list(random.some(random.number(2...5), of: region.findings)) + ". "
        if random.chance(70) { present += random.one(of: CaseAuthor.studies) + " " }
        if random.chance(60) { present += "The plan names \(subject.2) return to usual duty as its goal. " }
        present += "The physician requested \(CaseAuthor.list(items.map(\.text))). "
        present += "The utilization review decision of \(american(dates.utilizationReview)) did not certify "
        present += items.count == 1 ? "the request" : "the requests"
        present += ", and the application for independent medical review was received on "
        present += american(dates.applicationReceived) + "."
        return history.trimmed + "\n\n" + present
    }

    /// Three short pages of a case file: a progress report, a therapy note, the utilization review.
    mutating func writeRecords(_ region: BodyRegion, dates: CaseDates, summary: String) -> [CaseRecord] {
        let findings = random.some(3, of: region.findings)
        let paragraphs = summary.split(separator: "\n", omittingEmptySubsequences: true)
        return [
            CaseRecord(
                title: "Primary treating physician's progress report",
                pages: [
                    "PROGRESS REPORT\n\n" + (paragraphs.last ?? ""), "FINDINGS\n" + findings.joined(separator: "\n"),
                ]
            ),
            CaseRecord(
                title: "Utilization review decision",
                pages: [
                    "UTILIZATION REVIEW\nDate of decision: \(american(dates.utilizationReview))\n\n"
                        + "The request is not certified as submitted."
                ]),
        ]
    }

    private func american(_ day: Day?) -> String { day?.american ?? "an unknown day" }

    private static func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }

    private static let treatments = [
        "rest and ice", "anti-inflammatory medication", "a course of physical therapy", "a home exercise program",
        "modified duty", "a muscle relaxant for two weeks", "acupuncture", "one corticosteroid injection",
        "a support worn at work", "education about body mechanics",
    ]

    private static let courses = [
        "The pain eased for some weeks and came back when the usual work was taken up again.",
        "Progress was slow, and the later notes describe no further change of function.",
        "A second opinion advised to go on without surgery and to review the matter after three months.",
        "The first months brought steady improvement; since then the complaint has stayed the same.",
    ]

    private static let workStatus = [
        "works with a lifting limit of ten pounds", "has not worked since the injury", "has returned to full duty",
        "works half days",
    ]

    private static let studies = [
        "Plain films showed no fracture.", "An earlier imaging study showed mild degenerative change.",
        "No imaging report is among the records.", "An electrodiagnostic study was read as normal.",
    ]
}

extension String {
    fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
