import CaseModel
import Foundation

/// Text as SQLite keeps it whole: a NUL, at which it would cut the text off unseen, becomes a visible U+FFFD.
enum StorableText {
    /// The text without NUL.
    static func of(_ text: String) -> String {
        let hasNUL = text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        }
        guard hasNUL ?? text.utf8.contains(0) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    }

    /// A filing without NUL in any of its texts.
    static func of(_ filing: CaseFiling) -> CaseFiling {
        var filing = filing
        filing.determination = of(filing.determination)
        filing.published = filing.published.map { list in
            list.map {
                PublishedDecision(
                    decision: $0.decision, reviewerGuideline: of($0.reviewerGuideline), rationale: of($0.rationale))
            }
        }
        filing.notice = filing.notice.map { of($0) }
        filing.records = filing.records.map(of)
        return filing
    }

    /// A record without NUL.
    static func of(_ record: CaseRecord) -> CaseRecord {
        CaseRecord(
            title: of(record.title), pages: record.pages.map(of), kind: record.kind,
            controlNumber: of(record.controlNumber))
    }

    /// Citations without NUL.
    static func of(_ citations: [Citation]) -> [Citation] {
        citations.map {
            Citation(
                source: of($0.source), chapter: $0.chapter.map(of), year: $0.year, sections: $0.sections.map(of))
        }
    }

    /// A decision as it is stored: without NUL, and its texts as prose.
    static func of(_ given: ItemDecision) -> ItemDecision {
        var decision = given
        decision.reviewerGuideline = Prose.normalized(of(given.reviewerGuideline))
        decision.citations = of(given.citations)
        decision.rationale = Prose.normalized(of(given.rationale))
        decision.claimsAdministratorGuideline = given.claimsAdministratorGuideline.map { Prose.normalized(of($0)) }
        return decision
    }

    /// EvidencePlace without NUL.
    static func of(_ evidence: EvidencePlace) -> EvidencePlace {
        switch evidence {
        case .record: evidence
        case .passage(let id, let span, let digest): .passage(id: of(id), span: span, digest: of(digest))
        case .search(let words, let found): .search(words: of(words), found: found)
        }
    }

    private static func of(_ given: Determination) -> Determination {
        var determination = given
        determination.summary = of(given.summary)
        determination.reviewer = ReviewerCredentials(
            licensure: given.reviewer.licensure.map(of), specialties: given.reviewer.specialties.map(of))
        determination.form = LetterForm(
            organization: of(given.form.organization), guidelineLabel: of(given.form.guidelineLabel),
            methodology: of(given.form.methodology))
        determination.items = given.items.map {
            DisputedItem(
                text: of($0.text),
                amounts: Amounts(
                    original: $0.amounts.original.map(of), authorized: $0.amounts.authorized.map(of),
                    remaining: $0.amounts.remaining.map(of)),
                claimsAdministratorGuideline: of($0.claimsAdministratorGuideline),
                reviewerGuideline: of($0.reviewerGuideline), citations: of($0.citations), decision: $0.decision,
                rationale: of($0.rationale))
        }
        return determination
    }
}
