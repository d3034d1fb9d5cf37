import CaseModel

@testable import Letters

/// Compares the parts of a letter with the words of its source.
enum Coverage {
    /// The lines that hold a word which no part has or several have.
    static func faults(of letter: ReadLetter, in text: String) -> [Int] {
        var owners = Array(repeating: 0, count: text.utf8.count)
        for part in letter.parts {
            if case .headerField = part.kind { continue }
            for word in part.words {
                for byte in word.bytes { owners[byte] += 1 }
            }
        }
        var faults: [Int] = []
        var line = 1
        var byte = 0
        for scalar in text.unicodeScalars {
            let width = scalar.utf8.count
            let isWord = !Prose.normalized("a\(scalar)").utf8.elementsEqual("a".utf8) && scalar != "\u{FEFF}"
            if isWord, owners[byte..<(byte + width)].contains(where: { $0 != 1 }), faults.last != line {
                faults.append(line)
            }
            if scalar == "\n" { line += 1 }
            byte += width
        }
        return faults
    }
}

extension Unicode.Scalar {
    var utf8: String.UTF8View { String(self).utf8 }
}
