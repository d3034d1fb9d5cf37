internal import Guidelines

/// Tells whether a text refers to another section of its guideline.
enum CrossReferences {
    /// Whether the text says "section 4.2", or "see" with the title of the section.
    static func mention(_ section: Section, in text: String) -> Bool {
        let text = text.lowercased()
        if let number = section.number?.lowercased(), stands("section " + number, in: text) { return true }
        let title = section.title.lowercased()
        return title.count > 3 && (stands("see " + title, in: text) || stands("see “" + title, in: text))
    }

    /// Whether the words stand in the text and end there: "section 4" is not in "section 4.2".
    private static func stands(_ words: String, in text: String) -> Bool {
        var rest = text[...]
        while let range = rest.firstRange(of: words) {
            let after = rest[range.upperBound...]
            let next = after.first
            let isCut = next.map { $0.isLetter || $0.isNumber } ?? false
            let goesOn = next == "." && (after.dropFirst().first?.isNumber ?? false)
            if !isCut, !goesOn { return true }
            rest = after
        }
        return false
    }
}
