import CNcurses

/// Waits for whatever comes first: a key, a signal, a message, the time.
///
/// A signal does nothing but write its number into a pipe that is waited upon; so no code of ours ever runs within one.
/// At most one loop lives at a time.
public final class EventLoop {
    private let readEnd: Int32
    /// What wakes the loop from any thread.
    public let waker: Waker

    /// A loop that catches signals from now on.
    public init() throws(TerminalError) {
        var ends: (Int32, Int32) = (-1, -1)
        let isOpen = withUnsafeMutableBytes(of: &ends) {
            imr_open_pipe($0.assumingMemoryBound(to: Int32.self).baseAddress)
        }
        guard isOpen else { throw .noPipe }
        readEnd = ends.0
        waker = Waker(descriptor: ends.1)
        SignalTraps.set(pipe: ends.1)
    }

    /// Gives the signals back their usual meaning. The pipe stays open for those who may still post.
    public func close() { SignalTraps.release() }

    /// Waits until something happens, at most so many milliseconds; nil waits without end.
    public func wait(timeoutMilliseconds: Int?) -> Wake {
        let deadline = timeoutMilliseconds.map { Deadline(milliseconds: $0) }
        while true {
            let found = imr_wait(readEnd, deadline?.pollMilliseconds() ?? -1)
            if found & Int32(IMR_INTERRUPTED) != 0 { continue }
            if found == 0 {
                // Only a part of a long wait may be over; nothing has happened then.
                if deadline?.isOver() == false { continue }
                return .timeout
            }
            var wake: Wake = []
            if found & Int32(IMR_READY) != 0 { wake.insert(.input) }
            if found & Int32(IMR_GONE) != 0 { wake.insert(.hangup) }
            if found & Int32(IMR_PIPE) != 0 { wake.formUnion(drain()) }
            if !wake.isEmpty { return wake }
        }
    }

    private func drain() -> Wake {
        var wake: Wake = []
        var bytes = [UInt8](repeating: 0, count: 256)
        while true {
            let count = imr_read(readEnd, &bytes, bytes.count)
            guard count > 0 else { return wake }
            for byte in bytes.prefix(count) { wake.formUnion(SignalTraps.wake(for: byte)) }
        }
    }
}

/// Wakes an event loop, from any thread.
nonisolated public struct Waker: Sendable {
    private let descriptor: Int32

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// Ends the wait of the loop, now or at its next one.
    public func wake() { imr_write_byte(descriptor, Waker.postedByte) }

    /// No signal has this number.
    static let postedByte: UInt8 = 0
}
