internal import CPangoCairo

/// Sets texts in lines; it owns the typefaces it has opened, so one of them sets many letters.
///
/// It is for one task at a time: two tasks that set letters have one each, and share nothing.
final class Typesetter {
    private let map: UnsafeMutablePointer<PangoFontMap>
    private let context: OpaquePointer
    private var descriptions: [TypeStyle: OpaquePointer] = [:]
    /// Whether a typeface is one of the letter's, by its address; each is kept, so that no address is used again.
    private var isOwn: [UnsafeMutablePointer<PangoFont>: Bool] = [:]

    /// - Throws: ``ExportError/librariesMissing(_:)``, ``ExportError/typefaceMissing(_:)``.
    init() throws(ExportError) {
        try DrawingLibraries.open()
        guard let map = drawing.pango_cairo_font_map_new() else { throw .notDrawn("no typefaces can be opened") }
        // A unit of the page is a point.
        drawing.pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
        guard let context = drawing.pango_font_map_create_context(map) else {
            drawing.g_object_unref(map)
            throw .notDrawn("no typefaces can be opened")
        }
        (self.map, self.context) = (map, context)
        // Neither the locale nor the screen may have a say in how a letter looks.
        drawing.pango_context_set_language(context, drawing.pango_language_from_string("en-us"))
        drawing.pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        drawing.pango_context_set_round_glyph_positions(context, 0)
        let options = drawing.cairo_font_options_create()
        drawing.cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        drawing.cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        drawing.cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        drawing.pango_cairo_context_set_font_options(context, options)
        drawing.cairo_font_options_destroy(options)
        for style in TypeStyle.allCases { descriptions[style] = style.description() }
        for family in TypeStyle.families where !has(family) { throw .typefaceMissing(family) }
    }

    deinit {
        for font in isOwn.keys { drawing.g_object_unref(font) }
        for description in descriptions.values { drawing.pango_font_description_free(description) }
        drawing.g_object_unref(UnsafeMutableRawPointer(context))
        drawing.g_object_unref(map)
    }

    /// A text in lines of at most a width in points.
    ///
    /// - Throws: ``ExportError/noGlyph(_:place:)``.
    func set(
        _ text: String, _ style: TypeStyle, width: Double, at place: PlaceInLetter, isRight: Bool = false
    ) throws(ExportError) -> SetText {
        guard let layout = drawing.pango_layout_new(context) else { throw .notDrawn("no memory for a line") }
        let set = SetText(layout, style)
        drawing.pango_layout_set_font_description(layout, descriptions[style])
        drawing.pango_layout_set_text(layout, text, -1)
        drawing.pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
        drawing.pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        drawing.pango_layout_set_line_spacing(layout, style.spacing)
        if isRight { drawing.pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT) }
        let attributes = WordBreaks.attributes(of: text)
        drawing.pango_layout_set_attributes(layout, attributes)
        drawing.pango_attr_list_unref(attributes)
        if let offset = strangeCharacter(layout), let scalar = scalar(at: offset, in: text) {
            throw .noGlyph(scalar, place: place)
        }
        set.measure()
        return set
    }

    // MARK: - Typefaces

    private func has(_ family: String) -> Bool {
        let description = drawing.pango_font_description_new()
        defer { drawing.pango_font_description_free(description) }
        drawing.pango_font_description_set_family(description, family)
        guard let font = drawing.pango_context_load_font(context, description) else { return false }
        defer { drawing.g_object_unref(font) }
        return Typesetter.family(of: font) == family
    }

    private static func family(of font: UnsafeMutablePointer<PangoFont>) -> String {
        let description = drawing.pango_font_describe(font)
        defer { drawing.pango_font_description_free(description) }
        return drawing.pango_font_description_get_family(description).map { String(cString: $0) } ?? ""
    }

    /// The byte of the first character that none of the letter's typefaces has; nil when they have all.
    private func strangeCharacter(_ layout: OpaquePointer) -> Int? {
        for index in 0..<drawing.pango_layout_get_line_count(layout) {
            var run = drawing.pango_layout_get_line_readonly(layout, index)?.pointee.runs
            while let node = run {
                if let glyphs = node.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self).pointee,
                    let offset = strangeCharacter(glyphs)
                {
                    return offset
                }
                run = node.pointee.next
            }
        }
        return nil
    }

    private func strangeCharacter(_ run: PangoGlyphItem) -> Int? {
        guard let item = run.item?.pointee, let glyphs = run.glyphs?.pointee else { return nil }
        if let font = item.analysis.font, !isLetters(font) { return Int(item.offset) }
        for index in 0..<Int(glyphs.num_glyphs) where glyphs.glyphs[index].glyph & imr_unknown_glyph_flag() != 0 {
            return Int(item.offset + glyphs.log_clusters[index])
        }
        return nil
    }

    private func isLetters(_ font: UnsafeMutablePointer<PangoFont>) -> Bool {
        if let known = isOwn[font] { return known }
        let isOne = TypeStyle.families.contains(Typesetter.family(of: font))
        _ = drawing.g_object_ref(font)
        isOwn[font] = isOne
        return isOne
    }

    private func scalar(at offset: Int, in text: String) -> Unicode.Scalar? {
        guard let place = text.utf8.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex),
            place < text.endIndex
        else { return nil }
        return text.unicodeScalars[place]
    }
}

/// Where lines may be broken.
enum WordBreaks {
    /// Words of more characters may be broken anywhere: no line holds them.
    private static let longest = 48

    /// Attributes that keep each word whole and letters single; the caller releases them.
    ///
    /// Pango would break after a hyphen or a slash. The text of the page would then read `01-` `05-2017`, and a date
    /// or a dose is better looked at in one piece. Ligatures are left out for the sake of those who copy or search.
    static func attributes(of text: String) -> OpaquePointer? {
        let list = drawing.pango_attr_list_new()
        drawing.pango_attr_list_insert(list, drawing.pango_attr_font_features_new("liga=0, clig=0"))
        var start = 0
        var at = 0
        var hasMark = false
        func close() {
            if hasMark, at - start <= longest, let attribute = drawing.pango_attr_allow_breaks_new(0) {
                attribute.pointee.start_index = guint(start)
                attribute.pointee.end_index = guint(at)
                drawing.pango_attr_list_insert(list, attribute)
            }
        }
        for byte in text.utf8 {
            switch byte {
            case 32, 10:
                close()
                start = at + 1
                hasMark = false
            case 48...57, 65...90, 97...122: break
            default: if at > start { hasMark = true }
            }
            at += 1
        }
        close()
        return list
    }
}
