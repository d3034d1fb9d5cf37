public import CaseModel
public import CaseStore

/// Takes sources in, batch by batch: read, then filed in one transaction each.
public struct Intake: Sendable {
    /// What became of one source.
    public enum Outcome: Sendable {
        /// It was filed, or was there already.
        case filed(CaseNumber, FilingResult)
        /// It was refused, with the sentence that says why.
        case refused(path: String, sentence: String)
    }

    private let store: any CaseStore
    private let actor: Actor
    private let wording: LetterWording?
    /// How many sources are read before they are filed together.
    private let batch = 64

    /// An intake into a store, under the name of a person.
    /// - Parameter wording: the words of the letters' program; nil for the usual ones.
    public init(into store: any CaseStore, by actor: Actor, wording: LetterWording? = nil) {
        self.store = store
        self.actor = actor
        self.wording = wording
    }

    /// Takes the sources in; what is refused does not hinder the others.
    ///
    /// - Parameters:
    ///   - isBlind: whether letters are filed for blind review.
    ///   - replace: whether other content under a number gives way.
    ///   - onOutcome: called with every outcome and how many sources are done, in the order of the sources.
    /// - Throws: only what makes going on useless, such as a store that cannot be written.
    public func take(
        _ sources: [Source], isBlind: Bool, replace: Bool, onOutcome: (Outcome, Int) -> Void
    ) async throws {
        var done = 0
        var at = 0
        while at < sources.count {
            let part = sources[at..<min(at + batch, sources.count)]
            at += part.count
            let read = part.map { source in (source, result: Result { try self.read(source, isBlind: isBlind) }) }
            let filings = read.compactMap { try? $0.result.get() }
            var outcomes = try await store.file(filings, replace: replace, by: actor).makeIterator()
            for (source, result) in read {
                done += 1
                switch result {
                case .failure(let error):
                    onOutcome(.refused(path: source.path, sentence: "\(error)"), done)
                case .success(let filing):
                    switch outcomes.next() {
                    case .done(let result): onOutcome(.filed(filing.number, result), done)
                    case .refused(let error):
                        onOutcome(.refused(path: source.path, sentence: "\(source.path): \(error)"), done)
                    case nil: break
                    }
                }
            }
        }
    }

    private func read(_ source: Source, isBlind: Bool) throws(IntakeError) -> CaseFiling {
        switch source {
        case .letter(let path): try LetterIntake.read(path, isBlind: isBlind, wording: wording)
        case .caseFolder(let path): try CaseFolder.read(path)
        }
    }
}
