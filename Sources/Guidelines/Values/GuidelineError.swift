/// Why a guideline could not be read or the library did not do what it was asked. None of these holds clinical text.
public enum GuidelineError: Error, Hashable, Sendable {
    /// A file is not a guideline that can be read.
    case unreadable(file: String, line: Int, Problem)
    /// The library has no edition of this name.
    case noSuchEdition(EditionID)
    /// The library has no section of this name.
    case noSuchSection(SectionID)
    /// The library has no passage of this name.
    case noSuchPassage(PassageID)
    /// The file is not a guideline library.
    case notALibrary(path: String)
    /// The library was written by a later version of the program.
    case tooNew(path: String)
    /// The library cannot be opened or written.
    case unavailable(path: String, reason: String)

    /// What is wrong with a guideline file.
    public enum Problem: Hashable, Sendable {
        /// It does not begin with front matter between two lines `+++`.
        case noFrontMatter
        /// The front matter is no valid TOML.
        case notTOML
        /// The front matter has a key that is not known.
        case unknownKey(String)
        /// The front matter lacks a value.
        case missing(String)
        /// A value of the front matter is not what it should be.
        case wrong(String, expected: String)
        /// The last day in force comes before the first.
        case daysReversed
        /// There is no text after the front matter.
        case noText
        /// A heading has no words.
        case emptyHeading
        /// It is larger than a guideline may be.
        case tooLarge
    }
}

extension GuidelineError: CustomStringConvertible {
    /// One sentence for a person: what happened, and what to do.
    public var description: String {
        switch self {
        case .unreadable(let file, let line, let problem):
            "\(file):\(line): \(problem.sentence)"
        case .noSuchEdition(let id):
            "There is no edition \(id) in the library; list the editions to see their names."
        case .noSuchSection(let id):
            "There is no section \(id) in the library; show its edition to see the sections."
        case .noSuchPassage(let id):
            "There is no passage \(id) in the library; it may belong to a library that this one replaced."
        case .notALibrary(let path):
            "\(path) is not a guideline library and was left as it is; name another file."
        case .tooNew(let path):
            "\(path) was written by a later version of this program and was left as it is; use that version."
        case .unavailable(let path, let reason):
            "The guideline library \(path) is unavailable: \(reason)."
        }
    }
}

extension GuidelineError.Problem {
    /// One sentence that says what to mend.
    fileprivate var sentence: String {
        switch self {
        case .noFrontMatter:
            "a guideline begins with its front matter between two lines “+++”; add it."
        case .notTOML:
            "the front matter is no valid TOML; mend it."
        case .unknownKey(let key):
            "“\(key)” is not known here; the front matter has \(FrontMatter.keys.joined(separator: ", "))."
        case .missing(let key):
            "the front matter lacks “\(key)”; add it."
        case .wrong(let key, let expected):
            "“\(key)” is to be \(expected); mend it."
        case .daysReversed:
            "“in-force-to” comes before “in-force-from”; mend the days."
        case .noText:
            "there is no text after the front matter; add it."
        case .emptyHeading:
            "a heading has no words; give it a title or take it out."
        case .tooLarge:
            "this is larger than a guideline may be; split it into its chapters."
        }
    }
}
