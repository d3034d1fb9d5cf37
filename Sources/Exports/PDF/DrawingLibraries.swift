internal import CPangoCairo

/// The functions of Pango and Cairo, called by the names that their manuals give them.
///
/// The libraries are opened at the first use; ask ``DrawingLibraries/open()`` before any call.
let drawing: imr_drawing_calls = DrawingLibraries.opened.calls

/// Pango and Cairo, which are opened when the first letter is set and not with the program.
///
/// They bring some thirty libraries along: 5 MB of memory and a tenth of the time in which a session starts.
enum DrawingLibraries {
    /// Makes sure that the functions can be called.
    /// - Throws: ``ExportError/librariesMissing(_:)``.
    static func open() throws(ExportError) {
        if let missing = opened.missing { throw .librariesMissing(missing) }
    }

    /// Which they are, by version; nil when they are not installed.
    static var versions: String? {
        guard opened.missing == nil else { return nil }
        let versions = [drawing.cairo_version_string(), drawing.pango_version_string()]
            .map { $0.map { String(cString: $0) } ?? "?" }
        return "cairo \(versions[0]), pango \(versions[1])"
    }

    fileprivate static let opened: (calls: imr_drawing_calls, missing: String?) = {
        var calls = imr_drawing_calls()
        let missing = imr_open_drawing_calls(&calls)
        return (calls, missing.map { String(cString: $0) })
    }()
}
