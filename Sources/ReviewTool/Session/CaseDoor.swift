internal import CaseModel
internal import CaseStore
internal import Programmes
internal import Workstation

/// Says what a case that is opened asks of whoever opens it.
struct CaseDoor: Sendable {
    let store: any CaseStore
    let actor: Actor

    let today: Day

    /// What the actor may do with a case, about whom he attests first, and what the letter will say of who decides. The
    /// store refuses by itself what is refused here; this tells it before anything is written in vain.
    func access(to reviewCase: ReviewCase) async throws -> CaseAccess {
        var access = try await permission(for: reviewCase)
        if let id = reviewCase.assignment?.reviewer {
            access.credentials = reviewCase.determination.credentials(of: try await store.reviewer(id), on: today)
        }
        return access
    }

    private func permission(for reviewCase: ReviewCase) async throws -> CaseAccess {
        guard reviewCase.state.isOpenToDecision else { return CaseAccess() }
        do {
            try await store.permit(.decide, to: actor)
        } catch let error as CaseStoreError {
            return CaseAccess(obstacle: error.description)
        }
        if let since = reviewCase.suspendedSince {
            return CaseAccess(obstacle: "the case waits for records since \(since.american)")
        }
        guard let assignment = reviewCase.assignment else { return CaseAccess() }
        let member = try await store.staff().first { $0.actor == actor }
        if let member, member.reviewer != assignment.reviewer {
            return CaseAccess(obstacle: "the case is with \(assignment.reviewer), who alone decides it")
        }
        guard assignment.attestation == nil else { return CaseAccess() }
        let profile = try CurrentProgramme.profile()
        let notices = try await store.notices(of: reviewCase.number)
        let parties = AttestationCheck.parties(of: notices, profile: profile).map { party in
            NamedParty(party, words: profile.conflictParties.first { $0.kind == party.kind }?.words ?? party.kind)
        }
        return CaseAccess(parties: parties)
    }
}
