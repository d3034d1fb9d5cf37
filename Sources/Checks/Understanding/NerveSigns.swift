/// Signs of a nerve that does not work, as examinations tell them, and the claims that there are none.
///
/// A claim is "no evidence of … neurologic deficits / nerve compromise / nerve dysfunction / radiculopathy" and the like.
/// Signs are lessened sensation, motor strength under five of five, weakness that was found, and lessened reflexes; what
/// a patient only complains of is none. A sign counts for an item when its sentence names no part of the body, or one
/// that a nerve of the item's region reaches. It gives up on signs of a straight leg and of tests that bear a name.
enum NerveSigns {
    /// A sign in a text that contradicts a claim; nil when the claim is about something else, or there is none.
    static func sign(against claim: AbsenceClaim, of item: UnderstoodItem, in text: SectionText) -> Range<Int>? {
        guard isOfNerves(claim.words) else { return nil }
        let reach = reach(of: Anatomy.regions(in: item.head, item.head.all))
        for sentence in text.sentences where !text.holds(doubts, in: sentence) {
            // Strength that pain limits is no sign of a nerve, and what a reviewer before retells is no finding.
            if text.first(of: ofPain + DateRoles.names, in: sentence) != nil { continue }
            guard let sign = sign(in: sentence, text) else { continue }
            let told = Anatomy.regions(in: text, sentence)
            if told.isEmpty || reach.isEmpty || !told.isDisjoint(with: reach) { return sign }
        }
        return nil
    }

    private static func isOfNerves(_ words: [String]) -> Bool {
        guard words.count <= 4 else { return false }
        let hasNerve = words.contains { nerves.contains($0) }
        return hasNerve && words.contains { deficits.contains($0) }
    }

    private static func sign(in sentence: Range<Int>, _ text: SectionText) -> Range<Int>? {
        for at in sentence where !text.isQuoted(at) {
            let word = text.tokens[at].text
            let before = max(sentence.lowerBound, at - 6)..<at
            if lessened.contains(word), !text.holds(denials, in: before) {
                let after = (at + 1)..<min(sentence.upperBound, at + 5)
                let sense = after.first { senses.contains(text.tokens[$0].text) && !isComplaint($0, sentence, text) }
                if let sense { return at..<(sense + 1) }
            }
            if senses.contains(word), !isComplaint(at, sentence, text), let told = told(of: at, sentence, text),
                !text.holds(denials, in: before)
            {
                return told
            }
            guard text.tokens[at].isNumber, text.tokens[at].value < 5, at + 1 < sentence.upperBound else { continue }
            let ends = [["/", "5"], ["out", "of", "5"], ["of", "5"]].first { text.reads($0, at: at + 1) }
            let near = max(sentence.lowerBound, at - 8)..<min(sentence.upperBound, at + 8)
            if let ends, text.holds(["strength", "motor", "weakness"], in: near) {
                return at..<(at + 1 + ends.count)
            }
        }
        return nil
    }

    /// "Burning sensation", "sensation of tingling": what the worker feels, and is glad to feel less of.
    private static func isComplaint(_ sense: Int, _ sentence: Range<Int>, _ text: SectionText) -> Bool {
        sense > sentence.lowerBound && complaints.contains(text.tokens[sense - 1].text)
            || sense + 2 < sentence.upperBound && text.tokens[sense + 1].text == "of"
                && complaints.contains(text.tokens[sense + 2].text)
    }

    /// "Sensation to light touch was decreased"; but not by a treatment, "with gabapentin".
    private static func told(of sense: Int, _ sentence: Range<Int>, _ text: SectionText) -> Range<Int>? {
        let after = (sense + 1)..<min(sentence.upperBound, sense + 8)
        guard let verb = after.first(where: { ["is", "was", "were", "are"].contains(text.tokens[$0].text) }),
            !text.holds([",", ";", ":", "(", "and"], in: after.lowerBound..<verb), verb + 1 < sentence.upperBound
        else { return nil }
        let adverb = ["also", "mildly", "slightly", "markedly", "moderately"].contains(text.tokens[verb + 1].text)
        let end = adverb ? verb + 2 : verb + 1
        guard end < sentence.upperBound, lessened.contains(text.tokens[end].text),
            end + 1 == sentence.upperBound || !["with", "after", "by", "following"].contains(text.tokens[end + 1].text)
        else { return nil }
        return sense..<(end + 1)
    }

    /// The regions that the nerves of others reach.
    private static func reach(of regions: Set<Region>) -> Set<Region> {
        var result = regions
        if regions.contains(.neck) { result.formUnion(Region.arm) }
        if regions.contains(.lowBack) { result.formUnion(Region.leg) }
        if !regions.isDisjoint(with: Region.arm) { result.insert(.neck) }
        if !regions.isDisjoint(with: Region.leg) { result.insert(.lowBack) }
        return result
    }

    private static let nerves: Set<String> = [
        "neurologic", "neurological", "nerve", "neural", "neurologically", "sensory", "motor", "dermatomal",
    ]
    private static let deficits: Set<String> = [
        "deficit", "dysfunction", "compromise", "finding", "abnormality", "impairment", "deficiency", "loss", "change",
        "sign", "involvement",
    ]
    private static let lessened: Set<String> = ["decreased", "diminished", "reduced", "absent", "impaired"]
    private static let senses: Set<String> = ["sensation", "reflex", "reflexes", "sensory"]
    private static let complaints: Set<String> = [
        "burning", "tingling", "prickling", "stabbing", "numb", "numbing", "abnormal", "pain", "painful", "phantom",
        "numbness", "pins", "electric", "shooting", "itching", "crawling", "cold", "hot",
    ]
    private static let denials: Set<String> = ["no", "not", "without", "denied", "denies", "nor"]
    private static let ofPain = [
        ["limited", "by", "pain"], ["due", "to", "pain"], ["secondary", "to", "pain"], ["because", "of", "pain"],
        ["with", "pain"], ["poor", "effort"],
    ]
    private static let doubts: Set<String> = ["if", "request", "requested", "certified", "denied", "normal", "intact"]
}
