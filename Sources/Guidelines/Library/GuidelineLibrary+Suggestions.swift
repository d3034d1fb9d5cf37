import GRDB

extension GuidelineLibrary {
    /// Passages about what a text asks for, say the disputed item: those that hold the most and the rarest of its
    /// telling words first, in their text or, which counts more, in the titles above it; of equals the newest edition.
    ///
    /// For each word and each two near each other only the ``suggestionDepth`` newest passages are looked at.
    /// - Parameter limit: how many at most.
    public func suggestions(for text: String, limit: Int = 10) throws(GuidelineError) -> [SearchHit] {
        let words = SearchWords.content(of: text)
        guard let any = SearchWords.any(words), limit > 0 else { return [] }
        return try read { db in
            var ballot = SuggestionBallot(words)
            for (index, word) in words.enumerated() {
                let found = try SearchReading.numbers(word, limit: GuidelineLibrary.suggestionDepth, in: db)
                ballot.found(found, word: index, isRare: found.count < GuidelineLibrary.suggestionDepth)
                ballot.titled(
                    try SearchReading.numbers(word.inTitle, limit: GuidelineLibrary.suggestionDepth, in: db),
                    word: index)
                for near in words.indices where near > index && near <= index + 2 {
                    let both = word.and(words[near])
                    let found = try SearchReading.numbers(both, limit: GuidelineLibrary.suggestionDepth, in: db)
                    ballot.found(found, word: index)
                    ballot.found(found, word: near)
                }
            }
            for entry in try citationIndex(in: db).entries { ballot.chapter(entry) }
            return try SearchReading.hits(numbers: ballot.best(limit), any, in: db)
        }
    }

    /// How many passages are looked at for each word of a text that suggestions are asked for.
    public static let suggestionDepth = 300
}

/// Counts which words of a text each passage holds.
private struct SuggestionBallot {
    private let words: [SearchWords]
    private var inText: [Int64: UInt16] = [:]
    private var inTitle: [Int64: UInt16] = [:]
    private var inChapter: [Int: UInt16] = [:]
    private var weights: [Double]

    init(_ words: [SearchWords]) {
        self.words = words
        weights = words.map { _ in 1 }
    }

    mutating func found(_ numbers: [Int64], word: Int) {
        for number in numbers { inText[number, default: 0] |= 1 << UInt16(word) }
    }

    /// Passages that hold a word; when they are all there are, the word is rare and counts more.
    mutating func found(_ numbers: [Int64], word: Int, isRare: Bool) {
        found(numbers, word: word)
        if isRare { weights[word] = 1.2 }
    }

    mutating func titled(_ numbers: [Int64], word: Int) {
        for number in numbers { inTitle[number, default: 0] |= 1 << UInt16(word) }
    }

    mutating func chapter(_ entry: CitationIndex.Entry) {
        let letters = Set(entry.chapters.flatMap { $0.words.map(\.letters) })
        for (index, word) in words.enumerated() where letters.contains(Array(word.stem.utf8)) {
            inChapter[entry.number, default: 0] |= 1 << UInt16(index)
        }
    }

    /// The numbers of the best passages.
    func best(_ limit: Int) -> [Int64] {
        let rated = inText.map { number, mask in
            var score = 0.0
            let chapter = inChapter[PassageNumber.edition(of: number)] ?? 0
            let title = inTitle[number] ?? 0
            for index in words.indices {
                let bit: UInt16 = 1 << UInt16(index)
                if title & bit != 0 {
                    score += 2 * weights[index]
                } else if (mask | chapter) & bit != 0 {
                    score += weights[index]
                }
            }
            return (number: number, score: score)
        }
        return rated.sorted { ($1.score, $0.number) < ($0.score, $1.number) }.prefix(limit).map(\.number)
    }
}
