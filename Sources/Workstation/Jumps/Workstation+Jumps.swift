internal import CaseModel
internal import TextUI

extension Workstation {
    /// Takes one message in and says what is to be done about it.
    package mutating func update(_ message: Message) -> [Effect] {
        var idleness: [Effect] = []
        // What is typed on the locked screen is of the lock alone, and may be a passphrase.
        if case .key(let key) = message, locked == nil {
            stopPlaying(because: "\(key.label) was pressed")
            record(key)
            if case .focus = key {} else { idleness = watchIdleness() }
        }
        var effects = step(message) + idleness
        while let key = nextPlayed() { effects += step(.key(key)) }
        return effects
    }

    /// Takes in one message, or one key that is played, and keeps what it did.
    private mutating func step(_ message: Message) -> [Effect] {
        let before = spot
        isJumping = false
        let number = caseFile?.number
        var effects = take(message)
        effects += keepSteps(message, effects, openedBefore: number)
        effects += goOnWithList()
        // A jump to another case is under way until that is read.
        if let arrival, opening != arrival.number { self.arrival = nil }
        if spot != before, !isJumping { jumps.left(before) }
        return effects
    }

    /// Where the reviewer is.
    private var spot: Spot {
        guard let caseFile else { return Spot() }
        return Spot(number: caseFile.number, page: caseFile.page)
    }

    /// Goes back to the place before this one, or on again.
    mutating func jump(_ id: CommandID) -> [Effect] {
        let target = id == .jumpBack ? jumps.behind.last : jumps.ahead.last
        if let target, target.number != caseFile?.number, asksBeforeLoss(id) { return [] }
        return go(by: id)
    }

    /// Goes there, whatever is left behind.
    mutating func go(by id: CommandID) -> [Effect] {
        let here = spot
        guard let target = id == .jumpBack ? jumps.back(from: here) : jumps.forward(from: here) else { return [] }
        isJumping = true
        if target.number == here.number {
            return inCase { $0.go(to: target.page) }
        }
        let leaving = caseFile == nil ? [] : leaveCase()
        guard let number = target.number else { return leaving }
        opening = number
        arrival = target
        return leaving + [.openCase(number)]
    }

    /// Shows the page that a jump to the case which has just been read was meant for.
    mutating func arrive() -> [Effect] {
        guard let target = arrival, caseFile?.number == target.number else { return [] }
        arrival = nil
        isJumping = true
        return inCase { $0.go(to: target.page) }
    }

    private mutating func inCase(_ change: (inout CaseScreen) -> [Effect]) -> [Effect] {
        guard var screen = caseFile else { return [] }
        let effects = change(&screen)
        let remark = screen.takeRemark()
        caseFile = screen
        return effects + (remark.map { note($0) } ?? [])
    }
}
