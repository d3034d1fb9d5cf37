internal import CaseModel
internal import CaseStore
internal import Letters

/// The letter of a case for whoever reads it: of a signed case what was signed, of any other what would go out now.
struct StandingLetter: Sendable {
    let store: any CaseStore
    let assembly: LetterAssembly
    /// Stands for the decision day where there is none yet.
    let today: Day

    /// The letter as text.
    func text(of number: CaseNumber) async throws -> String {
        let source = try await LetterAssembly.source(of: number, in: store)
        let reviewCase = source.reviewCase
        if reviewCase.state == .signed || reviewCase.state == .delivered,
            let signed = try await store.signedDeterminations(of: number).last?.document,
            let bytes = signed.letters["letter.txt"]
        {
            return String(decoding: bytes, as: UTF8.self)
        }
        return try LetterWriter.letter(assembly.parts(of: source, today: today)).text
    }

    /// The values as JSON, of a signed case too; the signed document itself is what an export gives out.
    func json(of number: CaseNumber) async throws -> String {
        let source = try await LetterAssembly.source(of: number, in: store)
        return try CaseJSON.encode(assembly.parts(of: source, today: today).determination, number: number)
    }
}
