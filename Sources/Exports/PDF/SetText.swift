internal import CPangoCairo

/// A text that has been set: its lines with their places.
final class SetText {
    let style: TypeStyle
    private let layout: OpaquePointer
    /// The lines, measured in points from the top of the text.
    private(set) var lines: [Line] = []

    /// A line: where it begins and ends, and where its letters stand.
    struct Line {
        var top: Double
        var bottom: Double
        var baseline: Double
        var left: Double
    }

    /// Takes the layout over.
    init(_ layout: OpaquePointer, _ style: TypeStyle) {
        (self.layout, self.style) = (layout, style)
    }

    deinit { drawing.g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// Measures the lines; once, when the text is whole.
    func measure() {
        guard let place = drawing.pango_layout_get_iter(layout) else { return }
        defer { drawing.pango_layout_iter_free(place) }
        let unit = Double(PANGO_SCALE)
        repeat {
            var (top, bottom): (Int32, Int32) = (0, 0)
            drawing.pango_layout_iter_get_line_yrange(place, &top, &bottom)
            var logical = PangoRectangle()
            drawing.pango_layout_iter_get_line_extents(place, nil, &logical)
            lines.append(
                Line(
                    top: Double(top) / unit, bottom: Double(bottom) / unit,
                    baseline: Double(drawing.pango_layout_iter_get_baseline(place)) / unit,
                    left: Double(logical.x) / unit))
        } while drawing.pango_layout_iter_next_line(place) != 0
    }

    /// The height of some lines in points.
    func height(_ range: Range<Int>) -> Double {
        guard let first = range.first, let last = range.last else { return 0 }
        return lines[last].bottom - lines[first].top
    }

    /// How many lines from a line on fit into a height.
    func count(from first: Int, fitting height: Double) -> Int {
        lines[first...].prefix { $0.bottom - lines[first].top <= height + 0.01 }.count
    }

    /// The width of the widest line in points.
    var width: Double {
        var logical = PangoRectangle()
        drawing.pango_layout_get_extents(layout, nil, &logical)
        return Double(logical.width) / Double(PANGO_SCALE)
    }

    /// Draws some lines, the top of the first at a place.
    func draw(_ range: Range<Int>, on page: OpaquePointer, x: Double, y: Double) {
        guard let first = range.first else { return }
        let (red, green, blue) = style.ink
        drawing.cairo_set_source_rgb(page, red, green, blue)
        for index in range {
            let line = lines[index]
            drawing.cairo_move_to(page, x + line.left, y + line.baseline - lines[first].top)
            drawing.pango_cairo_show_layout_line(page, drawing.pango_layout_get_line_readonly(layout, Int32(index)))
        }
    }
}
