import Guidelines

/// A rationale of about three hundred words: its own, three marked quotations and one unmarked copy, all damaged.
struct QuotedRationale {
    /// A passage that may be quoted.
    struct Source {
        var id: PassageID
        var text: String
    }

    /// Its text.
    private(set) var text = ""
    /// The marked quotations in order: where each comes from, and what was done to it.
    private(set) var quoted: [(source: PassageID, damages: [DamageGenerator.Damage])] = []

    /// A rationale that quotes passages taken at random.
    init(from passages: [Source], _ generator: inout GeneratedGuidelines, _ damage: inout DamageGenerator) {
        // One quotation is short, as most are; the copy comes last.
        for (words, isMarked) in [(12...20, true), (20...60, true), (20...60, true), (20...60, false)] {
            let source = passages[damage.pick(passages.count)]
            let quotation = damage.damaged(source.text, words: words, damages: 3)
            text += generator.passage(words: 48) + " "
            text += isMarked ? "\u{201C}" + quotation.text + "\u{201D} " : quotation.text + " "
            if isMarked { quoted.append((source.id, quotation.damages)) }
        }
    }
}

/// How rightly the library tells of marked quotations where they come from and what is not the same.
struct QuotationAccuracy {
    /// The quotations looked for.
    private(set) var quotations = 0
    /// Those whose passage was found.
    private(set) var right = 0
    /// The damages done.
    private(set) var damages = 0
    /// Those told exactly: the kind and the words.
    private(set) var exact = 0
    /// What was told that is no damage, or not in these words.
    private(set) var invented = 0

    /// Counts what was found in a rationale.
    mutating func count(_ found: [Quotation], in rationale: QuotedRationale, _ library: GuidelineLibrary) throws {
        let marked = found.filter { $0.marking == .quoted }
        for (index, wanted) in rationale.quoted.enumerated() {
            quotations += 1
            damages += wanted.damages.count
            guard index < marked.count, let source = marked[index].source, source.passages.contains(wanted.source)
            else { continue }
            right += 1
            var told = reported(
                source.alignment, in: rationale.text, passages: try source.passages.map { try library.passage($0).text }
            )
            for one in wanted.damages {
                guard let place = told.firstIndex(of: one) else { continue }
                told.remove(at: place)
                exact += 1
            }
            invented += told.count
        }
    }
}
