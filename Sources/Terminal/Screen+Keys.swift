import CNcurses
public import TextUI

extension Screen {
    /// How long an Escape waits for what would make a sequence of it.
    static let escapeDelayMilliseconds: Int32 = 25

    /// All keys that wait, without waiting for any: a frame follows them all, not each.
    ///
    /// Only a lone Escape waits, 25 ms, for what may follow it. ``isAtEnd`` tells that the input has ended.
    public func readKeys() -> [Key] {
        var keys: [Key] = []
        var bytes = [UInt8](repeating: 0, count: 65536)
        while !isAtEnd {
            let found = imr_wait(-1, decoder.isWaiting ? Screen.escapeDelayMilliseconds : 0)
            if found & Int32(IMR_INTERRUPTED) != 0 { continue }
            guard found & Int32(IMR_READY) != 0 else {
                isAtEnd = found & Int32(IMR_GONE) != 0
                return keys + (decoder.isWaiting ? decoder.flush() : [])
            }
            let count = imr_read(0, &bytes, bytes.count)
            guard count > 0 else {
                isAtEnd = count != -2
                return keys
            }
            keys += decoder.feed(bytes.prefix(count))
            // A flood must not keep the screen from being drawn.
            if keys.count >= 4096 { return keys }
        }
        return keys
    }
}
