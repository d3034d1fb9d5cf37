internal import CaseModel
internal import CaseStore
internal import Workstation

/// The holds of this session on cases.
actor LeaseKeeper {
    private let store: any CaseStore
    private let owner: Actor
    private var leases: [CaseNumber: CaseLease] = [:]

    init(store: any CaseStore, owner: Actor) {
        self.store = store
        self.owner = owner
    }

    /// Takes a case, unless somebody else has it.
    func acquire(_ number: CaseNumber) async throws -> Message {
        do {
            leases[number] = try await store.acquireLease(of: number, by: owner)
            return .leaseTaken(number)
        } catch CaseStoreError.leased(_, let name) {
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
            leases[number] = nil
            return .leaseHeld(number, by: try await store.leaseHolder(of: number) ?? "another session")
        }
    }

    func takeOver(_ number: CaseNumber) async throws -> Message {
        leases[number] = try await store.takeOver(number, by: owner)
        return .leaseTaken(number)
    }

    func release(_ number: CaseNumber) async throws -> Message {
        if let lease = leases.removeValue(forKey: number) { try await store.releaseLease(lease) }
        return .leaseReleased(number)
    }
}
