/// Writes the binary form that SSH gives its messages: lengths of four bytes, most significant first (RFC 4251, 5).
struct SSHWriter {
    private(set) var bytes: [UInt8] = []

    /// Appends bytes as they are.
    mutating func raw(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// Appends a number of four bytes.
    mutating func number(_ value: UInt32) {
        for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    /// Appends bytes after their count.
    mutating func string(_ more: some Collection<UInt8>) {
        number(UInt32(truncatingIfNeeded: more.count))
        bytes.append(contentsOf: more)
    }

    /// Appends a text in UTF-8 after its count.
    mutating func string(_ text: String) { string(Array(text.utf8)) }
}
