import Foundation

/// The UNIX socket at which an SSH agent listens: one question at a time, all within a deadline.
///
/// An agent may be at the far end of a forwarded connection that has died without a word, so nothing waits for ever.
final class AgentSocket {
    private let descriptor: Int32
    private let deadline: ContinuousClock.Instant
    private let timeout: Duration

    /// The largest answer that is taken, as in OpenSSH itself.
    private static let limit = 256 * 1024

    /// Connects to the agent at a path.
    init(path: String, timeout: Duration) throws(SigningError) {
        let socket = AgentSocket.make()
        guard socket >= 0 else { throw .agentUnreachable(reason: String(cString: strerror(errno))) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        guard name.count < MemoryLayout.size(ofValue: address.sun_path), !name.contains(0) else {
            close(socket)
            throw .agentUnreachable(reason: "the path of its socket is too long")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard connected == 0 else {
            // Over a UNIX socket there is no connection under way: EAGAIN means that the agent's queue is full.
            let reason = String(cString: strerror(errno))
            close(socket)
            throw .agentUnreachable(reason: reason)
        }
        descriptor = socket
        self.timeout = timeout
        deadline = ContinuousClock.now + timeout
    }

    deinit { close(descriptor) }

    private static func make() -> Int32 {
        #if canImport(Darwin)
            let made = socket(AF_UNIX, SOCK_STREAM, 0)
            if made >= 0 { _ = fcntl(made, F_SETFL, O_NONBLOCK) }
            return made
        #else
            return socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        #endif
    }

    /// Sends a message and waits for the answer; both without the count in front.
    func ask(_ message: [UInt8]) throws(SigningError) -> [UInt8] {
        var writer = SSHWriter()
        writer.string(message)
        try send(writer.bytes)
        var reader = SSHReader(try receive(4))
        guard let count = reader.number(), (1...UInt32(AgentSocket.limit)).contains(count) else {
            throw .agentNotUnderstood
        }
        return try receive(Int(count))
    }

    private func send(_ bytes: [UInt8]) throws(SigningError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            try wait(for: Int16(POLLOUT))
            // A peer that is gone must be an error here, not a signal that ends the program.
            let count = rest.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, noSignal) }
            if count > 0 { rest = rest.dropFirst(count) } else { try goOn(count) }
        }
    }

    private func receive(_ wanted: Int) throws(SigningError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(wanted)
        var part = [UInt8](repeating: 0, count: min(wanted, 65_536))
        while bytes.count < wanted {
            try wait(for: Int16(POLLIN))
            let room = min(part.count, wanted - bytes.count)
            let count = part.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, room, 0) }
            if count > 0 { bytes += part.prefix(count) } else { try goOn(count) }
        }
        return bytes
    }

    /// Returns when the call is to be made again.
    private func goOn(_ count: Int) throws(SigningError) {
        guard count < 0 else { throw .agentClosed }
        guard errno == EINTR || errno == EAGAIN else { throw .agentClosed }
    }

    private func wait(for events: Int16) throws(SigningError) {
        while true {
            let left = deadline - ContinuousClock.now
            let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
            guard milliseconds > 0 else { throw .agentSilent(seconds: Int(timeout.components.seconds)) }
            var wanted = pollfd(fd: descriptor, events: events, revents: 0)
            let ready = poll(&wanted, 1, Int32(clamping: milliseconds))
            if ready > 0 { return }
            guard ready == 0 || errno == EINTR else { throw .agentClosed }
        }
    }
}

#if canImport(Darwin)
    private let noSignal: Int32 = 0
#else
    private let noSignal = Int32(MSG_NOSIGNAL)
#endif
