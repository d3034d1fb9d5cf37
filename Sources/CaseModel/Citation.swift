/// One source of evidence that a guideline line names.
public struct Citation: Hashable, Sendable {
    /// Whose evidence it is: `MTUS` for the schedule adopted by the administrative director, else the publisher or
    /// author as the line words it (`Official Disability Guidelines (ODG)`).
    public var source: String
    /// The chapter or title; nil when the line gives none.
    public var chapter: String?
    /// The year of the edition, four digits; nil when the line gives none.
    public var year: Int?
    /// The sections, as worded, in order; empty when the line gives none.
    public var sections: [String]

    /// A citation from its parts.
    public init(source: String, chapter: String? = nil, year: Int? = nil, sections: [String] = []) {
        self.source = source
        self.chapter = chapter
        self.year = year
        self.sections = sections
    }

    /// Whether it cites the Medical Treatment Utilization Schedule.
    public var isMTUS: Bool { source == "MTUS" }

    /// In one line: source, chapter, year, then the sections.
    public var words: String {
        var text = source
        if let chapter { text += (isMTUS ? " " : ", ") + chapter }
        if let year { text += " \(year)" }
        if !sections.isEmpty { text += " › " + sections.joined(separator: " · ") }
        return text
    }
}
