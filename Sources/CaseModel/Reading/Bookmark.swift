/// A place in what is read of a case.
public enum ReadingPlace: Hashable, Sendable {
    /// A character of the clinical summary, from 0.
    case summary(character: Int)
    /// A line of a page of a record, all from 1.
    case record(Int, page: Int, line: Int)
}

extension ReadingPlace: Comparable {
    /// The summary comes first, then the records in their order.
    public static func < (one: ReadingPlace, other: ReadingPlace) -> Bool {
        one.order.lexicographicallyPrecedes(other.order)
    }

    private var order: [Int] {
        switch self {
        case .summary(let character): [0, 0, character]
        case .record(let record, let page, let line): [record, page, line]
        }
    }
}

/// A reviewer's working note on a place: for nobody else, and never part of what the determination says.
public struct Bookmark: Hashable, Sendable {
    /// Where it is.
    public let place: ReadingPlace
    /// A line of at most ``noteLimit`` characters; empty when the place is only to be found again.
    public let note: String

    /// The most characters of a note.
    public static let noteLimit = 200

    /// A bookmark from its parts; white space in the note becomes single spaces.
    /// - Throws: ``CaseModelError/noteTooLong``.
    public init(place: ReadingPlace, note: String = "") throws(CaseModelError) {
        let line = note.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // A character may be a pile of marks: those count too.
        guard line.count <= Bookmark.noteLimit, line.unicodeScalars.count <= 10 * Bookmark.noteLimit else {
            throw .noteTooLong
        }
        self.place = place
        self.note = line
    }
}
