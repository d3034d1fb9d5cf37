/// Finds the chapters of the schedule that a citation's title means.
///
/// Titles agree when their telling words do: "Low Back", "Low Back Chapter" and "Low Back Complaints" are one chapter.
/// A title cut short agrees with the one chapter that begins like it. It gives up on misspelt titles.
enum ScheduleChapter {
    static func editions(of title: String, in known: [String: [GuidelineEdition]]) -> [GuidelineEdition] {
        if let editions = known[title.lowercased()] { return editions }
        let cited = telling(title)
        guard !cited.isEmpty else { return [] }
        for (chapter, editions) in known where telling(chapter) == cited { return editions }
        let longer = known.filter { chapter, _ in chapter.hasPrefix(title.lowercased()) && title.count >= 8 }
        return longer.count == 1 ? longer.first?.value ?? [] : []
    }

    private static func telling(_ title: String) -> [String] {
        Tokenizer.tokens(of: Array(title.unicodeScalars)).filter { $0.isWord && !general.contains($0.text) }.map(\.text)
    }

    private static let general: Set<String> = [
        "the", "and", "of", "chapter", "complaints", "complaint", "guidelines", "guideline", "medical", "treatment",
        "treatments", "acoem", "mtus",
    ]
}
