package import Letters

/// The forms of a letter: the same words in each.
///
/// One of them is for one task at a time; tasks that run side by side have one each.
package final class Renderings {
    private var opened: PDFRendering?

    /// Renderings that keep the typefaces they open for the next letter; none is opened before a PDF is asked for.
    package init() {}

    /// What the bytes depend on besides the letter: it changes when the same letter would come out otherwise.
    package static var edition: String { "2, " + PDFRendering.libraries }

    /// All files of a bundle: see ``bundle(of:)``.
    /// - Throws: ``LetterError/cannotBeWritten(_:)``, ``ExportError``.
    package static func all(of parts: LetterParts) throws -> [Rendering] { try Renderings().bundle(of: parts) }

    /// A letter in one form, its file named as given.
    ///
    /// JSON is the signed one where the letter is signed.
    /// - Throws: ``LetterError/cannotBeWritten(_:)``, ``ExportError``.
    package func rendering(of parts: LetterParts, as format: LetterFormat, named name: String) throws -> Rendering {
        let bytes: [UInt8] =
            switch format {
            case .text: Array(try LetterWriter.letter(parts).text.utf8)
            case .html: Array(HTMLRendering().text(of: try LetterWriter.letter(parts).document).utf8)
            case .pdf: try pdf(try LetterWriter.letter(parts).document)
            case .json: try json(parts)
            }
        return Rendering(name: "\(name).\(format.ending)", mediaType: format.mediaType, bytes: bytes)
    }

    /// All files of a bundle: the letter as text, HTML and PDF, the determination as JSON with its signature when it
    /// is signed, the list of documents, and each letter that goes out with it as text, HTML and PDF.
    /// - Throws: ``LetterError/cannotBeWritten(_:)``, ``ExportError``.
    package func bundle(of parts: LetterParts) throws -> [Rendering] {
        let letter = try LetterWriter.letter(parts)
        var files = try files(of: letter.document, text: letter.text, named: "letter")
        files.append(
            Rendering(name: "determination.json", mediaType: LetterFormat.json.mediaType, bytes: try json(parts)))
        if let signature = parts.signature {
            files.append(
                Rendering(name: "determination.json.sig", mediaType: "application/octet-stream", bytes: signature))
        }
        if !parts.documents.isEmpty {
            let list = letter.document.blocks.compactMap { block in
                if case .list(let entries) = block { Document.Block.list(entries) } else { nil }
            }
            let text = TextRendering().text(of: Document(blocks: list))
            files.append(
                Rendering(name: "documents.txt", mediaType: LetterFormat.text.mediaType, bytes: Array(text.utf8)))
        }
        for companion in parts.companions {
            let document = LetterWriter.document(companion, of: parts)
            files += try self.files(of: document, text: TextRendering().text(of: document), named: companion.name)
        }
        return files
    }

    private func files(of document: Document, text: String, named name: String) throws -> [Rendering] {
        [
            Rendering(name: name + ".txt", mediaType: LetterFormat.text.mediaType, bytes: Array(text.utf8)),
            Rendering(
                name: name + ".html", mediaType: LetterFormat.html.mediaType,
                bytes: Array(HTMLRendering().text(of: document).utf8)),
            Rendering(
                name: name + ".pdf", mediaType: LetterFormat.pdf.mediaType, bytes: try pdf(document)),
        ]
    }

    private func pdf(_ document: Document) throws(ExportError) -> [UInt8] {
        if let opened { return try opened.bytes(of: document) }
        let rendering = try PDFRendering()
        opened = rendering
        return try rendering.bytes(of: document)
    }

    private func json(_ parts: LetterParts) throws -> [UInt8] {
        if let signed = parts.signedJSON { return signed }
        return Array(try CaseJSON.encode(parts.determination, number: parts.knownNumber).utf8)
    }
}
