internal import CaseModel
internal import Foundation
internal import Terminal
internal import Workstation

/// The two ends of a conversation by lines: what is said, and what is answered.
protocol LinearTalk {
    /// Says a line; the text may be long and is not broken, since a screen reader reads it whole.
    func say(_ line: String)
    /// Asks and waits for a line; nil at the end of the input.
    func ask(_ prompt: String) async -> String?
    /// Locks the terminal until it is unlocked; returns at once where there is none.
    func lock() async
}

/// The conversation over the standard streams.
struct StandardTalk: LinearTalk {
    /// After so many milliseconds without a line the terminal is locked; nil for never.
    let idleMilliseconds: Int?
    let clock: SessionClock
    /// Notes in the audit log what happens to the lock.
    let note: @Sendable (ScreenLockStep) async -> Void
    private let input = LineInput()
    private var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    init(idleMilliseconds: Int?, clock: SessionClock, note: @escaping @Sendable (ScreenLockStep) async -> Void) {
        self.idleMilliseconds = idleMilliseconds
        self.clock = clock
        self.note = note
    }

    func say(_ line: String) { Standard.print(line) }

    func ask(_ prompt: String) async -> String? {
        let patience = isTerminal ? idleMilliseconds : nil
        while true {
            // Of what comes through a pipe nothing is seen: without a line end the answer would stand beside the prompt.
            Standard.prompt(isatty(STDIN_FILENO) == 1 ? prompt : prompt + "\n")
            switch input.line(within: patience) {
            case .line(let line): return line
            case .end: return nil
            case .idle: await lock()
            }
        }
    }

    func lock() async {
        guard isTerminal else { return say("There is no terminal that could be locked.") }
        // A terminal that cannot clear itself gets a new line and the prompt.
        let clearance = String(decoding: Clearance.sequences(), as: UTF8.self)
        Standard.write(clearance.isEmpty ? "\n" : clearance, to: STDOUT_FILENO)
        input.forget()
        let since = clock.time().text
        await note(.locked)
        var failures = 0
        while UnlockFile().isThere {
            guard let typed = input.secret("imr is locked since \(since). Passphrase: ") else { return }
            do {
                if try !typed.isEmpty && UnlockFile().isRight(typed) { break }
                guard !typed.isEmpty else { continue }
                failures += 1
                await note(.refused)
                say("The passphrase is wrong.")
            } catch {
                failures += 1
                say(Sentence.of(error))
            }
            try? await Task.sleep(for: .milliseconds(UnlockDelay.milliseconds(after: failures)))
        }
        if !UnlockFile().isThere {
            Standard.prompt("imr is locked since \(since). Enter unlocks it. ")
            guard case .line = input.line() else { return }
        }
        await note(.unlocked)
    }
}

extension LinearTalk {
    /// Asks a question that is answered by yes; anything else is no.
    func agrees(to question: String) async -> Bool {
        ["yes", "y"].contains((await ask(question + " yes or no: ") ?? "").lowercased())
    }
}
