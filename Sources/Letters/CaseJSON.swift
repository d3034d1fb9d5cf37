public import CaseModel
import Foundation

/// The JSON of a case, for other programs.
///
/// An object has the keys `caseNumber`, `dateOfInjury`, `utilizationReviewDate`, `applicationReceived`,
/// `dateAssigned`, `decisionDate` (ISO days or null), `priority`, `outcome` (`uphold`, `overturn`, `partial-overturn`,
/// `open`), `reviewer` with `licensure` and `specialties`, `summary`, and `items`, each with `text`, `original`,
/// `authorized`, `remaining`, `decision` (`upheld`, `overturned` or null), `claimsAdministratorGuideline`,
/// `reviewerGuideline`, `citations` of `source`, `chapter`, `year`, `sections`, and `rationale`. What is not known is
/// null, and every key is there. Keys are sorted; the text ends with a line end. The organization's form is no part.
public enum CaseJSON {
    /// The JSON of one case, filed under `number`, or under the number of its own header when that is nil.
    public static func encode(_ determination: Determination, number: CaseNumber?) throws(LetterError) -> String {
        try text(of: CaseRecordJSON(determination, number))
    }

    /// The JSON of many cases, an array in their order.
    public static func encode(
        _ cases: [(determination: Determination, number: CaseNumber?)]
    ) throws(LetterError) -> String {
        try text(of: cases.map { CaseRecordJSON($0.determination, $0.number) })
    }

    /// The case that the JSON of one describes; its number is the determination's case number.
    ///
    /// A key that is missing counts as null; unknown keys are passed over.
    /// - Throws: ``LetterError/json(path:problem:)``, also when `outcome` is not that of the items' decisions.
    public static func decode(_ json: String) throws(LetterError) -> Determination {
        try value(CaseRecordJSON.self, json).determination()
    }

    /// The cases that a JSON array describes.
    /// - Throws: ``LetterError/json(path:problem:)``.
    public static func decodeMany(_ json: String) throws(LetterError) -> [Determination] {
        var result: [Determination] = []
        for (index, record) in try value([CaseRecordJSON].self, json).enumerated() {
            do { result.append(try record.determination()) } catch .json(let path, let problem) {
                throw .json(path: "[\(index)].\(path)", problem: problem)
            }
        }
        return result
    }

    private static func text(of value: some Encodable) throws(LetterError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do { return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n" } catch {
            throw .json(path: "", problem: "it cannot be written as JSON.")
        }
    }

    private static func value<Value: Decodable>(_ type: Value.Type, _ json: String) throws(LetterError) -> Value {
        do { return try JSONDecoder().decode(type, from: Data(json.utf8)) } catch let error as DecodingError {
            throw JSONProblem.letterError(error)
        } catch {
            throw .json(path: "", problem: "it is not JSON.")
        }
    }
}

/// Puts a decoder's complaint into words; those of the decoder itself may quote the text.
enum JSONProblem {
    static func letterError(_ error: DecodingError) -> LetterError {
        switch error {
        case .typeMismatch(_, let context):
            .json(path: path(context.codingPath), problem: "the value is of the wrong type.")
        case .valueNotFound(_, let context):
            .json(path: path(context.codingPath), problem: "the value may not be null.")
        case .keyNotFound(let key, let context):
            .json(path: path(context.codingPath + [key]), problem: "the value is missing.")
        case .dataCorrupted(let context):
            .json(
                path: path(context.codingPath),
                problem: context.codingPath.isEmpty ? "it is not JSON." : "the value is none that may stand there.")
        @unknown default:
            .json(path: "", problem: "it is not understood.")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce("") { path, key in
            key.intValue.map { "\(path)[\($0)]" } ?? (path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)")
        }
    }
}
