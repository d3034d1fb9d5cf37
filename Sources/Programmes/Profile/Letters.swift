package import CaseModel

/// A heading and paragraphs of a letter's own, with placeholders in `{{…}}`.
package struct TextBlock: Hashable, Sendable {
    /// The heading.
    package var heading: String
    /// The text, prose; paragraphs parted by an empty line.
    package var text: String

    /// The names that a text may have in `{{…}}`, filled by whoever writes the letter.
    package static let placeholders: Set<String> = [
        "organization", "case-number", "employee", "claims-administrator", "claim-number", "injury", "decision-date",
        "outcome", "item-count", "application-received", "utilization-review",
    ]

    /// The text with its placeholders filled; a name that is missing stands as it is, so that it is seen.
    package func filled(with values: [String: String]) -> String {
        var rest = text[...]
        var result = ""
        while let open = rest.firstRange(of: "{{") {
            result += rest[..<open.lowerBound]
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: "}}") else { return result + "{{" + rest }
            let name = String(rest[..<close.lowerBound])
            result += values[name] ?? "{{\(name)}}"
            rest = rest[close.upperBound...]
        }
        return result + rest
    }

    /// The names in `{{…}}`, in order.
    var names: [String] {
        text.split(separator: "{{").dropFirst(text.hasPrefix("{{") ? 0 : 1).compactMap { part in
            part.firstRange(of: "}}").map { String(part[..<$0.lowerBound]) }
        }
    }
}

/// The form of case numbers: `#` stands for a digit, every other character for itself.
package struct CaseNumberPattern: Hashable, Sendable {
    /// The forms, any of which may fit: `CM##-#######`.
    package var forms: [String]

    /// Whether a number has one of the forms.
    package func matches(_ number: String) -> Bool {
        forms.contains { form in
            form.utf8.count == number.utf8.count
                && zip(form.utf8, number.utf8).allSatisfy { $0 == 35 ? (48...57).contains($1) : $0 == $1 }
        }
    }
}

/// How the outcome of a case follows from its items.
package enum RollUp: String, Hashable, Sendable, CaseIterable {
    /// All items alike give that outcome, else it is the partial one.
    case allOrPartial = "all-or-partial"
    /// One overturned item overturns the case.
    case anyOverturns = "any-overturns"

    /// The outcome of items, nil standing for an open one.
    package func outcome(of decisions: [Decision?]) -> Outcome {
        let outcome = Outcome(of: decisions)
        return self == .anyOverturns && outcome == .partialOverturn ? .overturn : outcome
    }
}
