internal import CaseModel
internal import Checks
internal import TextUI

/// What the check found: a line each, and below them the evidence of the one that is selected; or both of its places
/// side by side.
struct FindingsOverlay: Sendable {
    /// The findings that count, the gravest first; then those that somebody lets stand.
    private(set) var entries: [JudgedFinding]
    /// What the case says by now, for the places.
    private(set) var determination: Determination
    /// `2 errors stand before signing`.
    private(set) var errorWords: String
    var cursor = 0
    /// The field for the reason of an override, while it is written.
    var reason: LineField?
    /// What is to be said about the last key.
    var remark = ""
    /// Whether the places of the selected finding take the screen.
    var isComparing = false
    /// By how many lines the places are scrolled away from the words.
    var scroll = 0

    init(_ screen: CaseScreen) {
        entries = FindingsOverlay.arranged(screen)
        determination = screen.asWritten
        errorWords = screen.errorWords
    }

    var selected: JudgedFinding? { entries.indices.contains(cursor) ? entries[cursor] : nil }

    mutating func move(_ step: Int) {
        cursor = max(0, min(cursor + step, entries.count - 1))
        scroll = 0
    }

    /// Goes to the next finding, from the last one to the first.
    mutating func goOn() {
        cursor = entries.isEmpty ? 0 : (cursor + 1) % entries.count
        scroll = 0
    }

    /// Takes the findings as they are by now; what was selected stays so while it is among them.
    mutating func refresh(_ screen: CaseScreen) {
        let before = selected?.finding
        self = FindingsOverlay(self, of: screen)
        let same = entries.firstIndex { entry in
            before.map {
                $0.rule == entry.finding.rule && $0.item == entry.finding.item
                    && $0.fingerprint == entry.finding.fingerprint
            } ?? false
        }
        cursor = same ?? max(0, min(cursor, entries.count - 1))
        if same == nil { (isComparing, reason) = (false, nil) }
    }

    private init(_ old: FindingsOverlay, of screen: CaseScreen) {
        self = old
        entries = FindingsOverlay.arranged(screen)
        determination = screen.asWritten
        errorWords = screen.errorWords
    }

    /// Those of the item before the reviewer come before the others of the same gravity.
    private static func arranged(_ screen: CaseScreen) -> [JudgedFinding] {
        func rank(_ entry: JudgedFinding) -> (Int, Int, Int) {
            let gravity =
                switch entry.finding.severity {
                case .error: 0
                case .warning: 1
                case .note: 2
                }
            return (entry.override == nil ? 0 : 1, gravity, entry.finding.item == screen.itemNumber ? 0 : 1)
        }
        return screen.judged.enumerated().sorted { a, b in
            let (first, second) = (rank(a.element), rank(b.element))
            return first == second ? a.offset < b.offset : first < second
        }.map(\.element)
    }

    /// `1 error · 2 notes · 1 overridden`.
    var counts: String {
        func count(_ severity: Severity, _ word: String) -> String? {
            let number = entries.count { $0.override == nil && $0.finding.severity == severity }
            return number == 0 ? nil : "\(number) \(word)\(number == 1 ? "" : "s")"
        }
        let overridden = entries.count { $0.override != nil }
        return [
            count(.error, "error"), count(.warning, "warning"), count(.note, "note"),
            overridden == 0 ? nil : "\(overridden) overridden",
        ].compactMap { $0 }.joined(separator: " · ")
    }
}

extension Severity {
    /// The letter and the role by which a finding is known.
    var sign: (letter: String, role: Role) {
        switch self {
        case .error: ("E", .error)
        case .warning: ("W", .warning)
        case .note: ("n", .muted)
        }
    }
}
