internal import Foundation

/// Who signs and with what, where a person has said so: on the command line, or in `[signature]` of the configuration.
struct SignerChoice: Hashable, Sendable {
    /// The reviewer's pseudonym, `R-1`.
    var reviewer: String?
    /// A private key file, or a public key (`ssh-ed25519 AAAA…`) that the SSH agent holds.
    var key: String?
    /// Whether the SSH agent signs, though a key file is set.
    var isByAgent = false

    /// What is said here, and what another choice says where nothing is said here.
    func completed(by other: SignerChoice) -> SignerChoice {
        SignerChoice(
            reviewer: reviewer ?? other.reviewer, key: key ?? other.key, isByAgent: isByAgent && key == nil)
    }

    /// The public key, when the key is one.
    var publicKey: String? { key.flatMap { $0.hasPrefix("ssh-ed25519 ") ? $0 : nil } }

    /// The private key file, its `~/` filled in; nil when the SSH agent signs.
    var keyFile: String? {
        guard !isByAgent, publicKey == nil, let key else { return nil }
        return Place.expanded(key)
    }
}
