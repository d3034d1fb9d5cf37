public import CaseModel
import GRDB

extension SQLiteCaseStore: ReadingShelf {
    /// See ``ReadingShelf/bookmarks(of:by:)``.
    public func bookmarks(of number: CaseNumber, by actor: Actor) async throws -> [Bookmark] {
        try await read { db in
            try CaseReading.bookmarks(ofCase: try CaseReading.requiredHead(number, in: db).id, by: actor, in: db)
        }
    }

    /// See ``ReadingShelf/keepBookmark(_:in:by:)``. Whoever may read a case may keep notes on it.
    public func keepBookmark(_ bookmark: Bookmark, in number: CaseNumber, by actor: Actor) async throws {
        let filer = filer
        try await change(.read, by: actor) { db in try filer.keep(bookmark, in: number, by: actor, in: db) }
    }

    /// See ``ReadingShelf/removeBookmark(at:in:by:)``.
    public func removeBookmark(at place: ReadingPlace, in number: CaseNumber, by actor: Actor) async throws {
        let filer = filer
        try await change(.read, by: actor) { db in
            try filer.removeBookmark(at: place, in: number, by: actor, in: db)
        }
    }

    /// See ``ReadingShelf/exchangeBookmark(_:for:in:by:)``.
    public func exchangeBookmark(
        _ seen: Bookmark?, for new: Bookmark?, in number: CaseNumber, by actor: Actor
    ) async throws {
        let filer = filer
        try await change(.read, by: actor) { db in
            guard let place = (seen ?? new)?.place else { return }
            let head = try CaseReading.requiredHead(number, in: db)
            let known = try CaseReading.bookmarks(ofCase: head.id, by: actor, in: db).first { $0.place == place }
            guard known == seen else { throw CaseStoreError.changedMeanwhile(number) }
            if let new {
                try filer.keep(new, in: number, by: actor, in: db)
            } else {
                try filer.removeBookmark(at: place, in: number, by: actor, in: db)
            }
        }
    }

    /// See ``ReadingShelf/countInRecords(_:of:)``. The memory it takes is that of one page.
    public func countInRecords(_ phrase: PhraseSearch, of number: CaseNumber) async throws -> [PageMatches] {
        try await read { db in
            let head = try CaseReading.requiredHead(number, in: db)
            let statement = try db.cachedStatement(
                sql: """
                    SELECT r.position, p.page, p.text FROM record AS r JOIN record_page AS p ON p.record_id = r.id
                    WHERE r.case_id = :case ORDER BY r.position, p.page
                    """)
            var found: [PageMatches] = []
            let pages = try Row.fetchCursor(statement, arguments: ["case": head.id])
            while let row = try pages.next() {
                let count = phrase.count(onLinesOf: row[2])
                if count > 0 { found.append(PageMatches(record: row[0], page: row[1], count: count)) }
            }
            return found
        }
    }
}

extension CaseFiler {
    /// Keeps a bookmark over an older one at its place.
    func keep(_ bookmark: Bookmark, in number: CaseNumber, by actor: Actor, in db: Database) throws {
        let head = try CaseReading.requiredHead(number, in: db)
        try check(bookmark.place, of: number, in: db)
        let known = try CaseReading.bookmarks(ofCase: head.id, by: actor, in: db)
        let note = StorableText.of(bookmark.note)
        if let old = known.first(where: { $0.place == bookmark.place }) {
            if old.note == note { return }
            try delete(bookmark.place, ofCase: head.id, by: actor, in: db)
        }
        let now = clock()
        try insert(bookmark, ofCase: head.id, by: actor, at: now, in: db)
        try AuditLog.append(
            "bookmark.kept", of: number, by: actor, at: now, detail: AuditLog.Detail(of: bookmark.place), in: db)
    }

    /// Takes a bookmark away, if it is there.
    func removeBookmark(at place: ReadingPlace, in number: CaseNumber, by actor: Actor, in db: Database) throws {
        let head = try CaseReading.requiredHead(number, in: db)
        guard try delete(place, ofCase: head.id, by: actor, in: db) else { return }
        try AuditLog.append(
            "bookmark.removed", of: number, by: actor, at: clock(), detail: AuditLog.Detail(of: place), in: db)
    }

