package import CaseModel

/// One of the standards that medical necessity is judged by.
package struct EvidenceStandard: Hashable, Sendable {
    /// Its id, `A`.
    package var id: String
    /// Its short name.
    package var name: String
    /// What it means, prose.
    package var meaning: String
}

/// One edition of a guideline chapter and the days it was in force.
package struct ChapterEdition: Hashable, Sendable {
    /// The chapter's title, as citations word it.
    package var chapter: String
    /// The title in lower case, to find it by.
    var key: String
    /// The year of the edition.
    package var year: Int
    /// The days in force.
    package var inForce: Period
}

/// How grave the findings of a rule are.
package enum RuleWeight: String, Hashable, Sendable, CaseIterable {
    /// It blocks signing.
    case error
    /// It never blocks.
    case warning
    /// It is only told.
    case note
    /// The rule does not speak.
    case off
}

/// A notice that a rationale must give for certain items.
package struct RequiredNotice: Hashable, Sendable {
    /// Its id, `opioid-taper`.
    package var id: String
    /// Words in the item's head that call for it, lower case.
    package var itemWords: Set<String>
    /// Words in the item's head that lift it: a drug's laboratory test is not the drug.
    package var exceptWords: Set<String>
    /// The decisions that call for it.
    package var decisions: Set<Decision>
    /// Beginnings of words by which a rationale is seen to give it, lower case.
    package var toldBy: [String]
    /// What the item is, for the sentence of the check: `an opioid`.
    package var itemIs: String
    /// What is missing, for the same: `the notice to taper it`.
    package var lacking: String
    /// The notice itself, ready for a letter, prose.
    package var text: String
}

/// How many reviewers decide a case, and how.
package struct PanelRule: Hashable, Sendable {
    /// How the votes are counted.
    package enum Vote: String, Hashable, Sendable, CaseIterable {
        /// More than half.
        case majority
        /// All of them.
        case unanimous
    }
    /// The usual number of reviewers.
    package var size: Int
    /// The most that may be named.
    package var largest: Int
    /// How votes are counted.
    package var vote: Vote
    /// What a tie means for the item.
    package var tie: Decision

    /// What the votes of a panel come to; nil for no vote at all.
    ///
    /// Votes that reach neither side's count are a tie.
    package func decision(of votes: [Decision]) -> Decision? {
        guard !votes.isEmpty else { return nil }
        let overturned = votes.count { $0 == .overturned }
        let upheld = votes.count - overturned
        switch vote {
        case .majority: return overturned == upheld ? tie : overturned > upheld ? .overturned : .upheld
        case .unanimous: return overturned == votes.count ? .overturned : upheld == votes.count ? .upheld : tie
        }
    }
}
