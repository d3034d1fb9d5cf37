internal import CaseModel
internal import CaseStore
internal import Workstation

extension LinearMode {
    /// Rests a sentence of the item's rationale on lines of a record; linked records are the documents reviewed.
    mutating func link(_ words: String) async throws {
        guard let desk else { return }
        let parts = words.split(separator: " ")
        let numbers = parts.prefix(2).compactMap { Int($0) }
        guard parts.count == 3, numbers.count == 2, let lines = LinearMode.numbers(parts[2]) else {
            talk.say("Which lines? “link” and the numbers of the record, the page and the line, as “find” says them.")
            return
        }
        let sentences = SpokenText.sentences(of: desk.rationale)
        guard !sentences.isEmpty else {
            talk.say("No rationale is written yet; “template” or “write” first.")
            return
        }
        tell(sentences.enumerated().map { "\($0 + 1): \($1)" })
        guard let number = Int(try await talk.answer(to: "Which sentence rests on it? Its number: ")),
            sentences.indices.contains(number - 1)
        else {
            talk.say("Nothing was linked; the answer is a number from 1 to \(sentences.count).")
            return
        }
        let evidence = EvidencePlace.record(record: numbers[0], page: numbers[1], lines: lines)
        try await link(EvidenceLink(sentence: sentences[number - 1], evidence: evidence))
        let count = try await store.documentsReviewed(of: desk.reviewCase.number).count
        talk.say("Linked: \(evidence.spoken). \(Counted.words(count, "document")) reviewed.")
    }

    /// Keeps a link of the item before the reviewer.
    mutating func link(_ link: EvidenceLink) async throws {
        guard let desk else { return }
        let kept = try await store.addLink(link, item: desk.item, in: desk.reviewCase.number, by: actor)
        self.desk?.note(.link(kept, item: desk.item, isMade: true))
    }

    /// What the sentences of the rationale rest on.
    mutating func sayLinks() async throws {
        guard let desk else { return }
        said.links = try await store.links(of: desk.reviewCase.number)[desk.item] ?? []
        guard !said.links.isEmpty else {
            talk.say("No sentence of item \(desk.item) is linked; “link” rests one on a record.")
            return
        }
        let rationale = Prose.normalized(desk.rationale)
        tell(
            said.links.enumerated().map { index, link in
                let isLoose = !rationale.contains(link.sentence)
                return "\(index + 1): \(link.evidence.spoken): \(link.sentence)"
                    + (isLoose ? " This is not in the rationale any more." : "")
            })
    }

    mutating func unlink(_ number: Int?) async throws {
        guard let desk else { return }
        guard let number, said.links.indices.contains(number - 1) else {
            if said.links.isEmpty { return try await sayLinks() }
            talk.say("Which link? A number from 1 to \(said.links.count), as “links” says them.")
            return
        }
        let link = said.links.remove(at: number - 1)
        try await store.removeLink(link.id, item: desk.item, in: desk.reviewCase.number, by: actor)
        self.desk?.note(.link(link, item: desk.item, isMade: false))
        talk.say("The link is taken away; those behind it have one number less.")
    }
}

extension EvidencePlace {
    /// Where it is, without signs.
    fileprivate var spoken: String {
        switch self {
        case .record(let record, let page, let lines):
            "record \(record) page \(page) "
                + (lines.count == 1 ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound) to \(lines.upperBound)")
        case .passage: "a passage of the guideline library"
        case .search(let words, let found):
            found == 0
                ? "searched and not found: \(words)" : "searched, found \(Counted.words(found, "time")): \(words)"
        }
    }
}
