import CaseModel
import Letters

/// The header as text, and where each of its values stands in it.
package struct HeaderText: Sendable {
    /// The normalized text; empty for a letter without a header.
    package private(set) var text = ""
    private var places: [HeaderField: Range<Int>] = [:]

    /// The header that a determination's values make, each with its label.
    init(of determination: Determination) {
        let dates = determination.dates
        let fields: [(HeaderField, String, String?)] = [
            (.caseNumber, "Case Number", determination.caseNumber?.text),
            (.dateAssigned, "Date Assigned", dates.assigned?.american),
            (.dateOfInjury, "Date of Injury", dates.injury?.american),
            (.decisionDate, "Decision Date", dates.decision?.american),
            (.utilizationReviewDate, "UR Denial Date", dates.utilizationReview?.american),
            (.priority, "Priority", determination.priority?.rawValue),
            (.applicationReceived, "Application Received", dates.applicationReceived?.american),
        ]
        for (field, label, value) in fields {
            guard let value else { continue }
            text += (text.isEmpty ? "" : " ") + label + ": "
            let start = text.unicodeScalars.count
            text += value
            places[field] = start..<text.unicodeScalars.count
        }
    }

    /// The header of a letter as its source has it; nil when the letter has none.
    init?(of letter: ReadLetter, source: String) {
        guard let header = letter.part(.header) else { return nil }
        var bytes: [UInt8] = []
        let all = Array(source.utf8)
        var offset = 0
        var offsets: [Int: Int] = [:]
        for word in header.words where word.bytes.upperBound <= all.count {
            if word.offset > offset {
                bytes += Array(repeating: word.offset - offset > 1 ? 10 : 32, count: word.offset - offset)
            }
            offsets[word.bytes.lowerBound] = word.offset
            bytes += all[word.bytes]
            offset = word.offset + word.length
        }
        text = String(decoding: bytes, as: UTF8.self)
        for part in letter.parts {
            guard case .headerField(let field) = part.kind, let first = part.words.first, let last = part.words.last,
                let start = offsets[first.bytes.lowerBound], let end = offsets[last.bytes.lowerBound]
            else { continue }
            places[field] = start..<(end + last.length)
        }
    }

    /// The place of a value; nil when the header lacks it.
    func evidence(_ field: HeaderField) -> Evidence? {
        guard let range = places[field] else { return nil }
        let scalars = text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
        return Evidence(
            section: .header, item: nil, start: range.lowerBound, end: range.upperBound,
            text: String(String.UnicodeScalarView(scalars)))
    }
}
