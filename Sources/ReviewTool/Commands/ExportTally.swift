internal import CaseModel

/// Counts what became of the cases of an export and tells the person who waits.
actor ExportTally {
    private let out: String
    /// Whether each file is named as it is written, or all are counted at the end.
    private let isNaming: Bool
    private var bar = ProgressBar("exporting", total: 0)
    private var (written, unchanged, refused) = (0, 0, 0)

    init(out: String, isNaming: Bool) {
        self.out = out
        self.isNaming = isNaming
    }

    /// Begins to show how far it is.
    func begin(_ total: Int) {
        bar = ProgressBar("exporting", total: total)
        if !isNaming { bar.show(0) }
    }

    /// Takes in what became of some cases.
    func add(_ outcomes: [ExportRun.Outcome]) {
        for outcome in outcomes {
            switch outcome {
            case .written(_, let names):
                written += 1
                name(names)
            case .unchanged(_, let names):
                unchanged += 1
                name(names)
            case .refused(let number, let sentence): refuse(number.text, sentence)
            }
        }
        if !isNaming { bar.show(written + unchanged + refused) }
    }

    /// Tells of a case that has no letter.
    func refuse(_ number: String, _ sentence: String) {
        refused += 1
        bar.clear()
        Standard.error("imr: \(number): " + sentence)
    }

    /// Takes the bar away.
    func clear() { bar.clear() }

    /// Says how many there were; whether any was refused.
    func finish() -> Bool {
        bar.clear()
        if !isNaming { Standard.print("\(written) written, \(unchanged) unchanged, \(refused) refused") }
        return refused > 0
    }

    private func name(_ names: [String]) {
        guard isNaming else { return }
        for name in names { Standard.print("\(out)/\(name)") }
    }
}
