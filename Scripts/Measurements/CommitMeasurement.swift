import CaseModel
import CaseStore
import Foundation
import Synthetic

/// Measures what a draft and a decision take until they are on the disk, each beside a raw append in the same run.
///
/// A raw append writes so many bytes to the end of a file and calls `fdatasync`, in turn with the commits, since the speed
/// of a disk changes by the minute. It is done twice: with one page, the least that a commit could be, and with as many
/// bytes as the commits of this kind were seen to add to the write-ahead log, which is what the disk is asked for.
struct CommitMeasurement {
    private let folder: String

    private static let rounds = 300
    /// A page and the head that the log keeps of it (https://sqlite.org/fileformat.html#the_write_ahead_log).
    private static let frame = 4096 + 24

    /// Makes a folder of its own in the given one.
    init(folder: String) throws {
        self.folder = folder + "/commits-\(getpid())"
        do {
            try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: false)
        } catch {
            throw MeasurementError.cannotWrite(folder: folder)
        }
    }

    /// Prints the lines.
    func run() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/store.db"
        let store = try SQLiteCaseStore.open(at: path, dueRule: .daysFromAssignment(standard: 30, expedited: 3))
        defer { store.close() }
        let actor = try Actor(parsing: "measuring")
        let made = SyntheticCases(seed: 7, count: 20_000, today: Day.epoch.adding(days: 20_000)).lazy.filter { one in
            one.state.isOpenToDecision && one.determination.items.contains { $0.decision == nil }
        }
        let filings = made.prefix(CommitMeasurement.rounds).map { one in
            CaseFiling(number: one.number, determination: one.determination, state: one.state, records: one.records)
        }
        _ = try await store.file(filings, replace: false, by: actor)
        let numbers = filings.map(\.number)
        let words = String(repeating: "The record does not show what the schedule asks for. ", count: 6)
        try await measure("a draft saved again", store, path: path, first: 10) { index, store in
            let draft = Draft(
                item: 1, rationale: words + "\(index)", reviewerGuideline: "", decision: nil, cursor: 0,
                revision: index + 1)
            try await store.saveDraft(draft, in: numbers[0], by: actor)
        }
        let day = Day.epoch.adding(days: 20_000)
        func decide(_ index: Int, in number: CaseNumber, _ store: SQLiteCaseStore) async throws {
            let decision = ItemDecision(
                item: 1, decision: index % 2 == 0 ? .upheld : .overturned, reviewerGuideline: "", citations: [],
                rationale: words, revision: nil)
            _ = try await store.decide(decision, in: number, decisionDay: day, by: actor)
        }
        try await measure("an item decided another way", store, path: path, first: 10) { index, store in
            try await decide(index, in: numbers[1], store)
        }
        try await measure("an item of a case decided first", store, path: path, first: 0) { index, store in
            try await decide(index, in: numbers[2 + index], store)
        }
    }

    /// - Parameter first: how many commits are made before, which are not counted.
    private func measure(
        _ what: String, _ store: SQLiteCaseStore, path: String, first: Int,
        _ commit: (Int, SQLiteCaseStore) async throws -> Void
    ) async throws {
        for index in 0..<first { try await commit(index, store) }
        try await store.checkpoint()
        var taken: [Double] = []
        for index in first..<(first + CommitMeasurement.rounds / 3) {
            taken.append(try await milliseconds { try await commit(index, store) })
        }
        let frames = (size(path + "-wal") - 32) / CommitMeasurement.frame
        let each = Double(frames) / Double(taken.count)
        // The log has its size by now and is written over from its beginning, as it is for most of its life.
        var raw: (page: [Double], same: [Double]) = ([], [])
        let file = open(folder + "/raw", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        defer {
            close(file)
            unlink(folder + "/raw")
        }
        let page = [UInt8](repeating: 0x78, count: 4096)
        let same = [UInt8](repeating: 0x78, count: Int(each * Double(CommitMeasurement.frame)))
        func append(_ bytes: [UInt8]) {
            _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            fdatasync(file)
        }
        taken = []
        for index in (first + CommitMeasurement.rounds / 3)..<(first + CommitMeasurement.rounds * 2 / 3) {
            raw.page.append(milliseconds { append(page) })
            raw.same.append(milliseconds { append(same) })
            taken.append(try await milliseconds { try await commit(index, store) })
        }
        Table.row(what, taken, "ms")
        Table.row("  pages of the log that it writes", [each], "")
        Table.row("  a raw append of a page", raw.page, "ms")
        Table.row("  a raw append of as many bytes", raw.same, "ms")
        Table.row("  its rate, of a page's", [rate(raw.page, taken)], "×")
        Table.row("  its rate, of as many bytes'", [rate(raw.same, taken)], "×")
    }

    private func rate(_ raw: [Double], _ taken: [Double]) -> Double {
        raw.reduce(0, +) / Double(raw.count) / (taken.reduce(0, +) / Double(taken.count))
    }

    private func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
