import CaseModel

/// Foreign text for a letter: whatever a screen or a viewer would act on, or what would hide something, is made visible.
///
/// The rule is that of the screen, with stand-ins that typefaces have: control, private and unassigned characters
/// become `�`, zero-width and bidirectional controls, soft hyphens, variation selectors and tags `·`, flags `⚑`; every
/// kind of space is a space.
enum VisibleProse {
    /// Running text, normalized as ``Prose`` does and made visible.
    static func of(_ text: String) -> String {
        let normal = Prose.normalized(text)
        // Nearly all text is printable ASCII and needs no second look.
        guard normal.utf8.contains(where: { ($0 < 0x20 && $0 != 10) || $0 >= 0x7F }) else { return normal }
        var visible = String.UnicodeScalarView()
        for scalar in normal.unicodeScalars { visible.append(standIn(scalar) ?? scalar) }
        return Prose.normalized(String(visible))
    }

    /// Running text of one paragraph.
    static func line(_ text: String) -> String {
        of(text).split(separator: "\n").joined(separator: " ")
    }

    private static func standIn(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar == "\n" || (0x20..<0x7F).contains(scalar.value) { return nil }
        if (0x1F1E6...0x1F1FF).contains(scalar.value) { return "⚑" }
        let properties = scalar.properties
        return switch properties.generalCategory {
        case .control, .privateUse, .unassigned, .surrogate: "\u{FFFD}"
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: " "
        case .format: "·"
        default: properties.isDefaultIgnorableCodePoint ? "·" : nil
        }
    }
}
