import CaseModel
import Foundation
import GRDB

/// What importing a guideline did.
public struct ImportedEdition: Hashable, Sendable {
    /// What became of it.
    public enum Outcome: String, Hashable, Sendable {
        /// It is new.
        case added
        /// The library has it already, word for word.
        case unchanged
        /// It is new beside another of the same publisher, title, chapter and year, which stays.
        case newEdition
    }

    /// The edition.
    public var edition: Edition
    /// What became of it.
    public var outcome: Outcome
}

extension GuidelineLibrary {
    /// Adds guidelines in one transaction: all of them, or none when something fails.
    ///
    /// It takes seconds for a large library, so call it off the main thread. What the library has already stays as it
    /// is; nothing is ever overwritten.
    /// - Parameters:
    ///   - guidelines: as ``GuidelineReader`` gives them.
    ///   - onProgress: passages done and passages in all, about every thousand.
    /// - Returns: what became of each, in the order given.
    /// - Throws: ``GuidelineError/unavailable(path:reason:)``.
    @discardableResult
    public func `import`(
        _ guidelines: [ReadGuideline], onProgress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(GuidelineError) -> [ImportedEdition] {
        let total = guidelines.reduce(0) { $0 + $1.passageCount }
        return try write { db in
            var importer = EditionImporter(db: db, path: path)
            var done = 0
            var results = [ImportedEdition?](repeating: nil, count: guidelines.count)
            // Full-text search takes rising numbers best, and the newest have the lowest.
            let order = guidelines.indices.sorted {
                (guidelines[$1].edition.year, $0) < (guidelines[$0].edition.year, $1)
            }
            for index in order {
                let guideline = guidelines[index]
                let outcome = try importer.add(guideline) { onProgress(done + $0, total) }
                results[index] = ImportedEdition(edition: guideline.edition, outcome: outcome)
                done += guideline.passageCount
                onProgress(done, total)
            }
            try importer.finish()
            return results.compactMap { $0 }
        }
    }
}

/// Writes editions within a transaction.
struct EditionImporter {
    private let db: Database
    private let path: String
    private var shingles: [UInt64] = []
    private var hasAdded = false

    init(db: Database, path: String) {
        self.db = db
        self.path = path
    }

    /// Adds an edition unless it is there.
    mutating func add(_ guideline: ReadGuideline, onProgress: (Int) -> Void) throws -> ImportedEdition.Outcome {
        let edition = guideline.edition
        let digest = StoredDigest.data(edition.digest)
        if try Int.fetchOne(db, sql: "SELECT 1 FROM edition WHERE digest = :digest", arguments: ["digest": digest])
            != nil
        {
            return .unchanged
        }
        let number = try (Int.fetchOne(db, sql: "SELECT max(id) FROM edition") ?? 0) + 1
        guard number <= PassageNumber.limits.editions, guideline.passageCount <= PassageNumber.limits.passages else {
            throw GuidelineError.unavailable(
                path: path, reason: "it cannot hold that much more, so nothing was changed")
        }
        let isKnown = try hasSibling(of: edition)
        let first = PassageNumber.first(edition: number, year: edition.year)
        try insert(edition, number: number, first: first, passages: guideline.passageCount)
        try insertText(of: guideline, number: number, first: first, onProgress: onProgress)
        hasAdded = true
        return isKnown ? .newEdition : .added
    }

    /// Completes the import: the index of shingles, and the sign for others that the library has changed.
    func finish() throws {
        guard hasAdded else { return }
        try ShingleIndex.add(shingles, in: db)
        try db.execute(sql: "UPDATE generation SET number = number + 1")
    }

    private func hasSibling(of edition: Edition) throws -> Bool {
        try Int.fetchOne(
            db,
            sql: """
                SELECT 1 FROM edition AS e JOIN chapter AS c ON c.edition_id = e.id AND c.position = 1
                WHERE e.publisher = :publisher AND e.title = :title AND e.year = :year AND c.title = :chapter
                """,
            arguments: [
                "publisher": edition.publisher, "title": edition.title, "year": edition.year,
                "chapter": edition.chapter,
            ]) != nil
    }

