import CaseModel

/// A case as its JSON holds it; see ``CaseJSON`` for the keys.
struct CaseRecordJSON: Codable {
    struct Reviewer: Codable {
        var licensure: [String]
        var specialties: [String]
    }

    @Nullable var caseNumber: String?
    @Nullable var dateOfInjury: Day?
    @Nullable var utilizationReviewDate: Day?
    @Nullable var applicationReceived: Day?
    @Nullable var dateAssigned: Day?
    @Nullable var decisionDate: Day?
    @Nullable var priority: String?
    @Nullable var outcome: String?
    var reviewer: Reviewer
    var summary: String
    var items: [ItemJSON]

    init(_ determination: Determination, _ number: CaseNumber?) {
        caseNumber = (number ?? determination.caseNumber)?.text
        dateOfInjury = determination.dates.injury
        utilizationReviewDate = determination.dates.utilizationReview
        applicationReceived = determination.dates.applicationReceived
        dateAssigned = determination.dates.assigned
        decisionDate = determination.dates.decision
        priority = determination.priority?.rawValue
        outcome = determination.outcome.rawValue
        reviewer = Reviewer(
            licensure: determination.reviewer.licensure, specialties: determination.reviewer.specialties)
        summary = determination.summary
        items = determination.items.map(ItemJSON.init)
    }

    /// The determination that it describes.
    func determination() throws(LetterError) -> Determination {
        var result = Determination()
        if let caseNumber {
            guard let number = try? CaseNumber(parsing: caseNumber) else {
                throw .json(path: "caseNumber", problem: "it is not a case number.")
            }
            result.caseNumber = number
        }
        result.dates = CaseDates(
            injury: dateOfInjury, utilizationReview: utilizationReviewDate, applicationReceived: applicationReceived,
            assigned: dateAssigned, decision: decisionDate)
        if let priority {
            guard let known = Priority(rawValue: priority) else {
                throw .json(path: "priority", problem: "it is neither “standard” nor “expedited”.")
            }
            result.priority = known
        }
        result.reviewer = ReviewerCredentials(licensure: reviewer.licensure, specialties: reviewer.specialties)
        result.summary = summary
        for (index, item) in items.enumerated() { result.items.append(try item.item(path: "items[\(index)]")) }
        guard outcome == nil || outcome == result.outcome.rawValue else {
            throw .json(path: "outcome", problem: "it is not the outcome of the items' decisions.")
        }
        return result
    }
}

/// A disputed item as the JSON of a case holds it.
struct ItemJSON: Codable {
    struct CitationJSON: Codable {
        var source: String
        @Nullable var chapter: String?
        @Nullable var year: Int?
        var sections: [String]
    }

    var text: String
    @Nullable var original: String?
    @Nullable var authorized: String?
    @Nullable var remaining: String?
    @Nullable var decision: String?
    var claimsAdministratorGuideline: String
    var reviewerGuideline: String
    var citations: [CitationJSON]
    var rationale: String

    init(_ item: DisputedItem) {
        text = item.text
        original = item.amounts.original
        authorized = item.amounts.authorized
        remaining = item.amounts.remaining
        decision = item.decision?.rawValue
        claimsAdministratorGuideline = item.claimsAdministratorGuideline
        reviewerGuideline = item.reviewerGuideline
        citations = item.citations.map {
            CitationJSON(source: $0.source, chapter: $0.chapter, year: $0.year, sections: $0.sections)
        }
        rationale = item.rationale
    }

    func item(path: String) throws(LetterError) -> DisputedItem {
        var known: Decision?
        if let decision {
            known = Decision(rawValue: decision)
            if known == nil {
                throw .json(path: path + ".decision", problem: "it is neither “upheld” nor “overturned” nor null.")
            }
        }
        return DisputedItem(
            text: text, amounts: Amounts(original: original, authorized: authorized, remaining: remaining),
            claimsAdministratorGuideline: claimsAdministratorGuideline, reviewerGuideline: reviewerGuideline,
            citations: citations.map {
                Citation(source: $0.source, chapter: $0.chapter, year: $0.year, sections: $0.sections)
            },
            decision: known, rationale: rationale)
    }
}

/// A value whose absence is written as null instead of being left out.
@propertyWrapper struct Nullable<Value: Codable>: Codable {
    var wrappedValue: Value?

    init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        wrappedValue = container.decodeNil() ? nil : try container.decode(Value.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}

extension KeyedDecodingContainer {
    /// A key that is missing counts as null.
    func decode<Value>(_ type: Nullable<Value>.Type, forKey key: Key) throws -> Nullable<Value> {
        try decodeIfPresent(type, forKey: key) ?? Nullable(wrappedValue: nil)
    }
}
