/// Adds to a finished PDF what the page library cannot say: its language, and that viewers show its title.
///
/// Cairo 1.16 and 1.18 have no call for either. The catalog is written once more behind the end of the file, as an
/// incremental update (ISO 32000-1, 7.5.6): nothing that is there is touched.
enum PDFCatalog {
    /// The file with the entries `Lang` and `ViewerPreferences` in its catalog.
    static func completed(_ file: [UInt8], language: String) throws(ExportError) -> [UInt8] {
        // The end of the file alone has what is needed; the pages before it are left unread.
        let tail = String(decoding: file.suffix(1024), as: UTF8.self)
        guard let trailer = tail.range(of: "trailer\n"),
            let size = number(after: "/Size ", in: tail[trailer.upperBound...]),
            let root = number(after: "/Root ", in: tail[trailer.upperBound...]),
            let info = number(after: "/Info ", in: tail[trailer.upperBound...]),
            let start = number(after: "startxref\n", in: tail[trailer.upperBound...]), start < file.count,
            let catalog = object(root, in: file, before: start)
        else { throw .formNotKnown }
        var result = file
        if result.last != 10 { result.append(10) }
        let place = result.count
        result += "\(root) 0 obj\n<< /Lang (\(language))\n   /ViewerPreferences << /DisplayDocTitle true >>\n".utf8
        result += catalog
        let table = result.count
        let digits = String(place)
        let offset = String(repeating: "0", count: max(0, 10 - digits.count)) + digits
        result += "xref\n\(root) 1\n\(offset) 00000 n \n".utf8
        result += "trailer\n<< /Size \(size)\n   /Root \(root) 0 R\n   /Info \(info) 0 R\n   /Prev \(start)\n>>\n".utf8
        result += "startxref\n\(table)\n%%EOF\n".utf8
        return result
    }

    /// The rest of an object after `<<`, with its end.
    private static func object(_ number: Int, in file: [UInt8], before end: Int) -> [UInt8]? {
        let head = Array("\n\(number) 0 obj\n<<".utf8)
        let from = max(0, end - 4096)
        var place = end - head.count
        while place >= from {
            if file[place..<(place + head.count)].elementsEqual(head) {
                let rest = file[(place + head.count)..<end]
                return rest.starts(with: Array(" /Type /Catalog".utf8)) ? Array(rest) : nil
            }
            place -= 1
        }
        return nil
    }

    private static func number(after key: String, in text: Substring) -> Int? {
        guard let place = text.range(of: key) else { return nil }
        return Int(text[place.upperBound...].prefix { $0.isASCII && $0.isNumber })
    }
}

extension StringProtocol {
    /// The first place of another text.
    fileprivate func range(of other: String) -> Range<Index>? {
        let wanted = Array(other.utf8)
        var place = startIndex
        while place < endIndex {
            if self[place...].utf8.starts(with: wanted) {
                return place..<utf8.index(place, offsetBy: wanted.count)
            }
            formIndex(after: &place)
        }
        return nil
    }
}
