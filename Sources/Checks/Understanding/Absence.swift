/// A claim that something is not there: "no documentation of", "not provided", "fails to show".
///
/// Recognized are "no / lack of / without / absence of" before "documentation", "evidence", "indication", "mention",
/// "record" and the like with "of", "for" or "that" after it, and "did not", "fails to" before "document", "show",
/// "include", "mention", "have had", "received"; also "documentation of … was not provided" and "the records are silent as
/// to", "the records show no", "there was no" and "the patient has no". The object is what follows, up to the end of its
/// phrase; its words are without articles and "any". An object with words that judge ("failed", "improvement", "significant", "recent", "response")
/// or with "prior to", "regarding" in it is qualified: its presence elsewhere does not contradict the claim.
/// Passive claims ("acupuncture was not documented", "no acupuncture was noted") must open their sentence. It gives up
/// on claims whose object is a clause ("that the worker was weaned").
struct AbsenceClaim: Sendable {
    /// The words of the claim up to its object.
    let claim: Range<Int>
    /// The object.
    let object: Range<Int>
    /// The object's telling words, in the singular.
    let words: [String]
    /// What is claimed to be absent, when it is a reason: "no clear justification".
    let isReason: Bool
}

/// Finds absence claims.
struct AbsenceScanner {
    let text: SectionText

    static func claims(in text: SectionText) -> [AbsenceClaim] {
        let scanner = AbsenceScanner(text: text)
        var result: [AbsenceClaim] = []
        for sentence in text.sentences where !scanner.isGeneral(sentence) {
            var at = sentence.lowerBound
            while at < sentence.upperBound {
                if !text.isQuoted(at), let claim = scanner.claim(at, sentence) {
                    result.append(claim)
                    at = claim.object.upperBound
                } else {
                    at += 1
                }
            }
        }
        return result
    }

    /// Whether the sentence tells what a guideline demands.
    private func isGeneral(_ sentence: Range<Int>) -> Bool {
        text.holds(["should", "guidelines", "guideline", "criteria", "mtus", "odg", "acoem", "if"], in: sentence)
    }

    private func claim(_ at: Int, _ sentence: Range<Int>) -> AbsenceClaim? {
        switch text.tokens[at].text {
        case "no", "without": return noun(at, from: at + 1, sentence)
        case "lack", "lacks", "lacked", "lacking", "absence":
            guard at + 1 < sentence.upperBound else { return nil }
            return noun(at, from: text.tokens[at + 1].text == "of" ? at + 2 : at + 1, sentence)
        case "not", "fail", "fails", "failed": return withheld(at, sentence) ?? verb(at, sentence)
        case "silent": return silence(at, sentence)
        default: return nil
        }
    }

    private func noun(_ start: Int, from: Int, _ sentence: Range<Int>) -> AbsenceClaim? {
        var at = from
        while at < sentence.upperBound, AbsenceScanner.adjectives.contains(text.tokens[at].text) { at += 1 }
        guard at < sentence.upperBound else { return nil }
        if AbsenceScanner.reasons.contains(text.tokens[at].text) {
            let end = phraseEnd(at + 1, sentence)
            return AbsenceClaim(claim: start..<(at + 1), object: at..<end, words: [], isReason: true)
        }
        guard AbsenceScanner.nouns.contains(text.tokens[at].text) else {
            return text.tokens[start].text.hasPrefix("lack")
                ? lacking(start, from, sentence)
                : bare(start, from, sentence) ?? denied(start, from, sentence)
        }
        at += 1
        while at < sentence.upperBound,
            ["provided", "submitted", "presented", "found", "in", "the", "records"].contains(text.tokens[at].text)
        {
            at += 1
        }
        guard at < sentence.upperBound else { return nil }
        guard ["of", "for", "to"].contains(text.tokens[at].text) || isHad(at, sentence) else { return nil }
        let from = isHad(at, sentence) ? objectOfHad(at, sentence) : at + 1
        return object(start..<from, from, sentence)
    }

