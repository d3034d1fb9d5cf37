internal import CaseModel
public import CaseStore
internal import Foundation
internal import Letters

/// The native form of an open case: a folder with `case.toml` and, beneath `records/`, its documents.
public enum CaseFolder {
    /// Reads a case folder. The form is described in the README.
    public static func read(_ folder: String) throws(IntakeError) -> CaseFiling {
        let path = folder + "/" + SourceFinder.caseFile
        let file = try CaseTOML(try SourceText.readText(path), path: path)
        let root = file.root
        try file.checkKeys(
            of: root,
            known: [
                "number", "priority", "date-of-injury", "utilization-review", "application-received", "assigned",
                "summary", "reviewer", "organization", "item",
            ], named: "case.toml")
        guard let numberText = try file.text("number", in: root) else {
            throw .caseFolder(path: path, line: 1, problem: "the case has no number; add number = \"…\".")
        }
        let number: CaseNumber
        do {
            number = try CaseNumber(parsing: numberText)
        } catch {
            throw file.problem("number", error.description)
        }
        let determination = Determination(
            caseNumber: number,
            dates: CaseDates(
                injury: try file.day("date-of-injury", in: root),
                utilizationReview: try file.day("utilization-review", in: root),
                applicationReceived: try file.day("application-received", in: root),
                assigned: try file.day("assigned", in: root)),
            priority: try priority(file), reviewer: try reviewer(file),
            summary: Prose.normalized(try file.text("summary", in: root) ?? ""), items: try items(file),
            form: try form(file))
        return CaseFiling(
            number: number, determination: determination, state: .assigned, records: try records(folder + "/records"))
    }

    private static func priority(_ file: CaseTOML) throws(IntakeError) -> Priority {
        guard let word = try file.text("priority", in: file.root) else { return .standard }
        guard let priority = Priority(rawValue: word) else {
            throw file.problem("priority", "“priority” is “standard” or “expedited”.")
        }
        return priority
    }

    private static func reviewer(_ file: CaseTOML) throws(IntakeError) -> ReviewerCredentials {
        guard let table = try file.table("reviewer") else { return ReviewerCredentials() }
        try file.checkKeys(of: table, known: ["licensure", "specialties"], named: "[reviewer]")
        return ReviewerCredentials(
            licensure: try file.texts("licensure", in: table), specialties: try file.texts("specialties", in: table))
    }

    private static func form(_ file: CaseTOML) throws(IntakeError) -> LetterForm {
        guard let table = try file.table("organization") else { return LetterForm() }
        try file.checkKeys(of: table, known: ["name", "guideline-label", "methodology"], named: "[organization]")
        return LetterForm(
            organization: try file.text("name", in: table) ?? "",
            guidelineLabel: try file.text("guideline-label", in: table) ?? "",
            methodology: Prose.normalized(try file.text("methodology", in: table) ?? ""))
    }

    private static func items(_ file: CaseTOML) throws(IntakeError) -> [DisputedItem] {
        var items: [DisputedItem] = []
        let tables = try file.tables("item")
        guard !tables.isEmpty else {
            throw .caseFolder(path: file.path, line: 1, problem: "the case has no item; add one with [[item]].")
        }
        for (index, table) in tables.enumerated() {
            try file.checkKeys(
                of: table, known: ["text", "original", "authorized", "remaining", "claims-administrator-guideline"],
                named: "[[item]]")
            func prose(_ key: String) throws(IntakeError) -> String? {
                try file.text(key, in: table, occurrence: index).map { Prose.normalized($0) }.flatMap {
                    $0.isEmpty ? nil : $0
                }
            }
            let amounts = Amounts(
                original: try prose("original"), authorized: try prose("authorized"), remaining: try prose("remaining"))
            let given = try prose("text")
            guard let text = given ?? head(of: amounts) else {
                throw file.problem(
                    "[item]", "item \(index + 1) has neither text nor original, authorized and remaining; add them.",
                    occurrence: index)
            }
            let worded = AmountsGrammar.parse(text)
            guard amounts == Amounts() || amounts == worded else {
                throw file.problem(
                    "[item]",
                    "the amounts of item \(index + 1) are not those that its text words; leave one of them out.",
                    occurrence: index)
            }
            items.append(
                DisputedItem(
                    text: text, amounts: worded,
                    claimsAdministratorGuideline: try prose("claims-administrator-guideline") ?? ""))
        }
        return items
    }

    /// The head of a request granted in part, as letters word it; nil unless all three amounts are given.
    private static func head(of amounts: Amounts) -> String? {
        guard let original = amounts.original, let authorized = amounts.authorized, let remaining = amounts.remaining
        else { return nil }
        return "\(original) was the original request. \(authorized) was authorized by the Claims Administrator. "
            + "The remaining IMR eligible portion of the original request, \(remaining) is"
    }

    /// The documents beneath `records/`, in the order of their names; a form feed begins a new page.
    private static func records(_ folder: String) throws(IntakeError) -> [CaseRecord] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw .unreadable(path: folder, reason: SourceText.reason(error))
        }
        var records: [CaseRecord] = []
        for name in names where !name.hasPrefix(".") {
            guard SourceText.kind(of: name) != nil else { throw .unknownKind(path: folder + "/" + name) }
            let text = try SourceText.read(folder + "/" + name)
            let title = name.split(separator: ".").dropLast().joined(separator: ".")
            records.append(CaseRecord(title: title, pages: RecordPages.pages(of: text)))
        }
        return records
    }
}
