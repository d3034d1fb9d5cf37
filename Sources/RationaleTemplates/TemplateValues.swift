public import CaseModel

/// The values of a case and an item that a template may name.
public struct TemplateValues: Hashable, Sendable {
    /// The values by name; an empty text when the case lacks it.
    let byName: [String: String]

    /// The names there are, sorted.
    public static let names = [
        "authorized", "claimsAdministratorGuideline", "dateOfInjury", "guideline", "item", "original", "remaining",
        "utilizationReviewDate",
    ]

    /// The values of one item of a determination.
    public init(item: DisputedItem, in determination: Determination, guideline: String) {
        byName = [
            "authorized": item.amounts.authorized ?? "",
            "claimsAdministratorGuideline": item.claimsAdministratorGuideline,
            "dateOfInjury": determination.dates.injury?.american ?? "",
            "guideline": guideline,
            "item": item.matter,
            "original": item.amounts.original ?? item.text,
            "remaining": item.matter,
            "utilizationReviewDate": determination.dates.utilizationReview?.american ?? "",
        ]
    }

    /// A stand-in for every name, to check a template without a case.
    static let example = TemplateValues(
        item: DisputedItem(
            text: "item", amounts: Amounts(original: "original", authorized: "authorized", remaining: "item")),
        in: Determination(), guideline: "guideline")
}
