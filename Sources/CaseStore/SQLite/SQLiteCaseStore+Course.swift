public import CaseModel
import GRDB

extension SQLiteCaseStore {
    /// See ``CaseCourse/returnForCorrection(_:note:by:)``.
    public func returnForCorrection(_ number: CaseNumber, note: String, by actor: Actor) async throws -> ReviewCase {
        try await step(.returnForCorrection, number, by: actor) { filer, db in
            try filer.take(.returnForCorrection, "case.returned", number, note: note, by: actor, in: db)
        }
    }

    /// See ``CaseCourse/approve(_:by:)``.
    public func approve(_ number: CaseNumber, by actor: Actor) async throws -> ReviewCase {
        try await step(.approve, number, by: actor) { filer, db in
            try filer.take(.approve, "case.approved", number, by: actor, in: db)
        }
    }

    /// See ``CaseCourse/withdraw(_:reason:by:)``.
    public func withdraw(_ number: CaseNumber, reason: String, by actor: Actor) async throws -> ReviewCase {
        try await step(.withdraw, number, by: actor) { filer, db in
            try filer.take(.withdraw, "case.withdrawn", number, note: reason, by: actor, in: db)
        }
    }

    /// See ``CaseCourse/suspend(_:since:by:)``.
    public func suspend(_ number: CaseNumber, since day: Day, by actor: Actor) async throws -> ReviewCase {
        try await step(.suspend, number, by: actor) { filer, db in
            try filer.suspend(number, since: day, by: actor, in: db)
        }
    }

    /// See ``CaseCourse/resume(_:received:by:)``.
    public func resume(_ number: CaseNumber, received day: Day, by actor: Actor) async throws -> ReviewCase {
        try await step(.resume, number, by: actor) { filer, db in
            try filer.resume(number, received: day, by: actor, in: db)
        }
    }

    /// See ``CaseCourse/consolidate(_:into:alike:by:)``.
    public func consolidate(
        _ numbers: [CaseNumber], into leading: CaseNumber, alike: Set<ConsolidationCondition>, by actor: Actor
    ) async throws
        -> ReviewCase
    {
        try await step(.consolidate, leading, by: actor) { filer, db in
            try filer.consolidate(numbers, into: leading, alike: alike, by: actor, in: db)
        }
    }

    /// See ``CaseCourse/sign(_:in:by:)``.
    public func sign(_ document: SignedDocument, in number: CaseNumber, by actor: Actor) async throws -> ReviewCase {
        let desk = leaseDesk
        return try await step(.sign, number, by: actor) { filer, db in
            try desk.check(number, actor, in: db)
            try Permission.checkDesk(number, actor, attested: true, in: db)
            try filer.sign(document, in: number, by: actor, in: db)
        }
    }

    /// See ``CaseCourse/signedDeterminations(of:)``.
    public func signedDeterminations(of number: CaseNumber) async throws -> [SignedRevision] {
        try await read { db in
            try CaseReading.signed(ofCase: try CaseReading.requiredHead(number, in: db).id, in: db)
        }
    }

    /// See ``CaseCourse/deliver(_:by:)``.
    public func deliver(_ number: CaseNumber, by actor: Actor) async throws -> ReviewCase {
        try await step(.deliver, number, by: actor) { filer, db in
            try filer.take(.deliver, "case.delivered", number, raising: false, by: actor, in: db)
        }
    }

    /// See ``CaseCourse/amend(_:reason:by:)``.
    public func amend(_ number: CaseNumber, reason: String, by actor: Actor) async throws -> ReviewCase {
        try await step(.amend, number, by: actor) { filer, db in
            try filer.amend(number, reason: reason, by: actor, in: db)
        }
    }

    /// See ``CaseCourse/notes(of:)``.
    public func notes(of number: CaseNumber) async throws -> [CaseNote] {
        try await read { db in
            try CaseReading.notes(ofCase: try CaseReading.requiredHead(number, in: db).id, in: db)
        }
    }

    /// Takes a step for somebody who may, and gives the case as it then stands.
    private func step(
        _ step: CaseStep, _ number: CaseNumber, by actor: Actor,
        _ body: @escaping @Sendable (CaseFiler, Database) throws -> Void
    ) async throws -> ReviewCase {
        let filer = filer
        return try await change(step.deed, by: actor) { db in
            try body(filer, db)
            return try CaseReading.reviewCase(number, in: db)
        }
    }
}
