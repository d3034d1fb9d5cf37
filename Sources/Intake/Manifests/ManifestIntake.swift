public import CaseModel
public import CaseStore

/// Takes case manifests in: every row a case, its documents from the folder that is named like it.
public struct ManifestIntake: Sendable {
    /// What became of the rows of a manifest; every row is counted once.
    public struct Tally: Hashable, Sendable {
        /// Rows that were read.
        public var read = 0
        /// Rows that are new cases.
        public var filed = 0
        /// Rows that were there already.
        public var unchanged = 0
        /// Rows that took the place of other content.
        public var replaced = 0
        /// Rows that are no case here.
        public var refused = 0
        /// Documents that are new in their cases.
        public var records = 0
        /// Documents that could not be attached.
        public var refusedRecords = 0

        /// No rows.
        public init() {}
    }

    /// What a person is told on the way.
    public enum Remark: Hashable, Sendable {
        /// Something was not taken in: file, line, reason and what to do.
        case refused(String)
        /// Something was taken in that is strange.
        case warning(String)
    }

    private let store: any CaseStore & RecordShelf
    private let actor: Actor
    private let isUsual: @Sendable (CaseNumber) -> Bool
    /// How many rows are read before they are filed together.
    private static let batch = 256

    /// An intake into a store, under the name of a person.
    /// - Parameter isUsual: whether a number has the form that the program's case numbers have.
    public init(
        into store: any CaseStore & RecordShelf, by actor: Actor,
        isUsual: @escaping @Sendable (CaseNumber) -> Bool = { _ in true }
    ) {
        self.store = store
        self.actor = actor
        self.isUsual = isUsual
    }

    /// Takes a manifest in; what is refused does not hinder the rest.
    ///
    /// - Parameters:
    ///   - path: the file, in either dialect; it is read row by row, in the memory of one batch.
    ///   - records: the folder in which the folders of the cases are; nil for the manifest's own.
    ///   - replace: whether other content under a number gives way.
    ///   - onRemark: called with what is refused or strange, in the order of the rows.
    /// - Throws: ``IntakeError`` when the file is no manifest or cannot be read on, and what makes going on useless,
    ///   such as a store that cannot be written.
    public func take(
        _ path: String, records: String? = nil, replace: Bool, onRemark: (Remark) -> Void
    ) async throws -> Tally {
        var rows = try SeparatedValues(path: path)
        guard case .cells(let cells, _)? = try rows.next(), let header = ManifestHeader(cells) else {
            throw IntakeError.notAManifest(path: path)
        }
        for heading in header.unknown {
            onRemark(.warning("\(path):1: the column “\(heading.prefix(40))” is not known; nothing of it is taken in."))
        }
        let folder = records ?? SourceFinder.folder(of: path)
        var tally = Tally()
        var waiting: [(row: ManifestRow, line: Int)] = []
        while let row = try rows.next() {
            tally.read += 1
            switch row {
            case .refused(let reason, let line):
                tally.refused += 1
                onRemark(.refused("\(path):\(line): \(reason)."))
            case .cells(let cells, let line):
                do throws(ManifestRow.Refusal) {
                    waiting.append((try ManifestRow(cells, under: header), line))
                } catch {
                    tally.refused += 1
                    onRemark(.refused("\(path):\(line): \(error.words)"))
                }
            }
            if waiting.count == ManifestIntake.batch {
                try await file(&waiting, of: path, folder, replace: replace, &tally, onRemark)
            }
        }
        try await file(&waiting, of: path, folder, replace: replace, &tally, onRemark)
        return tally
    }

    private func file(
        _ waiting: inout [(row: ManifestRow, line: Int)], of path: String, _ folder: String, replace: Bool,
        _ tally: inout Tally, _ onRemark: (Remark) -> Void
    ) async throws {
        let outcomes = try await store.file(waiting.map(\.row.filing), replace: replace, by: actor)
        for ((row, line), outcome) in zip(waiting, outcomes) {
            switch outcome {
            case .refused(let error):
                tally.refused += 1
                onRemark(.refused("\(path):\(line): \(error)"))
                continue
            case .done(.added): tally.filed += 1
            case .done(.unchanged): tally.unchanged += 1
            case .done(.replaced): tally.replaced += 1
            }
            if let warning = row.warning { onRemark(.warning("\(path):\(line): \(warning)")) }
            if !isUsual(row.filing.number) {
                onRemark(
                    .warning(
                        "\(path):\(line): \(row.filing.number) has not the form of the program's case numbers; check it."
                    ))
            }
            try await attach(to: row.filing.number, from: folder + "/" + row.filing.number.text, &tally, onRemark)
        }
        waiting = []
    }

    /// Attaches the documents of a case one by one, so that one that is refused does not hinder the others.
    private func attach(
        to number: CaseNumber, from folder: String, _ tally: inout Tally, _ onRemark: (Remark) -> Void
    ) async throws {
        let (records, problems) = RecordFolder.read(folder)
        for problem in problems {
            tally.refusedRecords += 1
            onRemark(.refused(problem.description))
        }
        for record in records {
            do {
                tally.records += try await store.attachRecords([record], to: number, by: actor).added
            } catch let refusal as CaseStoreError {
                if case .unavailable = refusal { throw refusal }
                tally.refusedRecords += 1
                onRemark(.refused("\(folder)/\(record.title): \(refusal)"))
            }
        }
    }
}
