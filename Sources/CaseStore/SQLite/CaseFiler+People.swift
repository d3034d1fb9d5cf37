import CaseModel
import GRDB

extension CaseFiler {
    /// Registers a reviewer, or changes what is known of him.
    func register(_ given: Reviewer, by actor: Actor, in db: Database) throws -> FilingResult {
        let reviewer = StorableText.of(given)
        try check(reviewer)
        let known = try PeopleReading.reviewer(reviewer.id, in: db)
        if known == reviewer { return .unchanged }
        try db.cachedStatement(
            sql: """
                INSERT INTO reviewer (id, name, licences, certifications, years_of_practice, weekly_hours, conflicts,
                    signing_keys, capacity)
                VALUES (:id, :name, :licences, :certifications, :years, :hours, :conflicts, :keys, :capacity)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, licences = excluded.licences,
                    certifications = excluded.certifications, years_of_practice = excluded.years_of_practice,
                    weekly_hours = excluded.weekly_hours, conflicts = excluded.conflicts,
                    signing_keys = excluded.signing_keys, capacity = excluded.capacity
                """
        ).execute(arguments: [
            "id": reviewer.id.text, "name": reviewer.name, "licences": try PeopleJSON.text(reviewer.licences),
            "certifications": try PeopleJSON.text(reviewer.certifications), "years": reviewer.yearsOfPractice,
            "hours": reviewer.weeklyHours, "conflicts": try JSONText.list(reviewer.conflicts),
            "keys": try JSONText.list(reviewer.signingKeys), "capacity": reviewer.capacity,
        ])
        try AuditLog.append(
            known == nil ? "reviewer.registered" : "reviewer.changed", of: nil, by: actor, at: clock(),
            detail: AuditLog.Detail(reviewer: reviewer.id.text), in: db)
        return known == nil ? .added : .replaced
    }

    private func check(_ reviewer: Reviewer) throws(CaseStoreError) {
        func refusal(_ reason: String) -> CaseStoreError { .refused(.notAReviewer(reviewer.id, reason: reason)) }
        guard reviewer.name.contains(where: { !$0.isWhitespace }) else { throw refusal("he has no name") }
        guard reviewer.yearsOfPractice >= 0 else { throw refusal("years of practice are 0 or more") }
        guard (0...168).contains(reviewer.weeklyHours) else { throw refusal("a week has 0 to 168 hours of practice") }
        guard reviewer.capacity ?? 0 >= 0 else { throw refusal("a bound on his cases is 0 or more") }
    }

    /// Takes somebody on the staff, or gives him another role.
    func enlist(_ member: StaffMember, by actor: Actor, in db: Database) throws {
        guard (member.role == .reviewer) == (member.reviewer != nil) else {
            throw CaseStoreError.refused(.roleAndReviewer(actor: member.actor.name, member.role))
        }
        if let id = member.reviewer, try PeopleReading.reviewer(id, in: db) == nil {
            throw CaseStoreError.refused(.noSuchReviewer(id))
        }
        let staff = try PeopleReading.staff(in: db)
        if staff.contains(member) { return }
        let others = staff.contains { $0.role == .coordinator && $0.actor != member.actor }
        guard others || member.role == .coordinator else {
            throw CaseStoreError.refused(.needsCoordinator(actor: member.actor.name))
        }
        try db.cachedStatement(
            sql: """
                INSERT INTO staff (actor, role, reviewer) VALUES (:actor, :role, :reviewer)
                ON CONFLICT (actor) DO UPDATE SET role = excluded.role, reviewer = excluded.reviewer
                """
        ).execute(arguments: [
            "actor": member.actor.name, "role": member.role.rawValue, "reviewer": member.reviewer?.text,
        ])
        try AuditLog.append(
            "staff.enlisted", of: nil, by: actor, at: clock(),
            detail: AuditLog.Detail(
                reviewer: member.reviewer?.text, member: member.actor.name, role: member.role.rawValue),
            in: db)
    }
}

extension StorableText {
    /// A reviewer without NUL in any of his texts.
    static func of(_ given: Reviewer) -> Reviewer {
        var reviewer = given
        reviewer.name = of(given.name)
        reviewer.licences = given.licences.map {
            Licence(state: of($0.state), number: of($0.number), expires: $0.expires, isRestricted: $0.isRestricted)
        }
        reviewer.certifications = given.certifications.map {
            Certification(specialty: of($0.specialty), board: of($0.board), expires: $0.expires)
        }
        reviewer.conflicts = given.conflicts.map { of($0) }
        reviewer.signingKeys = given.signingKeys.map { of($0) }
        return reviewer
    }

    /// Parties without NUL in their names.
    static func of(_ parties: [Party]) -> [Party] {
        parties.map { Party(kind: of($0.kind), name: of($0.name)) }
    }
}
