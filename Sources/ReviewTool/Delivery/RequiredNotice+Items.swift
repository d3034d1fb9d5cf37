internal import CaseModel
internal import Programmes

extension RequiredNotice {
    /// Whether an item as decided calls for the notice: by the words of its head, as the check asks for it too.
    func isCalledFor(by item: DisputedItem) -> Bool {
        guard let decision = item.decision, decisions.contains(decision) else { return false }
        let words = Set(item.text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
        return !words.isDisjoint(with: itemWords) && words.isDisjoint(with: exceptWords)
    }
}
