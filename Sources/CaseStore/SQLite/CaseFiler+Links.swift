import CaseModel
import GRDB

extension CaseFiler {
    /// Links a sentence of an item to what it rests on.
    func addLink(_ given: EvidenceLink, item: Int, in number: CaseNumber, by actor: Actor, in db: Database) throws
        -> EvidenceLink
    {
        let head = try openHead(number, item: item, in: db)
        var link = EvidenceLink(
            sentence: Prose.normalized(StorableText.of(given.sentence)), evidence: StorableText.of(given.evidence))
        guard !link.sentence.isEmpty else { throw CaseStoreError.emptySentence(number) }
        try check(link.evidence, of: number, in: db)
        let known = try CaseReading.links(ofItem: item, ofCase: head.id, in: db)
        if let same = known.first(where: { $0.sentence == link.sentence && $0.evidence == link.evidence }) {
            return same
        }
        let counting = try db.cachedStatement(
            sql: "SELECT count(*) FROM audit WHERE case_number = :number AND item = :item AND action = 'link.added'")
        link.id = 1 + (try Int.fetchOne(counting, arguments: ["number": number.text, "item": item]) ?? 0)
        try insert(link, item: item, ofCase: head.id, in: db)
        try AuditLog.append(
            "link.added", item: item, of: number, by: actor, at: clock(), detail: AuditLog.Detail(of: link), in: db)
        return link
    }

    /// Removes a link, if it is there.
    func removeLink(_ id: Int, item: Int, in number: CaseNumber, by actor: Actor, in db: Database) throws {
        let head = try openHead(number, item: item, in: db)
        let known = try CaseReading.links(ofItem: item, ofCase: head.id, in: db)
        guard let link = known.first(where: { $0.id == id }) else { return }
        try db.cachedStatement(
            sql: "DELETE FROM evidence_link WHERE case_id = :case AND position = :item AND id = :id"
        ).execute(arguments: ["case": head.id, "item": item, "id": id])
        try AuditLog.append(
            "link.removed", item: item, of: number, by: actor, at: clock(), detail: AuditLog.Detail(of: link), in: db)
    }

    /// Refuses evidence that leads nowhere.
    private func check(_ evidence: EvidencePlace, of number: CaseNumber, in db: Database) throws {
        switch evidence {
        case .record(let record, let page, let lines):
            let text = try CaseReading.page(page, ofRecord: record, of: number, in: db)
            let count = 1 + text.utf8.count { $0 == UInt8(ascii: "\n") }
            guard lines.lowerBound >= 1, lines.upperBound <= count else {
                throw CaseStoreError.noSuchLines(number, record: record, page: page, lines: lines)
            }
        case .passage(let id, let span, _):
            guard !id.isEmpty, span.lowerBound >= 0 else { throw CaseStoreError.emptyEvidence(number) }
        case .search(let words, let found):
            guard RecordSearch(words) != nil, found >= 0 else { throw CaseStoreError.emptyEvidence(number) }
        }
    }

    private func insert(_ link: EvidenceLink, item: Int, ofCase id: Int64, in db: Database) throws {
        var values: [String: (any DatabaseValueConvertible)?] = [
            "case": id, "item": item, "id": link.id, "sentence": link.sentence, "kind": link.evidence.kind,
            "record": nil, "page": nil, "first": nil, "last": nil, "passage": nil, "start": nil, "end": nil,
            "digest": nil, "words": nil, "found": nil,
        ]
        switch link.evidence {
        case .record(let record, let page, let lines):
            (values["record"], values["page"]) = (record, page)
            (values["first"], values["last"]) = (lines.lowerBound, lines.upperBound)
        case .passage(let id, let span, let digest):
            (values["passage"], values["digest"]) = (id, digest)
            (values["start"], values["end"]) = (span.lowerBound, span.upperBound)
        case .search(let words, let found):
            (values["words"], values["found"]) = (words, found)
        }
        try db.cachedStatement(
            sql: """
                INSERT INTO evidence_link (case_id, position, id, sentence, kind, record, page, first_line, last_line,
                    passage, span_start, span_end, digest, words, found)
                VALUES (:case, :item, :id, :sentence, :kind, :record, :page, :first, :last, :passage, :start, :end,
                    :digest, :words, :found)
                """
        ).execute(arguments: StatementArguments(values))
    }
}

extension AuditLog.Detail {
    /// The kind and the place of a link; not its sentence, and not what was searched for.
    fileprivate init(of link: EvidenceLink) {
        self.link = link.id
        kind = link.evidence.kind
        switch link.evidence {
        case .record(let record, let page, let lines):
            self.record = record
            self.page = page
            self.lines = "\(lines.lowerBound)-\(lines.upperBound)"
        case .passage(let id, _, _): passage = id
        case .search(_, let found): self.found = found
        }
    }
}

extension EvidencePlace {
    /// The name of its kind in the store and in the audit log.
    fileprivate var kind: String {
        switch self {
        case .record: "record"
        case .passage: "passage"
        case .search: "search"
        }
    }
}
