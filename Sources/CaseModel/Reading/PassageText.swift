/// What stands in a passage of the letter, and a reviewer's bookmarks on it.
public struct PassageText: Hashable, Sendable {
    /// The words.
    public let words: String
    /// The bookmarks, in the order of their places; only a summary has any.
    public let bookmarks: [Bookmark]

    /// A text from its parts.
    public init(words: String, bookmarks: [Bookmark] = []) {
        self.words = words
        self.bookmarks = bookmarks
    }
}
