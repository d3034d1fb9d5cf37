package import CaseModel

/// A reviewer for a case, with every reason for and against him.
package struct AssignmentProposal: Hashable, Sendable {
    /// The reviewer.
    package var reviewer: Reviewer
    /// The reasons, one for each topic and one more for each further conflict, in the order of the topics.
    package var reasons: [AssignmentReason]
    /// The cases that he has in hand.
    package var load: Int

    /// The worst of the reasons.
    package var verdict: AssignmentReason.Verdict { reasons.map(\.verdict).max() ?? .yes }

    /// Whether he may be assigned; warnings do not forbid it.
    package var isEligible: Bool { verdict != .no }

    /// Proposes reviewers, the best first.
    ///
    /// Those without a “no” come before those with one; then fewer noes, then fewer warnings, then the smaller share of
    /// their capacity in hand, then fewer cases in hand, then the id.
    /// - Parameters:
    ///   - determination: the case as it stands.
    ///   - parties: the parties of the case by name, as its notice gives them.
    ///   - day: the day of assignment.
    ///   - load: the open cases of each reviewer; none when he is not in it.
    package static func rank(
        reviewers: [Reviewer], case determination: Determination, parties: [Party], profile: ProgrammeProfile,
        day: Day, load: [ReviewerID: Int] = [:]
    ) -> [AssignmentProposal] {
        let needs = SpecialtyNeeds(determination, profile.specialtyFits)
        let names = parties.map { (party: $0, name: PartyName($0.name)) }
        let proposals = reviewers.map { reviewer in
            let inHand = load[reviewer.id] ?? 0
            let judge = ReviewerJudge(reviewer: reviewer, profile: profile, day: day)
            return AssignmentProposal(
                reviewer: reviewer,
                reasons: [judge.licence(), judge.preferredState(), judge.certification(), judge.specialty(needs)]
                    + [judge.years(), judge.hours()] + judge.conflicts(names) + [judge.load(inHand)],
                load: inHand)
        }
        return proposals.map { (key: $0.sortKey, proposal: $0) }.sorted { a, b in
            a.key == b.key ? a.proposal.reviewer.id < b.proposal.reviewer.id : a.key.lexicographicallyPrecedes(b.key)
        }.map(\.proposal)
    }

    private var sortKey: [Int] {
        let noes = reasons.count { $0.verdict == .no }
        let warnings = reasons.count { $0.verdict == .warn }
        // In thousandths; who sets no bound is taken to manage fifty.
        let share = load * 1_000 / max(1, reviewer.capacity ?? 50)
        return [noes, warnings, share, load]
    }
}
