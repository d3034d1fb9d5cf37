internal import CaseModel
internal import Checks
internal import TextUI

extension Workstation {
    /// Opens the findings, or the dates of the case.
    mutating func showFindings(_ id: CommandID) {
        guard let caseFile else { return }
        switch id {
        case .findings:
            overlay = .findings(FindingsOverlay(caseFile))
        case .chronology:
            overlay = .chronology(
                ChronologyOverlay(
                    events: Chronology.events(of: caseFile.asWritten, due: caseFile.reviewCase.due),
                    findings: caseFile.standing))
        default: break
        }
    }

    /// What is found or let stand is another: the list shows it.
    mutating func refreshFindings() {
        guard case .findings(var findings) = overlay, let caseFile else { return }
        findings.refresh(caseFile)
        overlay = .findings(findings)
    }

    mutating func handle(_ key: Key, in findings: FindingsOverlay) -> [Effect] {
        if findings.reason != nil { return handleReason(key, in: findings) }
        var findings = findings
        findings.remark = ""
        switch key {
        case .character("j"), .named(.down):
            if findings.isComparing { findings.scroll = min(findings.scroll + 1, 999) } else { findings.move(1) }
        case .character("k"), .named(.up):
            if findings.isComparing { findings.scroll = max(findings.scroll - 1, -999) } else { findings.move(-1) }
        case .character("v"): findings.goOn()
        case .named(.enter), .named(.tab): findings.isComparing = findings.selected != nil && !findings.isComparing
        case .character("f"):
            guard let entry = findings.selected else { break }
            overlay = nil
            return mend(entry.finding)
        case .character("x"): return override(in: findings)
        case .character("Y"):
            guard let entry = findings.selected else { break }
            findings.remark = "the finding went to the clipboard, if the terminal allows it"
            overlay = .findings(findings)
            return copy(entry.finding.message, named: "the finding")
        case .character("q"), .named(.escape), .control("c"):
            guard findings.isComparing else {
                overlay = nil
                return []
            }
            findings.isComparing = false
        case .character("!"):
            overlay = nil
            return []
        default:
            switch keymap.command(for: key, in: place) {
            case .undo?, .redo?:
                overlay = .findings(findings)
                return goStep(keymap.command(for: key, in: place) == .undo ? .back : .forward)
            default: findings.remark = "\(key.label) does nothing here"
            }
        }
        overlay = .findings(findings)
        return []
    }

    /// Asks for the reason, or lifts the override that is there.
    private mutating func override(in findings: FindingsOverlay) -> [Effect] {
        var findings = findings
        defer { overlay = .findings(findings) }
        guard let caseFile, let entry = findings.selected else { return [] }
        guard caseFile.reviewCase.state.isOpenToDecision else {
            findings.remark = "a published determination is history; nothing about it is overridden"
            return []
        }
        if let obstacle = caseFile.deskObstacle {
            findings.remark = obstacle
            return []
        }
        guard entry.override == nil else {
            let finding = entry.finding
            return [
                .liftOverride(
                    caseFile.number, rule: finding.rule, item: finding.item, fingerprint: finding.fingerprint)
            ]
        }
        findings.reason = LineField()
        return []
    }

    private mutating func handleReason(_ key: Key, in findings: FindingsOverlay) -> [Effect] {
        var findings = findings
        defer { overlay = .findings(findings) }
        guard var field = findings.reason, let caseFile, let finding = findings.selected?.finding else { return [] }
        switch field.handle(key) {
        case .cancelled:
            (findings.reason, findings.remark) = (nil, "")
        case .submitted:
            let reason = Prose.normalized(field.text)
            guard !reason.isEmpty else {
                findings.remark =
                    "An override needs a reason; the audit log keeps it. Esc leaves the finding."
                return []
            }
            // The case may have been taken over while the reason was written.
            if let obstacle = caseFile.deskObstacle {
                findings.remark = obstacle
                return []
            }
            (findings.reason, findings.remark) = (nil, "")
            return [
                .overrideFinding(
                    caseFile.number,
                    FindingOverride(
                        rule: finding.rule, item: finding.item, fingerprint: finding.fingerprint, reason: reason,
                        actor: "", at: 0))
            ]
        case .changed, .moved, .ignored:
            findings.reason = field
            findings.remark = ""
        }
        return []
    }

    /// Goes to where a finding is mended, and says what of it is seen there.
    private mutating func mend(_ finding: Finding) -> [Effect] {
        guard var screen = caseFile else { return [] }
        let effects = screen.mend(finding)
        let remark = screen.takeRemark()
        caseFile = screen
        return effects + note(remark ?? finding.message)
    }

    mutating func handle(_ key: Key, in chronology: ChronologyOverlay) -> [Effect] {
        var chronology = chronology
        switch key {
        case .character("j"), .named(.down): chronology.scroll(1, height: rows - 3)
        case .character("k"), .named(.up): chronology.scroll(-1, height: rows - 3)
        case .named(.pageDown), .character(" "): chronology.scroll(rows - 4, height: rows - 3)
        case .named(.pageUp), .character("b"): chronology.scroll(4 - rows, height: rows - 3)
        case .character("q"), .named(.escape), .character("d"), .control("c"):
            overlay = nil
            return []
        default: break
        }
        overlay = .chronology(chronology)
        return []
    }
}
