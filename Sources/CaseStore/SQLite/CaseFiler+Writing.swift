import CaseModel
import GRDB

extension CaseFiler {
    /// Writes a passage of the letter; what was filed is kept the first time. The words are storable prose already.
    ///
    /// - Parameter marks: the bookmarks of the one who writes as he saw them on the summary, and those that come in their
    ///   place; nil where they follow the words.
    func write(
        _ words: String, as passage: LetterPassage, in number: CaseNumber, revision: Int?, by actor: Actor,
        exchanging marks: (seen: [Bookmark], new: [Bookmark])? = nil, in db: Database
    ) throws -> ReviewCase {
        let head = try openHead(number, item: passage.item ?? 1, in: db)
        if let revision, revision != head.revision { throw CaseStoreError.changedMeanwhile(number) }
        switch passage {
        case .summary:
            let before = try String.fetchOne(
                db, sql: "SELECT summary FROM determination WHERE case_id = :case", arguments: ["case": head.id])
            if let before, before != words {
                let known = try CaseReading.bookmarks(ofCase: head.id, by: actor, in: db)
                try moveBookmarks(ofCase: head.id, FollowedText(from: before, to: words), in: db)
                if let marks, known.filter(\.place.isInSummary) == marks.seen {
                    try put(marks.new, inSummaryOf: head.id, by: actor, in: db)
                }
            }
            try db.cachedStatement(
                sql: """
                    UPDATE determination
                    SET summary_as_filed = coalesce(summary_as_filed, summary), summary = :words
                    WHERE case_id = :case AND summary <> :words
                    """
            ).execute(arguments: ["case": head.id, "words": words])
        case .claimsAdministratorGuideline(let item):
            try db.cachedStatement(
                sql: """
                    UPDATE item SET claims_guideline_as_filed = coalesce(claims_guideline_as_filed, claims_guideline),
                        claims_guideline = :words
                    WHERE case_id = :case AND position = :item AND claims_guideline <> :words
                    """
            ).execute(arguments: ["case": head.id, "item": item, "words": words])
        }
        guard db.changesCount > 0 else { return try CaseReading.reviewCase(number, in: db) }
        // What was decided stays decided on its day; what had passed quality review has to pass it again.
        let day = try CaseReading.determination(ofCase: head.id, asFiled: false, in: db).determination.dates.decision
        try raiseRevision(of: head, number, decisionDay: day, in: db)
        let result = try CaseReading.reviewCase(number, in: db)
        try AuditLog.append(
            passage.item == nil ? "summary.written" : "claims-guideline.written", item: passage.item, of: number,
            by: actor, at: clock(), detail: AuditLog.Detail(revision: result.revision, state: result.state.rawValue),
            in: db)
        return result
    }
}
