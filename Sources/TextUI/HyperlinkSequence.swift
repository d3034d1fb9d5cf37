/// The sequence by which a terminal takes cells for a link (OSC 8).
public enum HyperlinkSequence {
    /// Ends the link.
    public static let end = "\u{1B}]8;;\u{1B}\\"

    /// Begins a link to an address; nil for anything but an address, so that nothing else can get into a sequence.
    public static func begin(_ address: String) -> String? {
        let found = WebAddress.all(in: address)
        guard found.count == 1, found[0].text == address else { return nil }
        return "\u{1B}]8;;\(address)\u{1B}\\"
    }
}
