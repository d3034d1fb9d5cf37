/// What verification found wrong with a store. None of these holds clinical text.
public enum VerificationProblem: Hashable, Sendable {
    /// The file cannot be opened as a store, or not read to its end.
    case unreadable(reason: String)
    /// The engine's own check of the file speaks of damage; the first of its findings.
    case damagedFile(String)
    /// Rows of a table lead to rows that are not there.
    case danglingRows(table: String)
    /// The index of the words of the filter does not agree with its words.
    case searchIndex
    /// A line of the log was altered, put in or moved: its digest does not follow from the line before.
    case alteredLine(sequence: Int64, number: String?)
    /// Lines of the log are not there.
    case missingLines(after: Int64, before: Int64)
    /// The log ends before a checkpoint or a commit that was noted beside the store.
    case missingEnd(last: Int64, noted: Int64, number: String?)
    /// The log was written anew: at a checkpoint it is another.
    case otherHistory(sequence: Int64)
    /// There is no file of checkpoints beside the store.
    case noCheckpoints
    /// A line of the file of checkpoints is none.
    case unreadableCheckpoint(line: Int)
    /// The signature of a checkpoint does not hold.
    case badSignature(sequence: Int64)
    /// What a case says is not what the log says it was left with.
    case alteredCase(String)
    /// The pages of a record are not those that were filed.
    case alteredRecord(String, record: Int)
    /// A case cannot be read.
    case unreadableCase(String)
    /// The log tells of a case that is not there.
    case missingCase(String)
    /// A case is there of which the log tells nothing.
    case unloggedCase(String)

    /// The case that it is about, when it is about one.
    public var caseNumber: String? {
        switch self {
        case .alteredLine(_, let number), .missingEnd(_, _, let number): number
        case .alteredCase(let number), .alteredRecord(let number, _), .unreadableCase(let number),
            .missingCase(let number), .unloggedCase(let number):
            number
        case .unreadable, .damagedFile, .danglingRows, .searchIndex, .missingLines, .otherHistory, .noCheckpoints,
            .unreadableCheckpoint, .badSignature:
            nil
        }
    }
}

extension VerificationProblem: CustomStringConvertible {
    /// One sentence for a person.
    public var description: String {
        switch self {
        case .unreadable(let reason): "The store cannot be read: \(reason)."
        case .damagedFile(let words): "The file is damaged: \(words)."
        case .danglingRows(let table): "Rows of \(table) belong to something that is not there."
        case .searchIndex: "The index of the words of the filter is damaged."
        case .alteredLine(let sequence, let number):
            "Line \(sequence) of the audit log\(VerificationProblem.about(number)) was altered, put in or moved."
        case .missingLines(let after, let before):
            "Lines \(after + 1) to \(before - 1) of the audit log are missing."
        case .missingEnd(let last, let noted, let number):
            "The audit log ends at line \(last), but line \(noted)\(VerificationProblem.about(number)) was on disk: "
                + "the end was cut off, or an older copy lies here."
        case .otherHistory(let sequence):
            "Line \(sequence) of the audit log is another than when a checkpoint was taken: the log was written anew."
        case .noCheckpoints: "The file of checkpoints beside the store is missing."
        case .unreadableCheckpoint(let line): "Line \(line) of the file of checkpoints is not readable."
        case .badSignature(let sequence): "The signature of the checkpoint at line \(sequence) does not hold."
        case .alteredCase(let number): "Case \(number) was changed past the program: it is not what the log left."
        case .alteredRecord(let number, let record):
            "The pages of record \(record) of case \(number) were changed past the program."
        case .unreadableCase(let number): "Case \(number) cannot be read."
        case .missingCase(let number): "Case \(number) is in the audit log and not in the store."
        case .unloggedCase(let number): "Case \(number) is in the store and not in the audit log."
        }
    }

    private static func about(_ number: String?) -> String { number.map { " (case \($0))" } ?? "" }
}

/// What verification of a store came to.
public struct VerificationReport: Hashable, Sendable {
    /// How many lines of the audit log were verified.
    public var lines = 0
    /// How many cases were compared with the log.
    public var cases = 0
    /// How many checkpoints were found in the log.
    public var checkpoints = 0
    /// How many of these bear a signature that was verified.
    public var signed = 0
    /// How many seconds the chain alone took.
    public var chainSeconds = 0.0
    /// What is wrong, at most ``VerificationReport/limit`` of it; nothing when the store is sound.
    public var problems: [VerificationProblem] = []
    /// Whether there was more than is told.
    public var isCut = false

    /// So many problems are told; where there are more, the file is lost anyway.
    public static let limit = 100

    /// Whether nothing is wrong.
    public var isSound: Bool { problems.isEmpty }

    mutating func add(_ problem: VerificationProblem) {
        guard problems.count < VerificationReport.limit else {
            isCut = true
            return
        }
        problems.append(problem)
    }
}
