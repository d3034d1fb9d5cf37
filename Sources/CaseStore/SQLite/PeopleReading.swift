import CaseModel
import GRDB

/// Reads reviewers and staff.
enum PeopleReading {
    /// All reviewers, by pseudonym.
    static func reviewers(in db: Database) throws -> [Reviewer] {
        try Row.fetchAll(db.cachedStatement(sql: select + " ORDER BY id")).map(reviewer)
    }

    /// The reviewer under a pseudonym; nil when there is none.
    static func reviewer(_ id: ReviewerID, in db: Database) throws -> Reviewer? {
        try Row.fetchOne(db.cachedStatement(sql: select + " WHERE id = :id"), arguments: ["id": id.text]).map(reviewer)
    }

    /// How many cases that are not signed yet each reviewer has.
    static func loads(in db: Database) throws -> [ReviewerID: Int] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT a.reviewer, count(*) FROM assignment AS a JOIN review_case AS c ON c.id = a.case_id
                WHERE a.ended_at IS NULL AND c.state < 60 GROUP BY a.reviewer
                """)
        var loads: [ReviewerID: Int] = [:]
        for row in try Row.fetchAll(statement) { loads[try id(row[0])] = row[1] }
        return loads
    }

    /// The staff, by name.
    static func staff(in db: Database) throws -> [StaffMember] {
        try Row.fetchAll(db.cachedStatement(sql: "SELECT actor, role, reviewer FROM staff ORDER BY actor")).map(member)
    }

    /// Somebody on the staff; nil when he is not.
    static func member(_ name: String, in db: Database) throws -> StaffMember? {
        let statement = try db.cachedStatement(sql: "SELECT actor, role, reviewer FROM staff WHERE actor = :name")
        return try Row.fetchOne(statement, arguments: ["name": name]).map(member)
    }

    /// A pseudonym as it stands in the file.
    static func id(_ text: String) throws -> ReviewerID {
        guard let id = try? ReviewerID(parsing: text) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return id
    }

    private static let select = """
        SELECT id, name, licences, certifications, years_of_practice, weekly_hours, conflicts, signing_keys, capacity
        FROM reviewer
        """

    private static func reviewer(_ row: Row) throws -> Reviewer {
        Reviewer(
            id: try id(row[0]), name: row[1], licences: try PeopleJSON.licences(row[2]),
            certifications: try PeopleJSON.certifications(row[3]), yearsOfPractice: row[4], weeklyHours: row[5],
            conflicts: try JSONText.texts(row[6]), signingKeys: try JSONText.texts(row[7]), capacity: row[8])
    }

    private static func member(_ row: Row) throws -> StaffMember {
        guard let actor = try? Actor(parsing: row[0]), let role = ReviewRole(rawValue: row[1]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        let reviewer: String? = row[2]
        return StaffMember(actor: actor, role: role, reviewer: try reviewer.map(id))
    }
}
