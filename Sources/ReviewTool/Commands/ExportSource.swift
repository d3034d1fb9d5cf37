internal import CaseModel
internal import CaseStore
internal import Exports
internal import Letters
internal import Signing

/// Where what goes out of a case comes from: of a signed case the stored bytes, of any other what stands in the store.
struct ExportSource: Sendable {
    let store: any CaseStore
    let assembly: LetterAssembly
    /// Stands for the decision day where there is none yet.
    let today: Day
    /// Whether the public copy is made.
    let isPublication: Bool

    /// What goes out of a case.
    enum Content: Sendable {
        /// Letters are set from these parts.
        case parts(LetterParts)
        /// Files as they were signed, under the names of a bundle.
        case signed([Rendering])
    }

    /// What goes out of a case.
    ///
    /// A public copy of a signed case is set anew, for nothing in it may be what was signed with names in it.
    func content(of number: CaseNumber) async throws -> Content {
        var source = try await LetterAssembly.source(of: number, in: store)
        let reviewCase = source.reviewCase
        guard reviewCase.determination.outcome != .open else { throw ToolError.notDecided(number.text) }
        let isSigned = reviewCase.state == .signed || reviewCase.state == .delivered
        let signed = isSigned ? try await store.signedDeterminations(of: number).last?.document : nil
        if isPublication {
            if source.reviewer == nil, let signed {
                source.reviewer = try await store.reviewers().first { $0.id == signed.reviewer }
            }
            return .parts(assembly.publicParts(of: source, today: today))
        }
        if let signed { return .signed(ExportSource.files(of: signed)) }
        let parts = assembly.parts(of: source, today: today)
        return .parts(source.reviewer.map { parts.withoutName(of: $0) } ?? parts)
    }

    /// The files of a bundle, in the order of their names.
    private static func files(of document: SignedDocument) -> [Rendering] {
        var files = document.letters
        files[BundleFiles.document] = document.bytes
        files[BundleFiles.signature] = Array(document.signature.utf8)
        return files.sorted { $0.key < $1.key }.map { name, bytes in
            let format = LetterFormat.allCases.first { name.hasSuffix("." + $0.ending) }
            return Rendering(name: name, mediaType: format?.mediaType ?? "application/octet-stream", bytes: bytes)
        }
    }
}
