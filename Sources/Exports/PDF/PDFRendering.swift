internal import CPangoCairo
internal import CaseModel
package import Letters
internal import Synchronization

/// Sets documents as PDF: tagged, with title and language, an outline, page numbers and embedded typefaces.
///
/// The same document gives the same bytes: the time of making is the day of the document, and typefaces are named, not
/// chosen by the machine. It is for one task at a time; tasks that run side by side have one each.
package final class PDFRendering {
    private let typesetter: Typesetter
    /// One letter is set at a time: beside another one, Pango 1.50 now and then breaks a line elsewhere (of 60,000 paragraphs
    /// set by two threads, with nothing shared but the library, up to 14 came out otherwise; by one thread none).
    private static let turn = Mutex(())

    /// A rendering that keeps the typefaces it opens for the next document.
    /// - Throws: ``ExportError/librariesMissing(_:)``, ``ExportError/typefaceMissing(_:)``.
    package init() throws(ExportError) {
        typesetter = try PDFRendering.turn.withLock { _ throws(ExportError) in try Typesetter() }
    }

    /// The libraries that set and write the pages, by version.
    package static var libraries: String {
        DrawingLibraries.versions ?? "no library"
    }

    /// The bytes of the document as PDF.
    /// - Throws: ``ExportError/noGlyph(_:place:)`` for a character that no typeface of the letter has;
    ///   ``ExportError/notDrawn(_:)``.
    package func bytes(of document: Document) throws(ExportError) -> [UInt8] {
        try PDFRendering.turn.withLock { _ throws(ExportError) in try set(document) }
    }

    private func set(_ document: Document) throws(ExportError) -> [UInt8] {
        let rows = try RowBuilder.rows(of: document, typesetter)
        let pages = Pagination.pages(of: rows)
        var feet: [SetText] = []
        for number in pages.indices {
            let words =
                (document.running.isEmpty ? "" : document.running + " · ") + "page \(number + 1) of \(pages.count)"
            feet.append(
                try typesetter.set(
                    words, .foot, width: Pagination.Sheet.measure, at: PlaceInLetter(heading: "", item: 0)))
        }
        let sink = ByteSink()
        return try withExtendedLifetime(sink) { () throws(ExportError) -> [UInt8] in
            try draw(document, rows, pages, feet, into: sink)
            return try PDFCatalog.completed(sink.bytes, language: document.language)
        }
    }

    private func draw(
        _ document: Document, _ rows: [LetterRow], _ pages: [[Fragment]], _ feet: [SetText], into sink: ByteSink
    ) throws(ExportError) {
        let surface = drawing.cairo_pdf_surface_create_for_stream(
            { closure, data, length in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue().bytes +=
                    UnsafeBufferPointer(start: data, count: Int(length))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), Pagination.Sheet.width, Pagination.Sheet.height)
        guard let surface else { throw .notDrawn("no memory for a page") }
        defer { drawing.cairo_surface_destroy(surface) }
        // Later versions of the library would pack the objects, and the language could not be added.
        drawing.cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
        drawing.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document.name)
        let day = (document.day ?? Day.epoch).iso + "T00:00:00Z"
        drawing.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, day)
        drawing.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, day)
        guard let page = drawing.cairo_create(surface) else { throw .notDrawn("no memory for a page") }
        PageArtist.draw(rows, pages: pages, feet: feet, on: page, surface)
        let drawn = drawing.cairo_status(page)
        drawing.cairo_destroy(page)
        drawing.cairo_surface_finish(surface)
        let finished = drawing.cairo_surface_status(surface)
        for status in [drawn, finished] where status != CAIRO_STATUS_SUCCESS {
            throw .notDrawn(drawing.cairo_status_to_string(status).map { String(cString: $0) } ?? "no reason told")
        }
    }
}

/// Takes in what the page library writes.
private final class ByteSink {
    var bytes: [UInt8] = []
}
