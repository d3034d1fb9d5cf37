internal import CaseModel
internal import TextUI

/// All that stands for an item at a time: what the case records, what is written besides, what it rests on.
///
/// What is written and recorded is kept as it is recorded: white space that the case does not keep is no difference.
struct ItemMoment: Hashable, Sendable {
    /// The item as the case records it.
    var item: DisputedItem
    /// The rationale as it is written.
    var rationale: String
    /// The guideline line as it is written.
    var guideline: String
    /// The decision that is chosen.
    var chosen: Decision?
    /// What the sentences rest on.
    var links: [EvidenceLink]

    init(_ desk: ItemDesk) {
        item = desk.item
        rationale = desk.isUnrecorded ? desk.editor.text : desk.item.rationale
        guideline = desk.isUnrecorded ? desk.guideline : desk.item.reviewerGuideline
        chosen = desk.chosen
        links = desk.links
    }

    /// Whether it is the same but for the numbers of links, which are given anew.
    func says(the other: ItemMoment) -> Bool {
        records(theSameAs: other) && rationale == other.rationale && guideline == other.guideline
            && chosen == other.chosen
            && other.lacks(in: self).isEmpty && lacks(in: other).isEmpty
    }

    /// Whether the case records the same decision, line and rationale. What else an item says is not written here.
    func records(theSameAs other: ItemMoment) -> Bool {
        item.decision == other.item.decision && item.rationale == other.item.rationale
            && item.reviewerGuideline == other.item.reviewerGuideline
    }

    /// The links that the other one has and this one lacks.
    func lacks(in other: ItemMoment) -> [EvidenceLink] {
        other.links.filter { link in
            !links.contains { $0.sentence == link.sentence && $0.evidence == link.evidence }
        }
    }

    /// Whether what is written is what the case records.
    private var isRecorded: Bool {
        chosen == item.decision && rationale == item.rationale && guideline == item.reviewerGuideline
    }

    /// The command that brings the item back to this, for a case of that revision.
    func restoration(item number: Int, draftRevision: Int, revision: Int) -> ItemRestoration {
        let draft = Draft(
            item: number, rationale: rationale, reviewerGuideline: guideline, decision: chosen,
            cursor: rationale.count, revision: draftRevision)
        return ItemRestoration(
            item: number, decision: item.decision, reviewerGuideline: item.reviewerGuideline,
            citations: item.citations, rationale: item.rationale, draft: isRecorded ? nil : draft, revision: revision)
    }
}
