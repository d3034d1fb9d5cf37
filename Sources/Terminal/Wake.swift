/// Why waiting ended; several things may have happened.
nonisolated public struct Wake: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16

    /// A set from its bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Keys can be read.
    public static let input = Wake(rawValue: 1 << 0)
    /// The window has another size.
    public static let resize = Wake(rawValue: 1 << 1)
    /// The terminal is gone: save and leave, nobody reads the screen.
    public static let hangup = Wake(rawValue: 1 << 2)
    /// Somebody asks the program to end: save and leave.
    public static let terminate = Wake(rawValue: 1 << 3)
    /// The program was stopped and goes on: the screen is to be painted anew.
    public static let continued = Wake(rawValue: 1 << 4)
    /// Somebody asks the program to stop for a while, as Ctrl-Z would.
    public static let suspend = Wake(rawValue: 1 << 5)
    /// A message lies in a mailbox.
    public static let posted = Wake(rawValue: 1 << 6)
    /// The time has passed.
    public static let timeout = Wake(rawValue: 1 << 7)
}
