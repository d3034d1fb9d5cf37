internal import Foundation

/// A word of a text as names are compared: without case and accents.
struct Name {
    /// Its letters and digits in lower case, without accents.
    var folded: String
    /// Where it stands in the UTF-8 of the text.
    var bytes: Range<Int>
    /// Whether it begins with a capital.
    var hasCapital: Bool

    /// The words of a text: runs of letters, marks and digits.
    static func words(of text: String) -> [Name] {
        var words: [Name] = []
        var start = 0
        var at = 0
        var scalars = String.UnicodeScalarView()
        func close() {
            guard let first = scalars.first else { return }
            words.append(
                Name(folded: fold(String(scalars)), bytes: start..<at, hasCapital: first.properties.isUppercase))
            scalars = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if isWord(scalar) {
                if scalars.isEmpty { start = at }
                scalars.append(scalar)
            } else {
                close()
            }
            at += UTF8.width(scalar)
        }
        close()
        return words
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value & 0xDF) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            return true
        default: return false
        }
    }

    private static func fold(_ word: String) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
        return word.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}
