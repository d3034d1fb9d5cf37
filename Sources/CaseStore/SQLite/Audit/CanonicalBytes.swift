import Crypto
import GRDB
import GRDBSQLite

/// The bytes that a digest of the store is taken over: the same for the same values, and for no others.
///
/// A value is a tag (0 nothing, 1 number, 2 text, 3 bytes), then 8 bytes of the number or 4 bytes of the length with
/// the bytes themselves, big end first. Lengths go before contents, so no two lists of values have the same bytes.
struct CanonicalBytes {
    private(set) var bytes: [UInt8] = []

    /// Forgets everything and keeps the room.
    mutating func reset() { bytes.removeAll(keepingCapacity: true) }

    /// Adds a number, or nothing.
    mutating func append(_ number: Int64?) {
        guard let number else { return bytes.append(0) }
        bytes.append(1)
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// Adds a text, or nothing.
    mutating func append(_ text: String?) {
        guard var text else { return bytes.append(0) }
        text.withUTF8 { append(tag: 2, UnsafeRawBufferPointer($0)) }
    }

    /// Adds bytes, or nothing.
    mutating func append(_ blob: [UInt8]?) {
        guard let blob else { return bytes.append(0) }
        blob.withUnsafeBytes { append(tag: 3, $0) }
    }

    /// Adds bytes as they are, without tag and length; only for a part of fixed length.
    mutating func append(bare digest: [UInt8]) { bytes.append(contentsOf: digest) }

    /// Adds columns of the row that a statement stands on, without copying them first.
    mutating func append(_ columns: Range<Int32>, of statement: SQLiteStatement) {
        for column in columns {
            switch sqlite3_column_type(statement, column) {
            case SQLITE_INTEGER: append(sqlite3_column_int64(statement, column))
            case SQLITE_NULL: bytes.append(0)
            case SQLITE_TEXT: append(tag: 2, CanonicalBytes.text(column, of: statement))
            default: append(tag: 3, CanonicalBytes.blob(column, of: statement))
            }
        }
    }

    /// The SHA-256 of everything added, 32 bytes.
    var digest: [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        writeDigest(to: &digest)
        return digest
    }

    /// Puts the SHA-256 of everything added into 32 bytes that are there already.
    func writeDigest(to digest: inout [UInt8]) {
        var hasher = SHA256()
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        let result = hasher.finalize()
        digest.withUnsafeMutableBytes { target in result.withUnsafeBytes { target.copyMemory(from: $0) } }
    }

    /// The bytes of a text column; they last until the statement moves on.
    static func text(_ column: Int32, of statement: SQLiteStatement) -> UnsafeRawBufferPointer {
        // The text is asked for first: asking for the length may turn the value into UTF-8.
        let start = sqlite3_column_text(statement, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
    }

    /// The bytes of a column of bytes; they last until the statement moves on.
    static func blob(_ column: Int32, of statement: SQLiteStatement) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(statement, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
    }

    private mutating func append(tag: UInt8, _ content: UnsafeRawBufferPointer) {
        bytes.append(tag)
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: content.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: content)
    }
}
