import CaseModel

/// Reads the header: fields in any order, in one column or two, labels perhaps wrapped around their value.
///
/// It goes over the words alone, for columns vary. A label may be interrupted by its own value (`Application
/// 11/03/2016 Received:`), which is how two columns come out when a label takes two lines.
struct HeaderReader {
    let text: LetterText
    /// The words before the first heading.
    let range: Range<Int>

    /// The values that were found.
    private(set) var caseNumber: CaseNumber?
    private(set) var dates = CaseDates()
    private(set) var priority: Priority?
    private(set) var fields: [(field: HeaderField, words: Range<Int>)] = []
    private(set) var notices: [LetterNotice] = []

    init(_ text: LetterText, _ range: Range<Int>) {
        self.text = text
        self.range = range
        read()
    }

    private static let labels: [(field: HeaderField, words: [StaticString])] = [
        (.caseNumber, ["case", "number"]), (.dateAssigned, ["date", "assigned"]),
        (.dateOfInjury, ["date", "of", "injury"]), (.decisionDate, ["decision", "date"]),
        (.utilizationReviewDate, ["ur", "denial", "date"]), (.priority, ["priority"]),
        (.applicationReceived, ["application", "received"]),
    ]

    /// A label as it stands: its first word, the word after it, and the value inside it if it wraps around one.
    private struct Label {
        var field: HeaderField
        var words: Range<Int>
        var inner: Range<Int>?
    }

    private mutating func read() {
        var labels: [Label] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if let label = label(at), !labels.contains(where: { $0.field == label.field }) {
                labels.append(label)
                at = label.words.upperBound
            } else {
                at += 1
            }
        }
        for (index, label) in labels.enumerated() {
            let end = index + 1 < labels.count ? labels[index + 1].words.lowerBound : range.upperBound
            take(label.field, label.inner ?? label.words.upperBound..<end)
        }
    }

    private func label(_ start: Int) -> Label? {
        for (field, words) in HeaderReader.labels where text.word(start, reads: words[0]) || words.count == 1 {
            if let label = match(field, words, start) { return label }
        }
        return nil
    }

    private func match(_ field: HeaderField, _ label: [StaticString], _ start: Int) -> Label? {
        var at = start
        var inner: Range<Int>?
        for (index, wanted) in label.enumerated() {
            let isLast = index == label.count - 1
            if index > 0, inner == nil, !reads(at, wanted, isLast) {
                var end = at
                while end < range.upperBound, end - at < 3, isValue(end), !reads(end, wanted, isLast) { end += 1 }
                inner = at..<end
                at = end
            }
            guard at < range.upperBound, reads(at, wanted, isLast) else { return nil }
            at += 1
        }
        if at < range.upperBound, text.word(at, reads: ":") { at += 1 }
        return Label(field: field, words: start..<at, inner: inner)
    }

    /// Whether a word is a label's; the last one has the colon, or a colon alone or a value follows.
    private func reads(_ word: Int, _ wanted: StaticString, _ isLast: Bool) -> Bool {
        guard word < range.upperBound else { return false }
        let spelling = text.spelling(word)
        guard isLast else { return ASCII.equals(spelling, wanted) }
        guard ASCII.begins(spelling, with: wanted) else { return false }
        let rest = spelling.dropFirst(wanted.utf8CodeUnitCount)
        return rest.elementsEqual([58])
            || rest.isEmpty && word + 1 < range.upperBound
                && (text.word(word + 1, reads: ":") || isValue(word + 1))
    }

    private func isValue(_ word: Int) -> Bool {
        text.spelling(word).contains(where: ASCII.isDigit)
            || text.word(word, reads: "standard") || text.word(word, reads: "expedited")
    }

    private mutating func take(_ field: HeaderField, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let line = text.lines[text.words[range.lowerBound].line].number
        switch field {
        case .caseNumber:
            let sameLine = range.prefix { text.words[$0].line == text.words[range.lowerBound].line }
            for end in Set([sameLine.count, 1]).sorted(by: >) {
                let words = range.lowerBound..<(range.lowerBound + end)
                guard let number = try? CaseNumber(parsing: text.prose(words).text) else { continue }
                caseNumber = number
                fields.append((field, words))
                return
            }
            notices.append(LetterNotice(kind: .notUnderstood(field), line: line))
        case .priority:
            let word = range.lowerBound
            priority = Priority.allCases.first { text.prose(word..<(word + 1)).text.lowercased() == $0.rawValue }
            if priority == nil {
                notices.append(LetterNotice(kind: .notUnderstood(field), line: line))
            } else {
                fields.append((field, word..<(word + 1)))
            }
        case .dateAssigned: takeDay(field, \.assigned, range, line)
        case .dateOfInjury: takeDay(field, \.injury, range, line)
        case .decisionDate: takeDay(field, \.decision, range, line)
        case .utilizationReviewDate: takeDay(field, \.utilizationReview, range, line)
        case .applicationReceived: takeDay(field, \.applicationReceived, range, line)
        }
    }

    private mutating func takeDay(
        _ field: HeaderField, _ path: WritableKeyPath<CaseDates, Day?>, _ range: Range<Int>, _ line: Int
    ) {
        // A day may be wrapped after one of its hyphens; otherwise it is one word.
        for end in 1...min(2, range.count) {
            let words = range.lowerBound..<(range.lowerBound + end)
            let spelled = text.prose(words).text
            if let day = Day(american: spelled) ?? Day(iso: spelled) {
                dates[keyPath: path] = day
                fields.append((field, words))
                return
            }
        }
        let first = text.spelling(range.lowerBound)
        let looksLikeDay =
            first.first.map(ASCII.isDigit) == true
            && first.allSatisfy { ASCII.isDigit($0) || $0 == 47 || $0 == 45 || $0 == 46 }
        notices.append(LetterNotice(kind: looksLikeDay ? .noSuchDay(field) : .notUnderstood(field), line: line))
    }
}
