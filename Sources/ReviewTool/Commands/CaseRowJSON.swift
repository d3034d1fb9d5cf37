internal import CaseModel
internal import Foundation

/// A line of the worklist as JSON.
struct CaseRowJSON: Encodable {
    let caseNumber: String
    let due: String?
    let priority: String?
    let specialty: String
    let items: Int
    let decided: Int
    let state: String
    let hasDraft: Bool
    let tags: [String]

    init(_ row: WorklistRow) {
        caseNumber = row.number.text
        due = row.due?.iso
        priority = row.priority?.rawValue
        specialty = row.specialty
        items = row.itemCount
        decided = row.decidedCount
        state = row.state.rawValue
        hasDraft = row.hasDraft
        tags = row.tags.map(\.word)
    }

    private enum CodingKeys: String, CodingKey {
        case caseNumber, due, priority, specialty, items, decided, state, hasDraft, tags
    }

    // What is not known is null, not left out: a reader of the list finds every key.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(caseNumber, forKey: .caseNumber)
        try container.encode(due, forKey: .due)
        try container.encode(priority, forKey: .priority)
        try container.encode(specialty, forKey: .specialty)
        try container.encode(items, forKey: .items)
        try container.encode(decided, forKey: .decided)
        try container.encode(state, forKey: .state)
        try container.encode(hasDraft, forKey: .hasDraft)
        try container.encode(tags, forKey: .tags)
    }

    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// The same as a line of a table for people.
    static func line(_ row: WorklistRow) -> String {
        func cell(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }
        return cell(row.number.text, 16) + cell(row.due?.iso ?? "–", 12) + cell(row.priority?.rawValue ?? "–", 11)
            + cell("\(row.decidedCount)/\(row.itemCount)", 7) + cell(row.state.rawValue, 15) + row.specialty
            + row.tags.map { " #" + $0.word }.joined()
    }
}
