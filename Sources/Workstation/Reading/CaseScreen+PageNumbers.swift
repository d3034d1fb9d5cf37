internal import CaseModel
internal import TextUI

extension CaseScreen {
    /// Takes a key into the field for the number of a page.
    mutating func handleInPageField(_ key: Key) -> [Effect] {
        guard var field = pageField else { return [] }
        switch field.handle(key) {
        case .cancelled: pageField = nil
        case .submitted:
            pageField = nil
            return goToPage(field.text)
        case .changed, .moved, .ignored: pageField = field
        }
        return []
    }

    /// Goes to a page by number: of the record that is read, else of the first; or `R2 14`, of another record.
    private mutating func goToPage(_ words: String) -> [Effect] {
        let numbers = words.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        guard !words.isEmpty else { return [] }
        // A sign before a number makes it another one; between two it parts them.
        let hasSign = words.split(whereSeparator: \.isWhitespace).contains { $0.first == "-" || $0.first == "−" }
        guard !hasSign, (1...2).contains(numbers.count), let number = numbers.last else {
            remark = "“\(words)” is no page; 14 is a page of this record, R2 14 one of the second"
            return []
        }
        let record = numbers.count == 2 ? numbers[0] : recordThatIsRead
        guard let summary = reviewCase.records.first(where: { $0.position == record }) else {
            remark =
                "the case has \(reviewCase.records.count == 1 ? "1 record" : "\(reviewCase.records.count) records")"
            return []
        }
        guard (1...max(1, summary.pageCount)).contains(number), summary.pageCount > 0 else {
            remark = "R\(record) has \(summary.pageWords)"
            return []
        }
        return go(to: .record(record, page: number))
    }

    private var recordThatIsRead: Int {
        if case .record(let record, _) = page { return record }
        return reviewCase.records.first?.position ?? 1
    }
}

extension RecordSummary {
    /// `12 pages`.
    var pageWords: String { pageCount == 1 ? "1 page" : "\(pageCount) pages" }
}
