internal import CaseModel
internal import Checks
internal import Letters
internal import TextUI

extension Workstation {
    /// Why a determination is not signed here at all; nil when the way to its signature is open.
    func signingObstacle() -> String? {
        guard let caseFile else { return nil }
        switch caseFile.reviewCase.state {
        case .signed, .delivered: return "the determination is signed already; imr amend opens it anew"
        case .published, .withdrawn, .consolidated:
            return "the case is \(caseFile.reviewCase.state.words); nothing about it is signed"
        case .received, .assigned, .inReview, .decided, .qualityReview: return caseFile.deskObstacle
        }
    }

    /// Begins to sign: the letter is set, and whatever stands before the signature is gathered.
    mutating func beginSigning() -> [Effect] {
        guard let caseFile else { return [] }
        overlay = .signing(SigningOverlay(number: caseFile.number, revision: caseFile.reviewCase.revision))
        return [.prepareSigning(caseFile.number)]
    }

    mutating func signingPrepared(_ number: CaseNumber, letter: Document, obstacles: [SigningObstacle]) -> [Effect] {
        guard case .signing(var signing) = overlay, signing.number == number, case .preparing = signing.phase,
            let caseFile
        else { return [] }
        // The screen knows what is not on disk; the store knows the rest. What both tell is told once.
        let own = caseFile.finishObstacles.reasons.map { SigningObstacle($0.sentence, remedy: $0.remedy) }
        let errors = caseFile.standing.filter { $0.severity == .error }.map(\.message)
        let all =
            own
            + obstacles.filter { told in
                !own.contains { $0.sentence == told.sentence } && !errors.contains { told.sentence.contains($0) }
            }
        if all.isEmpty {
            signing.show(letter, rows: rows, columns: columns)
        } else {
            signing.phase = .obstacles(all, cursor: 0)
        }
        overlay = .signing(signing)
        return []
    }

    mutating func handle(_ key: Key, in signing: SigningOverlay) -> [Effect] {
        var signing = signing
        // A signature on its way is not called back.
        if case .signing = signing.phase { return [] }
        let page = max(1, rows - 3)
        switch key {
        case .character("q"), .named(.escape), .control("c"):
            overlay = nil
            return []
        case .character("j"), .named(.down):
            signing.move(1)
            signing.scroll(1, height: rows - 2)
        case .character("k"), .named(.up):
            signing.move(-1)
            signing.scroll(-1, height: rows - 2)
        case .character(" "), .named(.pageDown), .control("d"), .control("f"): signing.scroll(page, height: rows - 2)
        case .character("b"), .named(.pageUp), .control("u"), .control("b"): signing.scroll(-page, height: rows - 2)
        case .character("g"), .named(.home): signing.scroll(-signing.text.lines.count, height: rows - 2)
        case .character("G"), .named(.end): signing.scroll(signing.text.lines.count, height: rows - 2)
        case .named(.enter): return enter(in: signing)
        default: break
        }
        overlay = .signing(signing)
        return []
    }

    private mutating func enter(in signing: SigningOverlay) -> [Effect] {
        var signing = signing
        switch signing.phase {
        case .preparing, .signing: return []
        case .obstacles(let obstacles, let cursor):
            guard obstacles.indices.contains(cursor), obstacles[cursor].remedy != .outside else { return [] }
            overlay = nil
            return mend(obstacles[cursor])
        case .letter:
            guard signing.isRead else { return [] }
            signing.phase = .signing
            overlay = .signing(signing)
            return [.sign(signing.number, revision: signing.revision, letter: signing.letter)]
        }
    }

    private mutating func mend(_ obstacle: SigningObstacle) -> [Effect] {
        switch obstacle.remedy {
        case .item(let item):
            let effects = caseFile?.go(toItem: item) ?? []
            return effects + note(obstacle.sentence)
        case .findings: showFindings(.findings)
        case .attestation: askAttestation()
        case .outside: break
        }
        return []
    }

    /// The signature is in the store.
    mutating func signed(_ reviewCase: ReviewCase, fingerprint: String) -> [Effect] {
        if case .signing = overlay { overlay = nil }
        guard caseFile?.number == reviewCase.number else { return [] }
        caseFile?.surroundingsChanged(reviewCase)
        let release = caseFile?.giveBack() ?? []
        return release + note("signed with \(fingerprint)")
    }
}
