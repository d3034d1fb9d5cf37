internal import CaseModel
internal import TextUI

extension Workstation {
    /// Begins to count the time without a key; nothing where the screen is not locked by itself.
    package func watchIdleness() -> [Effect] {
        lockRule.idleMilliseconds.map { [.startTimer(.idle, milliseconds: $0)] } ?? []
    }

    /// Locks the screen: what is written goes to the disk, and nothing of a case is left on the terminal.
    mutating func lockScreen() -> [Effect] {
        guard locked == nil else { return [] }
        stopPlaying(because: "the screen was locked")
        locked = LockedScreen()
        return (caseFile?.saveAll() ?? []) + [.conceal, .noteLock(.locked)]
    }

    /// Takes what is of the lock, and keeps from the screens beneath what a person does meanwhile; nil for all else,
    /// which goes on as if nobody looked.
    mutating func takeForLock(_ message: Message) -> [Effect]? {
        switch message {
        case .key(let key):
            if let locked { return handle(key, in: locked) }
            return locksAnywhere(key) ? lockScreen() : nil
        case .timer(.idle): return lockScreen()
        case .timer(.unlocking):
            locked?.isWaiting = false
            return []
        case .concealed(let time, let asksPassphrase):
            locked?.since = time
            locked?.asksPassphrase = asksPassphrase
            return []
        case .passphraseCompared(let isRight): return compared(isRight)
        case .failed(.comparePassphrase, let sentence):
            locked?.isComparing = false
            locked?.problem = sentence
            return []
        default: return nil
        }
    }

    /// Whether a key locks the screen even where text is written: no key does that a text could have.
    private func locksAnywhere(_ key: Key) -> Bool {
        switch key {
        case .alt, .control, .function: player == nil && keymap.command(for: key, in: place) == .lock
        case .character, .named, .paste, .pointer, .focus: false
        }
    }

    /// Enter unlocks, or the passphrase that was typed before it; no key is passed on.
    private mutating func handle(_ key: Key, in locked: LockedScreen) -> [Effect] {
        switch key {
        case .pointer, .focus: return []
        case .character, .control, .alt, .named, .function, .paste: break
        }
        guard locked.asksPassphrase else { return key == .named(.enter) ? unlock() : [] }
        guard !locked.isComparing, !locked.isWaiting else { return [] }
        var locked = locked
        locked.problem = nil
        switch locked.field.handle(key) {
        case .submitted:
            let passphrase = locked.field.text
            locked.field = LineField()
            guard !passphrase.isEmpty else { break }
            locked.isComparing = true
            self.locked = locked
            return [.comparePassphrase(passphrase)]
        case .cancelled: locked.field = LineField()
        case .changed, .moved, .ignored: break
        }
        self.locked = locked
        return []
    }

    private mutating func compared(_ isRight: Bool) -> [Effect] {
        guard var locked else { return [] }
        if isRight { return unlock() }
        locked.isComparing = false
        locked.isWaiting = true
        locked.failures += 1
        self.locked = locked
        return [.noteLock(.refused), .startTimer(.unlocking, milliseconds: locked.delay)]
    }

    private mutating func unlock() -> [Effect] {
        let failures = locked?.failures ?? 0
        locked = nil
        let noted: [Effect] = [.noteLock(.unlocked)] + watchIdleness()
        guard failures > 0 else { return noted }
        return noted + note(failures == 1 ? "a wrong passphrase was typed" : "\(failures) wrong passphrases were typed")
    }

    /// The locked screen: the program, since when, who sits here, what unlocks it. A case number leads to a person, so
    /// there is none.
    func lockFrame(_ locked: LockedScreen) -> Frame {
        var frame = Frame(rows: rows, columns: columns)
        var words = ["The screen is locked\(locked.since.map { " since \($0.text)" } ?? "")."]
        if !lockRule.owner.isEmpty { words.append("\(lockRule.owner) works here.") }
        let (label, hint) = lockWords(locked)
        let wide = min(columns, 46)
        let left = (columns - wide) / 2
        func wrapped(_ text: String) -> [String] { WrappedText(text, width: wide).lines.map(\.text) }
        var lines: [(text: String, role: Role)] = [("imr", .heading), ("", .body)]
        lines += words.flatMap(wrapped).map { ($0, .body) }
        lines.append(("", .body))
        if let label {
            // As many stars as there is room for, so that one sees that keys arrive.
            let stars = min(locked.field.text.count, max(0, wide - label.count - 1))
            lines.append((label + String(repeating: "*", count: stars), .key))
        }
        let field = lines.count - 1
        lines += wrapped(hint).map { ($0, .muted) }
        let top = max(0, (rows - lines.count) / 2)
        for (index, line) in lines.enumerated() {
            let end = frame.write(line.text, row: top + index, column: left, role: line.role)
            if label != nil, index == field, top + index < rows {
                frame.cursor = Position(row: top + index, column: min(end, columns - 1))
            }
        }
        return frame
    }

    /// The label of the field where a passphrase is typed now, and what else is to be said.
    private func lockWords(_ locked: LockedScreen) -> (label: String?, hint: String) {
        guard locked.asksPassphrase else { return (nil, "Enter unlocks it.") }
        if locked.isComparing { return (nil, "The passphrase is compared …") }
        if locked.isWaiting {
            let seconds = locked.delay / 1_000
            return (nil, "The passphrase is wrong. Wait \(seconds == 1 ? "a second" : "\(seconds) seconds").")
        }
        return ("Passphrase: ", locked.problem ?? "The passphrase and Enter unlock it.")
    }
}
