public import CaseModel
import GRDB

extension SQLiteCaseStore: RecordShelf {
    /// See ``RecordShelf/attachRecords(_:to:by:)``.
    public func attachRecords(_ records: [CaseRecord], to number: CaseNumber, by actor: Actor) async throws
        -> AttachedRecords
    {
        let filer = filer
        let records = records.map { StorableText.of($0) }
        return try await write { db in try filer.attach(records, to: number, by: actor, in: db) }
    }
}

extension CaseFiler {
    /// Attaches records that the case does not have.
    func attach(_ records: [CaseRecord], to number: CaseNumber, by actor: Actor, in db: Database) throws
        -> AttachedRecords
    {
        let head = try CaseReading.requiredHead(number, in: db)
        guard head.state.isOpenToDecision else { throw CaseStoreError.notOpen(number) }
        var known = try CaseReading.fullRecords(ofCase: head.id, in: db)
        var result = AttachedRecords(added: 0, unchanged: 0)
        for record in records {
            if let index = known.firstIndex(where: { $0.title == record.title }) {
                guard known[index].pages == record.pages else {
                    throw CaseStoreError.otherRecord(number, record: index + 1)
                }
                result.unchanged += 1
                continue
            }
            known.append(record)
            try insert(record, at: known.count, ofCase: head.id, in: db)
            result.added += 1
        }
        guard result.added > 0 else { return result }
        try db.cachedStatement(sql: "UPDATE review_case SET revision = revision + 1 WHERE id = :id")
            .execute(arguments: ["id": head.id])
        try AuditLog.append(
            "records.attached", of: number, by: actor, at: clock(),
            detail: AuditLog.Detail(revision: head.revision + 1, records: result.added), in: db)
        return result
    }

    /// Keeps what kind of document a record is; most are of none.
    func keepKind(of record: CaseRecord, recordID: Int64, in db: Database) throws {
        guard record.kind != .other || !record.controlNumber.isEmpty else { return }
        try db.cachedStatement(sql: "UPDATE record SET kind = :kind, control_number = :control WHERE id = :id")
            .execute(arguments: ["kind": record.kind.rawValue, "control": record.controlNumber, "id": recordID])
    }
}
