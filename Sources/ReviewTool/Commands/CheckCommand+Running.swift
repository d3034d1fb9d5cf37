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

/// Reads sources and runs the check on them, several at once.
struct CheckRunner: Sendable {
    let profile: ProgrammeProfile
    let rules: Set<String>
    let least: Severity
    let aids: CheckAids

    /// The case number that an argument is, when nothing of that name is on the disk.
    static func caseNumber(_ argument: String) -> CaseNumber? {
        guard !FileManager.default.fileExists(atPath: argument), !argument.contains("/") else { return nil }
        guard !argument.hasSuffix(".txt"), !argument.hasSuffix(".pdf") else { return nil }
        return try? CaseNumber(parsing: argument)
    }

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

    /// Checks sources on all processors and hands each over in the order given.
    ///
    /// A few hundred at a time are under way, so that a folder of thousands needs little memory.
    nonisolated(nonsending) func check(
        _ sources: [Source], _ take: (Result<CheckedLetter, IntakeError>) -> Void
    ) async {
        let width = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let size = width * 64
        for start in stride(from: 0, to: sources.count, by: size) {
            let batch = Array(sources[start..<min(sources.count, start + size)])
            let results = await withTaskGroup(of: [(Int, Result<CheckedLetter, IntakeError>)].self) { group in
                for lane in 0..<width {
                    group.addTask {
                        stride(from: lane, to: batch.count, by: width).map { index in
                            (index, Result { () throws(IntakeError) in try check(batch[index]) })
                        }
                    }
                }
                return await group.reduce(into: []) { $0 += $1 }
            }
            for (_, result) in results.sorted(by: { $0.0 < $1.0 }) { take(result) }
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
        let surroundings = try await CaseSurroundings.read(number, from: store)
        let findings = surroundings.findings(
            in: reviewCase.determination, reviewed: try await store.documentsReviewed(of: number),
            on: SessionClock().today(), with: aids, profile: profile, only: rules)
        return CheckedLetter(
            path: nil, caseNumber: number, findings: findings.filter { $0.severity >= least }, letter: nil)
    }

    /// The words of the letters; nil for the usual ones, which are made ready once.
    private var wording: LetterWording? { profile.letter == .usual ? nil : profile.letter }

    private func check(letter path: String) throws(IntakeError) -> CheckedLetter {
        let text = try SourceText.read(path)
        let letter: ReadLetter
        do {
            letter = try LetterReader.read(text, wording: wording)
        } catch {
            throw .notALetter(path: path, line: error.line ?? 1, reason: error.description)
        }
        return CheckedLetter(
            path: path, caseNumber: letter.determination.caseNumber,
            findings: findings(CheckInput(letter, source: text)), letter: letter)
    }

    private func findings(_ input: CheckInput) -> [Finding] {
        var input = input
        input.guidelines = aids.guidelines
        input.spelling = aids.spelling
        input.stock = aids.stock
        return Check.run(input, profile: profile, only: rules).filter { $0.severity >= least }
    }
}
