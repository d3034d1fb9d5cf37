internal import CaseModel
internal import TextUI

/// What waits until all that was done before is on the disk: it would be done to a case that is another by then.
enum Waiting: Hashable, Sendable {
    /// A command.
    case command(CommandID)
    /// A key by which the writing ends.
    case key(Key)
    /// Nothing but what was typed behind.
    case typed

    /// Whether it is done although what came before it failed: the last choice counts.
    var outlivesFailure: Bool {
        switch self {
        case .command(.uphold), .command(.overturn), .key: true
        case .command, .typed: false
        }
    }
}

extension CaseScreen {
    /// What is on its way to the disk or from it, in words; nil when nothing is.
    var onItsWay: String? {
        changeUnderWay ?? (undo.awaited == 0 ? nil : "what was done before is still on its way")
    }

    /// What a command waits for, in words; nil when it is done at once.
    func delay(of id: CommandID) -> String? {
        switch id {
        case .uphold, .overturn, .withdraw, .repeat: return onItsWay
        case .discardDraft:
            // A draft that arrives behind it would bring back what was thrown away.
            guard let item = itemNumber, desks[item - 1].sentChanges != nil else { return onItsWay }
            return "the draft is on its way to the disk"
        case .citeClaims:
            guard let item = itemNumber, desks[item - 1].isClaimsSent else { return nil }
            return changeUnderWay
        case .edit, .cite, .template, .quote, .citeShown:
            // They would begin with words that are being thrown away.
            return itemNumber.flatMap { desks[$0 - 1].isDiscarding ? onItsWay : nil }
        default: return nil
        }
    }

    /// A key that ends the writing waits for what is on its way.
    mutating func wait(with key: Key, for delay: String) {
        waiting = .key(key)
        remark = "\(delay); \(key.label) follows"
    }

    /// What the end of writing waits for, in words; nil where nothing would be recorded by it, or at once.
    /// - Parameter line: a guideline line that takes the place of the one that stands.
    func delayOfRecording(item: Int, line: String? = nil) -> String? {
        var desk = desks[item - 1]
        if let line, line != desk.guideline { (desk.guideline, desk.changes) = (line, desk.changes + 1) }
        guard desk.chosen != nil, desk.isUnrecorded, lack(item: item) == nil else { return nil }
        // All of it is on its way already.
        if desk.isDeciding, desk.decidingChanges == desk.changes { return nil }
        return onItsWay
    }
}

extension Workstation {
    /// What is typed behind a change waits until that is on the disk, as it does when it is typed at leisure.
    mutating func waitForDisk(_ effects: [Effect]) {
        guard let number = caseFile?.number, !keysWait, effects.contains(where: { $0.isAwaited(in: number) }) else {
            return
        }
        caseFile?.waiting = .typed
    }

    /// Whether a key is no answer to what waits: it was typed behind other keys, or ends the writing once more.
    func isBehindWaiting(_ key: Key) -> Bool {
        guard let waiting = caseFile?.waiting else { return false }
        return waiting == .key(key)
    }

    /// Gives up what waits for the disk, and says so.
    mutating func giveUpWaiting() {
        guard caseFile?.waiting != nil else { return }
        caseFile?.waiting = nil
        _ = note("what waited for the disk is given up")
    }

    /// Does what waited for the disk, as soon as nothing is on its way any more.
    ///
    /// After a refusal the case is not what it was taken for, and nothing is done; after a failure only what was chosen
    /// last.
    mutating func goOnWaiting(after message: Message) -> [Effect] {
        guard let waiting = caseFile?.waiting else { return [] }
        switch message {
        case .conflict(let number), .contested(let number, _):
            guard number == caseFile?.number else { return [] }
            caseFile?.waiting = nil
            typedAhead = []
            return []
        case .failed: caseFile?.hasWaitFailed = true
        default: break
        }
        guard let screen = caseFile, screen.onItsWay == nil else { return [] }
        for index in screen.desks.indices { caseFile?.desks[index].isDiscarding = false }
        caseFile?.waiting = nil
        caseFile?.hasWaitFailed = false
        if screen.hasWaitFailed {
            typedAhead = []
            guard waiting.outlivesFailure else { return [] }
        }
        let effects =
            switch waiting {
            case .command(let id): perform(id)
            case .key(let key): handle(key)
            case .typed: [Effect]()
            }
        guard !typedAhead.isEmpty else { return effects }
        waitForDisk(effects)
        guard !keysWait else { return effects }
        look()
        return effects + takeTypedAhead()
    }
}
