internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Exports
internal import Foundation
internal import Letters
internal import Programmes
internal import Signing

/// Brings a decided case to its signature: what the reviewer reads before he signs, what stands in the way, and the
/// signing itself. The session's screen and `imr sign` both use it.
struct SigningService: Sendable {
    let store: any CaseStore
    let actor: Actor
    /// Who signs and with what, as given on the command line; what is nil is looked up in the configuration.
    var choice = SignerChoice()
    /// Where it is signed.
    var place = SigningPlace.session
    /// The guideline library's file; the rules of the check that need one are silent where it is missing.
    var library = Place.guidelines

    /// The whole letter as it will be signed, and a sentence for each thing that stands in the way.
    /// - Throws: when the case cannot be read, or its letter cannot be written at all.
    func letter(of number: CaseNumber) async throws -> (document: Document, obstacles: [String]) {
        let desk = try await prepare(number, choice)
        return (try LetterWriter.letter(desk.parts).document, desk.obstacles)
    }

    /// Signs and stores the determination of a case.
    /// - Parameters:
    ///   - keyPath: a private key file; nil for the configured one, else the SSH agent.
    ///   - letter: the letter that the reviewer read; no other is signed. Links, the day and the settings make it up as
    ///     the case does, and raise no revision.
    /// - Throws: ``ToolError/cannotSign(_:obstacles:)`` with every obstacle, ``CaseStoreError/changedMeanwhile(_:)`` when
    ///   the letter is another by now, and what the store or the key refuses.
    func sign(_ number: CaseNumber, keyPath: String?, asRead letter: Document? = nil) async throws -> SignedSummary {
        var choice = choice
        if let keyPath { choice.key = keyPath }
        let desk = try await prepare(number, choice)
        guard desk.obstacles.isEmpty, let reviewer = desk.source.reviewer else {
            throw ToolError.cannotSign(number.text, obstacles: desk.obstacles)
        }
        if let letter, try LetterWriter.letter(desk.parts).document != letter {
            throw CaseStoreError.changedMeanwhile(number)
        }
        let signer = try SigningDesk.signer(at: desk.lookup.keyPlace, for: reviewer)
        let request = try await request(desk, reviewer)
        let signed = try SigningDesk.sign(request, with: signer)
        _ = try await store.sign(
            SignedDocument(
                bytes: signed.bytes, signature: signed.signature, keyFingerprint: signer.key.fingerprint,
                reviewer: reviewer.id, caseRevision: request.reviewCase.revision, digest: signed.digest.hex,
                replaces: request.replaces?.hex, letters: signed.companions),
            in: number, by: actor)
        return SignedSummary(
            number: number, reviewer: reviewer.id, fingerprint: signer.key.fingerprint, digest: signed.digest.hex,
            revision: request.revision, replaces: request.replaces?.hex)
    }

    // MARK: - What is needed

    /// All that a letter and its signing are made of.
    private struct Desk {
        var profile: ProgrammeProfile
        var lookup: SignerLookup
        var source: LetterAssembly.Source
        var parts: LetterParts
        /// The errors of the check that are overridden.
        var overrides: [FindingOverride]
        var obstacles: [String]
    }

    private func prepare(_ number: CaseNumber, _ ordered: SignerChoice) async throws -> Desk {
        let configuration = try Configuration.read()
        let profile = try CurrentProgramme.profile()
        let today = SessionClock().today()
        let lookup = SignerLookup(store: store, ordered: ordered, configured: configuration.signer, place: place)
        var source = try await LetterAssembly.source(of: number, in: store)
        let errors = try await CaseCheck(profile: profile, library: library).findings(in: source, store: store)
        var obstacles = SigningObstacles(profile: profile).sentences(
            source, errors: errors, drafts: try await store.drafts(of: number), today: today)
        // Who signs a case that cannot be signed anyway need not be asked.
        if source.reviewCase.state.isOpenToDecision {
            let answer = try await lookup.reviewer(of: source.reviewCase)
            if let reviewer = answer.reviewer { source.reviewer = reviewer }
            obstacles += answer.obstacles
        }
        let parts = LetterAssembly(profile: profile, form: configuration.form).parts(of: source, today: today)
        return Desk(
            profile: profile, lookup: lookup, source: source, parts: parts,
            overrides: errors.compactMap(\.override), obstacles: obstacles)
    }

    private func request(_ desk: Desk, _ reviewer: Reviewer) async throws -> SigningRequest {
        let number = desk.source.reviewCase.number
        let letters = try Renderings.all(of: desk.parts).filter { BundleFiles.isLetterName($0.name) }
        var reviewCase = desk.source.reviewCase
        reviewCase.determination = desk.parts.determination
        let before = try await store.signedDeterminations(of: number)
        var request = SigningRequest(
            reviewCase: reviewCase, records: try await records(of: desk.source),
            letters: letters.map { RenderedLetter(name: $0.name, mediaType: $0.mediaType, bytes: $0.bytes) },
            reviewer: reviewer, programme: desk.profile.id, meaning: desk.profile.signatureMeaning,
            programVersion: ReviewTool.configuration.version,
            signedAt: UTCTime(seconds: Int64(time(nil))) ?? .epoch)
        request.revision = before.count + 1
        request.replaces = before.last.flatMap { FileDigest(hex: $0.document.digest) }
        request.overrides = desk.overrides
        // A checkpoint before the signing: what the document names of the log can then be found outside of the store.
        if let digest = try await (store as? SQLiteCaseStore)?.checkpointAudit().digest {
            request.previousAudit = FileDigest(bytes: digest)
        }
        return request
    }

    /// The records that the determination rests on, with their pages.
    private func records(of source: LetterAssembly.Source) async throws -> [CaseRecord] {
        var records: [CaseRecord] = []
        for summary in source.documents {
            var pages: [String] = []
            for page in 0..<summary.pageCount {
                pages.append(
                    try await store.recordPage(source.reviewCase.number, record: summary.position, page: page + 1))
            }
            records.append(
                CaseRecord(
                    title: summary.title, pages: pages, kind: summary.kind, controlNumber: summary.controlNumber))
        }
        return records
    }
}
