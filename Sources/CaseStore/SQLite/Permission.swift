import CaseModel
import GRDB

/// Who may do what. Every command that changes something passes here, within its transaction.
enum Permission {
    /// Refuses a deed to whoever may not do it; everybody may while nobody is on the staff.
    static func check(_ deed: Deed, _ actor: Actor, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "SELECT (SELECT role FROM staff WHERE actor = :actor), EXISTS (SELECT 1 FROM staff)")
        guard let row = try Row.fetchOne(statement, arguments: ["actor": actor.name]) else { return }
        let (role, isStaffed): (String?, Bool) = (row[0], row[1])
        guard isStaffed else { return }
        guard let role = role.flatMap(ReviewRole.init(rawValue:)), role.may(deed) else {
            throw CaseStoreError.refused(.notPermitted(actor: actor.name, deed))
        }
    }

    /// Refuses work on a case to whoever does not have it.
    ///
    /// A case that nobody has is anybody's on a desk of one, and nobody's where there is a staff.
    /// - Parameter attested: whether its reviewer must have attested.
    static func checkDesk(_ number: CaseNumber, _ actor: Actor, attested: Bool, in db: Database) throws {
        // What cannot be decided at all is told by the command itself.
        guard let head = try CaseReading.head(number, in: db), head.state.isOpenToDecision else { return }
        let assignment = try CaseReading.assignment(ofCase: head.id, in: db)
        if let member = try PeopleReading.member(actor.name, in: db) {
            guard let assignment else { throw CaseStoreError.refused(.notAssigned(number)) }
            guard member.reviewer == assignment.reviewer else {
                throw CaseStoreError.refused(.assignedToAnother(number))
            }
        }
        if attested, let assignment, assignment.attestation == nil {
            throw CaseStoreError.refused(.notAttested(number))
        }
    }
}

extension SQLiteCaseStore {
    /// Runs one transaction for somebody who may do the deed: the one way by which commands change the store.
    func change<T: Sendable>(_ deed: Deed, by actor: Actor, _ body: @escaping @Sendable (Database) throws -> T)
        async throws -> T
    {
        try await write { db in
            try Permission.check(deed, actor, in: db)
            return try body(db)
        }
    }

    /// Runs one transaction for whoever has the case before him, and has not lost the hold on it by which he acts.
    func work<T: Sendable>(
        on number: CaseNumber, attested: Bool = false, by actor: Actor,
        _ body: @escaping @Sendable (Database) throws -> T
    ) async throws -> T {
        let desk = leaseDesk
        return try await change(.decide, by: actor) { db in
            try desk.check(number, actor, in: db)
            try Permission.checkDesk(number, actor, attested: attested, in: db)
            return try body(db)
        }
    }
}
