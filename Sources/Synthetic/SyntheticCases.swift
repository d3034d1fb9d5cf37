public import CaseModel

/// A made-up case.
public struct SyntheticCase: Hashable, Sendable {
    /// The number under which to file it.
    public var number: CaseNumber
    /// What it says.
    public var determination: Determination
    /// Where it stands.
    public var state: CaseState
    /// Its records; most cases have none.
    public var records: [CaseRecord]
}

/// Plausible cases of nobody: for trying the workstation out and for measuring it.
///
/// The same seed, count and day give the same cases, and every case depends on its index alone, so that they can be
/// made lazily and in any order. All text is composed of parts written for this purpose.
public struct SyntheticCases: Sequence, Sendable {
    /// What the choice of cases starts from.
    public let seed: UInt64
    /// How many there are.
    public let count: Int
    /// The day around which their dates lie: about a tenth of the open cases is late, some are due within the week.
    public let today: Day

    /// A series of made-up cases; none when the count is not positive.
    public init(seed: UInt64, count: Int, today: Day) {
        self.seed = seed
        self.count = Swift.max(count, 0)
        self.today = today
    }

    /// The case at an index of 0 up to ``count``. Numbers repeat after ten million cases of a year.
    public subscript(index: Int) -> SyntheticCase {
        var author = CaseAuthor(seed: seed &+ UInt64(truncatingIfNeeded: index) &* 0xD134_2543_DE82_EF95, today: today)
        return author.write(index: index)
    }

    /// Makes one case after another.
    public func makeIterator() -> Iterator { Iterator(cases: self) }

    /// Makes one case after another.
    public struct Iterator: IteratorProtocol {
        private let cases: SyntheticCases
        private var index = 0

        init(cases: SyntheticCases) { self.cases = cases }

        /// The next case; nil after the last.
        public mutating func next() -> SyntheticCase? {
            guard index < cases.count else { return nil }
            defer { index += 1 }
            return cases[index]
        }
    }
}
