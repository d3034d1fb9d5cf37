public import CaseModel

extension EvidencePlace {
    /// Where it is, in a few words.
    public var words: String {
        switch self {
        case .record(let record, let page, let lines): "R\(record) p.\(page) l.\(lines.lowerBound)"
        case .passage: "guideline"
        case .search(let words, let found): found == 0 ? "not found: \(words)" : "found \(found)×: \(words)"
        }
    }
}
