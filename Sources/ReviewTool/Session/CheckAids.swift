internal import Checks
internal import RationaleTemplates

/// What the check asks besides the store. Whatever is missing leaves the rules silent that need it.
struct CheckAids: Sendable {
    /// The guideline library.
    var guidelines: (any GuidelineEvidence)?
    /// The dictionaries.
    var spelling: (any SpellingJudge)?
    /// The texts that rationales are begun from.
    var stock: [StockRationale] = []

    /// Opens what this machine has. It takes a moment: the check does it at its first question, away from the keys.
    ///
    /// A library that cannot be opened is told by the pane that shows it, not once more by the check.
    static func ofThisMachine(library path: String) -> CheckAids {
        CheckAids(
            guidelines: try? LibraryEvidence.open(at: path), spelling: SystemDictionaries.shared,
            stock: TemplateFolder.all().templates.map { StockRationale($0) })
    }
}
