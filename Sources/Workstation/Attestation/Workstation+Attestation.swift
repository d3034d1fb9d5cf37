internal import CaseModel
internal import TextUI

extension Workstation {
    /// Shows the parties of the open case; nothing where there is nothing to attest.
    mutating func askAttestation() {
        guard let caseFile, let parties = caseFile.access.parties, let assignment = caseFile.reviewCase.assignment
        else { return }
        overlay = .attestation(
            AttestationOverlay(number: caseFile.number, reviewer: assignment.reviewer, parties: parties))
    }

    mutating func handle(_ key: Key, in asked: AttestationOverlay) -> [Effect] {
        if asked.reason != nil { return handleConflict(key, in: asked) }
        var asked = asked
        asked.remark = ""
        switch key {
        case .character("j"), .named(.down): asked.move(1)
        case .character("k"), .named(.up): asked.move(-1)
        case .character("y"):
            overlay = nil
            // What is decided next reaches the store after it; no key waits for the disk.
            caseFile?.beginAttesting()
            return [.attest(asked.number, asked.attestation)]
        case .character("c"):
            asked.reason = LineField()
        case .character("q"), .named(.escape), .control("c"):
            overlay = nil
            return note("open for reading; A attests, and then it can be decided")
        default: asked.remark = "y attests all of it, c declares a conflict, q only reads"
        }
        overlay = .attestation(asked)
        return []
    }

    private mutating func handleConflict(_ key: Key, in asked: AttestationOverlay) -> [Effect] {
        var asked = asked
        guard var field = asked.reason else { return [] }
        // He may have had a part in a case that names nobody.
        let party = asked.selected?.party ?? Party(kind: "other", name: "somebody whom the case does not name")
        switch field.handle(key) {
        case .cancelled:
            (asked.reason, asked.remark) = (nil, "")
        case .submitted:
            let reason = Prose.normalized(field.text)
            guard reason.isEmpty else {
                overlay = nil
                return [.declareConflict(asked.number, party, reason: reason)]
            }
            asked.remark = "say what the conflict is:"
        case .changed, .moved, .ignored:
            (asked.reason, asked.remark) = (field, "")
        }
        overlay = .attestation(asked)
        return []
    }

    /// The store has the attestation.
    mutating func attested(_ reviewCase: ReviewCase) -> [Effect] {
        guard caseFile?.number == reviewCase.number else { return [] }
        caseFile?.access.parties = nil
        caseFile?.surroundingsChanged(reviewCase)
        return (caseFile?.check() ?? []) + note("attested; the case can be decided")
    }

    /// A conflict took the case from its reviewer: there is nothing left to do with it here.
    mutating func assignmentEnded(_ number: CaseNumber) -> [Effect] {
        guard caseFile?.number == number else { return [] }
        return leaveCase() + note("the assignment of \(number) is ended by a conflict")
    }
}
