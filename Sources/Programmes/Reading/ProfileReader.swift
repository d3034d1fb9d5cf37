import CaseModel

extension ProgrammeProfile {
    /// Reads a profile from TOML.
    ///
    /// Every key must be one that is read. A table may have a `source`, which tells where its facts are from; it is not
    /// kept.
    /// - Parameters:
    ///   - name: what errors call the file.
    ///   - rules: the ids that severities may be given for; any of the form `group.name` when nil.
    /// - Throws: ``ProgrammeError/malformed(file:line:key:reason:)``.
    package init(parsing text: String, name: String, rules: Set<String>? = nil) throws(ProgrammeError) {
        self = try ProfileReader(root: try FileTable(text, name: name), rules: rules).profile()
    }
}

/// Puts a profile together, a table of the file after the other.
struct ProfileReader {
    let root: FileTable
    let rules: Set<String>?

    private static let keys = [
        "id", "name", "effective-from", "effective-to", "source", "case-number", "citation-grammars", "outcome",
        "standards",
        "letter", "signature", "cover-letter", "appeal-notice", "clock", "holiday", "eligibility", "records",
        "reviewer",
        "specialty-fit", "conflict-party", "panel", "consolidation", "notice", "severity", "lesser", "basis",
        "redaction",
        "roles", "edition",
    ]

    func profile() throws(ProgrammeError) -> ProgrammeProfile {
        try root.allow(ProfileReader.keys)
        let outcome = try root.table("outcome")
        try outcome.allow(["item", "case", "roll-up", "source"])
        let standards = try root.table("standards")
        try standards.allow(["strict", "standard", "source"])
        let letter = try root.table("letter")
        let (title, meaning) = try signature()
        let parties = try conflictParties()
        return ProgrammeProfile(
            id: try id(), name: try root.text("name"), effective: try period(root),
            caseNumber: try caseNumber(), outcomes: try outcomes(outcome),
            rollUp: try outcome.word("roll-up", of: RollUp.self), standards: try self.standards(standards),
            standardsAreStrict: try standards.flag("strict"), citationGrammars: try root.texts("citation-grammars"),
            letter: try wording(letter, decisions: outcome), letterTitle: title, signatureMeaning: meaning,
            coverLetter: try block("cover-letter"),
            appealNotice: try block("appeal-notice"), clocks: try clocks(), holidays: try holidays(),
            eligibility: try eligibility(), records: try records(), reviewer: try requirements(),
            specialtyFits: try specialtyFits(), conflictParties: parties, panel: try panel(),
            consolidation: try consolidation(), notices: try notices(), severities: try weights("severity"),
            lesserSeverities: try weights("lesser"), bases: try bases(), redaction: try redaction(parties),
            roleNames: try roles(),
            editions: try editions())
    }

    private func id() throws(ProgrammeError) -> String {
        let id = try root.text("id")
        guard id.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) else {
            throw root.problem("id", "it may have small letters, digits and hyphens only.")
        }
        return id
    }

    /// The days between two keys.
    func period(
        _ table: FileTable, from: String = "effective-from", to: String = "effective-to"
    ) throws(ProgrammeError) -> Period {
        let period = Period(from: try table.day(from), to: try table.day(to))
        if let first = period.from, let last = period.to, last < first {
            throw table.problem(to, "it lies before “\(from)”.")
        }
        return period
    }

    private func caseNumber() throws(ProgrammeError) -> CaseNumberPattern {
        let table = try root.table("case-number")
        try table.allow(["forms", "source"])
        let forms = try table.texts("forms")
        guard !forms.isEmpty else { throw table.problem("forms", "at least one form is needed, # for a digit.") }
        return CaseNumberPattern(forms: forms)
    }

    private func outcomes(_ table: FileTable) throws(ProgrammeError) -> [Outcome: String] {
        let words = try table.table("case")
        try words.allow(Outcome.allCases.map(\.rawValue))
        var result: [Outcome: String] = [:]
        for outcome in Outcome.allCases { result[outcome] = try words.text(outcome.rawValue) }
        return result
    }

    private func standards(_ table: FileTable) throws(ProgrammeError) -> [EvidenceStandard] {
        var result: [EvidenceStandard] = []
        for entry in try table.tables("standard") {
            try entry.allow(["id", "name", "meaning", "source"])
            let standard = EvidenceStandard(
                id: try entry.text("id"), name: try entry.text("name"), meaning: try entry.text("meaning"))
            guard !result.contains(where: { $0.id == standard.id }) else {
                throw entry.problem("id", "“\(standard.id)” stands twice.")
            }
            result.append(standard)
        }
        guard !result.isEmpty else { throw table.problem("standard", "at least one [[standards.standard]] is needed.") }
        return result
    }

    private func bases() throws(ProgrammeError) -> [String: String] {
        guard let table = try root.optionalTable("basis") else { return [:] }
        var result: [String: String] = [:]
        for id in table.keys {
            try checkRule(id, in: table)
            result[id] = try table.text(id)
        }
        return result
    }

    private func checkRule(_ id: String, in table: FileTable) throws(ProgrammeError) {
        let isKnown = rules?.contains(id) ?? (id.split(separator: ".").count == 2)
        guard isKnown else { throw table.problem(id, "the check has no rule of this id; see “imr check --help”.") }
    }

    private func weights(_ key: String) throws(ProgrammeError) -> [String: RuleWeight] {
        guard let table = try root.optionalTable(key) else { return [:] }
        var result: [String: RuleWeight] = [:]
        for id in table.keys {
            try checkRule(id, in: table)
            result[id] = try table.word(id, of: RuleWeight.self)
        }
        return result
    }

    private func editions() throws(ProgrammeError) -> [ChapterEdition] {
        var result: [ChapterEdition] = []
        for entry in try root.tables("edition") {
            try entry.allow(["chapters", "year", "from", "to", "source"])
            let year = try entry.number("year", in: 1900...2999)
            let inForce = try period(entry, from: "from", to: "to")
            let chapters = try entry.texts("chapters")
            guard !chapters.isEmpty else { throw entry.problem("chapters", "name at least one chapter.") }
            result += chapters.map { ChapterEdition(chapter: $0, key: $0.lowercased(), year: year, inForce: inForce) }
        }
        return result
    }

    private func roles() throws(ProgrammeError) -> [ReviewRole: String] {
        var result: [ReviewRole: String] = [:]
        guard let table = try root.optionalTable("roles") else { return result }
        try table.allow(ReviewRole.allCases.map(\.rawValue))
        for role in ReviewRole.allCases { result[role] = try table.optionalText(role.rawValue) }
        return result
    }
}
