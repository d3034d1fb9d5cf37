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

    /// What this machine has, beside a library. It takes a moment: a screen asks for it at its first question, away from
    /// the keys.
    static func ofThisMachine(library: (any GuidelineEvidence)?) -> CheckAids {
        CheckAids(
            guidelines: library, spelling: SystemDictionaries.shared,
            stock: TemplateFolder.all().templates.map { StockRationale($0) })
    }
}
