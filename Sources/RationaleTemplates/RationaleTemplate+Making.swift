internal import CaseModel
internal import TOMLKit

extension RationaleTemplate {
    /// The body of a template made from a rationale: the values of its item become names again, its open blanks stay.
    ///
    /// Longer values are looked for first, so that the item is not taken apart by an amount within it; values of fewer
    /// than four characters are left as they stand.
    public static func body(of rationale: String, values: TemplateValues) -> String {
        // Braces of the rationale's own would be read as names.
        var body = rationale.replacing("{{", with: "{ {").replacing("⟦", with: "[[").replacing("⟧", with: "]]")
        let order = [
            "item", "original", "authorized", "remaining", "guideline", "dateOfInjury", "utilizationReviewDate",
        ]
        let named = order.compactMap { name in values.byName[name].map { (name: name, value: $0) } }
            .filter { $0.value.count > 3 }
            .sorted { $0.value.count > $1.value.count }
        for (name, value) in named { body = body.replacing(value, with: "{{\(name)}}") }
        return body
    }

    /// The template as a file, front matter first, as ``init(parsing:file:)`` reads it.
    public var fileText: String {
        let matter = TOMLTable()
        matter["name"] = name
        if !kinds.isEmpty { matter["kinds"] = TOMLArray(kinds.map(\.rawValue)) }
        if !decisions.isEmpty { matter["decisions"] = TOMLArray(decisions.map(\.rawValue)) }
        if isForSplit { matter["split"] = true }
        return "+++\n\(matter.convert(to: .toml))\n+++\n\(body)\n"
    }
}
