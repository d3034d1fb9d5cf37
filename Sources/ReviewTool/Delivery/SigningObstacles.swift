internal import CaseModel
internal import CaseStore
internal import Checks
internal import Programmes
internal import Workstation

/// What stands between a case and its signature, a sentence each, in the order in which a person takes care of it.
struct SigningObstacles {
    let profile: ProgrammeProfile

    /// The obstacles that the case itself gives, apart from the key.
    /// - Parameters:
    ///   - errors: what the check found.
    ///   - drafts: what is written and not recorded.
    func sentences(
        _ source: LetterAssembly.Source, errors: [JudgedError], drafts: [Draft], today: Day
    ) -> [String] {
        let reviewCase = source.reviewCase
        if let sentence = finished(reviewCase) { return [sentence] }
        var sentences: [String] = []
        if let since = reviewCase.suspendedSince {
            sentences.append(
                "It waits for records since \(since.iso); imr resume starts its clock again when they are here.")
        }
        let items = reviewCase.determination.items
        if items.isEmpty { sentences.append("It has no item, so there is nothing to sign.") }
        let reasons = FinishObstacles(
            findings: [], overrides: [],
            items: items.enumerated().map { index, item in
                FinishObstacles.Item(
                    isDecided: item.decision != nil,
                    isUnrecorded: drafts.contains { $0.item == index + 1 && $0.differs(from: item) })
            }, isChecked: true)
        sentences += reasons.sentences
        let isDecided = !items.isEmpty && items.allSatisfy { $0.decision != nil }
        if isDecided, CaseStep.sign.leads[reviewCase.state] == nil {
            sentences.append(
                "It is \(reviewCase.state.words), so its decisions are to be made again: decide one of its items anew.")
        }
        let standing = standing(source, today)
        // What stands against the reviewer is said once, by the sentence that tells what to do about it.
        sentences += errors.filter { error in
            error.override == nil && (standing.isEmpty || error.finding.rule != "reviewer.not-eligible")
        }.map(\.sentence)
        return sentences + standing
    }

    /// Why nobody has to do anything with the case any more; nil while somebody has.
    private func finished(_ reviewCase: ReviewCase) -> String? {
        switch reviewCase.state {
        case .signed, .delivered:
            "It is signed already; imr amend opens it for a determination that takes the signed one's place."
        case .published: "It came in as a published letter, and only a case decided here is signed."
        case .withdrawn, .consolidated: "It is \(reviewCase.state.words), so there is nothing to sign."
        case .received, .assigned, .inReview, .decided, .qualityReview: nil
        }
    }

    /// Whether the reviewer attested for this case, and may still practise on the day.
    private func standing(_ source: LetterAssembly.Source, _ today: Day) -> [String] {
        guard let assignment = source.reviewCase.assignment else { return [] }
        let (number, id) = (source.reviewCase.number, assignment.reviewer)
        var sentences: [String] = []
        if let attestation = assignment.attestation {
            let missing = AttestationCheck.missing(from: attestation, notices: source.notices, profile: profile)
                .map(\.kind)
            if !missing.isEmpty {
                sentences.append(
                    "\(id) has not attested about the \(missing.joined(separator: ", ")); imr attest \(number) "
                        + "--reviewer \(id) --no-conflict does.")
            }
        } else {
            sentences.append(
                "\(id) has not attested that there is no conflict; imr attest \(number) --reviewer \(id) "
                    + "--no-conflict does.")
        }
        let day = source.reviewCase.determination.dates.decision ?? today
        if let reviewer = source.reviewer, !reviewer.licences.contains(where: { $0.isValid(on: day) }) {
            sentences.append("\(id) has no unrestricted licence that stands on \(day.american).")
        }
        return sentences
    }
}

extension Draft {
    /// Whether something is written or leaned to that the item does not say.
    func differs(from item: DisputedItem) -> Bool {
        Prose.normalized(rationale) != Prose.normalized(item.rationale)
            || Prose.normalized(reviewerGuideline) != Prose.normalized(item.reviewerGuideline)
            || (decision != nil && decision != item.decision)
    }
}
