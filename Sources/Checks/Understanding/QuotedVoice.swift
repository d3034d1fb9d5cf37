/// Whose words a quotation gives.
///
/// Told by the words before it in its sentence, the nearest first, else by those of the sentence before: "guideline",
/// "MTUS", "ODG", "chapter", "criteria" are a guideline's voice; "note", "report", "provider", "patient", "review" and
/// the like are the records'. It gives up, as ``unknown``, where neither stands, and where only the words after the
/// quotation tell.
enum QuotedVoice: Hashable, Sendable {
    case guideline, record, unknown

    static func of(_ quotation: Range<Int>, in text: SectionText) -> QuotedVoice {
        let sentence = text.sentence(at: quotation.lowerBound)
        if let voice = nearest(in: sentence.lowerBound..<quotation.lowerBound, of: text) { return voice }
        guard sentence.lowerBound > 0 else { return .unknown }
        let before = text.sentence(at: sentence.lowerBound - 1)
        return nearest(in: before.lowerBound..<min(before.upperBound, quotation.lowerBound), of: text) ?? .unknown
    }

    private static func nearest(in range: Range<Int>, of text: SectionText) -> QuotedVoice? {
        for at in range.reversed() {
            if guidelines.contains(text.tokens[at].text) { return .guideline }
            if records.contains(text.tokens[at].text) { return .record }
        }
        return nil
    }

    private static let guidelines: Set<String> = [
        "guideline", "guidelines", "mtus", "odg", "acoem", "chapter", "criteria", "schedule", "section",
    ]
    private static let records: Set<String> = [
        "note", "notes", "report", "reports", "record", "records", "provider", "physician", "patient", "worker",
        "applicant", "claimant", "documentation", "letter", "request", "review", "exam", "examination", "he", "she",
        "rfa", "diagnosis", "summary",
    ]
}
