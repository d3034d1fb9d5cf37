internal import CaseModel
internal import CaseStore
internal import Workstation

extension LinearMode {
    /// Rests a sentence of the item's rationale on lines of a record; linked records are the documents reviewed.
    func link(_ words: String) async throws {
        guard let desk else { return }
        let parts = words.split(separator: " ")
        let numbers = parts.prefix(2).compactMap { Int($0) }
        guard parts.count == 3, numbers.count == 2, let lines = LinearMode.lines(parts[2]) else {
            talk.say("Which lines? “link” and the numbers of the record, the page and the line, as “find” says them.")
            return
        }
        let rationale = desk.rationale
        let characters = Array(rationale)
        let sentences = Sentences.ranges(of: rationale).map { Prose.normalized(String(characters[$0])) }
        guard !sentences.isEmpty else {
            talk.say("No rationale is written yet; “template” or “write” first.")
            return
        }
        for (index, sentence) in sentences.enumerated() { talk.say("\(index + 1): \(sentence)") }
        guard let number = await talk.ask("Which sentence rests on it? ").flatMap({ Int($0) }),
            sentences.indices.contains(number - 1)
        else {
            talk.say("Nothing was linked; the answer is a number from 1 to \(sentences.count).")
            return
        }
        let evidence = EvidencePlace.record(record: numbers[0], page: numbers[1], lines: lines)
        _ = try await store.addLink(
            EvidenceLink(sentence: sentences[number - 1], evidence: evidence), item: desk.item,
            in: desk.reviewCase.number, by: actor)
        let count = try await store.documentsReviewed(of: desk.reviewCase.number).count
        talk.say("Linked: \(evidence.words). \(Counted.words(count, "document")) reviewed.")
    }

    /// The lines of `4` or `4-7`; nil for anything else.
    private static func lines(_ text: Substring) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(ends.count), let first = ends.first.flatMap(\.self),
            let last = ends.last.flatMap(\.self), first >= 1, first <= last
        else { return nil }
        return first...last
    }
}