    /// Has everybody's bookmarks on the summary follow its text; the change itself is told in the log by who made it.
    func moveBookmarks(ofCase id: Int64, _ text: FollowedText, in db: Database) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT actor, character, note, at FROM bookmark WHERE case_id = :case AND record IS NULL ORDER BY character
                """, arguments: ["case": id])
        guard !rows.isEmpty else { return }
        try db.execute(sql: "DELETE FROM bookmark WHERE case_id = :case AND record IS NULL", arguments: ["case": id])
        var taken: Set<[String]> = []
        for row in rows {
            let (actor, note, at): (String, String, Int64) = (row["actor"], row["note"], row["at"])
            let old = try Bookmark(place: .summary(character: row["character"]), note: note)
            let moved = old.following(text)
            guard case .summary(var character) = moved.place else { continue }
            // Two whose text is gone may meet: each keeps its note.
            while !taken.insert([actor, String(character)]).inserted { character += 1 }
            try db.cachedStatement(
                sql: """
                    INSERT INTO bookmark (case_id, actor, character, note, at)
                    VALUES (:case, :actor, :character, :note, :at)
                    """
            ).execute(
                arguments: [
                    "case": id, "actor": actor, "character": character, "note": StorableText.of(moved.note), "at": at,
                ])
        }
    }

    /// Puts bookmarks of a person in the place of those that he has on the summary.
    func put(_ bookmarks: [Bookmark], inSummaryOf id: Int64, by actor: Actor, in db: Database) throws {
        try db.execute(
            sql: "DELETE FROM bookmark WHERE case_id = :case AND actor = :actor AND record IS NULL",
            arguments: ["case": id, "actor": actor.name])
        for bookmark in bookmarks where bookmark.place.isInSummary {
            try insert(bookmark, ofCase: id, by: actor, at: clock(), in: db)
        }
    }

    private func insert(
        _ bookmark: Bookmark, ofCase id: Int64, by actor: Actor, at now: Int64, in db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO bookmark (case_id, actor, record, page, line, character, note, at)
                VALUES (:case, :actor, :record, :page, :line, :character, :note, :at)
                """
        ).execute(
            arguments: bookmark.place.columns + [
                "case": id, "actor": actor.name, "note": StorableText.of(bookmark.note), "at": now,
            ])
    }

    @discardableResult
    private func delete(_ place: ReadingPlace, ofCase id: Int64, by actor: Actor, in db: Database) throws -> Bool {
        try db.cachedStatement(
            sql: """
                DELETE FROM bookmark WHERE case_id = :case AND actor = :actor AND record IS :record AND page IS :page
                    AND line IS :line AND character IS :character
                """
        ).execute(arguments: place.columns + ["case": id, "actor": actor.name])
        return db.changesCount > 0
    }

    /// Refuses a place that the case does not have.
    private func check(_ place: ReadingPlace, of number: CaseNumber, in db: Database) throws {
        // A character behind the end of the summary stands for its end.
        guard case .record(let record, let page, let line) = place else { return }
        let text = try CaseReading.page(page, ofRecord: record, of: number, in: db)
        guard line >= 1, line <= 1 + text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) else {
            throw CaseStoreError.noSuchLines(number, record: record, page: page, lines: line...line)
        }
    }
}

extension CaseReading {
    /// The bookmarks of a person in a case, in the order of their places.
    static func bookmarks(ofCase id: Int64, by actor: Actor, in db: Database) throws -> [Bookmark] {
        let statement = try db.cachedStatement(
            sql: "SELECT record, page, line, character, note FROM bookmark WHERE case_id = :case AND actor = :actor")
        return try Row.fetchAll(statement, arguments: ["case": id, "actor": actor.name]).compactMap { row in
            let record: Int? = row[0]
            let place: ReadingPlace =
                if let record { .record(record, page: row[1], line: row[2]) } else { .summary(character: row[3]) }
            return try? Bookmark(place: place, note: row[4])
        }.sorted { $0.place < $1.place }
    }
}

extension ReadingPlace {
    /// Whether it is a place in the summary.
    var isInSummary: Bool { if case .summary = self { true } else { false } }

    /// As the columns of a row hold it.
    fileprivate var columns: StatementArguments {
        switch self {
        case .summary(let character):
            ["record": nil, "page": nil, "line": nil, "character": max(0, character)]
        case .record(let record, let page, let line):
            ["record": record, "page": page, "line": line, "character": nil]
        }
    }
}

extension AuditLog.Detail {
    /// The place; not the note.
    fileprivate init(of place: ReadingPlace) {
        guard case .record(let record, let page, let line) = place else {
            kind = "summary"
            return
        }
        kind = "record"
        self.record = record
        self.page = page
        lines = "\(line)-\(line)"
    }
}
