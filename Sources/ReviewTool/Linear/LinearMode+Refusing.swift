internal import CaseModel
internal import CaseStore
internal import Workstation

/// What is not to be changed is said to be so before the reviewer writes in vain.
extension LinearMode {
    /// Says why nothing of the case is changed here, as it stands in the store by now.
    /// - Returns: whether it is so.
    func refuses() async throws -> Bool {
        guard let number = desk?.reviewCase.number else { return true }
        let present = try await store.open(number)
        var reason = try await obstacle(to: present)
        if reason == nil { reason = try await attestation(before: present) }
        if let reason { talk.say("Nothing was changed: \(reason).") }
        return reason != nil
    }

    /// Says what stands between the reviewer and his decision.
    func sayAccess(to reviewCase: ReviewCase) async throws {
        if let obstacle = try await obstacle(to: reviewCase) {
            talk.say("Only for reading: \(obstacle).")
        } else if try await attestation(before: reviewCase) != nil {
            talk.say("“attest” says with whom there must be no conflict, before anything is decided.")
        }
        if let holder = try await store.leaseHolder(of: reviewCase.number) {
            talk.say("\(holder) has the case open on a screen.")
        }
        if let correction = reviewCase.correction { talk.say("Returned for correction: \(correction)") }
    }

    /// Why a case is only for reading; nil when it is for writing, too.
    private func obstacle(to reviewCase: ReviewCase) async throws -> String? {
        let words = "the case is \(reviewCase.state.words)"
        return switch reviewCase.state {
        case .published: "a published determination is not changed; import it with --blind to review it"
        case .signed, .delivered: words + "; “imr amend \(reviewCase.number)” opens it anew"
        case .withdrawn, .consolidated: words
        case .received, .assigned, .inReview, .decided, .qualityReview:
            try await CaseDoor(store: store, actor: actor, today: clock.today()).access(to: reviewCase).obstacle
        }
    }

    /// What a reviewer to whom a case was given does before anything else; nil when he did it.
    private func attestation(before reviewCase: ReviewCase) async throws -> String? {
        try await CaseDoor(store: store, actor: actor, today: clock.today()).access(to: reviewCase).parties == nil
            ? nil : "“attest” comes first, which says with whom there must be no conflict"
    }
}
