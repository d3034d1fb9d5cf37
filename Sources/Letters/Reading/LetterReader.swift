public import CaseModel

/// Reads a published determination letter.
///
/// The letter is read by its structure: three headings, the credentials under the first, a summary under the second,
/// items under the third. An issued letter may have a list of documents before the summary and notices at the end. The organization's own words are data and are read too. Time is linear in the text.
public struct LetterReader {
    private let text: LetterText
    private let wording: LetterWording
    private let keys: HeadingKeys
    private var parts: [LetterPart] = []
    private var notices: [LetterNotice] = []

    /// The most bytes a letter may have unless the caller says otherwise: far more than any has.
    public static let usualLimit = 4_000_000

    /// Reads a letter from its text, as in a text file or as `pdftotext -layout` gives it.
    ///
    /// Line ends of any system, a byte order mark, tabs, page breaks, running titles and page numbers are understood.
    /// A letter without header gives nil for the header's values. What cannot be taken as it stands, a day that does
    /// not exist for one, is left out and told in ``ReadLetter/notices``.
    /// - Parameters:
    ///   - limit: the most bytes of UTF-8 the text may have.
    ///   - wording: the words of the program that the letter is of; nil for the usual ones.
    /// - Throws: ``LetterError`` when the text is no letter, or an item has no decision; never a partial result.
    public static func read(
        _ text: String, limit: Int = usualLimit, wording: LetterWording? = nil
    ) throws(LetterError) -> ReadLetter {
        guard text.utf8.count <= limit else { throw .tooLong(bytes: text.utf8.count, limit: limit) }
        var reader = LetterReader(text: try LetterText(text), wording: wording)
        return try reader.read()
    }

    private init(text: LetterText, wording: LetterWording?) {
        self.text = text
        self.wording = wording ?? .usual
        keys = wording.map { HeadingKeys($0) } ?? .usual
    }

    private mutating func read() throws(LetterError) -> ReadLetter {
        let headings = try headings()
        let finder = HeadingFinder(text: text, keys: keys)
        let list = finder.find(optional: .documents, in: headings[0].upperBound..<headings[1].lowerBound)
        let notices = finder.find(optional: .notices, in: headings[2].upperBound..<text.lines.count)
        var determination = Determination()
        readHeader(headings[0], into: &determination)
        readCredentials(headings[0], list ?? headings[1], into: &determination)
        let documents = list.map { readDocuments($0, headings[1]) } ?? []
        readSummary(headings[1], headings[2], into: &determination)
        try readItems(headings[2], to: notices?.lowerBound ?? text.lines.count, into: &determination)
        let closing = notices.map { readClosing($0) } ?? ""
        parts += text.furniture.map {
            LetterPart(kind: .furniture, span: SourceSpan(lines: $0.line...$0.line, bytes: $0.bytes), words: [$0])
        }
        return ReadLetter(
            determination: determination, documents: documents, closing: closing, parts: parts, notices: self.notices)
    }

    /// The lines of the three headings.
    private func headings() throws(LetterError) -> [Range<Int>] {
        let finder = HeadingFinder(text: text, keys: keys)
        guard let made = finder.find(.made, from: 0) else {
            if let line = finder.earlierForm() { throw .earlierForm(line: line) }
            guard let other = finder.find(.summary, from: 0) ?? finder.find(.items, from: 0) else { throw .notALetter }
            throw .headingMissing(.made, after: max(1, text.lines[other.lowerBound].number - 1))
        }
        guard let summary = finder.find(.summary, from: made.upperBound) else {
            if let line = finder.earlierForm() { throw .earlierForm(line: line) }
            throw .headingMissing(.summary, after: text.lines[made.upperBound - 1].number)
        }
        guard let items = finder.find(.items, from: summary.upperBound) else {
            throw .headingMissing(.items, after: text.lines[summary.upperBound - 1].number)
        }
        return [made, summary, items]
    }

    // MARK: - The sections

    private mutating func readHeader(_ heading: Range<Int>, into determination: inout Determination) {
        let words = text.words(ofLines: 0..<heading.lowerBound)
        if !words.isEmpty {
            note(.header, words)
            let header = HeaderReader(text, words)
            determination.caseNumber = header.caseNumber
            determination.dates = header.dates
            determination.priority = header.priority
            for (field, words) in header.fields { note(.headerField(field), words) }
            notices += header.notices
        }
    }

    private mutating func readCredentials(
        _ heading: Range<Int>, _ next: Range<Int>, into determination: inout Determination
    ) {
        note(.heading(.made), text.words(ofLines: heading))
        let words = between(heading, next)
        let reader = CredentialsReader(text, words)
        var form = determination.form
        form.methodology = note(.methodology, reader.methodology)
        form.organization = OrganizationName.find(in: form.methodology)
        determination.form = NeutralForm.known(form, in: wording)
        note(.credentialsForm, reader.leadIn)
        for label in reader.labels { note(.credentialsForm, label) }
        if let licensure = reader.licensure { note(.licensure, licensure) }
        if let specialties = reader.specialties { note(.specialties, specialties) }
        determination.reviewer.licensure = reader.entries(reader.licensure)
        determination.reviewer.specialties = reader.entries(reader.specialties)
        if reader.labels.isEmpty {
            notices.append(LetterNotice(kind: .noCredentials, line: text.lines[heading.upperBound - 1].number))
        }
    }

