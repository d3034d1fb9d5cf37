/// The words of a title as titles are compared: small letters, singular, "&" as nothing, what stands in brackets apart.
struct TitleWords {
    /// One word.
    struct Word {
        /// The folded letters.
        var letters: [UInt8]
        /// How much it counts by its place: less in brackets, little for words such as "of".
        var weight: Double
        /// Whether the title cuts it short with a full stop, or may do so because it ends here.
        var mayBeCut: Bool
    }

    /// The words in order.
    let words: [Word]
    /// The first letters of the words in order, one a word; for `MRI` and the like.
    let initials: [UInt8]

    /// The words of a title.
    init(_ title: String) {
        var words: [Word] = []
        var letters: [UInt8] = []
        var depth = 0
        func close(cut: Bool) {
            guard !letters.isEmpty else { return }
            var word = letters
            letters.removeAll()
            let isPlain = TitleWords.fillers.contains(String(decoding: word, as: UTF8.self))
            if word.count > 3, word.last == UInt8(ascii: "s"), word[word.count - 2] != UInt8(ascii: "s") {
                word.removeLast()
            }
            let weight = (isPlain ? 0.1 : 1) * (depth > 0 ? 0.4 : 1)
            words.append(Word(letters: word, weight: weight, mayBeCut: cut && word.count >= 2))
        }
        for byte in title.lowercased().utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
                letters.append(byte)
            // MRI's, patient's
            case UInt8(ascii: "'"): continue
            case UInt8(ascii: "."): close(cut: true)
            case UInt8(ascii: "("), UInt8(ascii: "["):
                close(cut: false)
                depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                close(cut: false)
                depth = max(0, depth - 1)
            default: close(cut: false)
            }
        }
        close(cut: true)
        // A title of nothing but such words is told by them.
        if words.allSatisfy({ $0.weight < 0.4 }) { for index in words.indices { words[index].weight = 1 } }
        self.words = words
        initials = words.compactMap(\.letters.first)
    }

    /// All words as one key; equal for titles that differ only in what is folded away.
    var key: [UInt8] {
        Array(words.filter { $0.weight >= 0.4 }.map(\.letters).joined(separator: [32]))
    }

    /// The keys by which titles are looked up: three letters in a row, whole short words, and runs of first letters.
    var grams: Set<UInt32> {
        var result: Set<UInt32> = []
        for word in words where word.weight >= 0.4 {
            let letters = word.letters
            if letters.count < 3 { result.insert(TitleWords.gram(letters[...])) }
            for start in stride(from: 0, through: letters.count - 3, by: 1) {
                result.insert(TitleWords.gram(letters[start..<(start + 3)]))
            }
        }
        for start in stride(from: 0, through: initials.count - 3, by: 1) {
            result.insert(TitleWords.gram(initials[start..<(start + 3)]))
        }
        return result
    }

    private static func gram(_ letters: ArraySlice<UInt8>) -> UInt32 {
        letters.reduce(1) { $0 << 8 | UInt32($1) }
    }

    private static let fillers: Set<String> = [
        "and", "or", "the", "of", "for", "in", "to", "a", "an", "with", "on", "by", "chapter", "chapters", "section",
        "sections", "guideline", "guidelines", "page", "pages", "use",
    ]
}

