/// A private key at hand, in a file or behind the SSH agent.
package protocol MessageSigner: Sendable {
    /// The public key of what signs.
    var key: SSHPublicKey { get }
    /// The 64 bytes of the key's signature of a message.
    /// - Throws: ``SigningError`` when the agent refuses or does not answer.
    func signature(of message: [UInt8]) throws(SigningError) -> [UInt8]
}

extension MessageSigner {
    /// Signs bytes for a purpose.
    ///
    /// What comes back is verified at once: a signature that its own key does not bear out is never handed on.
    /// - Throws: ``SigningError``.
    package func sign(_ message: [UInt8], namespace: String) throws(SigningError) -> SSHSignature {
        let bytes = try signature(of: SSHSignature.signedBytes(of: message, namespace: namespace))
        let signature = SSHSignature(key: key, namespace: namespace, bytes: bytes)
        guard signature.verifies(message, namespace: namespace) else { throw .wrongSignature }
        return signature
    }
}
