internal import CaseModel
internal import CaseStore
internal import Letters

/// A row of a manifest, understood as a case in state received.
struct ManifestRow {
    /// The case.
    let filing: CaseFiling
    /// What is strange about it and does not keep it from being filed; nil for nothing.
    let warning: String?

    /// Why a row is no case, and what to do.
    struct Refusal: Error {
        let words: String
    }

    /// Reads a row.
    init(_ cells: [String], under header: ManifestHeader) throws(Refusal) {
        // Columns that a row has more than the heading are an accident of the export when they are empty.
        guard cells.count >= header.width else {
            throw Refusal(
                words: "the row has \(cells.count) cells where the heading has \(header.width); mend the row.")
        }
        guard cells[header.width...].allSatisfy({ $0.trimmed.isEmpty }) else {
            throw Refusal(
                words: "the row has more cells than the heading; put cells with commas into quotation marks.")
        }
        let number = try ManifestRow.number(header.text(.caseNumber, in: cells))
        let participant = header.text(.participant, in: cells)
        guard participant.isEmpty || participant.uppercased() == "CLAIMS ADMINISTRATOR" else {
            throw Refusal(
                words: "the row tells of another participant than the claims administrator; case \(number) is filed "
                    + "from the row of the claims administrator.")
        }
        let priority = try ManifestRow.priority(header.text(.priority, in: cells))
        let dates = CaseDates(
            injury: try ManifestRow.day(.injury, header, cells),
            utilizationReview: try ManifestRow.day(.utilizationReview, header, cells),
            applicationReceived: try ManifestRow.day(.received, header, cells),
            assigned: try ManifestRow.day(.notified, header, cells))
        let treatment = header.text(.treatment, in: cells)
        let items = RequestedItems.items(of: treatment).map {
            DisputedItem(text: $0, amounts: AmountsGrammar.parse($0))
        }
        guard !items.isEmpty else {
            throw Refusal(words: "no treatment is requested; fill in “\(ManifestColumn.treatment.words)”.")
        }
        filing = CaseFiling(
            number: number,
            determination: Determination(caseNumber: number, dates: dates, priority: priority, items: items),
            state: .received,
            notice: CaseNotice(
                employee: header.joined([.employeeFirst, .employeeLast, .employeeSuffix], in: cells),
                claimsAdministrator: header.text(.company, in: cells),
                claimsExaminer: header.joined([.examinerFirst, .examinerLast, .examinerSuffix], in: cells),
                requestingPhysician: header.text(.provider, in: cells), claimNumber: header.text(.claim, in: cells),
                treatmentRequested: Prose.normalized(treatment)))
        warning = ManifestRow.warning(dates)
    }

    private static func number(_ text: String) throws(Refusal) -> CaseNumber {
        guard !text.isEmpty else {
            throw Refusal(words: "the row has no case number; fill in “\(ManifestColumn.caseNumber.words)”.")
        }
        guard let number = try? CaseNumber(parsing: text) else {
            throw Refusal(words: "what stands as the case number is none; one reads as CM17-0003890.")
        }
        return number
    }

    private static func priority(_ text: String) throws(Refusal) -> Priority {
        switch text.lowercased() {
        // The notice of assignment says “regular” (8 CCR 9792.10.4).
        case "standard", "regular": return .standard
        case "expedited": return .expedited
        default: throw Refusal(words: "the priority is neither Standard nor Expedited; mend it.")
        }
    }

    /// A day; nil for an empty cell.
    private static func day(_ column: ManifestColumn, _ header: ManifestHeader, _ cells: [String]) throws(Refusal)
        -> Day?
    {
        let text = header.text(column, in: cells)
        guard !text.isEmpty else { return nil }
        // A time of day may follow, as databases write it.
        let date = text.prefix { $0 != " " && $0 != "T" }
        guard let day = Day(american: date) ?? Day(iso: date) else {
            throw Refusal(
                words: "“\(column.words)” is no day of the calendar; write it as 2/1/2014 or 2014-02-01.")
        }
        return day
    }

    private static func warning(_ dates: CaseDates) -> String? {
        guard let injury = dates.injury, let review = dates.utilizationReview, review < injury else { return nil }
        return "the utilization review decision (\(review.american)) lies before the injury (\(injury.american)); the "
            + "row was filed, check both days."
    }
}
