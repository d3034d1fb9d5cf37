import CaseModel

/// Compares the parts of a letter with what the letter reads back as.
enum Difference {
    /// The first part that differs; nil when none does.
    static func first(between given: LetterParts, and read: ReadLetter) -> UnwritablePart? {
        if let part = first(between: given.determination, and: read.determination) { return part }
        if !same(given.documents, read.documents) { return .documents }
        return same(given.notices.joined(separator: "\n\n"), read.closing) ? nil : .notices
    }

    /// The first part that differs, in the order of the letter; nil when none does.
    ///
    /// Strings are compared by their bytes: Swift takes canonically equivalent spellings for equal, a letter does not.
    static func first(between given: Determination, and read: Determination) -> UnwritablePart? {
        if given.caseNumber != read.caseNumber || given.dates != read.dates || given.priority != read.priority {
            return .header
        }
        if !same(given.form.methodology, read.form.methodology)
            || !same(given.form.organization, read.form.organization)
            || !same(given.form.guidelineLabel, read.form.guidelineLabel)
        {
            return .form
        }
        if !same(given.reviewer.licensure, read.reviewer.licensure)
            || !same(given.reviewer.specialties, read.reviewer.specialties)
        {
            return .credentials
        }
        if !same(given.summary, read.summary) { return .summary }
        for (index, (a, b)) in zip(given.items, read.items).enumerated() {
            // Where the head of the next item begins decides where this rationale ends: tell the one that is odd.
            if let part = first(between: a, and: b, number: index + 1) { return part }
        }
        return given.items.count == read.items.count ? nil : .items
    }

    /// The part to blame when the letter could not be read at all.
    static func whyUnreadable(_ error: LetterError, _ determination: Determination) -> UnwritablePart {
        switch error {
        case .headingMissing, .notALetter, .earlierForm: .summary
        case .decisionMissing:
            // Only a label inside a text stands without a decision: name the first item that holds one.
            determination.items.firstIndex { holdsLabel($0.rationale) }.map { .rationale(item: $0 + 1) }
                ?? determination.items.firstIndex { holdsLabel($0.text) }.map { .head(item: $0 + 1) } ?? .items
        default: .items
        }
    }

    private static func first(between a: DisputedItem, and b: DisputedItem, number: Int) -> UnwritablePart? {
        if !same(a.text, b.text) || a.decision != b.decision { return .head(item: number) }
        if !same(a.claimsAdministratorGuideline, b.claimsAdministratorGuideline)
            || !same(a.reviewerGuideline, b.reviewerGuideline)
        {
            return .guideline(item: number)
        }
        if !same(a.rationale, b.rationale) { return .rationale(item: number) }
        if a.amounts != Amounts(), a.amounts != b.amounts { return .amounts(item: number) }
        if !a.citations.isEmpty, a.citations != b.citations { return .citations(item: number) }
        return nil
    }

    private static func holdsLabel(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return ASCII.find("guideline:", in: bytes[...]) != nil || ASCII.find("guidelines:", in: bytes[...]) != nil
            || ASCII.find("decision rationale:", in: bytes[...]) != nil
    }

    private static func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

    private static func same(_ a: [String], _ b: [String]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { same($0, $1) }
    }
}
