import Foundation
import GRDB

/// The index of word triples (shingles) by which copies of a passage are found.
///
/// Every three words in a row, running on over the passages of a section, have a hash of 32 bits; an entry is this hash
/// and, below it, edition and place of the passage in which the first word stands. A segment holds the entries of one
/// or more imports, sorted, in buckets by the high bits of the hash, so many that a bucket has some hundred entries:
/// a look-up reads one row, whatever the size of the library, and nothing is loaded beforehand. As in a log-structured
/// merge tree, an import adds a segment and merges it with those that are not much larger.
enum ShingleIndex {
    /// About how many entries stand in a bucket.
    private static let bucketSize = 256

    /// Adds entries as a segment; takes smaller segments in.
    static func add(_ entries: consuming [UInt64], in db: Database) throws {
        var all = entries
        let segments = try Row.fetchAll(db, sql: "SELECT id, entries FROM shingle_segment ORDER BY entries, id")
        for segment in segments {
            let (id, count): (Int64, Int) = (segment[0], segment[1])
            guard count < 2 * all.count else { break }
            all.reserveCapacity(all.count + count)
            try read(segment: id, into: &all, in: db)
            try db.execute(sql: "DELETE FROM shingle WHERE segment_id = :id", arguments: ["id": id])
            try db.execute(sql: "DELETE FROM shingle_segment WHERE id = :id", arguments: ["id": id])
        }
        try write(all, in: db)
    }

    private static func read(segment: Int64, into entries: inout [UInt64], in db: Database) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT postings FROM shingle WHERE segment_id = :id ORDER BY bucket", arguments: ["id": segment])
        while let row = try rows.next() {
            try row.withUnsafeData(atIndex: 0) { data in
                data?.withUnsafeBytes { bytes in
                    for at in stride(from: 0, to: bytes.count - 7, by: 8) { entries.append(entry(bytes, at)) }
                }
            }
        }
    }

    /// Writes a segment: entries go to their buckets by counting, and each bucket is sorted by itself.
    private static func write(_ entries: [UInt64], in db: Database) throws {
        var bits = 0
        while bits < 20, entries.count >> bits > bucketSize { bits += 1 }
        try db.execute(
            sql: "INSERT INTO shingle_segment (bits, entries) VALUES (:bits, :entries)",
            arguments: ["bits": bits, "entries": entries.count])
        let segment = db.lastInsertedRowID
        let shift = UInt64(64 - bits)
        func bucket(_ entry: UInt64) -> Int { bits == 0 ? 0 : Int(entry >> shift) }
        var starts = [Int](repeating: 0, count: 1 << bits + 1)
        for entry in entries { starts[bucket(entry) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var places = starts
        var sorted = [UInt64](repeating: 0, count: entries.count)
        for entry in entries {
            let index = bucket(entry)
            sorted[places[index]] = entry
            places[index] += 1
        }
        let statement = try db.makeStatement(
            sql: "INSERT INTO shingle (segment_id, bucket, postings) VALUES (:segment, :bucket, :postings)")
        for index in 0..<(1 << bits) where starts[index] < starts[index + 1] {
            let range = starts[index]..<starts[index + 1]
            sorted[range].sort()
            let data = sorted[range].withUnsafeBytes { Data($0) }
            try statement.execute(arguments: ["segment": segment, "bucket": index, "postings": data])
        }
    }

    /// Where each of several shingles stands: for each, the postings of edition and place.
    ///
    /// Of a shingle that stands in more than `most` places only the last of them are given, those of the editions
    /// imported last.
    static func postings(of shingles: [UInt32], most: Int, in db: Database) throws -> [[UInt32]] {
        var result = [[UInt32]](repeating: [], count: shingles.count)
        let segments = try Row.fetchAll(db.cachedStatement(sql: "SELECT id, bits FROM shingle_segment"))
        let order = shingles.indices.sorted { shingles[$0] < shingles[$1] }
        let statement = try db.cachedStatement(
            sql: "SELECT postings FROM shingle WHERE segment_id = :segment AND bucket = :bucket")
        for segment in segments {
            let (id, bits): (Int64, Int) = (segment[0], segment[1])
            var at = 0
            while at < order.count {
                let bucket = bits == 0 ? 0 : Int(shingles[order[at]] >> UInt32(32 - bits))
                var end = at + 1
                while end < order.count, bits == 0 || Int(shingles[order[end]] >> UInt32(32 - bits)) == bucket {
                    end += 1
                }
                let rows = try Row.fetchCursor(statement, arguments: ["segment": id, "bucket": bucket])
                if let row = try rows.next() {
                    try row.withUnsafeData(atIndex: 0) { data in
                        data?.withUnsafeBytes { bytes in
                            for index in order[at..<end] {
                                take(shingles[index], from: bytes, most: most, into: &result[index])
                            }
                        }
                    }
                }
                at = end
            }
        }
        return result
    }

    private static func take(_ shingle: UInt32, from data: UnsafeRawBufferPointer, most: Int, into list: inout [UInt32])
    {
        let count = data.count / 8
        func lowerBound(_ value: UInt64) -> Int {
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if entry(data, middle * 8) < value { low = middle + 1 } else { high = middle }
            }
            return low
        }
        var start = lowerBound(UInt64(shingle) << 32)
        let end = shingle == .max ? count : lowerBound(UInt64(shingle + 1) << 32)
        start = max(start, end - most)
        for index in start..<max(start, end) {
            let posting = UInt32(truncatingIfNeeded: entry(data, index * 8))
            if list.last != posting { list.append(posting) }
        }
    }

    @inline(__always)
    private static func entry(_ data: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: data.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