extension TitleWords {
    /// How well a cited title fits this one, 0 to 1; 1 when they are the same but for case, signs and plurals.
    /// - Parameter weight: how telling a word of a title is, 0 to 1; common words tell less.
    static func likeness(cited: TitleWords, title: TitleWords, weight: ([UInt8]) -> Double = { _ in 1 }) -> Double {
        guard !cited.words.isEmpty, !title.words.isEmpty else { return 0 }
        if cited.key == title.key { return 1 }
        var citedHits = [Double](repeating: 0, count: cited.words.count)
        var titleHits = [Double](repeating: 0, count: title.words.count)
        for (i, word) in cited.words.enumerated() {
            var best = (likeness: 0.0, at: -1)
            for (j, other) in title.words.enumerated() where titleHits[j] == 0 {
                let value = TitleWords.likeness(word, other)
                if value > best.likeness { best = (value, j) }
            }
            if best.at >= 0 { (citedHits[i], titleHits[best.at]) = (best.likeness, best.likeness) }
        }
        written(inTwo: cited, title, &citedHits, &titleHits)
        written(inTwo: title, cited, &titleHits, &citedHits)
        abbreviations(cited, title, &citedHits, &titleHits)
        abbreviations(title, cited, &titleHits, &citedHits)
        let recall = share(citedHits, cited.words, weight)
        let precision = share(titleHits, title.words, weight)
        return min(0.99, 0.72 * recall + 0.27 * precision)
    }

    private static func share(_ hits: [Double], _ words: [Word], _ weight: ([UInt8]) -> Double) -> Double {
        var (sum, all) = (0.0, 0.0)
        for (hit, word) in zip(hits, words) {
            let value = word.weight * weight(word.letters)
            sum += hit * value
            all += value
        }
        return all > 0 ? sum / all : 0
    }

    /// Words that one title writes as two: `Electro-diagnostic`.
    private static func written(
        inTwo parted: TitleWords, _ whole: TitleWords, _ partedHits: inout [Double], _ wholeHits: inout [Double]
    ) {
        for i in parted.words.indices.dropLast() where partedHits[i] < 1 && partedHits[i + 1] < 1 {
            let both = parted.words[i].letters + parted.words[i + 1].letters
            guard let j = whole.words.firstIndex(where: { $0.letters == both }), wholeHits[j] < 1 else { continue }
            (partedHits[i], partedHits[i + 1], wholeHits[j]) = (1, 1, 1)
        }
    }

    /// Words such as `MRI` that are the first letters of words of the other title.
    private static func abbreviations(
        _ short: TitleWords, _ long: TitleWords, _ shortHits: inout [Double], _ longHits: inout [Double]
    ) {
        for (i, word) in short.words.enumerated() where shortHits[i] == 0 && (2...6).contains(word.letters.count) {
            let count = word.letters.count
            guard long.initials.count == long.words.count, long.initials.count >= count else { continue }
            for start in 0...(long.initials.count - count)
            where long.initials[start..<(start + count)].elementsEqual(word.letters) {
                shortHits[i] = 0.9
                for j in start..<(start + count) { longHits[j] = max(longHits[j], 0.9) }
                break
            }
        }
    }

    private static func likeness(_ a: Word, _ b: Word) -> Double {
        if a.letters == b.letters { return 1 }
        let (short, long) = a.letters.count < b.letters.count ? (a, b) : (b, a)
        if long.letters.starts(with: short.letters) {
            if short.mayBeCut, short.letters.count >= 3 { return 0.95 }
            if short.letters.count >= 5 { return 0.85 }
        }
        guard short.letters.count >= 4, long.letters.count - short.letters.count <= 2 else { return 0 }
        let most = long.letters.count >= 8 ? 2 : 1
        let distance = EditDistance.between(a.letters, b.letters, most: most)
        return distance <= most ? 0.9 - 0.1 * Double(distance) : 0
    }
}

/// Counts the slips of a pen between two words.
enum EditDistance {
    /// How many letters were changed, left out, added or swapped with the next; `most + 1` when more than `most`.
    static func between(_ a: [UInt8], _ b: [UInt8], most: Int) -> Int {
        guard abs(a.count - b.count) <= most else { return most + 1 }
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in stride(from: 1, through: a.count, by: 1) {
            var row = [i]
            row.reserveCapacity(b.count + 1)
            for j in stride(from: 1, through: b.count, by: 1) {
                var value = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { value = min(value, before[j - 2] + 1) }
                row.append(value)
            }
            if (row.min() ?? 0) > most { return most + 1 }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}
