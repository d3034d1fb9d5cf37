internal import CaseModel
internal import Exports
internal import Letters
internal import Signing

/// Writes the letters of many cases, as many at a time as there are cores that it may use.
struct ExportRun: Sendable {
    let source: ExportSource
    let formats: [LetterFormat]
    /// Whether each case gets a folder with all forms.
    let isBundle: Bool
    let folder: OutputFolder
    /// What was written before; nil to compare everything in full.
    let index: ExportIndex?

    /// How many letters are brought to the disk together.
    private static let batch = 48

    /// What became of a case.
    enum Outcome: Sendable {
        /// Its files were written.
        case written(CaseNumber, names: [String])
        /// They stood there already.
        case unchanged(CaseNumber, names: [String])
        /// It has no letter; the sentence says why.
        case refused(CaseNumber, sentence: String)

        /// The case, when it was exported.
        var exported: CaseNumber? {
            switch self {
            case .written(let number, _), .unchanged(let number, _): number
            case .refused: nil
            }
        }
    }

    /// Exports the cases; the outcomes come batch by batch, in no order.
    /// - Throws: ``ToolError`` when the folder takes no more: nothing can be written then.
    func export(
        _ numbers: [CaseNumber], workers: Int, report: @escaping @Sendable ([Outcome]) async -> Void
    ) async throws {
        let queue = ExportQueue(numbers, batch: ExportRun.batch)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<max(1, workers) {
                group.addTask {
                    let renderings = Renderings()
                    while let batch = await queue.next() {
                        try Task.checkCancellation()
                        await report(try await export(batch, renderings))
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// One batch: set, written and noted.
    private func export(_ batch: ArraySlice<CaseNumber>, _ renderings: Renderings) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        var files: [Rendering] = []
        var entries: [(name: String, entry: ExportIndex.Entry)] = []
        for number in batch {
            do {
                let work = try work(number, try await source.content(of: number), renderings)
                entries += work.entries
                if work.isUnchanged {
                    outcomes.append(.unchanged(number, names: work.names))
                } else {
                    if isBundle { try folder.write(folder: number.text, work.files) } else { files += work.files }
                    outcomes.append(.written(number, names: work.names))
                }
            } catch let error as ToolError {
                // These are about the case; the others are about the folder, and nothing can be written then.
                switch error {
                case .notSigned, .notDecided: outcomes.append(.refused(number, sentence: Sentence.of(error)))
                default: throw error
                }
            } catch let error as ExportError where error.isOfTheMachine {
                throw error
            } catch {
                outcomes.append(.refused(number, sentence: Sentence.of(error)))
            }
        }
        if !files.isEmpty { try folder.write(files) }
        if index != nil, !entries.isEmpty { index?.add(entries) }
        return outcomes
    }

    /// What there is to do for a case.
    private struct Work {
        var names: [String] = []
        /// The files that do not stand there as they should.
        var files: [Rendering] = []
        var entries: [(name: String, entry: ExportIndex.Entry)] = []
        var isUnchanged: Bool { files.isEmpty }
    }

    private func work(
        _ number: CaseNumber, _ content: ExportSource.Content, _ renderings: Renderings
    ) throws -> Work {
        var work = Work()
        if isBundle {
            try add(number.text, &work, content) { try files(of: content, renderings) }
        } else {
            for format in formats {
                try add("\(number.text).\(format.ending)", &work, content) {
                    [try file(of: content, format, named: number.text, renderings)]
                }
            }
        }
        return work
    }

    private func files(of content: ExportSource.Content, _ renderings: Renderings) throws -> [Rendering] {
        switch content {
        case .parts(let parts): try renderings.bundle(of: parts)
        case .signed(let files): files
        }
    }

    private func file(
        of content: ExportSource.Content, _ format: LetterFormat, named name: String, _ renderings: Renderings
    ) throws -> Rendering {
        switch content {
        case .parts(let parts): return try renderings.rendering(of: parts, as: format, named: name)
        case .signed(let files):
            let wanted = format == .json ? BundleFiles.document : "letter.\(format.ending)"
            guard let file = files.first(where: { $0.name == wanted }) else {
                throw ToolError.notSigned(form: format.rawValue)
            }
            return Rendering(name: "\(name).\(format.ending)", mediaType: format.mediaType, bytes: file.bytes)
        }
    }

    private func add(
        _ name: String, _ work: inout Work, _ content: ExportSource.Content, _ make: () throws -> [Rendering]
    ) throws {
        work.names.append(name)
        var source = ContentDigest()
        source.add(Renderings.edition.utf8)
        switch content {
        case .parts(let parts): source.add(parts)
        case .signed(let files): for file in files { source.add(file) }
        }
        let present = folder.content(of: name).map { ExportRun.digest($0) }
        if let present, index?[name] == ExportIndex.Entry(source: source.value, files: present) { return }
        let files = try make()
        let digest = ExportRun.digest(files)
        work.entries.append((name, ExportIndex.Entry(source: source.value, files: digest)))
        if present != digest { work.files += files }
    }

    private static func digest(_ files: [Rendering]) -> UInt64 {
        var digest = ContentDigest()
        for file in files.sorted(by: { $0.name < $1.name }) { digest.add(file) }
        return digest.value
    }
}

/// The cases that are still to be exported, given out in batches.
private actor ExportQueue {
    private var rest: ArraySlice<CaseNumber>
    private let batch: Int

    init(_ numbers: [CaseNumber], batch: Int) {
        rest = numbers[...]
        self.batch = batch
    }

    func next() -> ArraySlice<CaseNumber>? {
        guard !rest.isEmpty else { return nil }
        let given = rest.prefix(batch)
        rest = rest.dropFirst(given.count)
        return given
    }
}
