import Foundation

/// A page as it is searched: its words in lower case without accents, one space before each, line after line.
///
/// A word begins where a space stands, so that looking for `" lumb"` is looking for words that begin so; and a line
/// without words takes no room, so that the lines around it stand together.
struct FoldedPage {
    /// The words of all lines, in UTF-8.
    private(set) var bytes: [UInt8] = []
    /// Where the line of each number begins in ``bytes``, from 0, and at last where the page ends.
    private(set) var starts: [Int] = []

    /// Takes in another page, in the room of the one before.
    mutating func take(_ text: String) {
        bytes.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        var text = text
        text.withUTF8 { page in
            bytes.reserveCapacity(page.count + 1)
            for line in page.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                starts.append(bytes.count)
                FoldedPage.fold(line, into: &bytes)
            }
        }
        starts.append(bytes.count)
    }

    /// The words of a text, folded like those of a page.
    static func words(_ text: some StringProtocol) -> [UInt8] {
        var bytes: [UInt8] = []
        Array(text.utf8).withUnsafeBufferPointer { fold($0[...], into: &bytes) }
        return bytes
    }

    private static func fold(_ line: Slice<UnsafeBufferPointer<UInt8>>, into bytes: inout [UInt8]) {
        let start = bytes.count
        var isInWord = false
        for byte in line {
            guard byte < 0x80 else {
                // Read from its beginning once more: an accent may follow its letter.
                bytes.removeLast(bytes.count - start)
                return foldScalars(String(decoding: line, as: UTF8.self), into: &bytes)
            }
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                if !isInWord { bytes.append(UInt8(ascii: " ")) }
                bytes.append(byte)
                isInWord = true
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if !isInWord { bytes.append(UInt8(ascii: " ")) }
                bytes.append(byte | 0x20)
                isInWord = true
            default: isInWord = false
            }
        }
    }

    /// Compatibility forms are taken apart, because the text of a PDF has ligatures: `ﬁbrosis` is found as `fibrosis`.
    private static func foldScalars(_ line: String, into bytes: inout [UInt8]) {
        var isInWord = false
        for scalar in line.decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber, .privateUse:
                if !isInWord { bytes.append(UInt8(ascii: " ")) }
                bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
                isInWord = true
            case .nonspacingMark, .spacingMark, .enclosingMark, .format:
                // Accents, soft hyphens and marks of direction stand within words and say nothing here.
                continue
            default: isInWord = false
            }
        }
    }
}
