internal import CaseModel
internal import CaseStore
internal import Workstation

/// The holds of this session on cases.
actor LeaseKeeper {
    private let store: any CaseStore
    private let owner: Actor
    /// The holds that were given and not given back, lost ones too: what is done by a lost one the store refuses.
    private var leases: [CaseNumber: CaseLease] = [:]
    /// Who has the cases of which this session was refused the hold.
    private var refused: [CaseNumber: String] = [:]

    init(store: any CaseStore, owner: Actor) {
        self.store = store
        self.owner = owner
    }

    /// As whom this session works on a case.
    /// - Throws: ``CaseStoreError/leased(_:by:)`` when it asked for the case and somebody else had it.
    func hand(on number: CaseNumber) throws -> Actor {
        if let name = refused[number] { throw CaseStoreError.leased(number, by: name) }
        return leases[number]?.holder ?? owner
    }

    /// Takes a case, unless somebody else has it.
    func acquire(_ number: CaseNumber) async throws -> Message {
        do {
            keep(try await store.acquireLease(of: number, by: owner))
            return .leaseTaken(number)
        } catch CaseStoreError.leased(_, let name) {
            refused[number] = name
            return .leaseHeld(number, by: name)
        }
    }

    /// Keeps a case; tells who has it when it was lost.
    func renew(_ number: CaseNumber) async throws -> Message {
        guard let lease = leases[number] else { return try await acquire(number) }
        do {
            try await store.renewLease(lease)
            return .leaseTaken(number)
        } catch CaseStoreError.leaseLost {
            return .leaseHeld(number, by: try await store.leaseHolder(of: number) ?? "another session")
        }
    }

    func takeOver(_ number: CaseNumber) async throws -> Message {
        keep(try await store.takeOver(number, by: owner))
        return .leaseTaken(number)
    }

    func release(_ number: CaseNumber) async throws -> Message {
        refused[number] = nil
        if let lease = leases.removeValue(forKey: number) { try await store.releaseLease(lease) }
        return .leaseReleased(number)
    }

    private func keep(_ lease: CaseLease) {
        refused[lease.number] = nil
        leases[lease.number] = lease
    }
}
