import Synchronization

/// Messages for the event loop, posted from any thread.
nonisolated public final class Mailbox<Message: Sendable>: Sendable {
    private let messages = Mutex<[Message]>([])
    private let waker: Waker

    /// A mailbox that wakes a loop.
    public init(waker: Waker) { self.waker = waker }

    /// Posts a message and wakes the loop.
    public func post(_ message: Message) {
        let isFirst = messages.withLock { messages in
            messages.append(message)
            return messages.count == 1
        }
        // Those before it have woken the loop already.
        if isFirst { waker.wake() }
    }

    /// All messages in the order they were posted; then the box is empty.
    public func takeAll() -> [Message] {
        messages.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
