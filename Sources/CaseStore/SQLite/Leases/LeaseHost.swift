import Foundation

/// The process that holds a lease, and what can be known of others on its host.
///
/// A process is named by its id and its time of start, since ids are given again; and by the boot of the host with the
/// space of ids it lives in, since an id means nothing elsewhere.
public struct LeaseHost: Sendable {
    /// The boot and the space of process ids; another boot has another name.
    public var boot: String
    /// The id of the process.
    public var pid: Int32
    /// When the process was started, in ticks since the boot.
    public var started: Int64
    /// Seconds since the host was started; a stepping clock does not touch it.
    public var uptime: @Sendable () -> Int64
    /// When a process was started, in ticks since the boot; nil when there is none of this id.
    public var start: @Sendable (Int32) -> Int64?

    /// A host from its parts.
    public init(
        boot: String, pid: Int32, started: Int64, uptime: @escaping @Sendable () -> Int64,
        start: @escaping @Sendable (Int32) -> Int64?
    ) {
        self.boot = boot
        self.pid = pid
        self.started = started
        self.uptime = uptime
        self.start = start
    }

    /// This process on this host.
    public static let current = LeaseHost(
        boot: bootName(), pid: getpid(), started: startTime(of: getpid()) ?? 0,
        uptime: {
            var time = timespec()
            #if os(Linux)
                clock_gettime(CLOCK_BOOTTIME, &time)
            #else
                clock_gettime(CLOCK_MONOTONIC, &time)
            #endif
            return Int64(time.tv_sec)
        }, start: startTime(of:))

    private static func bootName() -> String {
        let boot = text("/proc/sys/kernel/random/boot_id").trimmingCharacters(in: .whitespacesAndNewlines)
        let space = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
        return boot + " " + (space ?? "")
    }

    private static func startTime(of pid: Int32) -> Int64? {
        // proc(5): the 22nd field; the second is the name in parentheses, which may hold anything.
        let stat = text("/proc/\(pid)/stat")
        guard let end = stat.lastIndex(of: ")") else { return nil }
        let fields = stat[stat.index(after: end)...].split(separator: " ")
        // A process that has ended and was not waited for holds nothing any more.
        guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
        return Int64(fields[19])
    }

    private static func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
}
