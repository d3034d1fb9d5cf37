import CaseModel

// The words of letters.
extension ProfileReader {
    func wording(_ table: FileTable, decisions: FileTable) throws(ProgrammeError) -> LetterWording {
        try table.allow([
            "title", "header", "headings", "lead-ins", "labels", "priorities", "methodology", "organization",
            "guideline-label",
            "source",
        ])
        let headings = try table.table("headings")
        try headings.allow(["made", "summary", "items", "documents", "notices", "earlier"])
        let leadIns = try table.table("lead-ins")
        try leadIns.allow(["credentials", "summary", "items", "documents"])
        let items = try decisions.table("item")
        try items.allow(Decision.allCases.map(\.rawValue) + ["undecided"])
        return LetterWording(
            headings: .init(
                made: try headings.text("made"), summary: try headings.text("summary"),
                items: try headings.text("items"), documents: try headings.text("documents"),
                notices: try headings.text("notices"), earlier: try headings.texts("earlier")),
            leadIns: .init(
                credentials: try leadIns.text("credentials"), summary: try leadIns.text("summary"),
                items: try leadIns.text("items"), documents: try leadIns.text("documents")),
            header: try header(table), labels: try labels(try table.table("labels")),
            priorities: try priorities(try table.table("priorities")),
            decisions: [.upheld: try items.text("upheld"), .overturned: try items.text("overturned")],
            undecided: try items.text("undecided"), methodology: try prose("methodology", table, ["organization"]),
            organization: try table.text("organization"), guidelineLabel: try table.text("guideline-label"))
    }

    private func header(_ table: FileTable) throws(ProgrammeError) -> [LetterWording.Label] {
        let header = try table.words("header", of: LetterWording.Label.self)
        let known = LetterWording.Label.ofHeader
        guard !header.isEmpty, header.allSatisfy(known.contains), Set(header).count == header.count else {
            throw table.problem(
                "header",
                "it must name fields of the header, each once: \(known.map(\.rawValue).joined(separator: ", ")).")
        }
        return header
    }

    private func labels(_ table: FileTable) throws(ProgrammeError) -> [LetterWording.Label: String] {
        try table.allow(LetterWording.Label.allCases.map(\.rawValue))
        var result: [LetterWording.Label: String] = [:]
        for label in LetterWording.Label.allCases { result[label] = try table.text(label.rawValue) }
        return result
    }

    private func priorities(_ table: FileTable) throws(ProgrammeError) -> [Priority: String] {
        try table.allow(Priority.allCases.map(\.rawValue))
        var result: [Priority: String] = [:]
        for priority in Priority.allCases { result[priority] = try table.text(priority.rawValue) }
        return result
    }

    /// What the letter calls itself, and what the signature under it means.
    func signature() throws(ProgrammeError) -> (title: String, meaning: String) {
        let table = try root.table("signature")
        try table.allow(["meaning", "source"])
        return (try root.table("letter").text("title"), try prose("meaning", table, []))
    }

    func block(_ key: String) throws(ProgrammeError) -> TextBlock {
        let table = try root.table(key)
        try table.allow(["heading", "text", "source"])
        return TextBlock(heading: try table.text("heading"), text: try prose("text", table, TextBlock.placeholders))
    }

    /// A text as prose, its placeholders all known.
    private func prose(_ key: String, _ table: FileTable, _ names: Set<String>) throws(ProgrammeError) -> String {
        // An empty line parts paragraphs; a line end alone is only where the file wraps.
        let paragraphs = try table.text(key).split(separator: "\n\n").map { paragraph in
            paragraph.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
        }
        let text = Prose.normalized(paragraphs.joined(separator: "\n\n"))
        for name in TextBlock(heading: "", text: text).names where !names.contains(name) {
            throw table.problem(
                key, "there is no placeholder “\(name)”; there are \(names.sorted().joined(separator: ", ")).")
        }
        return text
    }

    func notices() throws(ProgrammeError) -> [RequiredNotice] {
        var result: [RequiredNotice] = []
        for entry in try root.tables("notice") {
            try entry.allow([
                "id", "item-words", "except-words", "decisions", "told-by", "item-is", "lacking", "text", "source",
            ])
            let words = try entry.texts("item-words")
            let toldBy = try entry.texts("told-by")
            guard !words.isEmpty else { throw entry.problem("item-words", "name the words that call for the notice.") }
            guard !toldBy.isEmpty else { throw entry.problem("told-by", "name words by which the notice is seen.") }
            result.append(
                RequiredNotice(
                    id: try entry.text("id"), itemWords: Set(words), exceptWords: Set(try entry.texts("except-words")),
                    decisions: Set(try entry.words("decisions", of: Decision.self)), toldBy: toldBy,
                    itemIs: try entry.text("item-is"), lacking: try entry.text("lacking"),
                    text: try prose("text", entry, [])))
        }
        return result
    }

    func redaction(_ parties: [ConflictParty]) throws(ProgrammeError) -> RedactionPolicy {
        let table = try root.table("redaction")
        try table.allow(["parties", "identifiers", "mark", "source"])
        let kinds = try table.texts("parties")
        for kind in kinds where !parties.contains(where: { $0.kind == kind }) {
            throw table.problem("parties", "there is no [[conflict-party]] of the kind “\(kind)”.")
        }
        return RedactionPolicy(
            parties: kinds, identifiers: try table.words("identifiers", of: RedactionPolicy.Identifier.self),
            mark: try table.text("mark"))
    }
}
