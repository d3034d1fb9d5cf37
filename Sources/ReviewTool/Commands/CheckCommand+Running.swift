internal import CaseModel
internal import CaseStore
internal import Checks
internal import Foundation
internal import Intake
internal import Letters
internal import Programmes

/// A letter or case that was checked, with what is needed to tell it.
struct CheckedLetter {
    /// The file, or nil for a case of the store.
    var path: String?
    var caseNumber: CaseNumber?
    var findings: [Finding]
    /// The letter as read, for the lines of its source; nil for a case of the store.
    var letter: ReadLetter?
}

/// Reads sources and runs the check on them.
struct CheckRunner {
    let profile: ProgrammeProfile
    let rules: Set<String>
    let least: Severity

    /// The case number that an argument is, when nothing of that name is on the disk.
    static func caseNumber(_ argument: String) -> CaseNumber? {
        guard !FileManager.default.fileExists(atPath: argument), !argument.contains("/") else { return nil }
        guard !argument.hasSuffix(".txt"), !argument.hasSuffix(".pdf") else { return nil }
        return try? CaseNumber(parsing: argument)
    }

    /// Whether a file is at a path.
    static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// The number of every case of a store, a page at a time.
    static func everyNumber(in store: SQLiteCaseStore) async throws -> [CaseNumber] {
        var numbers: [CaseNumber] = []
        var key: WorklistKey?
        while true {
            let rows = try await store.worklist(WorklistQuery(), from: key, direction: .after, limit: 500)
            numbers += rows.map(\.number)
            guard rows.count == 500, let last = rows.last else { return numbers }
            key = last.key
        }
    }

    func check(_ source: Source) throws(IntakeError) -> CheckedLetter {
        switch source {
        case .letter(let path): return try check(letter: path)
        case .caseFolder(let path):
            let filing = try CaseFolder.read(path)
            let input = CheckInput(filing.determination, records: filing.records)
            return CheckedLetter(path: path, caseNumber: filing.number, findings: findings(input), letter: nil)
        }
    }

    func check(_ number: CaseNumber, in store: SQLiteCaseStore) async throws -> CheckedLetter {
        let reviewCase = try await store.open(number)
        var records: [CaseRecord] = []
        for summary in reviewCase.records {
            var pages: [String] = []
            for page in 1...max(1, summary.pageCount) where page <= summary.pageCount {
                pages.append(try await store.recordPage(number, record: summary.position, page: page))
            }
            records.append(CaseRecord(title: summary.title, pages: pages))
        }
        let isPublished = reviewCase.state == .published
        let input = CheckInput(
            reviewCase.determination, kind: isPublished ? .publishedCopy : .madeHere,
            records: isPublished && records.isEmpty ? nil : records)
        return CheckedLetter(path: nil, caseNumber: number, findings: findings(input), letter: nil)
    }

    private func check(letter path: String) throws(IntakeError) -> CheckedLetter {
        let text = try SourceText.read(path)
        let letter: ReadLetter
        do {
            letter = try LetterReader.read(text)
        } catch {
            throw .notALetter(path: path, line: error.line ?? 1, reason: error.description)
        }
        return CheckedLetter(
            path: path, caseNumber: letter.determination.caseNumber,
            findings: findings(CheckInput(letter, source: text)), letter: letter)
    }

    private func findings(_ input: CheckInput) -> [Finding] {
        Check.run(input, profile: profile, only: rules).filter { $0.severity >= least }
    }
}
