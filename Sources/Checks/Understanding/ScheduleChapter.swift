import Programmes

/// Finds the chapters of the schedule that a citation's title means.
///
/// Titles agree when their telling words do: "Low Back", "Low Back Chapter" and "Low Back Complaints" are one chapter.
/// A title cut short agrees with the one chapter that begins like it. It gives up on misspelt titles.
enum ScheduleChapter {
    static func editions(of title: String, in profile: ProgrammeProfile) -> [GuidelineEdition] {
        matching(title, in: profile).map {
            GuidelineEdition(year: $0.year, from: $0.inForce.from, to: $0.inForce.to)
        }
    }

    private static func matching(_ title: String, in profile: ProgrammeProfile) -> [ChapterEdition] {
        let named = profile.editions(ofChapter: title)
        if !named.isEmpty { return named }
        let cited = telling(title)
        guard !cited.isEmpty else { return [] }
        let alike = profile.editions.filter { telling($0.chapter) == cited }
        if !alike.isEmpty { return alike }
        let key = title.lowercased()
        let longer = profile.editions.filter { key.count >= 8 && $0.chapter.lowercased().hasPrefix(key) }
        return Set(longer.map(\.chapter)).count == 1 ? longer : []
    }

    private static func telling(_ title: String) -> [String] {
        Tokenizer.tokens(of: Array(title.unicodeScalars)).filter { $0.isWord && !general.contains($0.text) }.map(\.text)
    }

    private static let general: Set<String> = [
        "the", "and", "of", "chapter", "complaints", "complaint", "guidelines", "guideline", "medical", "treatment",
        "treatments", "acoem", "mtus",
    ]
}
