internal import CaseModel

/// The pages of a case.
enum CasePage: Hashable, Sendable {
    /// The clinical summary with the facts of the header.
    case summary
    /// A disputed item, from 1.
    case item(Int)
    /// The letter as it would go out now.
    case letter
    /// A page of a record, both from 1.
    case record(Int, page: Int)

    var isItem: Bool {
        switch self {
        case .item: true
        case .summary, .letter, .record: false
        }
    }
}

extension ReviewCase {
    /// The pages in the order of reading: the summary, the items, the letter; then the records.
    var pages: [CasePage] {
        var pages: [CasePage] = [.summary]
        pages += determination.items.indices.map { .item($0 + 1) }
        pages.append(.letter)
        for record in records {
            pages += (0..<record.pageCount).map { .record(record.position, page: $0 + 1) }
        }
        return pages
    }
}
