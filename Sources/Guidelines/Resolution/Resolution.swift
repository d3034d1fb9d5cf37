public import CaseModel

/// What a citation names in the library.
public struct Resolution: Hashable, Sendable {
    /// The citation.
    public var citation: Citation
    /// The edition it names; nil when the library has none that could be meant.
    public var edition: EditionChoice?
    /// Other editions that could be meant, the likeliest first.
    public var otherEditions: [EditionChoice]
    /// Of the same chapter, the edition in force on the day, when the one cited was not.
    public var inForceInstead: Edition?
    /// For each section that the citation names, in its order, what it is here. A citation of a whole chapter has one
    /// entry with the title of the chapter, for the beginning of the edition.
    public var sections: [SectionResolution]
}

/// An edition that a citation may mean.
public struct EditionChoice: Hashable, Sendable {
    /// The edition.
    public var edition: Edition
    /// How sure it is, 0 to 1.
    public var confidence: Double
    /// Whether it was in force on the day; nil when nobody knows.
    public var isInForce: Bool?
}

/// What a cited section is in the library.
public struct SectionResolution: Hashable, Sendable {
    /// The section as the citation words it.
    public var cited: String
    /// What it is here; nil when nothing comes near.
    public var best: SectionChoice?
    /// What else could be meant, the likeliest first; at most five.
    public var alternatives: [SectionChoice]
}

/// A section that a citation may mean.
public struct SectionChoice: Hashable, Sendable {
    /// The section; its name tells the edition.
    public var section: Section
    /// The passage it begins with, in the section or the first one within it; nil when it has no text.
    public var passage: PassageID?
    /// How sure it is, 0 to 1: ``sure`` and more can be shown without asking.
    public var confidence: Double

    /// From here on, a person would say the same.
    public static let sure = 0.8
}

extension GuidelineLibrary {
    /// What a citation names: its edition, and for every section the place here.
    ///
    /// A title may be cut short, misspelt, reordered or abbreviated. The titles of an edition are read when it is first
    /// asked for, and again when the library has changed.
    /// - Parameter day: the day of the decision, on which the edition should be in force.
    public func resolve(_ citation: Citation, on day: Day? = nil) throws(GuidelineError) -> Resolution {
        try read { db in
            let index = try citationIndex(in: db)
            return try CitationResolver(index: index, db: db).resolve(citation, on: day)
        }
    }
}
