/// A web address that stands in a text as itself.
public struct WebAddress: Hashable, Sendable {
    /// Where it stands, in characters of the text.
    public let range: Range<Int>
    /// The address: ASCII letters, digits and the signs of RFC 3986 alone.
    public let text: String

    /// The most characters of an address; terminals take 2,083 bytes.
    public static let limit = 2_000

    /// The addresses of a text, from left to right.
    ///
    /// One begins with `https://` or `http://` where no letter or digit stands before it, and ends before the first
    /// character that an address cannot hold; full stops, commas and closing signs at its end belong to the sentence.
    /// What is longer than ``limit`` is none.
    public static func all(in text: some StringProtocol) -> [WebAddress] {
        // Most texts have none, and are told apart by their bytes.
        guard text.utf8.contains(UInt8(ascii: ":")) else { return [] }
        let characters = Array(text)
        var found: [WebAddress] = []
        var at = 0
        while at < characters.count {
            guard characters[at] == "h", at == 0 || !(characters[at - 1].isLetter || characters[at - 1].isNumber),
                let scheme = schemes.first(where: { characters[at...].starts(with: $0) })
            else {
                at += 1
                continue
            }
            let host = at + scheme.count
            var end = host
            while end < characters.count, isAllowed(characters[end]) { end += 1 }
            while end > host, closing.contains(characters[end - 1]) { end -= 1 }
            if end > host, end - at <= limit, characters[host].isLetter || characters[host].isNumber {
                found.append(WebAddress(range: at..<end, text: String(characters[at..<end])))
            }
            at = max(end, at + 1)
        }
        return found
    }

    private static let schemes: [[Character]] = [Array("https://"), Array("http://")]
    private static let closing: Set<Character> = [".", ",", ";", ":", "!", "?", ")", "]", "'"]

    /// Whether an address may hold a character: none of them drives a terminal.
    static func isAllowed(_ character: Character) -> Bool {
        guard let byte = character.asciiValue, character.utf8.count == 1 else { return false }
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return true
        default: return "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
        }
    }
}
