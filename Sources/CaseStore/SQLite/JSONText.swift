import CaseModel
import Foundation

/// Lists as JSON text, the form in which the store keeps them within a row.
enum JSONText {
    private static let encoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    private static let decoder = JSONDecoder()

    /// Encodes with sorted keys, so that equal values are equal texts.
    static func encode(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Encodes a list of texts; most are empty or short, so the encoder is asked only when there is something.
    static func list(_ texts: [String]) throws -> String {
        texts.isEmpty ? "[]" : try encode(texts)
    }

    /// Encodes citations.
    static func list(_ citations: [Citation]) throws -> String {
        citations.isEmpty ? "[]" : try encode(citations.map(StoredCitation.init))
    }

    /// The texts of a list.
    static func texts(_ json: String) throws -> [String] {
        json == "[]" ? [] : try decoder.decode([String].self, from: Data(json.utf8))
    }

    /// The citations of a list.
    static func citations(_ json: String) throws -> [Citation] {
        json == "[]" ? [] : try decoder.decode([StoredCitation].self, from: Data(json.utf8)).map(\.citation)
    }

    /// A citation as it stands in the file, whatever becomes of the type in memory.
    private struct StoredCitation: Codable {
        var source: String
        var chapter: String?
        var year: Int?
        var sections: [String]

        init(_ citation: Citation) {
            source = citation.source
            chapter = citation.chapter
            year = citation.year
            sections = citation.sections
        }

        var citation: Citation { Citation(source: source, chapter: chapter, year: year, sections: sections) }
    }
}
