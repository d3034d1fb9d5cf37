internal import CaseModel
internal import Checks
internal import TextUI

extension Workstation {
    /// Opens the findings, or the dates of the case.
    mutating func showFindings(_ id: CommandID) {
        guard let caseFile else { return }
        switch id {
        case .findings:
            // The gravest first; those of the item before the reviewer come before the others.
            let here = caseFile.itemNumber
            let sorted = caseFile.findings.enumerated().sorted { a, b in
                (b.element.severity, a.element.item == here ? 0 : 1, a.offset)
                    < (a.element.severity, b.element.item == here ? 0 : 1, b.offset)
            }
            overlay = .findings(FindingsOverlay(findings: sorted.map(\.element)))
        case .chronology:
            overlay = .chronology(
                ChronologyOverlay(
                    events: Chronology.events(of: caseFile.asWritten, due: caseFile.reviewCase.due),
                    findings: caseFile.findings))
        default: break
        }
    }

    mutating func handle(_ key: Key, in findings: FindingsOverlay) -> [Effect] {
        var findings = findings
        switch key {
        case .character("j"), .named(.down): findings.move(1)
        case .character("k"), .named(.up): findings.move(-1)
        case .named(.enter):
            overlay = nil
            return goTo(findings.selected)
        case .character("q"), .named(.escape), .character("!"), .control("c"):
            overlay = nil
            return []
        default: break
        }
        overlay = .findings(findings)
        return []
    }

    /// Goes to where a finding can be mended: its item with the cursor at the words, else the words in the summary.
    private mutating func goTo(_ finding: Finding?) -> [Effect] {
        guard let finding, var screen = caseFile else { return [] }
        var effects: [Effect] = []
        if let item = finding.item, screen.desks.indices.contains(item - 1) {
            effects = screen.go(toItem: item)
            if let place = finding.evidence.first(where: { $0.section == .rationale }),
                let range = screen.desks[item - 1].editor.text.firstRange(of: place.text)
            {
                let text = screen.desks[item - 1].editor.text
                screen.desks[item - 1].editor.moveCursor(
                    to: text.distance(from: text.startIndex, to: range.lowerBound))
            }
        } else {
            effects = screen.go(to: .summary)
            if let place = finding.evidence.first(where: { $0.section == .summary }) {
                screen.search = place.text
                screen.layOut()
                screen.goToMatch(1)
            }
        }
        caseFile = screen
        return effects + note(finding.message)
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
