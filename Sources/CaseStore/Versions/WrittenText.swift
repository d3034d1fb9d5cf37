/// A text of which versions are kept, compared with what was written after it and before it.
struct WrittenText {
    /// So many bytes may go from the text of a version that grows on: a word was put otherwise.
    static let littleText = 40

    private let bytes: [UInt8]

    /// A text in UTF-8.
    init(_ text: String) { bytes = Array(text.utf8) }

    /// Whether a version of this text may be written over by what follows, with nothing of it lost.
    /// - Parameters:
    ///   - next: what follows.
    ///   - before: the text of the version before, which stays; nil when there is none.
    func mayGive(way next: WrittenText, after before: String?) -> Bool {
        if let before, kept(in: WrittenText(before)) == bytes.count { return true }
        return next.bytes.count >= bytes.count && bytes.count - kept(in: next) < WrittenText.littleText
    }

    /// How many bytes of the text stand at the beginning and at the end of another one.
    private func kept(in other: WrittenText) -> Int {
        let most = min(bytes.count, other.bytes.count)
        let start = zip(bytes, other.bytes).prefix { $0 == $1 }.count
        let ends = zip(bytes.reversed(), other.bytes.reversed()).prefix(most - start)
        return start + ends.prefix { $0 == $1 }.count
    }
}
