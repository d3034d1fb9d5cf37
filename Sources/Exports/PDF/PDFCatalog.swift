/// Adds to a finished PDF what the page library cannot say: its language, and that viewers show its title.
///
/// Cairo 1.16 and 1.18 have no call for either. The catalog is written once more behind the end of the file, as an
/// incremental update (ISO 32000-1, 7.5.6): nothing that is there is touched.
enum PDFCatalog {
    /// The file with the entries `Lang` and `ViewerPreferences` in its catalog.
    static func completed(_ file: [UInt8], language: String) throws(ExportError) -> [UInt8] {
        // The end of the file alone has what is needed; the pages before it are left unread.
        guard let trailer = place(of: "trailer\n", in: file.suffix(1024)) else { throw .formNotKnown }
        let end = file[trailer...]
        guard let size = number(after: "/Size ", in: end), let root = number(after: "/Root ", in: end),
            let info = number(after: "/Info ", in: end), let start = number(after: "startxref\n", in: end),
            start < file.count, let catalog = object(root, in: file, before: start)
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

    private static func number(after key: String, in bytes: ArraySlice<UInt8>) -> Int? {
        guard let place = place(of: key, in: bytes) else { return nil }
        let digits = bytes[(place + key.utf8.count)...].prefix { (48...57).contains($0) }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    private static func place(of key: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let key = Array(key.utf8)
        return bytes.indices.first { bytes[$0...].starts(with: key) }
    }
}
