/// The name of a passage, the same in every library that holds the same edition: `edition#2.3/4`.
public struct PassageID: Hashable, Sendable, CustomStringConvertible {
    /// The section.
    public let section: SectionID
    /// Its place in the section, from 1.
    public let place: Int

    /// A passage from its parts.
    public init(section: SectionID, place: Int) {
        self.section = section
        self.place = place
    }

    /// Takes a name apart; nil for what is not of the form `edition#2.3/4`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "#", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return nil }
        let places = parts[1].split(separator: "/", omittingEmptySubsequences: false)
        guard places.count == 2, !places[0].isEmpty, let place = Int(places[1]), place > 0 else { return nil }
        self.init(section: SectionID(edition: EditionID(String(parts[0])), path: String(places[0])), place: place)
    }

    /// The edition.
    public var edition: EditionID { section.edition }

    /// `edition#2.3/4`.
    public var description: String { section.description + "/" + String(place) }
}

/// One passage: a paragraph or an item of a list.
public struct Passage: Hashable, Sendable, Identifiable {
    /// Its name.
    public var id: PassageID
    /// Its text in one line; never empty.
    public var text: String
    /// The identity of its text.
    public var digest: ContentDigest
}
