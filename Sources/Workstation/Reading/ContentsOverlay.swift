internal import CaseModel
internal import TextUI

/// The table of contents: the summary and the records, with what stands on them: bookmarks and what rationales rest on.
struct ContentsOverlay: Sendable {
    /// One line.
    struct Entry: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            /// A document with its counts.
            case document(Counts)
            /// A bookmark, which can be removed here.
            case bookmark
            /// Lines that a sentence of a rationale rests on.
            case link
        }

        struct Counts: Hashable, Sendable {
            var pages: String
            var kind: String
            var cited: Int
            var bookmarks: Int
            var matches: Int
        }

        var kind: Kind
        var label: String
        var text: String
        var target: ReadingPlace
    }

    /// Whether bookmarks alone are listed.
    var isOfBookmarks: Bool
    /// What is searched for; empty for nothing.
    var search: String
    var entries: [Entry]
    var cursor = 0
    /// What is to be said about the last key.
    var remark = ""

    var selected: Entry? { entries.indices.contains(cursor) ? entries[cursor] : nil }

    mutating func move(_ step: Int) { cursor = max(0, min(cursor + step, entries.count - 1)) }

    /// What a case has, the cursor on the document that is read.
    init(_ screen: CaseScreen, isOfBookmarks: Bool) {
        self.isOfBookmarks = isOfBookmarks
        search = screen.search
        let documents = [0] + screen.reviewCase.records.map(\.position)
        entries = documents.flatMap {
            ContentsOverlay.entries(ofDocument: $0, in: screen, isOfBookmarks: isOfBookmarks)
        }
        let here = ReadingPlace.start(of: screen.page)
        cursor = isOfBookmarks ? 0 : entries.lastIndex { $0.isDocument && $0.target <= here } ?? 0
    }

    /// The same after a change, the cursor where it was.
    func renewed(_ screen: CaseScreen) -> ContentsOverlay {
        var new = ContentsOverlay(screen, isOfBookmarks: isOfBookmarks)
        new.cursor = max(0, min(cursor, new.entries.count - 1))
        new.remark = remark
        return new
    }

    private static func entries(ofDocument document: Int, in screen: CaseScreen, isOfBookmarks: Bool) -> [Entry] {
        let bookmarks = screen.bookmarks(ofDocument: document)
        let marks = bookmarks.map { bookmark in
            Entry(
                kind: .bookmark, label: "◆ " + bookmark.place.words,
                text: bookmark.note, target: bookmark.place)
        }
        guard !isOfBookmarks else { return marks }
        let links = screen.links(toRecord: document)
        let summary = screen.reviewCase.records.first { $0.position == document }
        let counts = Entry.Counts(
            pages: summary.map { "\($0.pageCount)" } ?? "", kind: summary?.kind.words ?? "", cited: links.count,
            bookmarks: bookmarks.count, matches: screen.matchCount(ofDocument: document))
        let head = Entry(
            kind: .document(counts), label: document == 0 ? "S" : "R\(document)",
            text: summary?.title ?? "Clinical summary",
            target: document == 0 ? .summary(character: 0) : .record(document, page: 1, line: 0))
        let cited = links.map { item, sentence, place in
            Entry(kind: .link, label: "• " + place.words, text: "item \(item): \(sentence)", target: place)
        }
        return [head] + (marks + cited).sorted { $0.target < $1.target }
    }
}

extension ContentsOverlay.Entry {
    var isDocument: Bool { if case .document = kind { true } else { false } }
}

extension ReadingPlace {
    /// Where it is, in a few words.
    var words: String {
        switch self {
        case .summary: "summary"
        case .record(let record, let page, let line): "R\(record) p.\(page) l.\(line)"
        }
    }
}

extension RecordKind {
    fileprivate var words: String {
        switch self {
        case .medicalRecords: "medical"
        case .noarfi: "NOARFI"
        case .other: ""
        }
    }
}

extension CaseScreen {
    /// The lines of a record that sentences of rationales rest on, in the order of the records.
    fileprivate func links(toRecord record: Int) -> [(item: Int, sentence: String, place: ReadingPlace)] {
        desks.enumerated().flatMap { index, desk in
            desk.links.compactMap { link in
                guard case .record(record, let page, let lines) = link.evidence else { return nil }
                return (index + 1, link.sentence, .record(record, page: page, line: lines.lowerBound))
            }
        }
    }
}
