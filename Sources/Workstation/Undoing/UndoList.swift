internal import CaseModel
internal import TextUI

/// What was done in a case since it was opened, to be taken back in order and done again.
///
/// A step is the difference between two moments at which an item was at rest: nothing being typed, nothing on its way to
/// the disk. So whatever changes an item is a step, by whichever command.
struct UndoList: Sendable {
    /// One thing that was done to an item.
    struct Step: Sendable {
        /// Which item, from 1.
        var item: Int
        var before: ItemMoment
        var after: ItemMoment
    }

    /// Which way a step is gone.
    enum Direction: Hashable, Sendable {
        case back
        case forward
    }

    /// What was done, the newest last.
    private(set) var behind: [Step] = []
    /// What was taken back, the newest last.
    private(set) var ahead: [Step] = []
    /// The step that is on its way to the disk.
    private(set) var underWay: (step: Step, direction: Direction)?
    /// Each item as it was last at rest.
    private var rested: [ItemMoment]
    /// The revision of each editor then: as long as it stays, the text need not be compared.
    private var revisions: [Int]
    /// How many changes are on their way to the disk.
    var awaited = 0
    /// The revision of the case that this session knows.
    private var revision: Int
    /// Why there is nothing before what is kept; nil when it is the beginning.
    private(set) var barrier: String?
    /// How many steps are kept.
    static let capacity = 500

    init(_ desks: [ItemDesk], revision: Int) {
        rested = desks.map { ItemMoment($0) }
        revisions = desks.map(\.editor.revision)
        self.revision = revision
    }

    /// Looks at the desks after something happened, and keeps what was done to an item at rest.
    ///
    /// - Parameter isReread: whether the editors may be others.
    mutating func look(at desks: [ItemDesk], revision: Int, isReread: Bool = false) {
        self.revision = revision
        guard awaited == 0 else { return }
        for (index, desk) in desks.enumerated() where rested.indices.contains(index) && desk.isAtRest {
            let isSameText = !isReread && desk.editor.revision == revisions[index]
            guard !isSameText || !rested[index].isStill(of: desk) else { continue }
            let now = ItemMoment(desk)
            defer { (rested[index], revisions[index]) = (now, desk.editor.revision) }
            guard !rested[index].says(the: now) else { continue }
            guard underWay?.step.item != index + 1 else { continue }
            behind.append(Step(item: index + 1, before: rested[index], after: now))
            if behind.count > UndoList.capacity { behind.removeFirst() }
            ahead = []
        }
        guard let done = underWay else { return }
        underWay = nil
        switch done.direction {
        case .back:
            behind.removeLast()
            ahead.append(done.step)
        case .forward:
            ahead.removeLast()
            behind.append(done.step)
        }
    }

    /// The case was read again: when somebody else changed it, nothing before that is undone.
    mutating func reread(_ desks: [ItemDesk], revision: Int) {
        guard revision != self.revision || desks.count != rested.count else { return }
        self = UndoList(desks, revision: revision)
        barrier = "somebody else changed the case since; E shows what stood before"
    }

    /// What is there without having been done: links that were read.
    mutating func rebase(_ desks: [ItemDesk]) {
        for (index, desk) in desks.enumerated() where rested.indices.contains(index) {
            rested[index].links = desk.links
        }
    }

    /// The step that comes next in a direction.
    func next(_ direction: Direction) -> Step? { direction == .back ? behind.last : ahead.last }

    /// The next step goes to the disk.
    mutating func begin(_ direction: Direction) {
        guard underWay == nil, let step = next(direction) else { return }
        underWay = (step, direction)
    }

    /// The step under way was refused: it stays where it was.
    mutating func refused() { underWay = nil }
}

extension UndoList.Step {
    /// What was done, in a few words.
    var words: String {
        let (old, new) = (before.item.decision, after.item.decision)
        if old != new {
            return new.map { "item \(item) \($0.rawValue)" } ?? "the decision of item \(item) taken back"
        }
        if before.rationale != after.rationale { return "the rationale of item \(item)" }
        if before.guideline != after.guideline { return "the guideline line of item \(item)" }
        if before.chosen != after.chosen { return "the choice for item \(item)" }
        if !before.lacks(in: after).isEmpty { return "a link of item \(item)" }
        return after.lacks(in: before).isEmpty
            ? "what is recorded of item \(item)" : "the removal of a link of item \(item)"
    }
}

extension ItemMoment {
    /// Whether the desk shows just this, its text aside.
    fileprivate func isStill(of desk: ItemDesk) -> Bool {
        desk.item == item && desk.chosen == chosen && desk.guideline == guideline && desk.links == links
    }
}

extension ItemDesk {
    /// Whether nothing is being typed and nothing is on its way to the disk.
    fileprivate var isAtRest: Bool {
        !isWriting && citationField == nil && !isDeciding && !guidelines.resumesWriting
    }
}
