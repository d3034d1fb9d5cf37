internal import Foundation

/// Reads the text of a file, whatever kind it is, within bounds.
public enum SourceText {
    /// The largest text file that is taken in, in bytes: a thousand times the longest letter known.
    static let largestText = 16 << 20
    /// The largest PDF that is taken in, in bytes.
    static let largestPDF = 64 << 20

    /// The text of a `.txt` or `.pdf` file; pages of a PDF are separated by form feeds.
    public static func read(_ path: String) throws(IntakeError) -> String {
        switch kind(of: path) {
        case .text: try readText(path)
        case .pdf: try PDFText.read(path)
        case nil: throw .unknownKind(path: path)
        }
    }

    enum Kind: Hashable, Sendable {
        case text
        case pdf
    }

    static func kind(of path: String) -> Kind? {
        let name = path.lowercased()
        if name.hasSuffix(".txt") { return .text }
        if name.hasSuffix(".pdf") { return .pdf }
        return nil
    }

    static func readText(_ path: String) throws(IntakeError) -> String {
        try checkSize(path, most: largestText)
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .unreadable(path: path, reason: SourceText.reason(error))
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .notText(path: path, line: firstBadLine(data))
        }
        return text
    }

    static func checkSize(_ path: String, most: Int) throws(IntakeError) {
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: path)
        } catch {
            throw .notFound(path: path)
        }
        guard attributes[.type] as? FileAttributeType != .typeDirectory else {
            throw .unreadable(path: path, reason: "it is a folder")
        }
        let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
        guard size <= most else { throw .tooLarge(path: path, megabytes: most >> 20) }
    }

    /// The first line, from 1, that is not UTF-8.
    private static func firstBadLine(_ data: Data) -> Int {
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        return (index ?? 0) + 1
    }

    /// The system's words for an error, without the path and the noise around it.
    static func reason(_ error: any Error) -> String {
        let error = error as NSError
        if let code = (error.userInfo[NSUnderlyingErrorKey] as? NSError)?.code ?? Optional(error.code),
            error.domain == NSPOSIXErrorDomain || error.userInfo[NSUnderlyingErrorKey] != nil
        {
            return String(cString: strerror(Int32(code)))
        }
        return "the system refuses it"
    }
}
