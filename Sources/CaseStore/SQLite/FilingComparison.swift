import CaseModel
import GRDB

/// Decides whether a filing brings anything that the store does not have.
enum FilingComparison {
    /// Whether the filing says what the case said when it was filed, or what it says now.
    ///
    /// What the filing leaves out is not compared: the number of its header, its form, its records, its notice, the
    /// published decisions. So a letter exported from a decided case is known when it comes back.
    static func isKnown(_ filing: CaseFiling, ofCase id: Int64, in db: Database) throws -> Bool {
        let now = try CaseReading.determination(ofCase: id, asFiled: false, in: db).determination
        var same = agrees(filing.determination, with: now)
        if !same {
            let filed = try CaseReading.determination(ofCase: id, asFiled: true, in: db).determination
            same = agrees(filing.determination, with: filed)
        }
        guard same else { return false }
        if let published = filing.published, published != (try CaseReading.published(ofCase: id, in: db)) {
            return false
        }
        if let notice = filing.notice, notice != (try CaseReading.notice(ofCase: id, in: db)) { return false }
        return try filing.records.isEmpty || filing.records == CaseReading.fullRecords(ofCase: id, in: db)
    }

    private static func agrees(_ incoming: Determination, with stored: Determination) -> Bool {
        var incoming = incoming
        if incoming.caseNumber == nil || stored.caseNumber == nil { incoming.caseNumber = stored.caseNumber }
        if incoming.form == LetterForm() { incoming.form = stored.form }
        return incoming == stored
    }
}
