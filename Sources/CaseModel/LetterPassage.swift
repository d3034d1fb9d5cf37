/// What a reviewer writes of a letter besides his decisions.
public enum LetterPassage: Hashable, Sendable {
    /// The clinical case summary.
    case summary
    /// The line that tells by which guideline the claims administrator decided about an item, from 1.
    case claimsAdministratorGuideline(item: Int)

    /// The item that it belongs to; nil when it belongs to the whole letter.
    public var item: Int? {
        switch self {
        case .summary: nil
        case .claimsAdministratorGuideline(let item): item
        }
    }
}
