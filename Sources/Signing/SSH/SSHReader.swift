/// Reads the binary form that SSH gives its messages (RFC 4251, 5); nil where the bytes do not suffice.
struct SSHReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: some Sequence<UInt8>) { rest = ArraySlice(bytes) }

    /// Whether all was read.
    var isAtEnd: Bool { rest.isEmpty }

    /// What was not read yet.
    var remaining: [UInt8] { Array(rest) }

    /// So many bytes as they are.
    mutating func raw(_ count: Int) -> [UInt8]? {
        guard count >= 0, rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    /// A number of four bytes.
    mutating func number() -> UInt32? { raw(4)?.reduce(0) { $0 << 8 | UInt32($1) } }

    /// Bytes after their count.
    mutating func string() -> [UInt8]? {
        guard let count = number() else { return nil }
        return raw(Int(count))
    }

    /// A text after its count.
    mutating func text() -> String? { string().flatMap { String(validating: $0, as: UTF8.self) } }
}
