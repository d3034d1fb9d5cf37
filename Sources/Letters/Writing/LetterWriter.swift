public import CaseModel

/// Writes a determination as a letter in the published form.
///
/// Its law: the letter reads back as the determination. Each letter is read again before it is given out; one that
/// would read differently is not written, and the error names the part. Values are compared as ``Prose`` normalizes
/// them, and neutral words of the form count as no words. Amounts and citations are derived from the head and the
/// guideline line: empty ones count as not yet derived, others must be what the words say.
///
/// A determination without case number, days and priority has no header. An open item ends in `: Undecided`, a word of
/// ours that the reader takes for no decision. A form that is not known is filled with neutral words. Headings, lead-ins
/// and labels are those of a program's ``LetterWording``; labels that the reader does not understand fail the law.
public enum LetterWriter {
    /// The letter as blocks.
    /// - Parameter wording: the words of the program; nil for the usual ones.
    /// - Throws: ``LetterError/cannotBeWritten(_:)``.
    public static func document(
        _ determination: Determination, wording: LetterWording? = nil
    ) throws(LetterError) -> Document {
        try checked(LetterParts(determination: determination, title: "", wording: wording)).document
    }

    /// The letter as plain text, in lines of at most 95 characters.
    /// - Parameter wording: the words of the program; nil for the usual ones.
    /// - Throws: ``LetterError/cannotBeWritten(_:)``.
    public static func text(
        _ determination: Determination, wording: LetterWording? = nil
    ) throws(LetterError) -> String {
        try checked(LetterParts(determination: determination, title: "", wording: wording)).text
    }

    /// An issued letter, as blocks and as plain text that says the same; foreign text in it is made visible.
    ///
    /// The same law holds: it reads back as the determination, the documents and the notices.
    /// - Throws: ``LetterError/cannotBeWritten(_:)``.
    public static func letter(_ parts: LetterParts) throws(LetterError) -> (document: Document, text: String) {
        var parts = parts.mapping(VisibleProse.of)
        parts.title = VisibleProse.line(parts.title)
        parts.documents = parts.documents.map(VisibleProse.line)
        return try checked(parts)
    }

    /// A letter that goes out with a determination, as blocks.
    public static func document(_ companion: CompanionLetter, of parts: LetterParts) -> Document {
        let title = VisibleProse.line(companion.title)
        var document = dated(parts, title: title)
        document.blocks.append(.title(title))
        if let number = parts.knownNumber {
            document.blocks.append(
                .fieldTable([[.init(label: (parts.wording ?? .usual)[.caseNumber], value: number.text)]]))
        }
        document.blocks.append(.prose(VisibleProse.of(companion.body)))
        return document
    }

    private static func checked(_ given: LetterParts) throws(LetterError) -> (document: Document, text: String) {
        var parts = given
        parts.determination = canonical(given.determination, in: parts.wording ?? .usual)
        parts.notices = given.notices.map { Prose.normalized($0) }.filter { !$0.isEmpty }
        guard !parts.determination.items.isEmpty else { throw .cannotBeWritten(.items) }
        let document = unchecked(parts)
        let text = TextRendering().text(of: document)
        let read: ReadLetter
        do { read = try LetterReader.read(text, limit: .max, wording: parts.wording) } catch {
            throw .cannotBeWritten(Difference.whyUnreadable(error, parts.determination))
        }
        if let part = Difference.first(between: parts, and: read) { throw .cannotBeWritten(part) }
        return (document, text)
    }

    /// The determination with every value as a letter can carry it: prose normalized, neutral words taken as none.
    static func canonical(_ given: Determination, in wording: LetterWording = .usual) -> Determination {
        var result = given.withHeader(of: wording)
        result.summary = Prose.normalized(given.summary)
        result.reviewer.licensure = given.reviewer.licensure.map { Prose.normalized($0) }
        result.reviewer.specialties = given.reviewer.specialties.map { Prose.normalized($0) }
        result.form = NeutralForm.known(
            LetterForm(
                organization: Prose.normalized(given.form.organization),
                guidelineLabel: Prose.normalized(given.form.guidelineLabel),
                methodology: Prose.normalized(given.form.methodology)), in: wording)
        for index in given.items.indices {
            result.items[index].text = Prose.normalized(given.items[index].text)
            result.items[index].rationale = Prose.normalized(given.items[index].rationale)
            result.items[index].reviewerGuideline = Prose.normalized(given.items[index].reviewerGuideline)
            result.items[index].claimsAdministratorGuideline = Prose.normalized(
                given.items[index].claimsAdministratorGuideline)
            let amounts = given.items[index].amounts
            result.items[index].amounts = Amounts(
                original: amounts.original.map { Prose.normalized($0) },
                authorized: amounts.authorized.map { Prose.normalized($0) },
                remaining: amounts.remaining.map { Prose.normalized($0) })
            result.items[index].citations = given.items[index].citations.map {
                Citation(
                    source: Prose.normalized($0.source), chapter: $0.chapter.map { Prose.normalized($0) },
                    year: $0.year,
                    sections: $0.sections.map { Prose.normalized($0) })
            }
        }
        return result
    }

