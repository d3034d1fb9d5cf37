package import CaseModel
package import Checks

/// Why a determination cannot be signed yet.
package struct FinishObstacles: Hashable, Sendable {
    /// One reason.
    package enum Reason: Hashable, Sendable {
        /// These items, from 1, are not decided.
        case undecided(items: [Int])
        /// What is written about these items, from 1, is not recorded.
        case unrecorded(items: [Int])
        /// Words of the summary or of a claims administrator's line are not on disk.
        case unsaved
        /// The check has not seen the latest words.
        case unchecked
        /// So many errors stand: neither mended nor overridden.
        case errors(Int)
    }

    /// How an item stands.
    package struct Item: Hashable, Sendable {
        /// Whether its decision is on disk.
        package var isDecided: Bool
        /// Whether what is written, chosen or cited differs from what is recorded.
        package var isUnrecorded: Bool

        /// A state from its parts.
        package init(isDecided: Bool, isUnrecorded: Bool) {
            self.isDecided = isDecided
            self.isUnrecorded = isUnrecorded
        }
    }

    /// The reasons, in the order in which a reviewer takes care of them; empty when it can be signed.
    package let reasons: [Reason]

    /// The reasons that findings, overrides and the items of a case give.
    ///
    /// - Parameters:
    ///   - isSaved: whether what is written besides the items is on disk.
    ///   - isChecked: whether the findings are those of the words as they stand.
    package init(
        findings: [Finding], overrides: [FindingOverride], items: [Item], isSaved: Bool = true, isChecked: Bool
    ) {
        var reasons: [Reason] = []
        let numbered = zip(1..., items)
        let undecided = numbered.filter { !$0.1.isDecided }.map(\.0)
        let unrecorded = numbered.filter { $0.1.isDecided && $0.1.isUnrecorded }.map(\.0)
        if !undecided.isEmpty { reasons.append(.undecided(items: undecided)) }
        if !unrecorded.isEmpty { reasons.append(.unrecorded(items: unrecorded)) }
        if !isSaved { reasons.append(.unsaved) }
        if !isChecked { reasons.append(.unchecked) }
        let errors = JudgedFinding.all(findings, overrides).count {
            $0.override == nil && $0.finding.severity == .error
        }
        if errors > 0 { reasons.append(.errors(errors)) }
        self.reasons = reasons
    }

    /// Whether nothing stands in the way.
    package var isEmpty: Bool { reasons.isEmpty }

    /// The reasons, one sentence each.
    package var sentences: [String] { reasons.map(\.sentence) }

    /// `2 errors stand before signing`, for a bottom line; empty when none does.
    var errorWords: String {
        for case .errors(let count) in reasons {
            return count == 1 ? "1 error stands before signing" : "\(count) errors stand before signing"
        }
        return ""
    }
}

extension FinishObstacles.Reason {
    /// What is to be done, for a person.
    package var sentence: String {
        switch self {
        case .undecided(let items):
            "\(FinishObstacles.Reason.words(items, beginning: "I")) \(items.count == 1 ? "is" : "are") not decided."
        case .unrecorded(let items): "What is written about \(FinishObstacles.Reason.words(items)) is not recorded."
        case .unsaved: "The summary or a claims administrator's line is not on disk."
        case .unchecked: "The check has not seen the latest words."
        case .errors(1): "1 error stands; mend it, or override it with a reason."
        case .errors(let count): "\(count) errors stand; mend them, or override them with a reason."
        }
    }

    private static func words(_ items: [Int], beginning: String = "i") -> String {
        beginning + (items.count == 1 ? "tem " : "tems ") + items.map(String.init).joined(separator: ", ")
    }
}
