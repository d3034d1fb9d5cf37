internal import CaseModel
internal import TextUI

/// A list over the screen from which one thing is chosen; what is typed in its field decides what it lists.
struct ChooserOverlay: Sendable {
    /// What is chosen from.
    enum Kind: Hashable, Sendable {
        /// Sections of the guideline library that have the typed words.
        case library
        /// Sections that lead on from the one that is shown.
        case ways
        /// Lines of the records that have the typed words, to rest a sentence on.
        case records(sentence: String)
        /// What the sentences of the rationale rest on.
        case links
    }

    /// One line of the list.
    struct Entry: Hashable, Sendable {
        enum Target: Hashable, Sendable {
            case section(String)
            case line(RecordHit)
            case link(EvidenceLink)
            /// That the words were searched for and so many places found.
            case search(words: String, found: Int)
        }

        var label: String
        var text: String
        var target: Target
    }

    let kind: Kind
    var title: String
    /// What a search of the library can be kept within, besides the whole: the name of an edition or section, and how
    /// it is called.
    var scopes: [(name: String, words: String)] = []
    /// Which of them it is kept within; nil for the whole library.
    var scope: Int?
    /// The field; nil where nothing is typed.
    var field: LineField?
    var entries: [Entry] = []
    /// How many places the records have, listed or not; nil where none are searched.
    var found: Int?
    var cursor = 0
    /// Raised with every question: an answer to an older one is dropped.
    var generation = 0
    /// Whether the field has the keyboard; else the list has.
    var isTyping: Bool
    /// What an empty list says.
    var emptyWords: String
    /// What it says instead, about what was asked last.
    var remark: String?
    /// The footer's words for Enter.
    var enterWord: String

    var selected: Entry? { entries.indices.contains(cursor) ? entries[cursor] : nil }

    /// Where in the list the cursor is; of a search that found more than is listed, that too.
    var position: String {
        guard !entries.isEmpty else { return "" }
        guard let found else { return "\(cursor + 1)/\(entries.count)" }
        // The last line records the search, and is no place.
        let listed = entries.count - 1
        let place = cursor < listed ? "\(cursor + 1)/\(found)" : Counted.words(found, "place")
        return found > listed ? "\(place), the first \(listed) listed" : place
    }

    mutating func move(_ step: Int) { cursor = max(0, min(cursor + step, entries.count - 1)) }

    mutating func show(_ new: [Entry]) {
        entries = new
        cursor = min(cursor, max(0, new.count - 1))
    }
}

extension ChooserOverlay {
    /// The search of the library, which `Tab` keeps within the guideline or the section that is shown.
    static func library(beside page: GuidelinePage?) -> ChooserOverlay {
        var chooser = ChooserOverlay(
            kind: .library, title: "Guideline library", field: LineField(), isTyping: true,
            emptyWords: "Type words: sections whose text or title has them all are listed, the newest edition first."
                + (page?.section == nil ? "" : " Tab searches only the guideline, or the section, that is shown."),
            enterWord: "show")
        guard let page, let section = page.section, let edition = section.split(separator: "#").first else {
            return chooser
        }
        chooser.scopes = [
            (name: String(edition), words: page.path.first ?? ""), (name: section, words: page.path.last ?? ""),
        ]
        return chooser
    }

    /// The name of the edition or section that the search is kept within.
    var within: String? { scope.map { scopes[$0].name } }

    /// Goes from the whole library to the guideline, to the section, and back.
    mutating func turnScope() {
        guard !scopes.isEmpty else { return }
        scope = scope.map { $0 + 1 < scopes.count ? $0 + 1 : nil } ?? 0
        title = scope.map { "Within " + scopes[$0].words } ?? "Guideline library"
    }

    static func ways(from page: GuidelinePage) -> ChooserOverlay {
        ChooserOverlay(
            kind: .ways, title: "From here",
            entries: page.ways.map {
                Entry(label: $0.reason, text: $0.words, target: .section($0.section))
            }, isTyping: false, emptyWords: "Nothing leads on from here.", enterWord: "go there")
    }

    static func records(sentence: String) -> ChooserOverlay {
        ChooserOverlay(
            kind: .records(sentence: sentence), title: "Records for: \(sentence)", field: LineField(), isTyping: true,
            emptyWords: "Type words and press Enter: the lines of the records that have them are listed.",
            enterWord: "link")
    }

    static func links(_ links: [EvidenceLink]) -> ChooserOverlay {
        ChooserOverlay(
            kind: .links, title: "What the rationale rests on",
            entries: links.map { Entry(label: $0.evidence.words, text: $0.sentence, target: .link($0)) },
            isTyping: false, emptyWords: "No sentence is linked yet; f links one to the records, y quotes a guideline.",
            enterWord: "open")
    }
}
