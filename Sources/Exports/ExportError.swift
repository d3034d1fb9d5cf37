/// Why a letter could not be set or a public copy not be made.
///
/// No case holds clinical text; a character is named alone.
package enum ExportError: Error, Hashable, Sendable {
    /// No typeface of the letter has the character.
    case noGlyph(Unicode.Scalar, place: PlaceInLetter)
    /// A library that sets pages, or a function of it, is not there; its name.
    case librariesMissing(String)
    /// A typeface that letters are set in is not installed.
    case typefaceMissing(String)
    /// The page library refused to go on; the text is its own.
    case notDrawn(String)
    /// The finished page file does not have the form it should have, so that its language cannot be set.
    case formNotKnown

    /// Whether every other letter would fail in the same way.
    package var isOfTheMachine: Bool {
        switch self {
        case .librariesMissing, .typefaceMissing, .formNotKnown: true
        case .noGlyph, .notDrawn: false
        }
    }
}

/// Where in a letter something stands, in words of the form alone.
package struct PlaceInLetter: Hashable, Sendable, CustomStringConvertible {
    /// The heading above it; empty before the first.
    package var heading: String
    /// The number of the item, from 1; 0 outside of the items.
    package var item: Int

    /// `item 2 under “…”`, `under “…”`, or `the top of the letter`.
    package var description: String {
        if heading.isEmpty { return "the top of the letter" }
        return item > 0 ? "item \(item)" : "the part “\(heading)”"
    }
}

extension ExportError: CustomStringConvertible {
    /// One sentence: what is wrong and what can be done.
    package var description: String {
        switch self {
        case .noGlyph(let scalar, let place):
            "The character \(ExportError.name(of: scalar)) in \(place) has no glyph in the letter's typefaces; "
                + "write it in another way."
        case .librariesMissing(let name):
            "A PDF needs the libraries Pango and Cairo, and \(name) is not there; install them (on Debian libpangocairo-1.0-0) "
                + "or export without PDF."
        case .typefaceMissing(let family):
            "The typeface “\(family)” that letters are set in is not installed; install it and try again."
        case .notDrawn(let words): "The PDF could not be made (\(words)); try again."
        case .formNotKnown:
            "The PDF came out in a form in which its language cannot be set; the cairo library is of another kind."
        }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "“\(scalar)” (U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ")"
    }
}
