internal import CaseModel
internal import Checks
internal import Foundation

/// The exchange format of findings.
enum CheckJSON {
    /// One letter as a JSON object.
    static func letter(_ checked: CheckedLetter) -> String {
        let findings = checked.findings.map(finding).joined(separator: ",\n")
        let fields = [
            "\"path\": " + string(checked.path), "\"caseNumber\": " + string(checked.caseNumber?.text),
            "\"findings\": [" + (findings.isEmpty ? "]" : "\n\(findings)\n  ]"),
        ]
        return "  {" + fields.joined(separator: ", ") + "}"
    }

    private static func finding(_ finding: Finding) -> String {
        let fields = [
            "\"rule\": " + string(finding.rule), "\"severity\": " + string(finding.severity.rawValue),
            "\"item\": " + (finding.item.map(String.init) ?? "null"), "\"message\": " + string(finding.message),
            "\"basis\": " + string(finding.basis),
            "\"evidence\": [" + finding.evidence.map(evidence).joined(separator: ", ") + "]",
        ]
        return "    {" + fields.joined(separator: ", ") + "}"
    }

    private static func evidence(_ evidence: Evidence) -> String {
        "{\"section\": \(string(evidence.section.rawValue)), \"start\": \(evidence.start), \"end\": \(evidence.end), "
            + "\"text\": \(string(evidence.text))}"
    }

    private static func string(_ text: String?) -> String {
        guard let text else { return "null" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where scalar.value < 32 || scalar.value == 127:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
