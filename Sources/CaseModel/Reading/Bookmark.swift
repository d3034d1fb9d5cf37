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

    /// What is added to the note of a bookmark whose text was taken out.
    public static let goneWords = "(the text is gone)"

    /// The bookmark after the summary was written anew: at its text, or where that stood, with words in the note that say
    /// so as far as there is room for them. A bookmark of a record stays.
    public func following(_ text: FollowedText) -> Bookmark {
        guard case .summary(let character) = place else { return self }
        let (found, isGone) = text.place(of: character)
        let words = isGone && !note.hasSuffix(Bookmark.goneWords) ? note + " " + Bookmark.goneWords : note
        let moved = try? Bookmark(place: .summary(character: found), note: words)
        return moved ?? Bookmark(moving: self, to: .summary(character: found))
    }

    private init(moving bookmark: Bookmark, to place: ReadingPlace) {
        self.place = place
        note = bookmark.note
    }

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
