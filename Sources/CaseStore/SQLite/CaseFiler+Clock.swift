import CaseModel
import GRDB

extension CaseFiler {
    /// The day by which a case must be decided, by the rule that the store was given; nil when it names none.
    func due(dates: CaseDates, priority: Priority?, documentsReceived: Day?) -> Day? {
        dueRule.due(DueFacts(dates: dates, priority: priority, documentsReceived: documentsReceived))
    }

    /// Stops the clock of a case.
    func suspend(_ number: CaseNumber, since day: Day, by actor: Actor, in db: Database) throws {
        try take(.suspend, "case.suspended", number, by: actor, in: db) { head, detail in
            if let since = head.suspendedSince { throw CaseStoreError.refused(.suspended(number, since: since)) }
            try set(due: nil, suspendedSince: day, ofCase: head.id, in: db)
            detail.day = day.iso
        }
    }

    /// Starts the clock of a case again.
    func resume(_ number: CaseNumber, received day: Day, by actor: Actor, in db: Database) throws {
        try take(.resume, "case.resumed", number, by: actor, in: db) { head, detail in
            guard let since = head.suspendedSince else { throw CaseStoreError.refused(.notSuspended(number)) }
            guard day >= since else { throw CaseStoreError.refused(.receivedTooEarly(number, since: since)) }
            var notice = try CaseReading.notice(ofCase: head.id, in: db) ?? CaseNotice()
            notice.documentsReceived = day
            try store(notice, ofCase: head.id, in: db)
            let content = try CaseReading.determination(ofCase: head.id, asFiled: false, in: db).determination
            let due = due(dates: content.dates, priority: content.priority, documentsReceived: day)
            try set(due: due, suspendedSince: nil, ofCase: head.id, in: db)
            (detail.day, detail.due) = (day.iso, due?.iso)
        }
    }

    /// Keeps the notice of a case, and brings the due day in line while the case waits for its decision.
    func setNotice(_ given: CaseNotice, of number: CaseNumber, by actor: Actor, in db: Database) throws {
        let head = try CaseReading.requiredHead(number, in: db)
        let notice = StorableText.of(given)
        let known = try CaseReading.notice(ofCase: head.id, in: db)
        if known == notice { return }
        guard head.state.isOpenToDecision else {
            throw CaseStoreError.refused(.wrongState(number, head.state, .replace))
        }
        try store(notice, ofCase: head.id, in: db)
        var detail = AuditLog.Detail()
        if head.state.isWaiting, head.suspendedSince == nil, notice.documentsReceived != known?.documentsReceived {
            let content = try CaseReading.determination(ofCase: head.id, asFiled: false, in: db).determination
            let due = due(
                dates: content.dates, priority: content.priority, documentsReceived: notice.documentsReceived)
            try set(due: due, suspendedSince: nil, ofCase: head.id, in: db)
            detail.due = due?.iso
        }
        try AuditLog.append("case.notice", of: number, by: actor, at: clock(), detail: detail, in: db)
    }

    /// Writes the notice of a case over an older one.
    func store(_ notice: CaseNotice, ofCase id: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO notice (case_id, employee, employer, claims_administrator, claims_examiner,
                    requesting_physician, claim_number, treatment_requested, requested, documents_received,
                    other_parties)
                VALUES (:id, :employee, :employer, :administrator, :examiner, :physician, :claim, :treatment,
                    :requested, :received, :others)
                ON CONFLICT (case_id) DO UPDATE SET employee = excluded.employee, employer = excluded.employer,
                    claims_administrator = excluded.claims_administrator, claims_examiner = excluded.claims_examiner,
                    requesting_physician = excluded.requesting_physician, claim_number = excluded.claim_number,
                    treatment_requested = excluded.treatment_requested, requested = excluded.requested,
                    documents_received = excluded.documents_received, other_parties = excluded.other_parties
                """
        ).execute(arguments: [
            "id": id, "employee": notice.employee, "employer": notice.employer,
            "administrator": notice.claimsAdministrator, "examiner": notice.claimsExaminer,
            "physician": notice.requestingPhysician, "claim": notice.claimNumber,
            "treatment": notice.treatmentRequested, "requested": notice.requested?.iso,
            "received": notice.documentsReceived?.iso, "others": try PeopleJSON.text(notice.otherParties),
        ])
    }

    private func set(due: Day?, suspendedSince: Day?, ofCase id: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql: "UPDATE review_case SET due = :due, suspended_since = :since WHERE id = :id"
        ).execute(arguments: ["due": due?.iso, "since": suspendedSince?.iso, "id": id])
    }
}

extension StorableText {
    /// A notice without NUL in any of its texts.
    static func of(_ given: CaseNotice) -> CaseNotice {
        CaseNotice(
            employee: of(given.employee), employer: of(given.employer),
            claimsAdministrator: of(given.claimsAdministrator), claimsExaminer: of(given.claimsExaminer),
            requestingPhysician: of(given.requestingPhysician), claimNumber: of(given.claimNumber),
            treatmentRequested: of(given.treatmentRequested), requested: given.requested,
            documentsReceived: given.documentsReceived, otherParties: of(given.otherParties))
    }
}
