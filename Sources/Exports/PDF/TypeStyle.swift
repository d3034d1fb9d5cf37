internal import CPangoCairo

/// How a piece of a letter is set.
enum TypeStyle: CaseIterable {
    case title, heading, factLabel, body, label, item, decision, foot

    /// The typefaces in the order in which a character is looked for: the letter's own, then one with many symbols.
    ///
    /// Liberation has the measures of Times and Arial, under a free licence; both families are of the same design on
    /// every machine, so that the same letter comes out the same.
    static let families = [serif, sans, symbols]
    private static let serif = "Liberation Serif"
    private static let sans = "Liberation Sans"
    private static let symbols = "DejaVu Sans"

    private var family: String {
        switch self {
        case .title, .body, .item: TypeStyle.serif
        case .heading, .factLabel, .label, .decision, .foot: TypeStyle.sans
        }
    }

    /// In points.
    private var size: Double {
        switch self {
        case .title: 19
        case .heading: 9.5
        case .body, .item: 11
        case .factLabel: 9.5
        case .label: 8.5
        case .decision: 9.5
        case .foot: 8
        }
    }

    private var isBold: Bool {
        switch self {
        case .title, .heading, .item, .decision: true
        case .factLabel, .body, .label, .foot: false
        }
    }

    /// How far the next line stands below, as a multiple of the typeface's own distance.
    var spacing: Float { self == .title ? 1.0 : 1.16 }

    /// Red, green and blue of the ink, 0 to 1.
    var ink: (Double, Double, Double) {
        switch self {
        case .title, .body, .item: (0, 0, 0)
        case .heading, .decision: Ink.accent
        case .factLabel, .label, .foot: Ink.quiet
        }
    }

    /// A description that the caller frees.
    func description() -> OpaquePointer? {
        let description = drawing.pango_font_description_new()
        drawing.pango_font_description_set_family(description, family + "," + TypeStyle.symbols)
        drawing.pango_font_description_set_weight(description, isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        drawing.pango_font_description_set_absolute_size(description, size * Double(PANGO_SCALE))
        return description
    }
}

/// The inks of a letter besides black.
enum Ink {
    static let accent = (0.122, 0.227, 0.373)
    static let quiet = (0.314, 0.337, 0.369)
    static let rule = (0.722, 0.737, 0.761)
}
