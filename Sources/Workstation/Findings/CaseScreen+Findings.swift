internal import CaseModel
internal import Checks
internal import Letters
internal import TextUI

/// The check runs once writing has rested this long, in milliseconds.
private let checkDelay = 300

extension CaseScreen {
    /// What the case says by now, the written and not yet recorded included.
    var asWritten: Determination {
        var determination = reviewCase.determination
        if let editor = summaryDesk.editor { determination.summary = Prose.normalized(editor.text) }
        for (index, desk) in desks.enumerated() where determination.items.indices.contains(index) {
            let line = Prose.normalized(desk.guideline)
            determination.items[index].reviewerGuideline = line
            determination.items[index].citations = CitationGrammar.parse(line)
            determination.items[index].rationale = Prose.normalized(desk.editor.text)
            determination.items[index].decision = desk.chosen
        }
        return determination
    }

    /// Asks for a check of the case as it is written.
    mutating func check() -> [Effect] {
        checkGeneration += 1
        return [.check(number, asWritten, generation: checkGeneration)]
    }

    mutating func setCheckTimer() -> [Effect] {
        guard !isCheckTimerSet else { return [] }
        isCheckTimerSet = true
        return [.startTimer(.check(number), milliseconds: checkDelay)]
    }

    mutating func checkTimer(_ number: CaseNumber) -> [Effect] {
        guard number == self.number else { return [] }
        isCheckTimerSet = false
        return check()
    }

    mutating func checked(_ number: CaseNumber, findings: [Finding], generation: Int) {
        guard number == self.number, generation == checkGeneration else { return }
        checkedGeneration = generation
        self.findings = findings
        judge()
    }

    mutating func overridesLoaded(_ number: CaseNumber, _ overrides: [FindingOverride]) {
        guard number == self.number else { return }
        self.overrides = overrides
        judge()
    }

    /// Brings findings and overrides together.
    private mutating func judge() {
        judged = JudgedFinding.all(findings, overrides)
        // The summary shows tallies and marks.
        if page == .summary { layOut() }
    }

    /// The findings that count: those that nobody let stand.
    var standing: [Finding] { judged.filter { $0.override == nil }.map(\.finding) }

    /// Why the determination cannot be signed yet.
    var finishObstacles: FinishObstacles {
        FinishObstacles(
            findings: findings, overrides: overrides,
            items: desks.map { .init(isDecided: $0.recorded != nil, isUnrecorded: $0.isUnrecorded) },
            isSaved: !summaryDesk.isDirty && !desks.contains { $0.claimsLine != nil },
            isChecked: checkedGeneration == checkGeneration && !isCheckTimerSet)
    }

    /// `2 errors stand before signing`; nothing where nothing is to be signed.
    var errorWords: String {
        guard reviewCase.state.isOpenToDecision else { return "" }
        return finishObstacles.errorWords
    }

    /// `E1 W2` for the findings that a test picks, and the role of the gravest.
    func findingTally(_ isCounted: (Finding) -> Bool) -> (words: String, role: Role) {
        let counted = standing.filter(isCounted)
        let errors = counted.count { $0.severity == .error }
        let warnings = counted.count { $0.severity == .warning }
        var words: [String] = []
        if errors > 0 { words.append("E\(errors)") }
        if warnings > 0 { words.append("W\(warnings)") }
        return (words.joined(separator: " "), errors > 0 ? .error : .warning)
    }
}
