import Foundation
import GRDB

/// The audit log as a chain, the digests of records, and who has a case open.
enum Migration4 {
    /// Makes the new tables; the lines that are there already wait in `audit_before` for ``chain(_:)``.
    static let sql = """
        DROP TRIGGER audit_no_update;
        DROP TRIGGER audit_no_delete;
        DROP TRIGGER audit_no_gap;
        DROP INDEX audit_by_case;
        DROP INDEX audit_of_links;
        ALTER TABLE audit RENAME TO audit_before;

        -- `digest` chains the lines; `state` is the digest of the case after the change that the line tells of.
        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            case_number TEXT,
            item INTEGER,
            detail TEXT NOT NULL CHECK (detail GLOB '{*}'),
            state BLOB CHECK (length(state) = 32),
            digest BLOB NOT NULL CHECK (length(digest) = 32)
        ) STRICT;
        CREATE INDEX audit_by_case ON audit (case_number, sequence);
        CREATE INDEX audit_of_links ON audit (case_number, item) WHERE action = 'link.added';

        CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN
            SELECT RAISE(ABORT, 'the audit log only grows');
        END;
        CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN
            SELECT RAISE(ABORT, 'the audit log only grows');
        END;
        CREATE TRIGGER audit_no_gap BEFORE INSERT ON audit
        WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
            OR NEW.at < (SELECT at FROM audit ORDER BY sequence DESC LIMIT 1) BEGIN
            SELECT RAISE(ABORT, 'the audit log has no gaps and its time never runs back');
        END;

        ALTER TABLE record ADD COLUMN digest BLOB CHECK (length(digest) = 32);

        -- Who has a case open. `expires` is by the clock of the host, `expires_up` by the time since it was started.
        CREATE TABLE case_lease (
            case_id INTEGER PRIMARY KEY REFERENCES review_case (id) ON DELETE CASCADE,
            holder TEXT NOT NULL,
            session TEXT NOT NULL,
            host TEXT NOT NULL,
            pid INTEGER NOT NULL,
            started INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            expires_up INTEGER NOT NULL
        ) STRICT;

        PRAGMA user_version = 4;
        """

    /// Chains the lines that are there already. The newest line of each case gets the digest of the case as it stands.
    static func chain(_ db: Database) throws {
        let setting = try db.makeStatement(sql: "UPDATE record SET digest = :digest WHERE id = :id")
        for id in try Int64.fetchAll(db, sql: "SELECT id FROM record") {
            try setting.execute(arguments: [
                "id": id, "digest": Data(try StateDigest.of(pagesOfRecord: id, in: db)),
            ])
        }
        let inserting = try db.makeStatement(
            sql: """
                INSERT INTO audit (sequence, at, actor, action, case_number, item, detail, state, digest)
                VALUES (:sequence, :at, :actor, :action, :number, :item, :detail, :state, :digest)
                """)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT sequence, at, actor, action, case_number, item, detail,
                    sequence = max(sequence) OVER (PARTITION BY case_number) FROM audit_before ORDER BY sequence
                """)
        var previous = AuditChain.beginning
        while let row = try rows.next() {
            let number: String? = row[4]
            let isNewest: Bool = row[7]
            let state = try isNewest ? number.flatMap { try StateDigest.of($0, in: db, schema: 4) } : nil
            previous = AuditChain.digest(
                after: previous, sequence: row[0], at: row[1], actor: row[2], action: row[3], number: number,
                item: row[5], detail: row[6], state: state)
            try inserting.execute(arguments: [
                "sequence": row[0] as Int64, "at": row[1] as Int64, "actor": row[2] as String,
                "action": row[3] as String, "number": number, "item": row[5] as Int?, "detail": row[6] as String,
                "state": state.map { Data($0) }, "digest": Data(previous),
            ])
        }
        try db.execute(sql: "DROP TABLE audit_before")
    }
}
