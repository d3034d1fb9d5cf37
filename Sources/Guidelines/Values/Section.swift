/// The name of a section: its edition and its place in it.
public struct SectionID: Hashable, Sendable, CustomStringConvertible {
    /// The edition.
    public let edition: EditionID
    /// Its place, counted from 1 on every level: `2.3`. `0` is the text before the first heading.
    public let path: String

    /// A section from its parts.
    public init(edition: EditionID, path: String) {
        self.edition = edition
        self.path = path
    }

    /// `edition#2.3`.
    public var description: String { edition.text + "#" + path }
}

/// One section of an edition, without its text.
public struct Section: Hashable, Sendable, Identifiable {
    /// Its name.
    public var id: SectionID
    /// The number that the guideline itself prints before the title, `3.3.9`; nil when it prints none.
    public var number: String?
    /// The title; the chapter's for the text before the first heading.
    public var title: String
    /// How deep it lies: 1 for a section of the chapter, 0 for the text before the first heading.
    public var depth: Int
    /// The section it belongs to; nil at the top.
    public var parent: SectionID?

    /// Number and title, as a citation gives them.
    public var words: String { number.map { $0 + " " + title } ?? title }
}
