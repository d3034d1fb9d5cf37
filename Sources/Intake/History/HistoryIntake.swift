public import CaseModel
public import CaseStore

/// Takes the published determinations of another programme in, as history.
public struct HistoryIntake: Sendable {
    /// What became of the rows of a data set; every row is counted once.
    public struct Tally: Hashable, Sendable {
        /// Rows that were read.
        public var read = 0
        /// Rows that are new.
        public var added = 0
        /// Rows that were there already.
        public var unchanged = 0
        /// Rows that were not taken in.
        public var refused = 0

        /// No rows.
        public init() {}
    }

    private let store: any HistoryShelf
    private let actor: Actor
    /// How many rows are filed in one transaction.
    private static let batch = 8_192

    /// An intake into a store, under the name of a person.
    public init(into store: any HistoryShelf, by actor: Actor) {
        self.store = store
        self.actor = actor
    }

    /// Takes a data set in; what is refused does not hinder the rest.
    ///
    /// - Parameters:
    ///   - path: the file, separated by semicolons; it is read row by row, in the memory of one batch.
    ///   - onRefusal: called with file, line, reason and what to do of each row that is refused.
    /// - Throws: ``IntakeError`` when the file is no such data set or cannot be read on, and what makes going on
    ///   useless, such as a store that cannot be written.
    public func take(_ path: String, onRefusal: (String) -> Void) async throws -> Tally {
        var rows = try SeparatedValues(path: path, separator: UInt8(ascii: ";"))
        guard case .cells(let cells, _)? = try rows.next(), HistoryColumns.isHeading(cells) else {
            throw IntakeError.notHistory(path: path)
        }
        var tally = Tally()
        var waiting: [(row: HistoryRow, line: Int)] = []
        while let row = try rows.next() {
            tally.read += 1
            switch row {
            case .refused(let reason, let line):
                tally.refused += 1
                onRefusal("\(path):\(line): \(reason).")
            case .cells(let cells, let line):
                do throws(HistoryColumns.Refusal) {
                    waiting.append((try HistoryColumns.row(cells), line))
                } catch {
                    tally.refused += 1
                    onRefusal("\(path):\(line): \(error.words)")
                }
            }
            if waiting.count == HistoryIntake.batch { try await file(&waiting, of: path, &tally, onRefusal) }
        }
        try await file(&waiting, of: path, &tally, onRefusal)
        return tally
    }

    private func file(
        _ waiting: inout [(row: HistoryRow, line: Int)], of path: String, _ tally: inout Tally,
        _ onRefusal: (String) -> Void
    ) async throws {
        let results = try await store.fileHistory(waiting.map(\.row), by: actor)
        for ((row, line), result) in zip(waiting, results) {
            switch result {
            case .added: tally.added += 1
            case .unchanged: tally.unchanged += 1
            case .otherContent:
                tally.refused += 1
                onRefusal("\(path):\(line): \(row.reference) is there already with other content; compare the two.")
            }
        }
        waiting = []
    }
}
