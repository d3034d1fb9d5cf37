import CaseModel

/// The word that closes an item's head.
///
/// `Undecided` is a word of our own, for the letter of a case that is still open; no published letter has it.
enum DecisionWord {
    case decided(Decision)
    case undecided

    /// The decision word that bytes spell, in any case, with or without a full stop; nil for any other word.
    init?(_ bytes: ArraySlice<UInt8>) {
        let word = bytes.last == 46 ? bytes.dropLast() : bytes
        if ASCII.equals(word, "upheld") {
            self = .decided(.upheld)
        } else if ASCII.equals(word, "overturned") {
            self = .decided(.overturned)
        } else if ASCII.equals(word, "undecided") {
            self = .undecided
        } else {
            return nil
        }
    }

    /// The decision; nil while the item is open.
    var decision: Decision? {
        switch self {
        case .decided(let decision): decision
        case .undecided: nil
        }
    }
}