    /// "No acupuncture has been documented."
    private func bare(_ start: Int, _ from: Int, _ sentence: Range<Int>) -> AbsenceClaim? {
        guard text.tokens[start].text == "no", start == sentence.lowerBound,
            let verb = text.first(of: AbsenceScanner.told, in: from..<min(sentence.upperBound, from + 5))
        else { return nil }
        return object(start..<from, from, from..<verb.lowerBound)
    }

    /// "The records show no muscle spasm", "there was no muscle spasm", "the patient has no muscle spasm": of the file as
    /// a whole, so neither of a day nor of a place.
    private func denied(_ start: Int, _ from: Int, _ sentence: Range<Int>) -> AbsenceClaim? {
        guard text.tokens[start].text == "no", (2...6).contains(start - sentence.lowerBound),
            text.first(of: DateRoles.names, in: sentence) == nil,
            // What comes before may say of which day or which part of the body it is: only what leads nowhere may.
            (sentence.lowerBound..<(start - 2)).allSatisfy({ at in
                [AbsenceScanner.leads, AbsenceScanner.files, AbsenceScanner.people].contains {
                    $0.contains(text.tokens[at].text)
                }
            })
        else { return nil }
        let verb = text.tokens[start - 1].text
        let isShown =
            AbsenceScanner.showings.contains(verb)
            && text.holds(AbsenceScanner.files, in: sentence.lowerBound..<(start - 1))
        let isThere = AbsenceScanner.beings.contains(verb) && text.tokens[start - 2].text == "there"
        let isOwn =
            ["has", "had"].contains(verb)
            && ["patient", "worker", "claimant", "applicant", "he", "she"].contains(text.tokens[start - 2].text)
        guard isShown || isThere || isOwn, let found = object(start..<from, from, sentence),
            found.object.upperBound >= sentence.upperBound
                || [".", ",", ";", "and", "or"].contains(text.tokens[found.object.upperBound].text)
        else { return nil }
        return AbsenceClaim(
            claim: (start - 2)..<from, object: found.object, words: found.words, isReason: false)
    }

    /// "Acupuncture was not documented in the records."
    private func passive(_ not: Int, _ sentence: Range<Int>) -> AbsenceClaim? {
        guard not > sentence.lowerBound + 1, not + 1 < sentence.upperBound, not - sentence.lowerBound <= 6,
            ["was", "were", "is", "are"].contains(text.tokens[not - 1].text),
            ["documented", "noted", "mentioned", "recorded", "reported", "included", "found"].contains(
                text.tokens[not + 1].text)
        else { return nil }
        guard !text.holds(AbsenceScanner.people, in: sentence.lowerBound..<not),
            not + 2 >= sentence.upperBound || text.tokens[not + 2].text != "to"
        else { return nil }
        guard let found = object(not..<(not + 2), sentence.lowerBound, sentence.lowerBound..<(not - 1)) else {
            return nil
        }
        return AbsenceClaim(
            claim: sentence.lowerBound..<(not + 2), object: sentence.lowerBound..<(not + 2), words: found.words,
            isReason: false)
    }

    /// "There was a lack of muscle spasm noted on examination."
    private func lacking(_ start: Int, _ from: Int, _ sentence: Range<Int>) -> AbsenceClaim? {
        let near = from..<min(sentence.upperBound, from + 6)
        guard text.tokens[from - 1].text == "of",
            let verb = near.first(where: {
                ["noted", "documented", "found", "reported"].contains(text.tokens[$0].text)
            })
        else { return nil }
        return object(start..<from, from, from..<verb)
    }

