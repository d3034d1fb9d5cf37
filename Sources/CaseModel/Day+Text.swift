extension Day {
    /// ISO 8601, `2017-02-03`.
    public var iso: String {
        padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    /// As determination letters write it, `02/03/2017`.
    public var american: String {
        padded(month, 2) + "/" + padded(day, 2) + "/" + padded(year, 4)
    }

    /// Parses ISO 8601, `2017-02-03`; nil for any other text and for a day that does not exist.
    ///
    /// Read byte by byte: a worklist of thousands of rows goes through here.
    public init?(iso text: some StringProtocol) {
        var parts = (0, 0, 0)
        var count = 0
        for byte in text.utf8 {
            let digit = Int(byte) - 48
            switch count {
            case 4, 7:
                guard byte == UInt8(ascii: "-") else { return nil }
            case 0..<10 where !(0...9).contains(digit): return nil
            case 0..<4: parts.0 = parts.0 * 10 + digit
            case 5..<7: parts.1 = parts.1 * 10 + digit
            case 8..<10: parts.2 = parts.2 * 10 + digit
            default: return nil
            }
            count += 1
        }
        guard count == 10 else { return nil }
        self.init(year: parts.0, month: parts.1, day: parts.2)
    }

    /// Parses month, day, year with `/` or `-` between, zero-padded or not: `02/03/2017`, `2-3-2017`.
    ///
    /// The year has four digits. Nil for any other text and for a day that does not exist.
    public init?(american text: some StringProtocol) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
        guard parts.count == 3, parts[2].utf8.count == 4,
            (1...2).contains(parts[0].utf8.count), (1...2).contains(parts[1].utf8.count),
            let month = Day.digits(parts[0]), let day = Day.digits(parts[1]), let year = Day.digits(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The number that ASCII digits write; nil when anything else is among them (`Int` itself would take a sign).
    private static func digits(_ text: some StringProtocol) -> Int? {
        guard text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

extension Day: CustomStringConvertible {
    /// The same as ``iso``.
    public var description: String { iso }
}

extension Day: Codable {
    /// Decodes an ISO day.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day of the form 2017-02-03")
        }
        self = day
    }

    /// Encodes as an ISO day.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
