import Foundation
import Synchronization

@testable import Signing

/// An agent that answers as it is told, once for each connection, on a thread of its own.
final class FakeAgent: Sendable {
    let path: String
    private let listener: Int32
    private let isDone = Atomic(false)

    /// - Parameter answer: the bytes to send for a message (without its length), length and all; nil hangs up, empty
    ///   stays silent.
    init(in folder: TemporaryFolder, answer: @escaping @Sendable ([UInt8]) -> [UInt8]?) throws {
        path = folder.path + "/agent"
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, listen(listener, 8) == 0 else { throw POSIXError(.EADDRINUSE) }
        Thread.detachNewThread { [self] in serve(answer) }
    }

    func stop() {
        isDone.store(true, ordering: .relaxed)
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve(_ answer: ([UInt8]) -> [UInt8]?) {
        while !isDone.load(ordering: .relaxed) {
            let peer = accept(listener, nil, nil)
            guard peer >= 0 else { return }
            defer { close(peer) }
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = recv(peer, &bytes, bytes.count, 0)
            guard count > 4, let reply = answer(Array(bytes[4..<count])) else { continue }
            // Longer than anybody waits, even on a machine that is busy elsewhere.
            if reply.isEmpty { usleep(5_000_000) }
            _ = send(peer, reply, reply.count, Int32(MSG_NOSIGNAL))
        }
    }
}

/// A message with its length in front.
func framed(_ write: (inout SSHWriter) -> Void) -> [UInt8] {
    var inner = SSHWriter()
    write(&inner)
    var outer = SSHWriter()
    outer.string(inner.bytes)
    return outer.bytes
}
