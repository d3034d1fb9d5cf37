public import CaseModel
import GRDB

extension SQLiteCaseStore {
    /// See ``ReviewerRegister/permit(_:to:)``.
    public func permit(_ deed: Deed, to actor: Actor) async throws {
        try await read { db in try Permission.check(deed, actor, in: db) }
    }

    /// See ``ReviewerRegister/enlist(_:by:)``.
    public func enlist(_ member: StaffMember, by actor: Actor) async throws {
        let filer = filer
        try await change(.register, by: actor) { db in try filer.enlist(member, by: actor, in: db) }
    }

    /// See ``ReviewerRegister/staff()``.
    public func staff() async throws -> [StaffMember] {
        try await read { db in try PeopleReading.staff(in: db) }
    }

    /// See ``ReviewerRegister/register(_:by:)``.
    public func register(_ reviewer: Reviewer, by actor: Actor) async throws -> FilingResult {
        let filer = filer
        return try await change(.register, by: actor) { db in try filer.register(reviewer, by: actor, in: db) }
    }

    /// See ``ReviewerRegister/reviewers()``.
    public func reviewers() async throws -> [Reviewer] {
        try await read { db in try PeopleReading.reviewers(in: db) }
    }

    /// See ``ReviewerRegister/reviewer(_:)``.
    public func reviewer(_ id: ReviewerID) async throws -> Reviewer {
        try await read { db in
            guard let reviewer = try PeopleReading.reviewer(id, in: db) else {
                throw CaseStoreError.refused(.noSuchReviewer(id))
            }
            return reviewer
        }
    }

    /// See ``ReviewerRegister/reviewerLoads()``.
    public func reviewerLoads() async throws -> [ReviewerID: Int] {
        try await read { db in try PeopleReading.loads(in: db) }
    }

    /// See ``ReviewerRegister/countUnassigned()``. The waiting cases are counted already; most of them are somebody's only
    /// where there are assignments to count.
    public func countUnassigned() async throws -> Int {
        try await read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT (SELECT coalesce(sum(cases), 0) FROM state_tally WHERE state < :decided)
                        - (SELECT count(*) FROM assignment AS a JOIN review_case AS c ON c.id = a.case_id
                            WHERE a.ended_at IS NULL AND c.state < :decided)
                    """, arguments: ["decided": CaseState.decided.stored]) ?? 0
        }
    }

    /// See ``ReviewerRegister/assign(_:to:reasons:on:by:)``.
    public func assign(_ number: CaseNumber, to id: ReviewerID, reasons: [String], on day: Day, by actor: Actor)
        async throws -> [AssignmentObstacle]
    {
        let filer = filer
        return try await change(.assign, by: actor) { db in
            try filer.assign(number, to: id, reasons: reasons, on: day, by: actor, in: db)
        }
    }

    /// See ``ReviewerRegister/endAssignment(of:reason:by:)``.
    public func endAssignment(of number: CaseNumber, reason: String, by actor: Actor) async throws {
        let filer = filer
        try await change(.assign, by: actor) { db in
            try filer.endAssignment(of: number, reason: reason, by: actor, in: db)
        }
    }

    /// See ``ReviewerRegister/attest(_:in:by:)``.
    public func attest(_ attestation: Attestation, in number: CaseNumber, by actor: Actor) async throws {
        let filer = filer
        try await change(.decide, by: actor) { db in try filer.attest(attestation, in: number, by: actor, in: db) }
    }

    /// See ``ReviewerRegister/declareConflict(_:reason:in:by:)``.
    public func declareConflict(_ party: Party, reason: String, in number: CaseNumber, by actor: Actor) async throws {
        let filer = filer
        try await change(.decide, by: actor) { db in
            try filer.declareConflict(party, reason: reason, in: number, by: actor, in: db)
        }
    }

    /// See ``ReviewerRegister/notice(of:)``.
    public func notice(of number: CaseNumber) async throws -> CaseNotice? {
        try await read { db in
            try CaseReading.notice(ofCase: try CaseReading.requiredHead(number, in: db).id, in: db)
        }
    }

    /// See ``ReviewerRegister/notices(of:)``.
    public func notices(of number: CaseNumber) async throws -> [CaseNotice] {
        try await read { db in try CaseReading.notices(of: number, in: db) }
    }

    /// See ``ReviewerRegister/setNotice(_:of:by:)``.
    public func setNotice(_ notice: CaseNotice, of number: CaseNumber, by actor: Actor) async throws {
        let filer = filer
        try await change(.file, by: actor) { db in try filer.setNotice(notice, of: number, by: actor, in: db) }
    }
}
