internal import CaseModel
internal import Foundation
internal import Terminal
internal import Workstation

/// The two ends of a conversation by lines: what is said, and what is answered.
protocol LinearTalk {
    /// Says a line; the text may be long, and only a terminal that would cut its words has it broken between them.
    func say(_ line: String)
    /// Asks and waits for a line; nil at the end of the input.
    func ask(_ prompt: String) async -> String?
    /// Locks the terminal until it is unlocked; returns at once where there is none.
    func lock() async
}

/// The conversation over the standard streams.
final class StandardTalk: LinearTalk {
    /// After so many milliseconds without a line the terminal is locked; nil for never.
    private let idleMilliseconds: Int?
    private let clock: SessionClock
    /// Notes in the audit log what happens to the lock.
    private let note: @Sendable (ScreenLockStep) async -> Void
    private let input = LineInput()
    /// Whether the input ended at a locked terminal: nothing is shown on it any more.
    private var isLockedForGood = false
    private var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    init(idleMilliseconds: Int?, clock: SessionClock, note: @escaping @Sendable (ScreenLockStep) async -> Void) {
        self.idleMilliseconds = idleMilliseconds
        self.clock = clock
        self.note = note
    }

    func say(_ line: String) {
        guard !isLockedForGood else { return }
        Standard.print(line, columns: TerminalWidth.ofStandardOutput())
    }

    func ask(_ prompt: String) async -> String? {
        let patience = isTerminal ? idleMilliseconds : nil
        while !isLockedForGood {
            // Of what comes through a pipe nothing is seen: without a line end the answer would stand beside the prompt.
            Standard.prompt(
                isatty(STDIN_FILENO) == 1 ? prompt : prompt + "\n", columns: TerminalWidth.ofStandardOutput())
            switch input.line(within: patience) {
            case .line(let line): return line
            case .cut:
                say(
                    "This line was not taken: a terminal takes fewer than \(LineInput.longest) bytes at a time, and "
                        + "its end may be missing. Write it as several lines.")
            case .end: return nil
            case .idle: await lock()
            }
        }
        return nil
    }

    func lock() async {
        guard isTerminal else { return say("There is no terminal that could be locked.") }
        let unread = input.takeUnread()
        input.hide()
        defer { input.show() }
        // A terminal that cannot clear itself gets a new line and the prompt.
        let clearance = String(decoding: Clearance.sequences(), as: UTF8.self)
        Standard.write(clearance.isEmpty ? "\n" : clearance, to: STDOUT_FILENO)
        let since = clock.time().text
        await note(.locked)
        guard await isUnlocked("imr is locked since \(since). ") else {
            isLockedForGood = true
            return
        }
        await note(.unlocked)
        if !unread.isEmpty { say("Not ended when the terminal was locked, and not carried out: \(unread)") }
    }

    /// Waits for what unlocks; false when the input ends before. What was asked for first is asked for to the end.
    private func isUnlocked(_ words: String) async -> Bool {
        let file = UnlockFile()
        guard file.isThere else {
            while true {
                switch input.secret(words + "Enter unlocks it. ") {
                case .line: return true
                case .interrupted: continue
                case .end: return false
                }
            }
        }
        var failures = 0
        while true {
            let typed: String
            switch input.secret(words + "Passphrase: ") {
            case .line(let line): typed = line
            case .interrupted: continue
            case .end: return false
            }
            guard !typed.isEmpty else { continue }
            failures += 1
            do {
                if try file.isRight(typed) { return true }
                await note(.refused)
                say("The passphrase is wrong.")
            } catch {
                say(Sentence.of(error))
            }
            try? await Task.sleep(for: .milliseconds(UnlockDelay.milliseconds(after: failures)))
        }
    }
}

/// The input ended at a question within a command: what the answer was to decide is not done.
struct EndOfInput: Error {}

extension LinearTalk {
    /// Asks within a command, which goes no further when there is no answer.
    func answer(to prompt: String) async throws(EndOfInput) -> String {
        guard let line = await ask(prompt) else { throw EndOfInput() }
        return line
    }

    /// Asks a question that is answered by yes; anything else is no, but the end of the input is neither.
    func agrees(to question: String) async throws(EndOfInput) -> Bool {
        ["yes", "y"].contains(try await answer(to: question + " yes or no: ").lowercased())
    }
}
