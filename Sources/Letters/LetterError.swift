/// Why a letter could not be read or written, or the JSON of a case not be taken in.
///
/// Lines are numbered from 1. No case holds text of the letter.
public enum LetterError: Error, Hashable, Sendable {
    /// There is no word in it.
    case empty
    /// A control character stands in the line: it is not text.
    case notText(line: Int)
    /// It has more bytes than a letter may have.
    case tooLong(bytes: Int, limit: Int)
    /// None of the headings of a determination stands in it.
    case notALetter
    /// It is of an earlier form, whose heading stands in the line.
    case earlierForm(line: Int)
    /// A heading is missing that belongs after the line.
    case headingMissing(LetterHeading, after: Int)
    /// No item follows the last heading, which stands in the line.
    case noItems(line: Int)
    /// The guideline or rationale label in the line follows no decision.
    case decisionMissing(line: Int)
    /// The letter would not read back as what it says; the part is the first that differs.
    case cannotBeWritten(UnwritablePart)
    /// The JSON does not describe a case; the path names the value, as `items[2].decision`.
    case json(path: String, problem: String)
}

/// The part of a determination that no letter can carry as it is.
public enum UnwritablePart: Hashable, Sendable {
    /// The number, the days or the priority.
    case header
    /// The reviewer's licensure or specialties.
    case credentials
    /// The organization's name, label or methodology.
    case form
    /// The documents reviewed: each is one paragraph, and none has a line that begins with the next one's number.
    case documents
    /// The clinical case summary.
    case summary
    /// What stands under the heading of the notices.
    case notices
    /// There is no item, or not as many would be read as there are.
    case items
    /// The head of an item, from 1.
    case head(item: Int)
    /// The amounts of an item, from 1, are not those that its head words.
    case amounts(item: Int)
    /// A guideline line of an item, from 1.
    case guideline(item: Int)
    /// The citations of an item, from 1, are not those of its guideline line.
    case citations(item: Int)
    /// The rationale of an item, from 1.
    case rationale(item: Int)
}

extension LetterError: CustomStringConvertible {
    /// One or two sentences: what is wrong and what can be done.
    public var description: String {
        switch self {
        case .empty:
            "The text is empty; a scanned PDF has no text until it has been through text recognition."
        case .notText(let line):
            "Line \(line) holds a control character, so this is not text; give the text of the letter or its PDF."
        case .tooLong(let bytes, let limit):
            "The text has \(bytes) bytes; a letter may have at most \(limit)."
        case .notALetter:
            "This is no determination letter: none of its headings was found. The first is “\(LetterHeading.made.words(in: .usual))”."
        case .earlierForm(let line):
            "Line \(line) is a heading of the letters of 2013 and 2014, a form that is not read; later letters are."
        case .headingMissing(let heading, let line):
            "The heading “\(heading.words(in: .usual))” is missing after line \(line); the letter may be cut short."
        case .noItems(let line):
            "No item follows the heading in line \(line): no line ends in Upheld or Overturned before a guideline."
        case .decisionMissing(let line):
            "The item with the label in line \(line) has no decision; its head must end in “: Upheld” or “: Overturned”."
        case .cannotBeWritten(let part):
            "The letter cannot be written: \(part.reason)"
        case .json(let path, let problem):
            "The case JSON is wrong at \(path.isEmpty ? "its top" : path): \(problem)"
        }
    }
}

extension UnwritablePart {
    var reason: String {
        switch self {
        case .header: "its header would read differently. Give a case number or leave the header out."
        case .credentials: "a licensure or specialty holds a comma or is empty. Give each as an entry of its own."
        case .form:
            "the organization's name, label and methodology do not agree. The methodology must begin with the name, "
                + "as “… sent the complete case file”, and name the credentials nowhere."
        case .summary: "a paragraph of the summary looks like a heading of the letter. Reword it."
        case .documents: "a title in the list of documents would read differently. Reword it."
        case .notices: "the notices would read differently. They hold a heading of the letter, or a page number alone."
        case .items: "it needs at least one item, each with a head."
        case .head(let item):
            "the head of item \(item) would read differently. Write it as one paragraph, without the form's own words."
        case .amounts(let item): "the amounts of item \(item) are not those that its head words. Make the two agree."
        case .guideline(let item):
            "a guideline line of item \(item) holds a paragraph that looks like a label or an item. Reword it."
        case .citations(let item):
            "the citations of item \(item) are not those of its guideline line. Make the two agree."
        case .rationale(let item):
            "a paragraph of the rationale of item \(item) looks like a label or an item. Reword it."
        }
    }
}

extension LetterError {
    /// The line of the source, from 1, where it shows; nil when it is about no line.
    public var line: Int? {
        switch self {
        case .notText(let line), .earlierForm(let line), .headingMissing(_, after: let line), .noItems(let line),
            .decisionMissing(let line):
            line
        case .empty, .tooLong, .notALetter, .cannotBeWritten, .json: nil
        }
    }
}
