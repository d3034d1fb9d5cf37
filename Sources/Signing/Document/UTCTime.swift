package import CaseModel

/// A second of Coordinated Universal Time.
package struct UTCTime: Hashable, Sendable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z, within the years 1 to 9999.
    package let seconds: Int64

    /// 1970-01-01T00:00:00Z.
    package static let epoch = UTCTime(seconds: 0, ())

    private init(seconds: Int64, _: Void) { self.seconds = seconds }

    /// The time so many seconds after 1970-01-01T00:00:00Z; nil outside the years 1 to 9999.
    package init?(seconds: Int64) {
        guard (-62_135_596_800...253_402_300_799).contains(seconds) else { return nil }
        self.seconds = seconds
    }

    /// Parses ISO 8601 in its one form here, `2026-11-22T20:06:30Z`; nil for any other text.
    package init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
            let day = Day(iso: text.prefix(10))
        else { return nil }
        self.init(day: day, clock: Array(bytes[11...12] + bytes[14...15] + bytes[17...18]))
    }

    /// Parses a time of an allowed signers file, `20261122Z`, `202611222006Z` or `20261122200630Z`.
    ///
    /// Without the `Z` the time would be that of whatever machine reads it, so that is not taken.
    package init?(signersFile text: String) {
        let bytes = Array(text.utf8)
        guard bytes.last == UInt8(ascii: "Z"), [9, 13, 15].contains(bytes.count),
            let year = UTCTime.number(bytes[0..<4]), let month = UTCTime.number(bytes[4..<6]),
            let ofMonth = UTCTime.number(bytes[6..<8]), let day = Day(year: year, month: month, day: ofMonth)
        else { return nil }
        self.init(day: day, clock: Array((bytes[8...].dropLast() + Array("000000".utf8)).prefix(6)))
    }

    private init?(day: Day, clock: [UInt8]) {
        guard let hour = UTCTime.number(clock[0..<2]), let minute = UTCTime.number(clock[2..<4]),
            let second = UTCTime.number(clock[4..<6]), hour < 24, minute < 60, second < 60
        else { return nil }
        self.init(seconds: Int64(day.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }

    /// The day of it.
    package var day: Day {
        Day(daysSinceEpoch: Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400)) ?? .epoch
    }

    /// ISO 8601, `2026-11-22T20:06:30Z`.
    package var iso: String { day.iso + "T" + clock.joined(separator: ":") + "Z" }

    /// As an allowed signers file has it, `20261122200630Z`.
    package var signersFile: String { day.iso.filter { $0 != "-" } + clock.joined() + "Z" }

    private var clock: [String] {
        let second = Int(seconds) - day.daysSinceEpoch * 86_400
        return [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    }

    /// Chronological order.
    package static func < (a: UTCTime, b: UTCTime) -> Bool { a.seconds < b.seconds }
}
