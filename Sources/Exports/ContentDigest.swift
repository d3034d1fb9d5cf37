internal import CaseModel
package import Letters

/// A short number for a long content: the same for the same content, hardly ever for another.
///
/// It tells what has changed since it was exported; it is FNV-1a with 64 bits and proves nothing to an adversary.
package struct ContentDigest: Hashable, Sendable {
    /// The number.
    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The digest of nothing.
    package init() {}

    /// Takes bytes in, and their end: two texts are not the same as one.
    package mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        value = (value ^ 0x100) &* 0x0000_0100_0000_01b3
    }

    /// Takes a file in: its name and what it holds.
    package mutating func add(_ file: Rendering) {
        add(file.name.utf8)
        add(file.bytes)
    }

    /// Takes in all that a letter is made of.
    package mutating func add(_ parts: LetterParts) {
        let determination = parts.determination
        let dates = determination.dates
        let days = [dates.injury, dates.utilizationReview, dates.applicationReceived, dates.assigned, dates.decision]
        for day in days { add((day?.iso ?? "").utf8) }
        add((determination.priority?.rawValue ?? "").utf8)
        let form = determination.form
        let numbers = [determination.caseNumber?.text ?? "", parts.number?.text ?? ""]
        add(list: numbers + [form.organization, form.guidelineLabel, form.methodology, determination.summary])
        add(list: determination.reviewer.licensure)
        add(list: determination.reviewer.specialties)
        for item in determination.items {
            add(list: [
                item.text, item.claimsAdministratorGuideline, item.reviewerGuideline, item.rationale,
                item.decision?.rawValue ?? "", item.amounts.original ?? "", item.amounts.authorized ?? "",
                item.amounts.remaining ?? "",
            ])
            for citation in item.citations { add(list: [citation.source, citation.words]) }
        }
        if let wording = parts.wording { add(wording) }
        add(list: [parts.title, parts.documentsLeadIn])
        add(list: parts.documents)
        add(list: parts.notices)
        for companion in parts.companions { add(list: [companion.name, companion.title, companion.body]) }
        add(parts.signedJSON ?? [])
        add(parts.signature ?? [])
    }

    private mutating func add(_ wording: LetterWording) {
        let (headings, leadIns) = (wording.headings, wording.leadIns)
        add(list: [headings.made, headings.summary, headings.items, headings.documents, headings.notices])
        add(list: [leadIns.credentials, leadIns.summary, leadIns.items, leadIns.documents])
        add(list: wording.header.map(\.rawValue))
        add(list: LetterWording.Label.allCases.map { wording[$0] })
        add(list: Priority.allCases.map { wording.priorities[$0] ?? "" })
        add(list: Decision.allCases.map { wording.decisions[$0] ?? "" })
        add(list: [wording.undecided, wording.methodology, wording.organization, wording.guidelineLabel])
    }

    private mutating func add(list: [String]) {
        add(String(list.count).utf8)
        for text in list { add(text.utf8) }
    }
}
