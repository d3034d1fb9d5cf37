public import CaseModel

/// The frame of a rationale: text with the item's own values filled in and blanks for what only the reviewer knows.
public struct RationaleTemplate: Hashable, Sendable {
    /// The name by which it is chosen, unique among the templates at hand.
    public var name: String
    /// The kinds of item it suits; empty suits any.
    public var kinds: [ItemKind]
    /// The decisions it suits; empty suits both.
    public var decisions: [Decision]
    /// Whether it is for a request that utilization review granted in part.
    public var isForSplit: Bool
    /// The text in Mustache, with `[[…]]` around each blank.
    public var body: String
    /// The file it was read from, for messages.
    public var file: String
    /// The line of that file on which the body begins, from 1.
    public var bodyLine: Int

    /// A template from its parts.
    public init(
        name: String, kinds: [ItemKind] = [], decisions: [Decision] = [], isForSplit: Bool = false, body: String,
        file: String = "", bodyLine: Int = 1
    ) {
        self.name = name
        self.kinds = kinds
        self.decisions = decisions
        self.isForSplit = isForSplit
        self.body = body
        self.file = file
        self.bodyLine = bodyLine
    }
}

extension RationaleTemplate {
    /// How well it suits an item and the decision leaned to; 0 means not at all.
    ///
    /// A template for the item's first kind suits best; one for any kind suits, but less.
    public func fitness(for item: DisputedItem, decision: Decision?) -> Int {
        if let decision, !decisions.isEmpty, !decisions.contains(decision) { return 0 }
        if isForSplit, !item.amounts.isSplit { return 0 }
        let found = ItemKind.kinds(of: item)
        let kindFit: Int
        if kinds.isEmpty {
            kindFit = 1
        } else if let first = found.firstIndex(where: kinds.contains) {
            kindFit = 8 - min(first, 5)
        } else {
            return 0
        }
        return kindFit * 4 + (isForSplit ? 2 : 0) + (decisions.count == 1 ? 1 : 0)
    }

    /// The templates that suit an item, best first; equals in the order given.
    public static func fitting(_ templates: [RationaleTemplate], item: DisputedItem, decision: Decision?)
        -> [RationaleTemplate]
    {
        templates.enumerated()
            .map {
                (index: $0.offset, template: $0.element, fitness: $0.element.fitness(for: item, decision: decision))
            }
            .filter { $0.fitness > 0 }
            .sorted { ($1.fitness, $0.index) < ($0.fitness, $1.index) }
            .map(\.template)
    }
}