    private func insert(_ edition: Edition, number: Int, first: Int64, passages: Int) throws {
        try db.execute(
            sql: """
                INSERT INTO edition (id, name, publisher, title, year, in_force_from, in_force_to, rank,
                    is_demonstration, digest, first_passage, passage_count)
                VALUES (:id, :name, :publisher, :title, :year, :from, :to, :rank, :demonstration, :digest, :first,
                    :passages)
                """,
            arguments: [
                "id": number, "name": edition.id.text, "publisher": edition.publisher, "title": edition.title,
                "year": edition.year, "from": edition.inForceFrom?.iso, "to": edition.inForceTo?.iso,
                "rank": edition.rank.rawValue, "demonstration": edition.isDemonstration,
                "digest": StoredDigest.data(edition.digest), "first": first, "passages": passages,
            ])
        for (index, title) in edition.chapters.enumerated() {
            try db.execute(
                sql: "INSERT INTO chapter (edition_id, position, title) VALUES (:edition, :position, :title)",
                arguments: ["edition": number, "position": index + 1, "title": title])
        }
    }

    private mutating func insertText(
        of guideline: ReadGuideline, number: Int, first: Int64, onProgress: (Int) -> Void
    ) throws {
        let sectionStatement = try db.cachedStatement(
            sql: """
                INSERT INTO section (edition_id, position, path, parent, depth, number, title, first_passage, passage_count)
                VALUES (:edition, :position, :path, :parent, :depth, :number, :title, :first, :count)
                """)
        // Plain positions: naming the values again for each of many thousand rows would cost a third of the import.
        let passageStatement = try db.cachedStatement(
            sql: "INSERT INTO passage (id, section_id, text, digest) VALUES (:id, :section, :text, :digest)")
        let wordsStatement = try db.cachedStatement(
            sql: "INSERT INTO passage_words (rowid, text, title) VALUES (:id, :text, :title)")
        var place = 0
        for (index, section) in guideline.sections.enumerated() {
            try sectionStatement.execute(arguments: [
                "edition": number, "position": index + 1, "path": section.path, "parent": section.parentPath,
                "depth": section.depth, "number": section.number, "title": section.title, "first": first + Int64(place),
                "count": section.passages.count,
            ])
            let sectionID = db.lastInsertedRowID
            addShingles(of: section, edition: number, place: place)
            for text in section.passages {
                let id = first + Int64(place)
                passageStatement.setUncheckedArguments([
                    id, sectionID, text, StoredDigest.data(ContentDigest(of: text)),
                ])
                try passageStatement.execute()
                wordsStatement.setUncheckedArguments([id, text, section.title])
                try wordsStatement.execute()
                place += 1
                if place % 1_000 == 0 { onProgress(place) }
            }
        }
    }

    private mutating func addShingles(of section: ReadSection, edition: Int, place: Int) {
        var hashes: [UInt64] = []
        var places: [UInt32] = []
        for (index, text) in section.passages.enumerated() {
            let posting = PassageNumber.posting(edition: edition, place: place + index)
            for word in WordScanner.words(of: text) {
                hashes.append(word.hash)
                places.append(posting)
            }
        }
        guard hashes.count >= Shingle.length else { return }
        for at in 0...(hashes.count - Shingle.length) {
            let hash = Shingle.hash(hashes[at], hashes[at + 1], hashes[at + 2])
            shingles.append(UInt64(hash) << 32 | UInt64(places[at]))
        }
    }
}

/// Digests as the file keeps them: 16 bytes, the highest first.
enum StoredDigest {
    static func data(_ digest: ContentDigest) -> Data {
        withUnsafeBytes(of: digest.bits.bigEndian) { Data($0) }
    }

    static func digest(_ data: Data) -> ContentDigest {
        ContentDigest(bits: data.reduce(UInt128(0)) { $0 << 8 | UInt128($1) })
    }
}
