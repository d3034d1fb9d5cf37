import CaseModel

/// "No documentation of X" while X stands in the summary or the records.
struct AbsenceContradicted: Rule {
    let id = "evidence.absence-contradicted"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        var sources = [letter.summary]
        for record in letter.input.records ?? [] where !DocumentsOnlyReview.isReview(record.title) {
            // A record's page is no section: what it says is told in the message.
            sources += record.pages.map { SectionText($0, .summary) }
        }
        return letter.items.flatMap { item in
            AbsenceScanner.claims(in: item.rationale).compactMap { claim in
                for (index, source) in sources.enumerated() {
                    let found =
                        claim.isReason
                        ? reason(item, claim, source)
                        : presence(claim, source) ?? NerveSigns.sign(against: claim, of: item, in: source)
                    guard let place = found else { continue }
                    let claimed = item.rationale.evidence(claim.claim.lowerBound..<claim.object.upperBound)
                    let holder = index == 0 ? "the summary" : "a record"
                    return Observation(
                        item: item.number,
                        claim.isReason
                            ? "The rationale finds no reason given; \(holder) gives one: “\(source.words(place))”."
                            : "“\(claimed.text)”, but \(holder) has “\(source.words(place))”.",
                        index == 0 ? [claimed, source.evidence(place)] : [claimed])
                }
                return nil
            }
        }
    }

    /// Where a text affirms the object: its words in their order, hyphens apart.
    private func presence(_ claim: AbsenceClaim, _ text: SectionText) -> Range<Int>? {
        let wanted = AbsenceContradicted.concept(claim.words)
        for phrase in wanted {
            for at in text.all where AbsenceScanner.singular(text.tokens[at].text) == phrase[0] {
                guard let end = match(phrase, at, text) else { continue }
                if isAffirmed(at..<end, text) { return at..<end }
            }
        }
        return nil
    }

    private func match(_ phrase: [String], _ start: Int, _ text: SectionText) -> Int? {
        var at = start + 1
        for word in phrase.dropFirst() {
            if at < text.tokens.count, text.tokens[at].text == "-" { at += 1 }
            guard at < text.tokens.count else { return nil }
            if AbsenceScanner.singular(text.tokens[at].text) != word { return nil }
            at += 1
        }
        return at
    }

    /// Whether nothing before or after in the clause denies, plans or only asks for it.
    private func isAffirmed(_ range: Range<Int>, _ text: SectionText) -> Bool {
        let sentence = text.sentence(at: range.lowerBound)
        if text.holds(AbsenceContradicted.hypothetical, in: sentence) { return false }
        if text.first(of: DateRoles.names, in: sentence) != nil { return false }
        // What stands in brackets denies nothing behind them.
        let near = max(sentence.lowerBound, range.lowerBound - 12)..<range.lowerBound
        let before = (near.last { text.tokens[$0].text == ")" } ?? near.lowerBound)..<range.lowerBound
        let after = range.upperBound..<min(sentence.upperBound, range.upperBound + 5)
        let close = max(before.lowerBound, before.upperBound - 4)..<before.upperBound
        return !text.holds(AbsenceContradicted.denials, in: before)
            && !text.holds(AbsenceContradicted.endings, in: close)
            && !text.holds(["not", "absent", "negative", "denied", "ruled", "without"], in: after)
            && !text.holds(AbsenceContradicted.ended, in: after)
            && !text.holds(AbsenceContradicted.things, in: after.prefix(1))
    }

    /// Where the summary tells why the item was asked for.
    private func reason(_ item: UnderstoodItem, _ claim: AbsenceClaim, _ text: SectionText) -> Range<Int>? {
        for sentence in text.sentences {
            guard
                let place = text.first(
                    of: [["the", "reason", "for"], ["the", "rationale", "for"], ["reason", "for", "the"]], in: sentence),
                text.first(of: DateRoles.names, in: sentence) == nil,
                !text.holds(["not", "no", "unclear"], in: sentence),
                item.head.tokens.contains(where: {
                    $0.isWord && $0.length > 5 && !AbsenceContradicted.common.contains($0.text)
                        && text.holds(
                            [$0.text, AbsenceScanner.singular($0.text)], in: place.upperBound..<sentence.upperBound)
                })
            else { continue }
            return place.lowerBound..<sentence.upperBound
        }
        return nil
    }

    private static let hypothetical: Set<String> = [
        "if", "consider", "recommended", "recommend", "recommends", "requested", "request", "requests", "pending",
        "awaiting",
        "plan", "possible", "rule", "scheduled", "requesting", "discussed", "candidate", "avoid", "offered", "future",
        "wishes", "declined", "deferred", "considered", "considering", "option", "options",
    ]
    private static let denials: Set<String> = [
        "no", "not", "without", "denied", "denies", "deny", "negative", "never", "lack", "absence", "nor", "neither",
    ]
    /// What says of a habit or a complaint that it is over.
    private static let endings: Set<String> = [
        "quit", "stopped", "ceased", "discontinued", "former", "formerly", "resolved", "stop", "abstains",
        "abstained", "resolution",
    ]
    private static let ended: Set<String> = ["cessation", "resolved", "stopped", "ceased", "quit", "subsided"]
    /// What is named after a treatment and is none: "a home exercise kit".
    private static let things: Set<String> = ["kit", "kits", "equipment", "unit", "machine", "video", "ball", "bike"]
    private static let common: Set<String> = [
        "surgery", "surgeries", "before", "without", "contrast", "request", "therapy",
    ]

    /// The phrases that mean an object: its own words, and what else the same thing is called.
    private static func concept(_ words: [String]) -> [[String]] {
        for group in groups where group.contains(words) { return group }
        return [words]
    }

    private static let groups: [[[String]]] = [
        [["physical", "therapy"], ["pt"], ["physiotherapy"]], [["x", "ray"], ["radiograph"], ["xray"]],
        [["mri"], ["magnetic", "resonance", "imaging"]],
        [["chiropractic", "treatment"], ["chiropractic", "care"], ["chiropractic", "therapy"]],
        [["injection"], ["corticosteroid", "injection"], ["cortisone", "injection"]],
        [["home", "exercise", "program"], ["home", "exercise"], ["hep"]],
        [["numbness"], ["paresthesia"]],
        [["muscle", "spasm"], ["acute", "muscle", "spasm"], ["spasm"]],
        [["surgery"], ["surgical", "intervention"]],
        [
            ["urine", "drug", "screen"], ["urine", "drug", "test"], ["urine", "screen"], ["urine", "specimen"],
            ["urine", "toxicology"], ["toxicology", "result"], ["toxicology", "screen"], ["urine", "drug", "testing"],
            ["urine", "drug", "screening"], ["urinalysis"],
        ],
    ]
}
