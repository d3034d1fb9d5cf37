internal import CHunspell
internal import Foundation
internal import Synchronization

/// The American dictionary of the machine with the medical one beside it, asked through hunspell.
///
/// They are read when the first word is asked for, about a tenth of a second, and then kept for as long as the program
/// runs; so are verdicts. One question runs at a time: hunspell's handle is not made for more.
package final class SystemDictionaries: SpellingJudge {
    /// The dictionaries of this machine; nil when it has no American one, so that nothing can be said of spelling.
    package static let shared: SystemDictionaries? = SystemDictionaries(folders: usualFolders)

    private struct State {
        var hunspell: OpaquePointer?
        var verdicts: [String: Bool] = [:]
        var corrections: [String: String?] = [:]
    }

    private let dictionary: String
    private let medical: String?
    private let state = Mutex(State())

    /// A letter has some five hundred different words, and letters share most of them.
    private static let mostVerdicts = 200_000

    /// Looks for the dictionaries in folders, the first that has them; nothing is read yet.
    ///
    /// - Returns: nil when no folder has the American one.
    package init?(folders: [String]) {
        func first(_ names: [String]) -> String? {
            for folder in folders {
                for name in names where FileManager.default.isReadableFile(atPath: folder + "/" + name) {
                    return folder + "/" + name
                }
            }
            return nil
        }
        guard let dictionary = first(["en_US.dic"]), let affixes = first(["en_US.aff"]),
            affixes.dropLast(4) == dictionary.dropLast(4)
        else { return nil }
        self.dictionary = dictionary
        medical = first(["en_med_glut.dic", "en_US_med.dic", "en_med.dic"])
    }

    deinit { if let hunspell = state.withLock({ $0.hunspell }) { Hunspell_destroy(hunspell) } }

    /// `DICPATH` is hunspell's own variable; the folders after it are those of Linux distributions and of macOS.
    private static var usualFolders: [String] {
        let given = ProcessInfo.processInfo.environment["DICPATH"]?.split(separator: ":").map(String.init) ?? []
        return given + [
            "/usr/local/share/hunspell", "/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts",
            "/opt/homebrew/share/hunspell", "/Library/Spelling",
        ]
    }

    /// Reads the dictionaries unless they have been read.
    package func load() { state.withLock { _ = hunspell(&$0) } }

    package func isKnown(_ word: String) -> Bool {
        state.withLock { state in
            if let verdict = state.verdicts[word] { return verdict }
            let verdict = ask(word, &state)
            if state.verdicts.count >= SystemDictionaries.mostVerdicts { state.verdicts.removeAll() }
            state.verdicts[word] = verdict
            return verdict
        }
    }

    package func correction(of word: String) -> String? {
        state.withLock { state in
            if let known = state.corrections[word] { return known }
            let found = Slips.undone(word).first { ask($0, &state) }
            if state.corrections.count >= SystemDictionaries.mostVerdicts { state.corrections.removeAll() }
            state.corrections.updateValue(found, forKey: word)
            return found
        }
    }

    private func ask(_ word: String, _ state: inout State) -> Bool {
        guard let hunspell = hunspell(&state) else { return true }
        return Hunspell_spell(hunspell, word) != 0
    }

    private func hunspell(_ state: inout State) -> OpaquePointer? {
        if let hunspell = state.hunspell { return hunspell }
        state.hunspell = Hunspell_create(String(dictionary.dropLast(4)) + ".aff", dictionary)
        if let hunspell = state.hunspell, let medical { _ = Hunspell_add_dic(hunspell, medical) }
        return state.hunspell
    }
}
