internal import CaseModel
internal import Checks
internal import Workstation

/// Changing what is written by its sentences, and where a finding points to.
extension LinearMode {
    /// Changes a sentence of the rationale, takes it out, or puts words before it.
    mutating func edit() async throws {
        guard let desk else { return }
        let sentences = SpokenText.sentences(of: desk.rationale)
        guard !sentences.isEmpty else {
            talk.say("No rationale is written yet; “template” or “write” first.")
            return
        }
        tell(sentences.enumerated().map { "\($0 + 1): \($1)" })
        guard let number = Int(try await talk.answer(to: "Which sentence? Its number, Enter changes none: ")),
            sentences.indices.contains(number - 1)
        else {
            talk.say("Nothing was changed.")
            return
        }
        guard let changed = try await replaced(number - 1, of: desk.rationale) else {
            talk.say("Nothing was changed.")
            return
        }
        guard try await save(desk.draft(rationale: changed)) else { return }
        talk.say("Kept as a draft. \(recordingWords)")
    }

    /// A text with one of its sentences replaced by what the reviewer types; nil when he types nothing.
    private func replaced(_ index: Int, of text: String) async throws(EndOfInput) -> String? {
        let ranges = Sentences.ranges(of: text)
        guard ranges.indices.contains(index) else { return nil }
        var characters = Array(text)
        talk.say("Now: \(Prose.normalized(String(characters[ranges[index]])))")
        let words = try await talk.answer(to: "New words; a hyphen alone takes it out, Enter leaves it: ")
        guard words.contains(where: { !$0.isWhitespace }) else { return nil }
        if words == "-" {
            // The blank between it and the next goes with it.
            let end = ranges.indices.contains(index + 1) ? ranges[index + 1].lowerBound : ranges[index].upperBound
            characters.removeSubrange(ranges[index].lowerBound..<end)
        } else {
            characters.replaceSubrange(ranges[index], with: Array(words))
        }
        return String(characters)
    }

    mutating func add(_ words: String) async throws {
        guard let desk else { return }
        guard !words.isEmpty else {
            talk.say("Which words? “add” and a sentence, which comes at the end of the rationale.")
            return
        }
        let rationale = desk.rationale
        guard try await save(desk.draft(rationale: rationale + (rationale.isEmpty ? "" : " ") + words)) else { return }
        let count = SpokenText.sentences(of: self.desk?.rationale ?? "").count
        talk.say("Kept as a draft: \(Counted.words(count, "sentence")). \(recordingWords)")
    }

    // MARK: - Findings

    /// Goes to where a finding is mended, and asks for the words that mend it.
    mutating func mend(_ words: String) async throws {
        guard let (finding, _) = try await finding(words, to: "mend"), let desk else { return }
        let item = finding.item ?? finding.evidence.compactMap(\.item).first
        if let item, item != desk.item, desk.items.indices.contains(item - 1) { self.desk?.item = item }
        talk.say(finding.message)
        let place = finding.evidence.first { [.rationale, .reviewerGuideline].contains($0.section) }
        if finding.rule == "decision.contradicts-conclusion" {
            talk.say("“uphold” or “overturn” decides otherwise; or mend the conclusion:")
        }
        if finding.rule == "documents.missing" {
            talk.say("“link” rests a sentence on a record, which is then listed as reviewed; “find” finds the place.")
        } else if finding.rule == "summary.missing" {
            try await summarize()
        } else if finding.rule == "citation.administrator-missing"
            || place == nil && finding.evidence.first?.section == .claimsAdministratorGuideline
        {
            try await mendAdministratorLine()
        } else if place?.section == .reviewerGuideline || place == nil && finding.rule.hasPrefix("citation.") {
            try await mendGuideline()
        } else if let place, place.section == .rationale {
            try await mendRationale(place)
        } else if let place = finding.evidence.first(where: { $0.section == .summary }), item == nil {
            try await mendSummary(place)
        } else {
            talk.say("It stands in what was filed, which is not written here; “override” lets it stand with a reason.")
        }
    }

    private mutating func mendAdministratorLine() async throws {
        talk.say("Claims administrator: \(desk?.present.claimsAdministratorGuideline ?? "")")
        let line = try await talk.answer(to: "The claims administrator's line; Enter leaves it: ")
        guard !line.isEmpty else {
            talk.say("Nothing was changed.")
            return
        }
        try await writeAdministratorLine(line)
    }

    private mutating func mendGuideline() async throws {
        talk.say("Guideline: \(desk?.guideline ?? "")")
        let line = try await talk.answer(to: "Your guideline line; Enter leaves it: ")
        guard !line.isEmpty, let draft = desk?.draft(guideline: line) else {
            talk.say("Nothing was changed.")
            return
        }
        guard try await save(draft) else { return }
        talk.say("Guideline: \(line)")
        talk.say("Kept as a draft. \(recordingWords)")
    }

    private mutating func mendRationale(_ place: Evidence) async throws {
        guard let desk, let index = LinearMode.sentence(of: place, in: desk.rationale),
            let changed = try await replaced(index, of: desk.rationale)
        else {
            talk.say("Nothing was changed.")
            return
        }
        guard try await save(desk.draft(rationale: changed)) else { return }
        talk.say("Kept as a draft. \(recordingWords)")
    }

    private mutating func mendSummary(_ place: Evidence) async throws {
        guard let desk else { return }
        let summary = desk.reviewCase.determination.summary
        guard let index = LinearMode.sentence(of: place, in: summary),
            let changed = try await replaced(index, of: summary),
            try await write(changed, as: .summary, over: desk.reviewCase)
        else {
            talk.say("Nothing was changed.")
            return
        }
        talk.say("The summary is in the case.")
    }

    /// The sentence in which the words of a finding stand.
    private static func sentence(of place: Evidence, in text: String) -> Int? {
        guard let range = place.range(in: text) else { return nil }
        return Sentences.ranges(of: text).lastIndex { $0.lowerBound <= range.lowerBound }
    }
}
