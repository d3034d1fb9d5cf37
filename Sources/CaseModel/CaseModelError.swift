/// Why a value of the field could not be made from what was given.
public enum CaseModelError: Error, Hashable, Sendable {
    /// The text is no case number; it is at most 64 characters of what was given.
    case notACaseNumber(String)
    /// The name is none of those a person may act under.
    case notAnActor
    /// The text is no reviewer's pseudonym; it is at most 32 characters of what was given.
    case notAReviewerID(String)
    /// The text is no filter of the worklist.
    case notAFilter(FilterProblem)
    /// The text is no name for a saved view.
    case notAViewName
    /// The text is no tag; it is at most 32 characters of what was given.
    case notATag(String)
    /// The note of a bookmark has more characters than it may.
    case noteTooLong
}

extension CaseModelError: CustomStringConvertible {
    /// One sentence for a person.
    public var description: String {
        switch self {
        case .notACaseNumber(let text):
            "“\(text)” is not a case number; a case number has letters, digits and hyphens, as CM17-0003890."
        case .notAReviewerID(let text):
            "“\(text)” is not a reviewer's id; an id has up to 32 letters, digits and inner hyphens, as R-0042."
        case .notAFilter(let problem): problem.sentence
        case .notAViewName: "A view is named in 1 to 40 characters without control characters."
        case .notATag(let text):
            "“\(text)” is no tag; a tag is a word of up to \(CaseTag.longest) letters, digits and inner hyphens, as ask-ann."
        case .noteTooLong: "A note has at most \(Bookmark.noteLimit) characters; shorten it."
        case .notAnActor:
            "A name to act under has 1 to 64 characters and no control characters."
        }
    }
}
