import CaseModel
import Programmes

/// A letter whose text has been understood once, for all rules.
package struct UnderstoodLetter: Sendable {
    let input: CheckInput
    let profile: ProgrammeProfile
    let clock: ProgrammeClock
    let summary: SectionText
    let summaryDates: [DateMention]
    /// The sentences of the summary that tell what utilization review decided.
    let reviewSentences: [Range<Int>]
    let items: [UnderstoodItem]

    var determination: Determination { input.determination }
    var dates: CaseDates { input.determination.dates }

    init(_ input: CheckInput, profile: ProgrammeProfile) {
        self.input = input
        self.profile = profile
        clock = ProgrammeClock(profile)
        let summary = SectionText(input.determination.summary, .summary)
        self.summary = summary
        summaryDates = DateRoles.assigned(to: DateScanner.dates(in: summary), in: summary)
        reviewSentences = ReviewSentences.find(in: summary)
        items = input.determination.items.enumerated().map { UnderstoodItem($0.offset + 1, $0.element) }
    }

    /// Every running text in which something is narrated: the summary and the rationales.
    var narratives: [SectionText] { [summary] + items.map(\.rationale) }
}

/// A disputed item whose texts have been understood.
struct UnderstoodItem: Sendable {
    let number: Int
    let item: DisputedItem
    let head: SectionText
    let claimsAdministratorGuideline: SectionText
    let reviewerGuideline: SectionText
    let rationale: SectionText
    let rationaleDates: [DateMention]
    let headDates: [DateMention]
    let conclusion: Conclusion?
    /// The parts of a split request; nil when it is not split.
    let split: SplitHead?
    /// Where the rationale restates the item.
    let restatements: [Range<Int>]
    /// What the rationale says of the bodies of evidence.
    let reliance: Reliance

    init(_ number: Int, _ item: DisputedItem) {
        self.number = number
        self.item = item
        head = SectionText(item.text, .head, item: number)
        claimsAdministratorGuideline = SectionText(
            item.claimsAdministratorGuideline, .claimsAdministratorGuideline, item: number)
        reviewerGuideline = SectionText(item.reviewerGuideline, .reviewerGuideline, item: number)
        let rationale = SectionText(item.rationale, .rationale, item: number)
        self.rationale = rationale
        rationaleDates = DateRoles.assigned(to: DateScanner.dates(in: rationale), in: rationale)
        headDates = DateScanner.dates(in: head)
        conclusion = Conclusion.find(in: rationale)
        split = SplitHead(head)
        reliance = Reliance(in: rationale)
        restatements = Restatement.all(conclusion, in: rationale)
    }
}

/// Finds the sentences that tell what utilization review decided.
enum ReviewSentences {
    static func find(in text: SectionText) -> [Range<Int>] {
        text.sentences.filter { sentence in
            guard text.holds(DateRoles.decisions, in: sentence) else { return false }
            return text.first(of: DateRoles.names, in: sentence) != nil
                || text.first(of: [["claims", "administrator"]], in: sentence) != nil
                || text.first(of: [["non", "-", "certified"]], in: sentence) != nil
        }
    }
}
