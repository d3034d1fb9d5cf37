package import CaseModel

/// Where a determination is signed: everything is put together, looked at once more, and signed.
///
/// It reads and writes nothing but the key: the case, the letters and the clock are given, the result is stored by the
/// caller.
package enum SigningDesk {
    /// Where the private key is.
    package enum KeyPlace: Hashable, Sendable {
        /// In a file.
        case file(String)
        /// With the SSH agent that listens at a path; nil when none is named.
        case agent(String?)
    }

    /// The reviewer's key at a place.
    /// - Throws: ``SigningError``; ``SigningError/mayNotSign(_:)`` when the key of a file is not registered for him.
    package static func signer(
        at place: KeyPlace, for reviewer: Reviewer
    ) throws(SigningError) -> any MessageSigner {
        let registered = try allowedSigners(of: reviewer).signers.map(\.key)
        switch place {
        case .file(let path):
            let signer = try PrivateKey(contentsOf: path)
            guard registered.contains(signer.key) else {
                throw .mayNotSign(
                    .notRegistered(reviewer: reviewer.id.text, fingerprint: signer.key.fingerprint))
            }
            return signer
        case .agent(let path): return try SSHAgent(path: path).signer(among: registered)
        }
    }

    /// The keys that are registered for a reviewer.
    ///
    /// A key of a kind that cannot sign is passed over: it may have been registered for something else.
    /// - Throws: ``SigningError/signersLine(_:problem:)``.
    package static func allowedSigners(of reviewer: Reviewer) throws(SigningError) -> AllowedSigners {
        var signers: [AllowedSigner] = []
        for line in reviewer.signingKeys {
            do throws(SigningError) {
                signers.append(try AllowedSigner(registered: line, reviewer: reviewer.id.text))
            } catch .otherKeyKind { continue } catch { throw error }
        }
        return AllowedSigners(signers)
    }

    /// Signs.
    /// - Throws: ``SigningError``; nothing is signed then that anybody keeps.
    package static func sign(
        _ request: SigningRequest, with signer: any MessageSigner
    ) throws(SigningError) -> SignedDetermination {
        try request.refuseWhatCannotBeSigned()
        var signers = try allowedSigners(of: request.reviewer)
        if let problem = signers.obstacle(to: signer.key, for: request.reviewer.id.text, at: request.signedAt) {
            throw .mayNotSign(problem)
        }
        // The bundle needs the one key; the reviewer's others are nobody's business.
        signers.signers.removeAll { $0.key != signer.key }
        let document = request.document(key: signer.key, allowedSigners: signers)
        let bytes = document.bytes
        try request.refuseName(in: bytes)
        let signed = SignedDetermination(
            document: document, bytes: bytes,
            signature: try signer.sign(bytes, namespace: SSHSignature.determinations).armored,
            allowedSigners: signers.text, letters: request.letters)
        // Whoever receives it will do the same; better that the reviewer hears of it than they.
        let report = BundleVerification.report(on: signed.files, trusting: TrustedKeys())
        if let failed = report.lines.first(where: { !$0.isSound }) {
            throw .wouldNotVerify("\(failed.file): \(failed.sentence)")
        }
        return signed
    }
}

extension SigningRequest {
    fileprivate func refuseWhatCannotBeSigned() throws(SigningError) {
        let items = reviewCase.determination.items
        guard !items.isEmpty else { throw .notDecided(item: 0) }
        if let open = items.firstIndex(where: { $0.decision == nil }) { throw .notDecided(item: open + 1) }
        guard meaning.contains(where: { !$0.isWhitespace }) else { throw .noMeaning }
        guard !letters.isEmpty else { throw .noLetters }
        var names: Set<String> = []
        for letter in letters {
            // Names that differ in case alone are one name on some file systems.
            guard BundleFiles.isLetterName(letter.name), names.insert(letter.name.lowercased()).inserted else {
                throw .letterName(String(letter.name.prefix(64)))
            }
            guard LetterCaseNumber.agrees(letter.bytes, mediaType: letter.mediaType, number: reviewCase.number.text)
            else { throw .letterOfOtherCase(letter.name) }
            if letter.mediaType.hasPrefix("text/"), ReviewerName(reviewer.name).stands(in: letter.bytes) {
                throw .nameOfReviewer(file: letter.name)
            }
        }
    }

    fileprivate func refuseName(in document: [UInt8]) throws(SigningError) {
        guard !ReviewerName(reviewer.name).stands(in: document) else {
            throw .nameOfReviewer(file: BundleFiles.document)
        }
    }

    fileprivate func document(key: SSHPublicKey, allowedSigners: AllowedSigners) -> DeterminationDocument {
        var determination = reviewCase.determination
        determination.caseNumber = reviewCase.number
        determination.form = LetterForm()
        return DeterminationDocument(
            programVersion: programVersion, programme: programme, caseNumber: reviewCase.number, revision: revision,
            replaces: replaces, determination: determination, ranks: ranks,
            documents: records.map(ReviewedDocument.init),
            letters: letters.map {
                SignedLetter(
                    name: $0.name, mediaType: $0.mediaType, digest: FileDigest(of: $0.bytes), size: $0.bytes.count)
            }, reviewer: reviewer.id, keyFingerprint: key.fingerprint,
            allowedSigners: FileDigest(of: Array(allowedSigners.text.utf8)), signedAt: signedAt, meaning: meaning,
            overrides: overrides.map { StandingError(rule: $0.rule, item: $0.item, reason: $0.reason) },
            previousAudit: previousAudit)
    }
}
