/// A file of an export, whole: its name, what it is and what it holds.
package struct Rendering: Hashable, Sendable {
    /// The file's name, without folder.
    package var name: String
    /// What it is, as the web names it: `application/pdf`.
    package var mediaType: String
    /// What it holds.
    package var bytes: [UInt8]

    /// A rendering from its parts.
    package init(name: String, mediaType: String, bytes: [UInt8]) {
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

/// A form in which a letter goes out.
package enum LetterFormat: String, Hashable, Sendable, CaseIterable {
    /// The letter as plain text, which reads back.
    case text
    /// One page of HTML.
    case html
    /// Tagged PDF.
    case pdf
    /// The values, for other programs.
    case json

    /// The ending of a file's name, without the point.
    package var ending: String { self == .text ? "txt" : rawValue }

    /// What it is, as the web names it.
    package var mediaType: String {
        switch self {
        case .text: "text/plain; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .pdf: "application/pdf"
        case .json: "application/json"
        }
    }
}
