import CNcurses
import TextUI

extension Screen {
    /// Asks the terminal to take a text into its clipboard; whether it does, none tells.
    ///
    /// - Returns: false for a text that is too long (``ClipboardSequence/limit``): nothing is sent then.
    @discardableResult
    public func copy(_ text: String) -> Bool {
        guard let bytes = ClipboardSequence.bytes(for: text) else { return false }
        imr_send_all(bytes, bytes.count)
        return true
    }
}
