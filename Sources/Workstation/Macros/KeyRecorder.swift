internal import CaseModel
internal import TextUI

/// Keys that are being recorded under a letter.
struct KeyRecorder: Sendable {
    let letter: Character
    private(set) var keys: [Key] = []
    /// How many keys there were before the command that is being typed.
    private var commandStart = 0

    init(letter: Character) { self.letter = letter }

    var isFull: Bool { keys.count >= KeyMacro.most }

    /// Takes a key; what is pasted counts as typed.
    /// - Parameter beginsCommand: whether it is the first key of a command.
    mutating func take(_ key: Key, beginsCommand: Bool) {
        if beginsCommand { commandStart = keys.count }
        guard case .paste(let text) = key else {
            keys.append(key)
            return
        }
        keys += text.prefix(KeyMacro.most).map { $0 == "\n" ? .named(.enter) : .character($0) }
    }

    /// What was recorded, without the command that ends the recording; nil when nothing was.
    var macro: KeyMacro? {
        KeyMacro(letter: letter, keys: keys.prefix(commandStart).map(\.notation).joined(separator: " "))
    }
}

/// Keys that are being played.
struct KeyPlayer: Sendable {
    let letter: Character
    /// All keys, as often as they are to be played.
    let keys: [Key]
    /// The place of the key that comes next.
    private(set) var next = 0
    /// The refusals there were before: one more ends it.
    let refusals: Int

    /// The most keys that are played at once.
    static let most = 20_000

    init(letter: Character, keys: [Key], refusals: Int) {
        self.letter = letter
        self.keys = keys
        self.refusals = refusals
    }

    mutating func take() -> Key? {
        guard keys.indices.contains(next) else { return nil }
        defer { next += 1 }
        return keys[next]
    }
}

/// A letter is asked for: to record under it, or to play what it has.
struct LetterQuestion: Hashable, Sendable {
    enum Purpose: Hashable, Sendable {
        case record
        case play
    }

    let purpose: Purpose
    /// How often it is to be played; nil for once.
    var count: Int?
}

extension KeyMacro {
    /// The keys, to be pressed; a notation that is not known is left out.
    var pressed: [Key] { keys.split(separator: " ").compactMap { Key(notation: $0) } }

    /// The keys as a person reads them.
    var label: String { pressed.map(\.label).joined(separator: " ") }
}