    /// "Documentation of acupuncture was not provided."
    private func withheld(_ not: Int, _ sentence: Range<Int>) -> AbsenceClaim? {
        guard not > sentence.lowerBound + 3, not + 1 < sentence.upperBound,
            AbsenceScanner.beings.contains(text.tokens[not - 1].text)
                || AbsenceScanner.beings.contains(text.tokens[not + 1].text),
            text.holds(AbsenceScanner.givings, in: (not + 1)..<min(sentence.upperBound, not + 3)),
            let noun = (sentence.lowerBound..<min(not, sentence.lowerBound + 4)).first(where: {
                AbsenceScanner.nouns.contains(text.tokens[$0].text)
            }), text.tokens[noun + 1].text == "of", noun + 2 < not - 1
        else { return nil }
        let end = text.tokens[not - 1].isWord ? not - 1 : not
        guard let found = object(noun..<(noun + 2), noun + 2, sentence.lowerBound..<end) else { return nil }
        return AbsenceClaim(
            claim: noun..<(noun + 2), object: found.object.lowerBound..<(not + 2), words: found.words, isReason: false)
    }

    /// "The records are silent as to acupuncture."
    private func silence(_ at: Int, _ sentence: Range<Int>) -> AbsenceClaim? {
        guard
            text.holds(
                ["records", "notes", "record", "reports", "documentation", "file", "chart"],
                in: sentence.lowerBound..<at),
            let lead = text.first(
                of: [["as", "to"], ["on"], ["about"], ["regarding"], ["concerning"]],
                in: (at + 1)..<min(sentence.upperBound, at + 3)), lead.lowerBound == at + 1
        else { return nil }
        return object(at..<lead.upperBound, lead.upperBound, sentence)
    }

    /// "that the worker had", "the patient underwent".
    private func isHad(_ at: Int, _ sentence: Range<Int>) -> Bool { objectOfHad(at, sentence) > at }

    private func objectOfHad(_ from: Int, _ sentence: Range<Int>) -> Int {
        var at = from
        for word in sentence where word >= from && word < from + 8 {
            at = word
            if ["underwent", "undergone", "received", "attended", "had", "used", "taken"].contains(text.tokens[at].text)
            {
                return at + 1
            }
        }
        return from
    }

    private func verb(_ start: Int, _ sentence: Range<Int>) -> AbsenceClaim? {
        if let passive = passive(start, sentence) { return passive }
        guard
            let verb = text.first(
                of: AbsenceScanner.verbs, in: (start + 1)..<min(sentence.upperBound, start + 4))
        else { return nil }
        // "did not include any record of".
        var from = verb.upperBound
        while from < sentence.upperBound, text.tokens[from].text == "any" || text.tokens[from].text == "a" { from += 1 }
        if from + 1 < sentence.upperBound, AbsenceScanner.nouns.contains(text.tokens[from].text),
            text.tokens[from + 1].text == "of"
        {
            return object(start..<(from + 2), from + 2, sentence)
        }
        let found = object(start..<verb.upperBound, verb.upperBound, sentence)
        // Who "has not had therapy for the neck" may have had it for the back.
        if AbsenceScanner.havings.contains(text.tokens[verb.lowerBound].text), let end = found?.object.upperBound,
            end < sentence.upperBound, ![".", ",", ";"].contains(text.tokens[end].text)
        {
            return nil
        }
        return found
    }

    private func object(_ claim: Range<Int>, _ from: Int, _ sentence: Range<Int>) -> AbsenceClaim? {
        var from = from
        while from < sentence.upperBound, ["prior", "previous", "past", "any"].contains(text.tokens[from].text) {
            from += 1
        }
        let end = phraseEnd(from, sentence)
        guard from < end, end - from <= 7 else { return nil }
        var words: [String] = []
        for at in from..<end {
            let word = text.tokens[at].text
            if AbsenceScanner.qualifiers.contains(word) { return nil }
            if text.tokens[at].isWord, !AbsenceScanner.small.contains(word) {
                words.append(AbsenceScanner.singular(word))
            }
        }
        guard !words.isEmpty else { return nil }
        return AbsenceClaim(claim: claim, object: from..<end, words: words, isReason: false)
    }

