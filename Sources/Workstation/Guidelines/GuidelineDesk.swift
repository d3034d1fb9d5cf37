/// The guideline side of an item: the sections at hand, the one shown, and what is being quoted from it.
struct GuidelineDesk: Sendable {
    /// What is being chosen to be quoted: whole sentences, from the anchor to the cursor.
    struct Quoting: Hashable, Sendable {
        /// One sentence of the page.
        struct Sentence: Hashable, Sendable {
            /// Which passage, from 0.
            var passage: Int
            /// The place in the passage, in characters.
            var range: Range<Int>
        }

        var sentences: [Sentence]
        var cursor = 0
        var anchor = 0
        /// Whether writing goes on once the choice is made, or let go: it was begun from the rationale.
        var resumesWriting = false

        var chosen: ClosedRange<Int> { min(anchor, cursor)...max(anchor, cursor) }
    }

    /// The sections that are cited, or suggested.
    var pages: [GuidelinePage] = []
    /// Which of them is shown, from 0.
    var index = 0
    /// Where the reviewer went from there, the last on top.
    var trail: [GuidelinePage] = []
    /// The guideline line that the pages were looked up for; nil before the first answer.
    var resolvedLine: String?
    var quoting: Quoting?
    /// Whether writing goes on once the choice of sentences ends.
    var resumesWriting: Bool { quoting?.resumesWriting == true }
    /// Whether the choice of sentences grows with the cursor.
    var isGrowing = false
    /// The quotations of the rationale, for the state of the text they were found in.
    var quotations: [FoundQuotation] = []
    var quotationsRevision = -1

    /// The section that is shown.
    var shown: GuidelinePage? {
        trail.last ?? (pages.indices.contains(index) ? pages[index] : nil)
    }

    /// Goes to the next or previous of the cited sections.
    mutating func turn(_ step: Int) {
        trail = []
        quoting = nil
        guard !pages.isEmpty else { return }
        index = (index + step + pages.count) % pages.count
    }

    /// Begins to choose sentences of the section that is shown; false when it has none.
    mutating func beginQuoting() -> Bool {
        guard let shown, !shown.passages.contains(where: { $0.change != nil }) else { return false }
        let sentences = shown.passages.enumerated().flatMap { index, passage in
            Sentences.ranges(of: passage.text).map { Quoting.Sentence(passage: index, range: $0) }
        }
        guard !sentences.isEmpty else { return false }
        quoting = Quoting(sentences: sentences)
        return true
    }

    /// What is chosen: one stretch of one passage, and its words.
    ///
    /// A choice over several passages is cut at the end of the first: a quotation names one passage.
    var chosen: (passage: GuidelinePage.Passage, span: Range<Int>, words: String)? {
        guard let quoting, let shown else { return nil }
        let sentences = quoting.chosen.map { quoting.sentences[$0] }
        guard let first = sentences.first, let last = sentences.last(where: { $0.passage == first.passage }) else {
            return nil
        }
        let passage = shown.passages[first.passage]
        let span = first.range.lowerBound..<last.range.upperBound
        return (passage, span, String(Array(passage.text)[span]))
    }
}
