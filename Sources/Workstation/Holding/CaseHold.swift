internal import CaseModel

/// Whether this session has a case for itself.
enum CaseHold: Hashable, Sendable {
    /// It was not asked for: the case is only read.
    case none
    /// The store is asked.
    case asked
    /// It is this session's.
    case mine
    /// Somebody else has it.
    case taken(by: String)
}

/// A hold lasts a minute; it is renewed in good time.
private let renewal = 20_000

extension CaseScreen {
    /// Asks for the hold of a case that may be decided here.
    mutating func askForHold() -> [Effect] {
        guard access.obstacle == nil, reviewCase.state.isOpenToDecision else { return [] }
        hold = .asked
        return [.acquireLease(number)]
    }

    /// Gives the case back.
    mutating func giveBack() -> [Effect] {
        guard hold == .mine || hold == .asked else { return [] }
        hold = .none
        return [.releaseLease(number)]
    }

    /// Why nothing is decided here by this person, now; nil when he may.
    var deskObstacle: String? {
        if let obstacle = access.obstacle { return obstacle }
        if case .taken(let name) = hold { return "\(name) has the case open; O takes it over" }
        if reviewCase.assignment != nil, access.parties != nil { return "it is open for reading; A attests first" }
        return nil
    }

    /// What the top line says of it; nil when it is as usual.
    var holdWords: String? {
        if case .taken(let name) = hold { return "open with \(name)" }
        return deskObstacle == nil ? nil : "reading only"
    }
}

extension Workstation {
    /// Takes back what was said of a disk that kept no drafts, once it keeps them again.
    mutating func noteSavedAgain() -> [Effect] {
        guard let said = unsavedNotice, caseFile?.desks.contains(where: { $0.saving == .failed }) != true else {
            return []
        }
        unsavedNotice = nil
        return notice == said ? note("what you wrote is on the disk again") : []
    }

    /// The case is this session's, for the first time or once more.
    mutating func leaseTaken(_ number: CaseNumber) -> [Effect] {
        guard let caseFile, caseFile.number == number else { return [.releaseLease(number)] }
        let wasTaken = if case .taken = caseFile.hold { true } else { false }
        self.caseFile?.hold = .mine
        let timer = setRenewalTimer(number)
        guard wasTaken || caseFile.mustReread else { return timer }
        // The other one may have written meanwhile.
        self.caseFile?.mustReread = true
        return timer + [.openCase(number)] + note("the case is yours now; it is shown as it stands")
    }

    /// Somebody else has the case: from the beginning, or he took it over.
    mutating func leaseHeld(_ number: CaseNumber, by name: String) -> [Effect] {
        guard let screen = caseFile, screen.number == number else { return [] }
        caseFile?.hold = .taken(by: name)
        guard screen.hold == .mine else {
            return note("\(name) has the case open; it is shown for reading, O takes it over")
        }
        // What is being written goes on being written: no key is lost, and none becomes a command. But nothing is sent.
        let effects = caseFile?.saveAll() ?? []
        // The summary and a line of the claims administrator have no drafts.
        let isKept = caseFile.map { !$0.isUnsaved && $0.desks.allSatisfy { $0.claimsField == nil } } ?? true
        let words = isKept ? "what you wrote is a draft" : "your last words are only here"
        notice = Notice(kind: .error, text: "\(name) took the case over; \(words); O takes it back")
        return effects
    }

    /// The hold could not be renewed; it is tried again, for it is lost only to somebody who takes it.
    mutating func renewalFailed(_ number: CaseNumber) -> [Effect] {
        guard caseFile?.number == number, caseFile?.hold == .mine else { return [] }
        return setRenewalTimer(number)
    }

    private mutating func setRenewalTimer(_ number: CaseNumber) -> [Effect] {
        guard caseFile?.isRenewalSet == false else { return [] }
        caseFile?.isRenewalSet = true
        return [.startTimer(.lease(number, opening: openings), milliseconds: renewal)]
    }

    mutating func leaseTimer(_ number: CaseNumber, opening: Int) -> [Effect] {
        guard opening == openings, caseFile?.number == number else { return [] }
        caseFile?.isRenewalSet = false
        guard caseFile?.hold == .mine else { return [] }
        return [.renewLease(number)]
    }

    /// Asks before a case is taken from somebody who has it open.
    mutating func askTakeOver() {
        guard let caseFile, case .taken(let name) = caseFile.hold else { return }
        overlay = .question(
            Question(
                text: "\(name) has the case open. Take it over?  y yes  n no",
                consequence: .effect(.takeOver(caseFile.number))))
    }
}
