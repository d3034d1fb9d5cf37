/// The SSH agent, which holds keys and signs with them; over SSH it may be the one on the reviewer's own machine.
///
/// Source: draft-miller-ssh-agent, 3 (messages 5, 11 to 14).
package struct SSHAgent: Sendable {
    /// Where it listens.
    package let path: String
    /// How long it may take for one question; a key that asks for confirmation needs a hand at the keyboard.
    package let timeout: Duration

    /// The agent at a path, as `SSH_AUTH_SOCK` names it.
    /// - Throws: ``SigningError/noAgent`` when the path is nil or empty.
    package init(path: String?, timeout: Duration = .seconds(10)) throws(SigningError) {
        guard let path, !path.isEmpty else { throw .noAgent }
        self.path = path
        self.timeout = timeout
    }

    private enum Message {
        static let failure: UInt8 = 5
        static let listRequest: UInt8 = 11
        static let list: UInt8 = 12
        static let signRequest: UInt8 = 13
        static let signed: UInt8 = 14
    }

    /// The Ed25519 keys that it holds, in its order; keys of other kinds are passed over.
    /// - Throws: ``SigningError``.
    package func keys() throws(SigningError) -> [SSHPublicKey] {
        let socket = try AgentSocket(path: path, timeout: timeout)
        var reader = SSHReader(try socket.ask([Message.listRequest]))
        guard reader.raw(1) == [Message.list], let count = reader.number() else { throw .agentNotUnderstood }
        var keys: [SSHPublicKey] = []
        // Each key takes bytes of the answer, so a count that lies runs out of them.
        for _ in 0..<count {
            guard let blob = reader.string(), reader.string() != nil else { throw .agentNotUnderstood }
            if let key = SSHPublicKey(blob: blob) { keys.append(key) }
        }
        return keys
    }

    /// The first of its keys that is among some.
    /// - Throws: ``SigningError/agentHasNoKey(count:)`` when it holds none of them.
    package func signer(among registered: [SSHPublicKey]) throws(SigningError) -> AgentKey {
        let held = try keys()
        guard let key = held.first(where: registered.contains) else { throw .agentHasNoKey(count: held.count) }
        return AgentKey(agent: self, key: key)
    }

    func signature(of message: [UInt8], by key: SSHPublicKey) throws(SigningError) -> [UInt8] {
        var request = SSHWriter()
        request.raw([Message.signRequest])
        request.string(key.blob)
        request.string(message)
        request.number(0)
        var reader = SSHReader(try AgentSocket(path: path, timeout: timeout).ask(request.bytes))
        guard let kind = reader.raw(1)?.first, kind != Message.failure else { throw .agentRefused }
        guard kind == Message.signed, let packed = reader.string(), reader.isAtEnd,
            let bytes = SSHSignature.bytes(packed: packed)
        else { throw .agentNotUnderstood }
        return bytes
    }
}

/// A key that an agent holds.
package struct AgentKey: MessageSigner {
    let agent: SSHAgent
    package let key: SSHPublicKey

    package func signature(of message: [UInt8]) throws(SigningError) -> [UInt8] {
        try agent.signature(of: message, by: key)
    }
}
