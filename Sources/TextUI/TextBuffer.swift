/// Characters with their kinds, kept as `Array(String)` would have them.
struct TextBuffer: Hashable, Sendable {
    private(set) var characters: [Character]
    private(set) var kinds: [GlyphKind]

    /// One change: what stood at a place and what stands there now.
    struct Change: Hashable, Sendable {
        var start: Int
        var removed: [Character]
        var inserted: [Character]

        /// The change that takes this one back.
        var inverse: Change { Change(start: start, removed: inserted, inserted: removed) }
    }

    init(_ text: some StringProtocol) {
        characters = Array(text)
        kinds = characters.map(GlyphKind.of)
    }

    var count: Int { characters.count }

    /// Applies a change as it stands.
    mutating func apply(_ change: Change) {
        let range = change.start..<(change.start + change.removed.count)
        characters.replaceSubrange(range, with: change.inserted)
        kinds.replaceSubrange(range, with: change.inserted.lazy.map(GlyphKind.of))
    }

    /// The change that replaces a range, widened where the new neighbours join to other characters (a mark typed after
    /// its letter), and where the cursor stands after it: behind what was inserted.
    func change(_ range: Range<Int>, to inserted: [Character]) -> (change: Change, cursor: Int) {
        let plain = Change(start: range.lowerBound, removed: Array(characters[range]), inserted: inserted)
        let cursor = range.lowerBound + inserted.count
        guard !isPlain(range.lowerBound - 1) || !isPlain(range.upperBound) || !inserted.allSatisfy(isPlain) else {
            return (plain, cursor)
        }
        var low = range.lowerBound
        while low > 0, !isPlain(low - 1) { low -= 1 }
        low = max(0, low - 1)
        var high = range.upperBound
        while high < count, !isPlain(high) { high += 1 }
        high = min(count, high + 1)
        let before = String(characters[low..<range.lowerBound]) + String(inserted)
        let wide = Array(before + String(characters[range.upperBound..<high]))
        guard wide != merged(low, range, inserted, high) else { return (plain, cursor) }
        // Behind the last scalar that was inserted, at the end of the character that it went into.
        var scalars = before.unicodeScalars.count
        var at = 0
        while at < wide.count, scalars > 0 {
            scalars -= wide[at].unicodeScalars.count
            at += 1
        }
        return (Change(start: low, removed: Array(characters[low..<high]), inserted: wide), low + at)
    }

    private func merged(_ low: Int, _ range: Range<Int>, _ inserted: [Character], _ high: Int) -> [Character] {
        Array(characters[low..<range.lowerBound]) + inserted + Array(characters[range.upperBound..<high])
    }

    private func isPlain(_ offset: Int) -> Bool {
        !characters.indices.contains(offset) || isPlain(characters[offset])
    }

    private func isPlain(_ character: Character) -> Bool { character.utf8.count == 1 }
}

extension TextBuffer {
    /// A pasted or loaded text without what an editor has no use for: line ends become `"\n"`, tabs spaces (one each),
    /// other C0 and C1 controls are dropped.
    static func sanitized(_ text: some StringProtocol) -> [Character] {
        var clean = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            defer { isAfterReturn = scalar == "\r" }
            switch scalar.value {
            case 0x0A where isAfterReturn: continue
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: clean.append("\n")
            case 0x09: clean.append(" ")
            case 0..<0x20, 0x7F..<0xA0: continue
            default: clean.append(scalar)
            }
        }
        return Array(String(clean))
    }

    /// The offset that a word before `offset` begins at.
    func wordStart(before offset: Int) -> Int {
        var at = offset
        while at > 0, !kinds[at - 1].contains(.word) { at -= 1 }
        while at > 0, kinds[at - 1].contains(.word) { at -= 1 }
        return at
    }

    /// The offset that a word after `offset` ends at.
    func wordEnd(after offset: Int) -> Int {
        var at = offset
        while at < count, !kinds[at].contains(.word) { at += 1 }
        while at < count, kinds[at].contains(.word) { at += 1 }
        return at
    }

    /// The offset after the last space before `offset`, the spaces right before it skipped.
    func spaceStart(before offset: Int) -> Int {
        var at = offset
        while at > 0, !kinds[at - 1].isDisjoint(with: [.space, .newline]) { at -= 1 }
        while at > 0, kinds[at - 1].isDisjoint(with: [.space, .newline]) { at -= 1 }
        return at
    }

    /// The line, by its line ends, that `offset` stands on, without its line end.
    func line(around offset: Int) -> Range<Int> {
        var low = offset
        while low > 0, kinds[low - 1] != .newline { low -= 1 }
        var high = offset
        while high < count, kinds[high] != .newline { high += 1 }
        return low..<high
    }
}
