internal import CaseModel
internal import TextUI

/// What is at hand for reading a case, besides the page that is shown.
struct ReadingDesk: Sendable {
    /// The other of two places; nil while one is shown.
    var beside: ReadingPane?
    /// Whether the keys are with the second of two places: the right or the lower one.
    var isSecond = false
    /// The reviewer's bookmarks, in the order of their places.
    var bookmarks: [Bookmark] = []
    /// The bookmark that is being made.
    var marking: BookmarkMaking?
    /// Where what is searched for stands.
    var found = FoundPhrase()
    /// The match that was gone to last.
    var match: MatchPlace?
    /// Which dates, amounts and parts of the body are marked.
    var mentions = MentionMarks()
    /// The place that a page was gone to for, while the page is being read.
    var arrival: ReadingPlace?
}

/// A place that is read beside another.
struct ReadingPane: Sendable {
    var page: CasePage
    /// The first line that is shown.
    var top = 0
    var text = ReadingText([], width: 1)
}

/// Where a phrase stands in what can be read.
struct FoundPhrase: Sendable {
    /// Raised with every search: an answer to an older one is dropped.
    var generation = 0
    /// How often it stands on the summary's page.
    var onSummary = 0
    /// How often on the pages of the records; nil until they are counted.
    var inRecords: [PageMatches]?
    /// Whether the first match elsewhere is to be shown, since the page has none.
    var isWanted = false
    /// Whether the records are being counted.
    var isCounting = false
}

/// A match on a page.
struct MatchPlace: Hashable, Sendable {
    var page: CasePage
    /// Which of the page's matches, from 0.
    var index: Int
}

extension ReadingPlace {
    /// The page that it is on.
    var page: CasePage {
        switch self {
        case .summary: .summary
        case .record(let record, let page, _): .record(record, page: page)
        }
    }

    /// So many characters further; a line of a record stays the line.
    func moved(by characters: Int) -> ReadingPlace {
        switch self {
        case .summary(let character): .summary(character: character + characters)
        case .record: self
        }
    }
}
