/// What happens to the lock of a screen, as the audit log tells it.
public enum ScreenLockStep: String, Hashable, Sendable, CaseIterable {
    /// The screen was locked.
    case locked = "screen.locked"
    /// It was unlocked.
    case unlocked = "screen.unlocked"
    /// A wrong passphrase was typed.
    case refused = "screen.unlock-refused"
}
