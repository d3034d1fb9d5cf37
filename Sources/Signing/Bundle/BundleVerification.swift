import CaseModel

/// The keys that whoever verifies trusts of his own knowledge.
package struct TrustedKeys: Hashable, Sendable {
    /// Who may sign; nil takes the list that lies in the bundle, which proves that the bundle is whole, not whose it is.
    package var signers: AllowedSigners?
    /// Keys that are good no more; those that the bundle itself lists are added.
    package var revoked: Set<SSHPublicKey>

    /// Trusted keys from their parts.
    package init(signers: AllowedSigners? = nil, revoked: Set<SSHPublicKey> = []) {
        self.signers = signers
        self.revoked = revoked
    }
}

/// Verifies a signed determination: the signature, who signed and when, each letter, and that nothing else is there.
package struct BundleVerification {
    private let files: [String: [UInt8]]
    private let trusted: TrustedKeys
    private var report = BundleReport()

    /// The report on the files of a bundle, by their names.
    package static func report(on files: [String: [UInt8]], trusting trusted: TrustedKeys) -> BundleReport {
        var verification = BundleVerification(files: files, trusted: trusted)
        verification.run()
        return verification.report
    }

    /// The report on a document and its signature alone; the letters are not looked at.
    package static func report(
        onDocument document: [UInt8], signature: [UInt8], trusting trusted: TrustedKeys
    ) -> BundleReport {
        let files = [BundleFiles.document: document, BundleFiles.signature: signature]
        var verification = BundleVerification(files: files, trusted: trusted)
        verification.lookAtDocument(isAlone: true)
        return verification.report
    }

    private init(files: [String: [UInt8]], trusted: TrustedKeys) {
        self.files = files
        self.trusted = trusted
    }

    private mutating func run() {
        guard let document = lookAtDocument(isAlone: false) else { return }
        for letter in document.letters { lookAt(letter, of: document.caseNumber.text) }
        let known = BundleFiles.all.union(document.letters.map(\.name))
        for name in files.keys.sorted() where !known.contains(name) {
            report.failed(name, "The file does not belong to the determination; nothing signed names it.")
        }
    }

    @discardableResult
    private mutating func lookAtDocument(isAlone: Bool) -> DeterminationDocument? {
        let signature = lookAtSignature()
        guard let bytes = file(BundleFiles.document) else { return nil }
        let document: DeterminationDocument
        do throws(SigningError) { document = try DeterminationDocument.read(bytes) } catch {
            report.failed(BundleFiles.document, error.description)
            return nil
        }
        report.document = document
        let signers = allowedSigners(of: document, isAlone: isAlone)
        let revoked = revokedKeys()
        if let signature, let signers, let revoked { judge(signature.key, document, signers, revoked) }
        return document
    }

    /// The signature, when it is one of the document's bytes.
    private mutating func lookAtSignature() -> SSHSignature? {
        guard let armored = file(BundleFiles.signature), let bytes = files[BundleFiles.document] else { return nil }
        do throws(SigningError) {
            let signature = try SSHSignature(armored: armored)
            guard signature.namespace == SSHSignature.determinations else {
                report.failed(BundleFiles.signature, "The signature was made for another purpose.")
                return nil
            }
            guard signature.verifies(bytes, namespace: SSHSignature.determinations) else {
                report.failed(
                    BundleFiles.signature,
                    "The signature is not of this \(BundleFiles.document): one of the two was changed or exchanged.")
                return nil
            }
            report.sound(BundleFiles.signature, "The signature fits the document, byte for byte.")
            return signature
        } catch {
            report.failed(BundleFiles.signature, error.description)
            return nil
        }
    }

    private mutating func judge(
        _ key: SSHPublicKey, _ document: DeterminationDocument, _ signers: AllowedSigners,
        _ revoked: Set<SSHPublicKey>
    ) {
        let reviewer = document.reviewer.text
        guard document.keyFingerprint == key.fingerprint else {
            report.failed(BundleFiles.signature, "The key that signed is not the key that the document names.")
            return
        }
        if revoked.contains(key) {
            report.failed(BundleFiles.signature, ReviewerKeyProblem.revoked(fingerprint: key.fingerprint).sentence)
        } else if let problem = signers.obstacle(to: key, for: reviewer, at: document.signedAt) {
            report.failed(BundleFiles.signature, problem.sentence)
        } else {
            report.sound(
                BundleFiles.document,
                "Revision \(document.revision) of \(document.caseNumber), signed by \(reviewer) at "
                    + "\(document.signedAt.iso) with \(key.fingerprint).")
        }
    }

    /// The bytes of a file that must be there.
    private mutating func file(_ name: String) -> [UInt8]? {
        guard let bytes = files[name] else {
            report.failed(name, "The file is missing.")
            return nil
        }
        return bytes
    }

    private mutating func allowedSigners(of document: DeterminationDocument, isAlone: Bool) -> AllowedSigners? {
        if isAlone {
            if trusted.signers == nil {
                report.failed(BundleFiles.document, "Nobody says who may sign; give a list of allowed signers.")
            }
            return trusted.signers
        }
        guard let bytes = file(BundleFiles.allowedSigners) else { return nil }
        guard FileDigest(of: bytes) == document.allowedSigners else {
            report.failed(BundleFiles.allowedSigners, "The list is not the one that the document was signed with.")
            return nil
        }
        if let signers = trusted.signers { return signers }
        do throws(SigningError) { return try AllowedSigners(parsing: bytes) } catch {
            report.failed(BundleFiles.allowedSigners, error.description)
            return nil
        }
    }

    private mutating func revokedKeys() -> Set<SSHPublicKey>? {
        guard let bytes = files[BundleFiles.revokedKeys] else { return trusted.revoked }
        do throws(SigningError) { return trusted.revoked.union(try RevokedKeys.parse(bytes)) } catch {
            report.failed(BundleFiles.revokedKeys, error.description)
            return nil
        }
    }

    private mutating func lookAt(_ letter: SignedLetter, of number: String) {
        guard let bytes = file(letter.name) else { return }
        guard bytes.count == letter.size, FileDigest(of: bytes) == letter.digest else {
            report.failed(letter.name, "The letter is not the one that was signed: its bytes were changed.")
            return
        }
        guard LetterCaseNumber.agrees(bytes, mediaType: letter.mediaType, number: number) else {
            report.failed(letter.name, "The letter names another case than the document.")
            return
        }
        report.sound(letter.name, "The letter is the one that was signed.")
    }
}
