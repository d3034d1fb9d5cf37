/// The keys of the filter language.
public enum FilterKey: String, Hashable, Sendable, CaseIterable {
    case due
    case `is`
    case state
    case specialty
    case priority
    case text
    case number
    case items
    case decided
    case has
    case assigned
    case tag

    /// What it looks at, for lists of candidates.
    public var summary: String {
        switch self {
        case .due: "the due day: due<3d, due>=2017-02-01"
        case .is: "how the case stands"
        case .state: "the state"
        case .specialty: "the specialty of the reviewer"
        case .priority: "the priority"
        case .text: "words of the items: text:\"lumbar spine\""
        case .number: "a part of the case number"
        case .items: "how many items: items>3"
        case .decided: "how many items are decided, or on which day: decided>=2017-02-01"
        case .has: "what belongs to the case"
        case .assigned: "the reviewer, by his id"
        case .tag: "a word that was put on the case, or its beginning"
        }
    }

    /// Whether it compares with `<`, `>` and `=`.
    public var compares: Bool { self == .due || self == .items || self == .decided }

    /// The values it may have; empty when they cannot be listed.
    public var values: [String] {
        switch self {
        case .is: FilterStanding.allCases.map(\.rawValue)
        case .state: CaseState.allCases.map(\.rawValue)
        case .priority: Priority.allCases.map(\.rawValue)
        case .has: FilterBelonging.allCases.map(\.rawValue)
        case .due: ["today", "3d", "1w", "2w"]
        case .specialty, .text, .number, .items, .decided, .assigned, .tag: []
        }
    }

    /// What may stand behind it, in words.
    var expected: String {
        switch self {
        case .due: "a number of days or a day, as due<3d, due<2w, due=today or due>=2017-02-01"
        case .items: "a number, as items>3"
        case .decided: "a number of items or a day, as decided>=1, decided>-7d or decided>=2017-02-01"
        case .is, .state, .priority, .has: values.joined(separator: ", ")
        case .specialty: "words of a specialty, as specialty:neurology or specialty:\"pain medicine\""
        case .text: "words, as text:lumbar or text:\"lumbar spine\""
        case .number: "a part of a case number, as number:CM17-0003890"
        case .assigned: "the id of a reviewer, as assigned:R-7"
        case .tag: "a tag, as tag:urgent or tag:urgent,ask-ann"
        }
    }

    /// The key of a word, whatever its case.
    init?(word: String) {
        guard let key = FilterKey.allCases.first(where: { $0.rawValue == word.lowercased() }) else { return nil }
        self = key
    }
}
