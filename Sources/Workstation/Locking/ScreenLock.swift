internal import TextUI

/// When the screen is locked by itself, and who unlocks it.
public struct LockRule: Hashable, Sendable {
    /// After so many milliseconds without a key; nil for never.
    public var idleMilliseconds: Int?
    /// Who sits here, as the locked screen says; empty for nobody that is known.
    public var owner: String

    /// A rule from its parts.
    public init(idleMilliseconds: Int? = nil, owner: String = "") {
        self.idleMilliseconds = idleMilliseconds
        self.owner = owner
    }
}

/// A screen that is locked: whatever the workstation shows lies hidden beneath, and goes on.
struct LockedScreen: Hashable, Sendable {
    /// Since when; nil until the terminal is cleared.
    var since: ClockTime?
    /// Whether a passphrase unlocks it; else Enter does.
    var asksPassphrase = false
    /// What is typed of the passphrase.
    var field = LineField()
    /// Whether a passphrase is being compared.
    var isComparing = false
    /// Whether keys are not taken for a while, after a wrong one.
    var isWaiting = false
    /// How many wrong ones were typed.
    var failures = 0
    /// Why the passphrase could not be compared.
    var problem: String?

    /// The milliseconds to wait after the last wrong one.
    var delay: Int { UnlockDelay.milliseconds(after: failures) }
}

/// How long a passphrase is not taken after wrong ones.
package enum UnlockDelay {
    /// A second, twice as long each time, half a minute at most.
    package static func milliseconds(after failures: Int) -> Int { min(30_000, 1_000 << min(max(failures - 1, 0), 5)) }
}