    // MARK: - Blocks

    /// A document without blocks that knows what it is called and of which day it is.
    private static func dated(_ parts: LetterParts, title: String) -> Document {
        let number = parts.knownNumber?.text ?? ""
        let name = title.isEmpty || number.isEmpty ? title + number : title + ", " + number
        return Document(name: name, day: parts.determination.dates.decision, running: number)
    }

    private static func unchecked(_ parts: LetterParts) -> Document {
        let determination = parts.determination
        let wording = parts.wording ?? .usual
        var document = dated(parts, title: parts.title)
        var blocks: [Document.Block] = []
        if !parts.title.isEmpty { blocks.append(.title(parts.title)) }
        if let header = header(determination, wording) { blocks.append(header) }
        let form = determination.form
        blocks.append(.heading(LetterHeading.made.words(in: wording)))
        blocks.append(
            .prose(form.methodology.isEmpty ? wording.methodology(of: form.organization) : form.methodology))
        blocks.append(.prose(wording.leadIns.credentials))
        blocks.append(
            .fieldList([
                .init(label: wording[.licensure], value: determination.reviewer.licensure.joined(separator: ", ")),
                .init(label: wording[.specialty], value: determination.reviewer.specialties.joined(separator: ", ")),
            ]))
        if !parts.documents.isEmpty {
            blocks.append(.heading(LetterHeading.documents.words(in: wording)))
            if !parts.documentsLeadIn.isEmpty { blocks.append(.prose(parts.documentsLeadIn)) }
            blocks.append(.list(parts.documents))
        }
        blocks.append(.heading(LetterHeading.summary.words(in: wording)))
        blocks.append(.prose(wording.leadIns.summary))
        if !determination.summary.isEmpty { blocks.append(.prose(determination.summary)) }
        blocks.append(.heading(LetterHeading.items.words(in: wording)))
        blocks.append(.prose(wording.leadIns.items))
        let label = form.guidelineLabel.isEmpty ? wording.guidelineLabel : form.guidelineLabel
        for item in determination.items {
            blocks.append(.verdict(head: item.text, decision: wording.word(of: item.decision)))
            blocks.append(
                .labelled(
                    .init(label: wording[.claimsAdministratorGuideline], value: item.claimsAdministratorGuideline)))
            blocks.append(.labelled(.init(label: label + " " + wording[.guideline], value: item.reviewerGuideline)))
            blocks.append(.labelled(.init(label: wording[.rationale], value: item.rationale)))
        }
        if !parts.notices.isEmpty {
            blocks.append(.heading(LetterHeading.notices.words(in: wording)))
            blocks.append(.prose(parts.notices.joined(separator: "\n\n")))
        }
        document.blocks = blocks
        return document
    }

    private static func header(_ determination: Determination, _ wording: LetterWording) -> Document.Block? {
        let dates = determination.dates
        if determination.caseNumber == nil, determination.priority == nil, dates == CaseDates() { return nil }
        let fields = wording.header.map { label in
            let value: String? =
                switch label {
                case .caseNumber: determination.caseNumber?.text
                case .assigned: dates.assigned?.american
                case .injury: dates.injury?.american
                case .decision: dates.decision?.american
                case .utilizationReview: dates.utilizationReview?.american
                case .priority: determination.priority.flatMap { wording.priorities[$0] }
                case .applicationReceived: dates.applicationReceived?.american
                // The rest are labels of other parts of the letter.
                case .licensure, .specialty, .claimsAdministratorGuideline, .guideline, .rationale: nil
                }
            return Document.Field(label: wording[label], value: value ?? "")
        }
        // The first stands alone, the others two in a row.
        let rest = fields.dropFirst()
        let rows = stride(from: rest.startIndex, to: rest.endIndex, by: 2).map { at in
            Array(rest[at..<min(at + 2, rest.endIndex)])
        }
        return .fieldTable([Array(fields.prefix(1))] + rows)
    }
}
