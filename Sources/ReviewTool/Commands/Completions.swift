internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Foundation

/// What a shell may complete beyond files and the names of options.
extension CompletionKind {
    /// The numbers of cases, from the store that the line names, else the usual one; at most a screenful or two.
    ///
    /// A shell waits, and has nowhere to show a sentence: whatever is wrong, nothing is proposed. Only who may read the
    /// cases is told their numbers, and the store is neither made nor brought up to a newer form.
    static var caseNumbers: CompletionKind {
        .custom { words, _, prefix in
            // What stands in quotation marks before the cursor is the shell's, not the number's.
            let start = prefix.trimmingCharacters(in: CharacterSet(charactersIn: "\"'"))
            return await CaseNumberCompletion.numbers(beginning: start, store: CaseNumberCompletion.store(in: words))
        }
    }

    /// The names of themes, the person's own ones too.
    static var themes: CompletionKind { .custom { _, _, _ in ThemeShelf.names() } }
}

/// The case numbers that a shell proposes.
enum CaseNumberCompletion {
    /// The most that are proposed.
    static let most = 200

    /// The store that a command line names with `--store`; else the usual one.
    static func store(in words: [String]) -> String {
        for (index, word) in words.enumerated() {
            if word.hasPrefix("--store=") { return String(word.dropFirst("--store=".count)) }
            if word == "--store", index + 1 < words.count { return words[index + 1] }
        }
        return Place.store
    }

    /// The numbers that begin so, whatever the case of their letters, in their order.
    static func numbers(beginning start: String, store path: String) async -> [String] {
        guard let actor = try? Place.actor(), let store = try? SQLiteCaseStore.open(at: path, readOnly: true) else {
            return []
        }
        defer { store.close() }
        guard (try? await store.permit(.read, to: actor)) != nil else { return [] }
        return (try? await store.numbers(beginning: start, limit: most))?.map(\.text) ?? []
    }
}
