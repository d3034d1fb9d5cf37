extension VisibleText {
    /// A whole text made visible, for what leaves the program other than by a frame; line ends stay.
    public static func text(of text: some StringProtocol) -> String {
        var visible = ""
        visible.reserveCapacity(text.utf8.count)
        for character in text {
            visible.append(character == "\n" || character == "\r\n" ? "\n" : VisibleText.of(character).character)
        }
        return visible
    }

    /// A text with each tab replaced by the spaces up to the next stop; stops are counted from the last line end.
    public static func expandTabs(_ text: some StringProtocol, every stop: Int = 8) -> String {
        let text = String(text)
        guard text.utf8.contains(0x09) else { return text }
        let stop = max(1, stop)
        var expanded = ""
        var column = 0
        for character in text {
            if character == "\t" {
                let spaces = stop - column % stop
                expanded.append(contentsOf: repeatElement(" ", count: spaces))
                column += spaces
            } else {
                expanded.append(character)
                column = character.isNewline ? 0 : column + VisibleText.of(character).width
            }
        }
        return expanded
    }
}
