import CaseModel
import Foundation
import GRDB

extension GuidelineLibrary {
    /// All editions: by publisher and chapter, the newest first.
    public func editions() throws(GuidelineError) -> [Edition] {
        try read { db in
            try EditionRows.all(in: db).map(\.edition).sorted {
                ($0.publisher, $0.chapter, $1.year) < ($1.publisher, $1.chapter, $0.year)
            }
        }
    }

    /// An edition by its name.
    /// - Throws: ``GuidelineError/noSuchEdition(_:)``.
    public func edition(_ id: EditionID) throws(GuidelineError) -> Edition {
        try read { db in
            guard let row = try EditionRows.row(id, in: db) else { throw GuidelineError.noSuchEdition(id) }
            return row.edition
        }
    }

    /// The sections of an edition in reading order, each after the one it belongs to.
    /// - Throws: ``GuidelineError/noSuchEdition(_:)``.
    public func sections(of id: EditionID) throws(GuidelineError) -> [Section] {
        try read { db in
            guard let edition = try EditionRows.row(id, in: db) else { throw GuidelineError.noSuchEdition(id) }
            let statement = try db.cachedStatement(
                sql: "SELECT path, parent, depth, number, title FROM section WHERE edition_id = :id ORDER BY position")
            return try Row.fetchAll(statement, arguments: ["id": edition.number]).map { row in
                SectionRows.section(row, of: id)
            }
        }
    }

    /// A section by its name.
    /// - Throws: ``GuidelineError/noSuchSection(_:)``.
    public func section(_ id: SectionID) throws(GuidelineError) -> Section {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT s.path, s.parent, s.depth, s.number, s.title
                    FROM edition AS e JOIN section AS s ON s.edition_id = e.id
                    WHERE e.name = :edition AND s.path = :path
                    """)
            let arguments: StatementArguments = ["edition": id.edition.text, "path": id.path]
            guard let row = try Row.fetchOne(statement, arguments: arguments) else {
                throw GuidelineError.noSuchSection(id)
            }
            return SectionRows.section(row, of: id.edition)
        }
    }

    /// The passages of a section in reading order, without those of the sections within it; often empty for a section
    /// that consists of others.
    /// - Throws: ``GuidelineError/noSuchSection(_:)``.
    public func passages(of id: SectionID) throws(GuidelineError) -> [Passage] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT s.first_passage, s.passage_count FROM edition AS e JOIN section AS s ON s.edition_id = e.id
                    WHERE e.name = :edition AND s.path = :path
                    """)
            let arguments: StatementArguments = ["edition": id.edition.text, "path": id.path]
            guard let row = try Row.fetchOne(statement, arguments: arguments) else {
                throw GuidelineError.noSuchSection(id)
            }
            let (first, count): (Int64, Int) = (row[0], row[1])
            let texts = try Row.fetchAll(
                db.cachedStatement(
                    sql: "SELECT text, digest FROM passage WHERE id >= :first AND id < :end ORDER BY id"),
                arguments: ["first": first, "end": first + Int64(count)])
            return texts.enumerated().map { index, row in
                Passage(
                    id: PassageID(section: id, place: index + 1), text: row[0], digest: StoredDigest.digest(row[1]))
            }
        }
    }

    /// A passage by its name.
    /// - Throws: ``GuidelineError/noSuchPassage(_:)``.
    public func passage(_ id: PassageID) throws(GuidelineError) -> Passage {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT p.text, p.digest FROM edition AS e JOIN section AS s ON s.edition_id = e.id
                        JOIN passage AS p ON p.id = s.first_passage + :place - 1
                    WHERE e.name = :edition AND s.path = :path AND :place BETWEEN 1 AND s.passage_count
                    """)
            let arguments: StatementArguments = [
                "edition": id.edition.text, "path": id.section.path, "place": id.place,
            ]
            guard let row = try Row.fetchOne(statement, arguments: arguments) else {
                throw GuidelineError.noSuchPassage(id)
            }
            return Passage(id: id, text: row[0], digest: StoredDigest.digest(row[1]))
        }
    }
}

/// Reads rows of editions.
enum EditionRows {
    /// An edition and its number in the file.
    struct Numbered {
        var number: Int
        var firstPassage: Int64
        var edition: Edition
    }

    private static let columns = """
        SELECT id, name, publisher, title, year, in_force_from, in_force_to, rank, is_demonstration, digest,
            first_passage,
            (SELECT group_concat(title, char(10)) FROM
                (SELECT title FROM chapter AS c WHERE c.edition_id = edition.id ORDER BY position)) AS chapters
        FROM edition
        """

    static func all(in db: Database) throws -> [Numbered] {
        try Row.fetchAll(db.cachedStatement(sql: columns + " ORDER BY first_passage")).map(numbered)
    }

    static func row(_ id: EditionID, in db: Database) throws -> Numbered? {
        let statement = try db.cachedStatement(sql: columns + " WHERE name = :name")
        return try Row.fetchOne(statement, arguments: ["name": id.text]).map(numbered)
    }

    private static func numbered(_ row: Row) -> Numbered {
        let chapters: String? = row[11]
        let from: String? = row[5]
        let to: String? = row[6]
        let rank: String = row[7]
        let edition = Edition(
            id: EditionID(row[1]), publisher: row[2], title: row[3],
            chapters: (chapters ?? "").split(separator: "\n").map(String.init), year: row[4],
            inForceFrom: from.flatMap { Day(iso: $0) }, inForceTo: to.flatMap { Day(iso: $0) },
            rank: EvidenceRank(rawValue: rank) ?? .likelyBenefit, isDemonstration: row[8],
            digest: StoredDigest.digest(row[9]))
        return Numbered(number: row[0], firstPassage: row[10], edition: edition)
    }
}

/// Reads rows of sections: path, parent, depth, number, title.
enum SectionRows {
    static func section(_ row: Row, of edition: EditionID) -> Section {
        let parent: String? = row[1]
        return Section(
            id: SectionID(edition: edition, path: row[0]), number: row[3], title: row[4], depth: row[2],
            parent: parent.map { SectionID(edition: edition, path: $0) })
    }
}