    private func phraseEnd(_ from: Int, _ sentence: Range<Int>) -> Int {
        var end = from
        while end < sentence.upperBound, !AbsenceScanner.ends.contains(text.tokens[end].text) { end += 1 }
        return end
    }

    static func singular(_ word: String) -> String {
        guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("is"), !word.hasSuffix("us")
        else {
            return word
        }
        return word.hasSuffix("ies") ? String(word.dropLast(3)) + "y" : String(word.dropLast())
    }

    private static let told = [
        ["has", "been", "documented"], ["have", "been", "documented"], ["was", "documented"], ["were", "documented"],
        ["is", "documented"], ["are", "documented"], ["was", "noted"], ["were", "noted"], ["has", "been", "noted"],
        ["was", "mentioned"], ["were", "mentioned"], ["was", "recorded"], ["was", "reported"], ["were", "reported"],
    ]
    private static let people: Set<String> = [
        "patient", "worker", "claimant", "applicant", "he", "she", "it", "this", "there", "these", "that", "request",
        "documentation", "rationale", "study", "which",
    ]
    private static let adjectives: Set<String> = [
        "clear", "clinical", "documented", "objective", "current", "specific", "any", "further", "other", "sufficient",
        "adequate", "medical", "submitted", "subjective",
    ]
    private static let nouns: Set<String> = [
        "documentation", "evidence", "indication", "mention", "record", "records", "documents", "report", "reports",
        "information", "history", "notation", "discussion", "description", "sign", "signs",
    ]
    private static let reasons: Set<String> = ["justification", "rationale", "reason", "explanation"]
    private static let verbs = [
        ["document"], ["show"], ["include"], ["mention"], ["note"], ["describe"], ["report"], ["contain"],
        ["demonstrate"], ["reveal"], ["had"], ["received"], ["undergone"], ["attended"],
    ]
    private static let leads: Set<String> = [
        "the", "submitted", "provided", "medical", "clinical", "however", ",", "further", "moreover", "these", "here",
        "as", "such", "all", "available", "injured",
    ]
    private static let showings: Set<String> = [
        "show", "shows", "showed", "document", "documents", "documented", "reveal", "reveals", "revealed", "mention",
        "mentions", "mentioned", "contain", "contains", "contained", "describe", "describes", "demonstrate",
        "demonstrates", "include", "includes", "included", "report", "record", "note",
    ]
    private static let files: Set<String> = [
        "records", "record", "file", "chart", "documentation", "documents", "notes", "reports",
    ]
    private static let havings: Set<String> = ["had", "received", "undergone", "attended"]
    private static let beings: Set<String> = ["was", "were", "is", "are", "been"]
    private static let givings: Set<String> = [
        "provided", "submitted", "included", "found", "available", "present", "presented", "supplied", "attached",
    ]
    private static let ends: Set<String> = [
        ".", ",", ";", "to", "that", "which", "in", "on", "for", "within", "as", "since", "at", "during", "by", "from",
        "but", "however", "nor", "warranting", "supporting", "prior", "with", "was", "were", "is", "has", "(", "or",
        "and",
    ]
    private static let small: Set<String> = ["the", "a", "an", "any", "of", "patient's", "worker's", "applicant's"]
    private static let qualifiers: Set<String> = [
        "failure", "failed", "fail", "improvement", "improvements", "significant", "recent", "response", "efficacy",
        "effective", "effectiveness", "outcome", "outcomes", "functional", "benefit", "relief", "how", "why", "what",
        "whether", "exceptional", "trial", "trialed", "adequate", "quantified", "quantifiable", "objective", "specific",
        "number", "progress", "red", "tried", "completion", "completed", "intolerance", "inability", "new",
        "additional",
        "change", "changes", "severe", "ongoing", "willingness", "intent", "planned", "plan", "need", "use",
        "extenuating",
        "sufficient", "end", "goals", "definitive", "worsening", "progressive", "progression", "instability", "other",
        "clear", "current", "previous", "successful", "compliance", "monitoring", "not",
    ]
}
