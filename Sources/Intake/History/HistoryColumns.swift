internal import CaseModel
internal import CaseStore

/// The published determinations of the California DMHC, separated by semicolons, as rows of history.
enum HistoryColumns {
    /// The programme of the rows.
    static let programme = "dmhc"

    /// The heading of the data set.
    static let heading = [
        "Reference ID", "Report Year", "Diagnosis Category", "Diagnosis Sub Category", "Treatment Category",
        "Treatment Sub Category", "Determination", "Type", "Age Range", "Patient Gender",
    ]

    /// Why a row is refused.
    struct Refusal: Error {
        let words: String
    }

    /// Whether a first row is the heading, whatever its case.
    static func isHeading(_ cells: [String]) -> Bool {
        cells.map { $0.trimmed.lowercased() } == heading.map { $0.lowercased() }
    }

    /// Reads a row.
    static func row(_ cells: [String]) throws(Refusal) -> HistoryRow {
        guard cells.count == heading.count else {
            throw Refusal(
                words: "the row has \(cells.count) cells where the heading has \(heading.count); mend the row.")
        }
        let texts = cells.map(\.trimmed)
        let (reference, shortYear) = try reference(texts[0])
        guard let year = Int(texts[1]), (1900...2100).contains(year) else {
            throw Refusal(words: "“\(heading[1])” is no year; write it with four digits.")
        }
        guard year % 100 == shortYear else {
            throw Refusal(words: "the year is not the one of the reference; mend one of them.")
        }
        return HistoryRow(
            programme: programme, reference: reference, year: year,
            diagnosis: HistoryRow.Subject(category: texts[2], detail: texts[3]),
            treatment: HistoryRow.Subject(category: texts[4], detail: texts[5]), outcome: try outcome(texts[6]),
            track: try track(texts[7]), ageRange: try ageRange(texts[8]), sex: try sex(texts[9]))
    }

    /// `MN16-22639`: the track, the year of two digits, a number.
    private static func reference(_ text: String) throws(Refusal) -> (String, Int) {
        let bytes = Array(text.utf8)
        let kinds = ["MN", "EI", "UR"]
        guard (6...12).contains(bytes.count), kinds.contains(String(text.prefix(2))), bytes[4] == UInt8(ascii: "-"),
            let year = Int(text.dropFirst(2).prefix(2)), bytes[2...3].allSatisfy({ (48...57).contains($0) }),
            bytes[5...].allSatisfy({ (48...57).contains($0) })
        else { throw Refusal(words: "“\(heading[0])” is none; one reads as MN16-22639, EI16-22636 or UR16-22000.") }
        return (text, year)
    }

    private static func outcome(_ text: String) throws(Refusal) -> Decision {
        switch text.lowercased() {
        case "upheld decision of health plan": return .upheld
        case "overturned decision of health plan": return .overturned
        default: throw Refusal(words: "“\(heading[6])” neither upholds nor overturns the health plan's decision.")
        }
    }

    private static func track(_ text: String) throws(Refusal) -> HistoryRow.Track {
        switch text.lowercased() {
        case "medical necessity": return .medicalNecessity
        case "experimental/investigational": return .experimental
        case "urgent care": return .urgent
        default:
            throw Refusal(
                words: "“\(heading[7])” is none of Medical Necessity, Experimental/Investigational, Urgent Care.")
        }
    }

    /// `41-50`, `65+`; the data set writes `11_20` for one of them.
    private static func ageRange(_ text: String) throws(Refusal) -> String {
        let range = text.replacing("_", with: "-")
        let ends = range.split(separator: "-", omittingEmptySubsequences: false)
        let isRange = ends.count == 2 && ends.allSatisfy { Int($0) != nil }
        guard range.isEmpty || isRange || (range.hasSuffix("+") && Int(range.dropLast()) != nil) else {
            throw Refusal(words: "“\(heading[8])” is no range of years, as 41-50 or 65+.")
        }
        return range
    }

    private static func sex(_ text: String) throws(Refusal) -> HistoryRow.Sex? {
        guard !text.isEmpty else { return nil }
        guard let sex = HistoryRow.Sex(rawValue: text.lowercased()) else {
            throw Refusal(words: "“\(heading[9])” is neither Female nor Male; leave it empty when it is not told.")
        }
        return sex
    }
}
