/// Looks for characters in a text as they were typed, without regard to case.
///
/// The screen marks with it what it shows and the store counts with it what it does not, so that the two agree.
public struct PhraseSearch: Hashable, Sendable {
    private let wanted: [Character]
    /// The same in bytes, where all of it is ASCII.
    private let bytes: [UInt8]?

    /// A search; nil when there is nothing to look for.
    public init?(_ words: String) {
        guard !words.isEmpty else { return nil }
        wanted = Array(words.lowercased())
        let folded = wanted.map { $0.asciiValue ?? 0xFF }
        bytes = folded.allSatisfy { $0 < 0x80 } ? folded : nil
    }

    /// Where it stands in a text, in characters, from left to right, none over another; a line end counts as a space.
    public func ranges(in text: some StringProtocol) -> [Range<Int>] {
        if let quick = bytesRanges(in: text) { return quick }
        // Folded character by character: lower-casing the whole could change the count.
        let folded = text.map { $0 == "\n" ? " " : $0.lowercased().first ?? $0 }
        return PhraseSearch.ranges(of: wanted, in: folded[...])
    }

    /// How often it stands on the lines of a page.
    public func count(onLinesOf page: String) -> Int {
        let quick: Int?? = bytes.flatMap { wanted in
            page.utf8.withContiguousStorageIfAvailable { PhraseSearch.count(of: wanted, in: $0) }
        }
        return (quick ?? nil) ?? page.split(separator: "\n").reduce(0) { $0 + ranges(in: $1).count }
    }

    /// The count in bytes; nil where what follows a place may be a mark upon its last letter, which makes it another.
    private static func count(of wanted: [UInt8], in page: UnsafeBufferPointer<UInt8>) -> Int? {
        var found = 0
        var at = 0
        while at + wanted.count <= page.count {
            var same = 0
            while same < wanted.count, folded(page[at + same]) == wanted[same] { same += 1 }
            guard same == wanted.count else {
                at += 1
                continue
            }
            at += same
            if at < page.count, page[at] >= 0x80 { return nil }
            found += 1
        }
        return found
    }

    private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// The same over bytes, where every byte is a character; nil where not.
    private func bytesRanges(in text: some StringProtocol) -> [Range<Int>]? {
        guard let bytes else { return nil }
        let result: [Range<Int>]?? = text.utf8.withContiguousStorageIfAvailable { content in
            var folded: [UInt8] = []
            folded.reserveCapacity(content.count)
            for byte in content {
                guard byte < 0x80, byte != 0x0D else { return nil }
                folded.append(byte == 0x0A ? 0x20 : PhraseSearch.folded(byte))
            }
            return PhraseSearch.ranges(of: bytes, in: folded[...])
        }
        return result ?? nil
    }

    private static func ranges<Unit: Equatable>(of wanted: [Unit], in text: ArraySlice<Unit>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = 0
        while at + wanted.count <= text.count {
            if text[at] == wanted[0], text[at..<(at + wanted.count)].elementsEqual(wanted) {
                found.append(at..<(at + wanted.count))
                at += wanted.count
            } else {
                at += 1
            }
        }
        return found
    }
}

/// How often searched characters stand on a page of a record.
public struct PageMatches: Hashable, Sendable {
    /// The record, from 1.
    public var record: Int
    /// Its page, from 1.
    public var page: Int
    /// How often, 1 at least.
    public var count: Int

    /// A page from its parts.
    public init(record: Int, page: Int, count: Int) {
        self.record = record
        self.page = page
        self.count = count
    }
}
