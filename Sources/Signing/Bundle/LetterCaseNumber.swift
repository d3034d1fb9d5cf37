/// Whether a written letter is about the case it is signed for.
enum LetterCaseNumber {
    private static let label = Array("case number".utf8)

    /// Whether every case number that a letter gives behind its label is the given one.
    ///
    /// Only text can be looked into, and a letter without the label says nothing: both agree. Of HTML, tags are
    /// passed over.
    static func agrees(_ letter: [UInt8], mediaType: String, number: String) -> Bool {
        guard mediaType.hasPrefix("text/") else { return true }
        let wanted = Array(number.utf8)
        var at = 0
        while let found = label(in: letter, from: at) {
            at = found + label.count
            let value = letter[past(letter, at)...]
            // `Case Number of visits` is prose, and a label without a value is followed by the next label.
            let word = value.prefix { isWord($0) }
            guard value.startIndex > at, word.contains(where: { (48...57).contains($0) }) else { continue }
            let rest = value.dropFirst(wanted.count)
            guard value.starts(with: wanted), rest.first.map({ !isWord($0) || $0 == UInt8(ascii: ".") }) ?? true
            else { return false }
        }
        return true
    }

    private static func label(in letter: [UInt8], from start: Int) -> Int? {
        guard letter.count >= label.count else { return nil }
        var at = start
        while at <= letter.count - label.count {
            // No letter but c and C has the code of c once this bit is set.
            if letter[at] | 0x20 == label[0],
                letter[at..<at + label.count].elementsEqual(label, by: { $0 | 0x20 == $1 | 0x20 })
            {
                return at
            }
            at += 1
        }
        return nil
    }

    /// Past a colon, white space and tags.
    private static func past(_ letter: [UInt8], _ start: Int) -> Int {
        var at = start
        var hasColonOrTag = false
        while at < letter.count {
            switch letter[at] {
            case 32, 9, 10, 13: at += 1
            case UInt8(ascii: ":"):
                hasColonOrTag = true
                at += 1
            case UInt8(ascii: "<"):
                hasColonOrTag = true
                guard let end = letter[at...].firstIndex(of: UInt8(ascii: ">")) else { return start }
                at = end + 1
            default: return hasColonOrTag ? at : start
            }
        }
        return start
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
