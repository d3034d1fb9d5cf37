import CaseModel

/// A determination within the document: the same fields as in the JSON of a case (`CaseJSON`), so that whoever reads
/// the one reads the other.
///
/// It is written and read here and not there, because a signed document is read strictly and always has its fields
/// in the same order.
enum DeterminationJSON {
    /// The object of a determination.
    static func value(_ determination: Determination) -> JSONValue {
        .fields([
            "caseNumber": .text(determination.caseNumber?.text),
            "dateOfInjury": .text(determination.dates.injury?.iso),
            "utilizationReviewDate": .text(determination.dates.utilizationReview?.iso),
            "applicationReceived": .text(determination.dates.applicationReceived?.iso),
            "dateAssigned": .text(determination.dates.assigned?.iso),
            "decisionDate": .text(determination.dates.decision?.iso),
            "priority": .text(determination.priority?.rawValue),
            "outcome": .string(determination.outcome.rawValue),
            "reviewer": .fields([
                "licensure": .texts(determination.reviewer.licensure),
                "specialties": .texts(determination.reviewer.specialties),
            ]),
            "summary": .string(determination.summary),
            "items": .array(determination.items.map(item)),
        ])
    }

    private static func item(_ item: DisputedItem) -> JSONValue {
        .fields([
            "text": .string(item.text), "original": .text(item.amounts.original),
            "authorized": .text(item.amounts.authorized), "remaining": .text(item.amounts.remaining),
            "decision": .text(item.decision?.rawValue),
            "claimsAdministratorGuideline": .string(item.claimsAdministratorGuideline),
            "reviewerGuideline": .string(item.reviewerGuideline),
            "citations": .array(item.citations.map(citation)), "rationale": .string(item.rationale),
        ])
    }

    private static func citation(_ citation: Citation) -> JSONValue {
        .fields([
            "source": .string(citation.source), "chapter": .text(citation.chapter), "year": .number(citation.year),
            "sections": .texts(citation.sections),
        ])
    }

    /// The determination of an object; its form is empty.
    static func read(_ value: JSONValue, place: String) throws(SigningError) -> Determination {
        var fields = try ObjectReader(value, place: place)
        var result = Determination()
        result.caseNumber = try fields.optional("caseNumber", "a case number is expected") {
            try? CaseNumber(parsing: $0)
        }
        func day(_ name: String) throws(SigningError) -> Day? {
            try fields.optional(name, "a day as 2017-02-03 is expected") { Day(iso: $0) }
        }
        result.dates = CaseDates(
            injury: try day("dateOfInjury"), utilizationReview: try day("utilizationReviewDate"),
            applicationReceived: try day("applicationReceived"), assigned: try day("dateAssigned"),
            decision: try day("decisionDate"))
        result.priority = try fields.optional(
            "priority", "“standard” or “expedited” is expected", Priority.init(rawValue:))
        var reviewer = try ObjectReader(try fields.value("reviewer"), place: place + ".reviewer")
        result.reviewer = ReviewerCredentials(
            licensure: try reviewer.texts("licensure"), specialties: try reviewer.texts("specialties"))
        try reviewer.finish()
        result.summary = try fields.text("summary")
        result.items = try fields.list("items", item)
        guard !result.items.isEmpty else {
            throw .wrongValue(place: fields.place(of: "items"), problem: "at least one item is expected")
        }
        let outcome = result.outcome
        _ = try fields.parsed("outcome", "it is not the outcome of the items' decisions") {
            $0 == outcome.rawValue ? $0 : nil
        }
        try fields.finish()
        return result
    }

    private static func item(_ value: JSONValue, _ place: String) throws(SigningError) -> DisputedItem {
        var fields = try ObjectReader(value, place: place)
        let item = DisputedItem(
            text: try fields.text("text"),
            amounts: Amounts(
                original: try fields.optionalText("original"), authorized: try fields.optionalText("authorized"),
                remaining: try fields.optionalText("remaining")),
            claimsAdministratorGuideline: try fields.text("claimsAdministratorGuideline"),
            reviewerGuideline: try fields.text("reviewerGuideline"),
            citations: try fields.list("citations", citation),
            decision: try fields.parsed(
                "decision", "“upheld” or “overturned” is expected", Decision.init(rawValue:)),
            rationale: try fields.text("rationale"))
        try fields.finish()
        return item
    }

    private static func citation(_ value: JSONValue, _ place: String) throws(SigningError) -> Citation {
        var fields = try ObjectReader(value, place: place)
        let citation = Citation(
            source: try fields.text("source"), chapter: try fields.optionalText("chapter"),
            year: try fields.optionalNumber("year"), sections: try fields.texts("sections"))
        try fields.finish()
        return citation
    }
}
