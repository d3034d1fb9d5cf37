internal import CaseModel
internal import TextUI

extension CaseScreen {
    mutating func linksLoaded(_ number: CaseNumber, _ links: [Int: [EvidenceLink]]) {
        guard number == self.number else { return }
        for index in desks.indices { desks[index].links = links[index + 1] ?? [] }
        layOut()
    }

    /// The sentence of the rationale at the cursor, which new evidence is for.
    func sentenceAtCursor(item: Int) -> String? {
        let editor = desks[item - 1].editor
        guard let range = Sentences.around(editor.cursor, in: editor.text) else { return nil }
        return Prose.normalized(String(Array(editor.text)[range]))
    }

    /// The records that links of any item lead to: the documents the determination relies on.
    var documentsReviewed: [RecordSummary] {
        let used = Set(
            desks.flatMap(\.links).compactMap { link -> Int? in
                if case .record(let record, _, _) = link.evidence { record } else { nil }
            })
        return reviewCase.records.filter { used.contains($0.position) }
    }

    /// The lines of a record page that sentences rest on.
    func linkedLines(record: Int, page: Int) -> [ClosedRange<Int>] {
        desks.flatMap(\.links).compactMap { link in
            guard case .record(record, page, let lines) = link.evidence else { return nil }
            return lines
        }
    }
}

extension ItemDesk {
    /// The links whose words have gone from the rationale.
    var looseLinks: [EvidenceLink] {
        let text = Prose.normalized(editor.text)
        return links.filter { !text.contains($0.sentence) }
    }
}
