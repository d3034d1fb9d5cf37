internal import CaseModel

/// The cases that are marked, for this session, and what was done with many of them.
struct CaseMarks: Sendable {
    /// One thing that can be taken back.
    enum Step: Sendable {
        case marked(before: [CaseNumber], after: [CaseNumber])
        case done(BulkJob, [CaseNumber])
        case view(ViewChange)

        /// What was done, in a few words.
        var words: String {
            switch self {
            case .marked(let before, let after) where after.count >= before.count:
                "\(Counted.words(after.count - before.count, "case")) marked"
            case .marked(let before, let after): "\(Counted.words(before.count - after.count, "mark")) taken off"
            case .done(let job, let numbers): "\(Counted.words(numbers.count, "case")) \(job.words)"
            case .view(let change): change.words
            }
        }
    }

    /// The marked cases, in the order in which they were marked.
    private(set) var numbers: [CaseNumber] = []
    private var known: Set<CaseNumber> = []
    /// The row of the list that was marked last.
    var lastRow: Int?
    /// What was done, the newest last.
    var behind: [Step] = []
    /// What was taken back, the newest last.
    var ahead: [Step] = []
    /// The last job, to be done again.
    var lastJob: BulkJob?
    /// The step that is being taken back, or done again, on the disk.
    var underWay: UndoList.Direction?
    /// How many views that were kept or deleted are on their way to the disk.
    var viewsSent = 0

    /// The most cases that are marked.
    static let most = 10_000
    private static let steps = 100

    func contains(_ number: CaseNumber) -> Bool { known.contains(number) }

    /// Marks other cases, as a step that can be taken back.
    mutating func set(_ new: [CaseNumber]) {
        keep(.marked(before: numbers, after: new))
        put(new)
    }

    /// Marks other cases, without a step.
    mutating func put(_ new: [CaseNumber]) {
        numbers = new
        known = Set(new)
    }

    /// The step that comes next in a direction.
    func next(_ direction: UndoList.Direction) -> Step? { direction == .back ? behind.last : ahead.last }

    /// The next step was gone: it can be gone the other way.
    mutating func pass(_ direction: UndoList.Direction) {
        if direction == .back {
            behind.popLast().map { ahead.append($0) }
        } else {
            ahead.popLast().map { behind.append($0) }
        }
    }

    /// The next step cannot be gone.
    mutating func drop(_ direction: UndoList.Direction) {
        if direction == .back { _ = behind.popLast() } else { _ = ahead.popLast() }
    }

    mutating func keep(_ step: Step) {
        behind.append(step)
        if behind.count > CaseMarks.steps { behind.removeFirst() }
        ahead = []
    }
}