    private mutating func readSummary(
        _ heading: Range<Int>, _ next: Range<Int>, into determination: inout Determination
    ) {
        note(.heading(.summary), text.words(ofLines: heading))
        let words = between(heading, next)
        let leadIn = leadIn(words, of: wording.leadIns.summary, naming: "summary", "review")
        note(.summaryLeadIn, leadIn)
        determination.summary = note(.summary, leadIn.upperBound..<words.upperBound)
    }

    private mutating func readItems(
        _ heading: Range<Int>, to end: Int, into determination: inout Determination
    ) throws(LetterError) {
        note(.heading(.items), text.words(ofLines: heading))
        let lines = heading.upperBound..<end
        let number = text.lines[heading.upperBound - 1].number
        guard !lines.isEmpty else { throw .noItems(line: number) }
        let words = text.words(ofLines: lines)
        let leadIn = leadIn(words, of: wording.leadIns.items, naming: "determination", "disputed")
        note(.itemsLeadIn, leadIn)
        let labels = LabelFinder(text, lines: lines)
        if let label = labels.reviewerLabel {
            let label = text.prose(label).text
            determination.form.guidelineLabel = label == wording.guidelineLabel ? "" : label
        }
        let scanner = ItemScanner(
            text: text, lines: lines, start: leadIn.upperBound, labels: labels, headingLine: number)
        for (index, places) in try scanner.items().enumerated() {
            determination.items.append(item(index + 1, places))
        }
    }

    /// The documents reviewed: each begins a line with its number, and only the next number begins another.
    private mutating func readDocuments(_ heading: Range<Int>, _ next: Range<Int>) -> [String] {
        note(.heading(.documents), text.words(ofLines: heading))
        let words = between(heading, next)
        var starts: [Int] = []
        for line in heading.upperBound..<next.lowerBound {
            let first = text.lines[line].words.lowerBound
            if text.spelling(first).elementsEqual("\(starts.count + 1).".utf8) { starts.append(first) }
        }
        note(.documentsForm, words.lowerBound..<(starts.first ?? words.upperBound))
        var documents: [String] = []
        for (index, start) in starts.enumerated() {
            note(.documentsForm, start..<(start + 1))
            let end = index + 1 < starts.count ? starts[index + 1] : words.upperBound
            documents.append(note(.document(index + 1), (start + 1)..<end))
        }
        return documents
    }

    private mutating func readClosing(_ heading: Range<Int>) -> String {
        let words = text.words(ofLines: heading)
        note(.heading(.notices), words)
        return note(.closing, words.upperBound..<text.words.count)
    }

    private mutating func item(_ number: Int, _ places: ItemPlaces) -> DisputedItem {
        var head = note(.head(item: number), places.head)
        if head.utf8.last == 58 { head = Prose.normalized(head.dropLast()) }
        note(.decision(item: number), places.decision..<(places.decision + 1))
        var item = DisputedItem(text: head, amounts: AmountsGrammar.parse(head))
        item.decision = DecisionWord(text.spelling(places.decision))?.decision
        for (label, value) in zip(places.labels, places.values) {
            note(.label(item: number), label.words)
            switch label.kind {
            case .claimsAdministrator:
                item.claimsAdministratorGuideline = note(.claimsAdministratorGuideline(item: number), value)
            case .reviewer:
                item.reviewerGuideline = note(.reviewerGuideline(item: number), value)
            case .rationale:
                item.rationale = note(.rationale(item: number), value)
            }
        }
        item.citations = CitationGrammar.parse(item.reviewerGuideline)
        return item
    }

    // MARK: - Words

    private func between(_ heading: Range<Int>, _ next: Range<Int>) -> Range<Int> {
        let start = text.words(ofLines: heading).upperBound
        return start..<max(start, text.words(ofLines: next).lowerBound)
    }

    /// The fixed sentence that begins a section: to the first colon, when it names both words; empty otherwise.
    private func leadIn(
        _ words: Range<Int>, of prescribed: String, naming first: StaticString, _ second: StaticString
    ) -> Range<Int> {
        let own = prescribed.utf8.split { $0 == 32 || $0 == 10 }
        if !own.isEmpty, words.count >= own.count, zip(words, own).allSatisfy({ text.spelling($0).elementsEqual($1) }) {
            return words.lowerBound..<(words.lowerBound + own.count)
        }
        let none = words.lowerBound..<words.lowerBound
        guard let start = words.first, text.word(start, reads: "the") else { return none }
        var hasNamed = (false, false)
        for word in words.prefix(40) {
            let spelling = text.spelling(word)
            if ASCII.begins(spelling, with: first) { hasNamed.0 = true }
            if ASCII.begins(spelling, with: second) { hasNamed.1 = true }
            if spelling.last == 58 { return hasNamed.0 && hasNamed.1 ? words.lowerBound..<(word + 1) : none }
            if text.endsSentence(word) { return none }
        }
        return none
    }

    /// Notes a part and gives its prose; a part without words is not noted.
    @discardableResult
    private mutating func note(_ kind: LetterPart.Kind, _ words: Range<Int>) -> String {
        guard let first = words.first, let last = words.last else { return "" }
        let (prose, places) = text.prose(words)
        let (start, end) = (text.words[first], text.words[last])
        let span = SourceSpan(
            lines: text.lines[start.line].number...text.lines[end.line].number, bytes: start.start..<end.end)
        parts.append(LetterPart(kind: kind, span: span, words: places))
        return prose
    }
}
