package import CaseModel

/// Whether a reviewer's attestation covers the parties of a case.
package enum AttestationCheck {
    /// The parties that he must be shown: those of the profile's kinds that the case names, each once.
    /// - Parameter notices: of the case, and of those whose items it took over.
    package static func parties(of notices: [CaseNotice], profile: ProgrammeProfile) -> [Party] {
        let kinds = Set(profile.conflictParties.map(\.kind))
        var shown: [Party] = []
        for party in notices.flatMap(\.parties) where kinds.contains(party.kind) {
            let name = PartyName(party.name)
            if !name.isEmpty, !shown.contains(where: { $0.kind == party.kind && PartyName($0.name).isSame(as: name) }) {
                shown.append(party)
            }
        }
        return shown
    }

    /// The parties of a case that an attestation does not name; empty when it is whole.
    ///
    /// A party that is spelled otherwise is the same; one of another kind is another.
    package static func missing(
        from attestation: Attestation, notices: [CaseNotice], profile: ProgrammeProfile
    ) -> [Party] {
        let attested = attestation.parties.map { (kind: $0.kind, name: PartyName($0.name)) }
        return parties(of: notices, profile: profile).filter { party in
            let name = PartyName(party.name)
            return !attested.contains { $0.kind == party.kind && $0.name.isSame(as: name) }
        }
    }
}
