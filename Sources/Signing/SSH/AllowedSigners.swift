import Foundation

/// A key with which a reviewer may sign, and when.
package struct AllowedSigner: Hashable, Sendable {
    /// Who: the pseudonym of a reviewer.
    package var principal: String
    /// The key.
    package var key: SSHPublicKey
    /// What it is good for; nil for everything.
    package var namespaces: [String]?
    /// The first second of its validity; nil when it has no beginning.
    package var validAfter: UTCTime?
    /// The last second of its validity; nil when it has no end.
    package var validBefore: UTCTime?

    /// A signer from his parts; for determinations only, unless told otherwise.
    package init(
        principal: String, key: SSHPublicKey, namespaces: [String]? = [SSHSignature.determinations],
        validAfter: UTCTime? = nil, validBefore: UTCTime? = nil
    ) {
        self.principal = principal
        self.key = key
        self.namespaces = namespaces
        self.validAfter = validAfter
        self.validBefore = validBefore
    }

    /// The line of an allowed signers file, without a line end.
    package var line: String {
        var options: [String] = []
        if let namespaces { options.append("namespaces=\"\(namespaces.joined(separator: ","))\"") }
        if let validAfter { options.append("valid-after=\"\(validAfter.signersFile)\"") }
        if let validBefore { options.append("valid-before=\"\(validBefore.signersFile)\"") }
        return ([principal, options.joined(separator: ","), key.line]).filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// Who may sign: the contents of an allowed signers file (`ssh-keygen(1)`, ALLOWED SIGNERS).
package struct AllowedSigners: Hashable, Sendable {
    /// The keys, in the order of the file.
    package var signers: [AllowedSigner]

    /// A list of signers.
    package init(_ signers: [AllowedSigner]) { self.signers = signers }

    /// The text of the file, a line each.
    package var text: String { signers.map { $0.line + "\n" }.joined() }

    /// What keeps a key from signing for a reviewer at a time; nil when it may.
    ///
    /// One line that allows it is enough; otherwise the line that comes closest gives the reason.
    package func obstacle(
        to key: SSHPublicKey, for principal: String, at time: UTCTime,
        namespace: String = SSHSignature.determinations
    ) -> ReviewerKeyProblem? {
        var nearest = ReviewerKeyProblem.notRegistered(reviewer: principal, fingerprint: key.fingerprint)
        for signer in signers where signer.key == key && signer.principal == principal {
            if let namespaces = signer.namespaces, !namespaces.contains(namespace) {
                nearest = .otherPurpose(fingerprint: key.fingerprint)
            } else if let from = signer.validAfter, time < from {
                nearest = .notYetValid(from: from)
            } else if let to = signer.validBefore, time > to {
                nearest = .expired(after: to)
            } else {
                return nil
            }
        }
        return nearest
    }
}

/// Keys that are good no more: a file with a public key a line, as `ssh-keygen -Y verify -r` takes it.
package enum RevokedKeys {
    /// The keys of the file; empty lines and comments (`#`) count for nothing.
    /// - Throws: ``SigningError/revokedLine(_:)``: a list that is half understood would let a revoked key pass.
    package static func parse(_ text: [UInt8]) throws(SigningError) -> Set<SSHPublicKey> {
        guard let text = String(validating: text, as: UTF8.self) else { throw .revokedLine(1) }
        var keys: Set<SSHPublicKey> = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.drop(while: \.isWhitespace)
            guard let first = line.first, first != "#" else { continue }
            do { keys.insert(try SSHPublicKey(line: line)) } catch .otherKeyKind { continue } catch {
                throw .revokedLine(index + 1)
            }
        }
        return keys
    }

    /// The text of the file.
    package static func text(_ keys: some Sequence<SSHPublicKey>) -> String {
        keys.map { $0.line + "\n" }.sorted().joined()
    }
}
