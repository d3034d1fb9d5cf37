internal import CaseModel

/// A place that was visited: a page of a case, or the worklist.
struct Spot: Hashable, Sendable {
    /// The case; nil for the worklist.
    var number: CaseNumber?
    /// Its page; without meaning for the worklist.
    var page = CasePage.summary
}

/// The places that were visited, as a browser keeps them.
struct JumpList: Sendable {
    /// What lies behind, the nearest last.
    private(set) var behind: [Spot] = []
    /// What was come back from, the nearest last.
    private(set) var ahead: [Spot] = []
    /// How many places are kept.
    static let capacity = 100

    /// Notes that a place was left by other means than a jump.
    mutating func left(_ spot: Spot) {
        ahead = []
        guard behind.last != spot else { return }
        behind.append(spot)
        if behind.count > JumpList.capacity { behind.removeFirst() }
    }

    /// The place to go back to from here; nil when there is none.
    mutating func back(from spot: Spot) -> Spot? {
        guard let target = behind.popLast() else { return nil }
        ahead.append(spot)
        return target
    }

    /// The place to go on to from here; nil when there is none.
    mutating func forward(from spot: Spot) -> Spot? {
        guard let target = ahead.popLast() else { return nil }
        behind.append(spot)
        return target
    }
}
