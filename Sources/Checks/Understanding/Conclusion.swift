/// What a rationale concludes about the medical necessity of its item.
///
/// Recognized are sentences with "medically necessary" (also "necessary", "medically appropriate and necessary") after
/// a form of "to be" or "deemed", "considered", "seen", "appear", and "medical necessity … is (not) established,
/// demonstrated, supported, substantiated, met". A negation counts between the subject's verb and the word, wherever
/// it stands ("is determined to not be", "not-medically necessary", "cannot be considered"), and in a subject with
/// "neither … nor" or "none of"; "I find … medically necessary" concludes too, whatever stands between. What stands in quotation
/// marks, under "if", "when", "may be", or in the sentence of a guideline that speaks of patients in general is no
/// conclusion, and neither is "the medical necessity of" without a verb. A notice about tapering after the conclusion
/// changes nothing. The last statement counts. It gives up on conclusions in other words ("not supported"); those are
/// ``weak``.
struct Conclusion: Sendable {
    /// Whether it concludes that the item is necessary.
    let isNecessary: Bool
    /// The words that say so.
    let words: Range<Int>
    /// The sentence in which they stand.
    let sentence: Range<Int>
    /// Whether it says so in words other than those of necessity.
    let isWeak: Bool
    /// All sentences that conclude, in order.
    let sentences: [Range<Int>]

    static func find(in text: SectionText) -> Conclusion? {
        let scanner = ConclusionScanner(text: text)
        var strong: [(Bool, Range<Int>, Range<Int>)] = []
        var weak: [(Bool, Range<Int>, Range<Int>)] = []
        for sentence in text.sentences {
            if let (isNecessary, words) = scanner.strong(sentence) {
                strong.append((isNecessary, words, sentence))
            } else if let (isNecessary, words) = scanner.weak(sentence) {
                weak.append((isNecessary, words, sentence))
            }
        }
        guard let last = strong.last ?? weak.last else { return nil }
        let all = strong.isEmpty ? weak : strong
        return Conclusion(
            isNecessary: last.0, words: last.1, sentence: last.2, isWeak: strong.isEmpty, sentences: all.map(\.2))
    }
}

/// Looks for conclusions sentence by sentence.
struct ConclusionScanner {
    let text: SectionText

    func strong(_ sentence: Range<Int>) -> (Bool, Range<Int>)? {
        for index in sentence.reversed() {
            let word = text.tokens[index].text
            if word == "necessary" || word == "nessecary" || word == "neccessary" || word == "necessarily" {
                if let found = necessary(index, sentence) { return found }
            } else if word == "necessity" {
                if let found = necessity(index, sentence) { return found }
            }
        }
        return nil
    }

    /// "is not medically necessary".
    private func necessary(_ index: Int, _ sentence: Range<Int>) -> (Bool, Range<Int>)? {
        guard !text.isQuoted(index) else { return nil }
        let isMedical = text.holds(["medically", "medical"], in: max(sentence.lowerBound, index - 6)..<index)
        guard isMedical else { return nil }
        // Who says that something "may be necessary" or "if necessary" does not conclude.
        let clause = max(sentence.lowerBound, index - 14)..<index
        var verb: Int?
        for at in clause.reversed() {
            let word = text.tokens[at].text
            if ConclusionScanner.stops.contains(word) { return nil }
            if ConclusionScanner.verbs.contains(word) { verb = at }
            if verb != nil, word == "," || word == ";" || word == "request" || word == "treatment" { break }
            // "Is not supported and is necessary" has two verbs, of which the second is the conclusion's.
            if verb == at + 1, word == "and" { break }
            if verb == nil, word == ";" { return nil }
        }
        guard var first = verb else { return judged(index, sentence) }
        while first > sentence.lowerBound, index - first < 14,
            ConclusionScanner.joined.contains(text.tokens[first - 1].text)
        {
            first -= 1
        }
        if isGeneral(sentence, before: first) { return nil }
        let isNegated = text.holds(ConclusionScanner.negations, in: first..<index) || isNeither(sentence, before: first)
        return (!isNegated, first..<(index + 1))
    }

    /// "I find the injection medically necessary", "we cannot consider it medically necessary".
    private func judged(_ index: Int, _ sentence: Range<Int>) -> (Bool, Range<Int>)? {
        let clause = max(sentence.lowerBound, index - 40)..<index
        guard let verb = clause.last(where: { ConclusionScanner.judging.contains(text.tokens[$0].text) }) else {
            return nil
        }
        let before = max(sentence.lowerBound, verb - 5)..<verb
        guard text.holds(ConclusionScanner.judges, in: before),
            !text.holds(ConclusionScanner.stops.union([";"]), in: before.lowerBound..<index)
        else { return nil }
        // Between verb and judgement stands the thing judged, which has negations of its own ("without contrast").
        let isNegated =
            text.holds(ConclusionScanner.negations, in: before)
            || text.holds(["not", "non", "never"], in: max(verb, index - 3)..<index)
        return (!isNegated, verb..<(index + 1))
    }

    /// "Neither the visit nor the tests are", "none of the studies is": the negation stands in the subject.
    private func isNeither(_ sentence: Range<Int>, before verb: Int) -> Bool {
        var at = verb - 1
        while at >= sentence.lowerBound, verb - at <= 30 {
            let word = text.tokens[at].text
            if word == ";" || word == ":" || ConclusionScanner.beings.contains(word) { return false }
            // Behind a comma another clause begins, unless the enumeration goes on.
            let isOpen = at + 1 == verb || ["nor", "or", "and"].contains(text.tokens[at + 1].text)
            if word == ",", !isOpen { return false }
            if word == "neither" || word == "none" {
                let lead = at > sentence.lowerBound ? text.tokens[at - 1].text : ""
                return !ConclusionScanner.reasonLeads.contains(lead)
                    && (word == "none" ? text.reads(["none", "of"], at: at) : text.holds(["nor"], in: at..<verb))
            }
            at -= 1
        }
        // "No further therapy is".
        let rest = max(sentence.lowerBound, at + 1)..<verb
        return text.tokens[rest.lowerBound].text == "no" && rest.lowerBound == sentence.lowerBound
            && !text.holds(["and", "but", "so", "request", ","], in: rest)
    }

    /// "medical necessity has not been established".
    private func necessity(_ index: Int, _ sentence: Range<Int>) -> (Bool, Range<Int>)? {
        guard !text.isQuoted(index) else { return nil }
        let rest = index..<min(sentence.upperBound, index + 30)
        guard let word = rest.last(where: { ConclusionScanner.established.contains(text.tokens[$0].text) }),
            let verb = (index..<word).first(where: { ConclusionScanner.beings.contains(text.tokens[$0].text) })
        else { return nil }
        let before = max(sentence.lowerBound, index - 4)..<index
        if text.first(of: [["as", "to", "the"], ["determine", "the"], ["regarding"], ["of", "the"]], in: before) != nil
        {
            return nil
        }
        if text.holds(ConclusionScanner.stops, in: before) { return nil }
        let isNegated =
            text.holds(ConclusionScanner.negations, in: verb..<word)
            || text.holds(["no"], in: before)
        return (!isNegated, index..<(word + 1))
    }

    /// "the request is not supported", "the treatment is recommended as appropriate".
    func weak(_ sentence: Range<Int>) -> (Bool, Range<Int>)? {
        guard text.first(of: [["request"], ["requested"], ["therefore"], ["thus"]], in: sentence) != nil else {
            return nil
        }
        for index in sentence.reversed() where ConclusionScanner.weakWords.contains(text.tokens[index].text) {
            let clause = max(sentence.lowerBound, index - 6)..<index
            guard let verb = clause.last(where: { ConclusionScanner.beings.contains(text.tokens[$0].text) }),
                !text.holds(ConclusionScanner.stops, in: clause), !text.isQuoted(index),
                !isGeneral(sentence, before: verb)
            else { continue }
            return (!text.holds(ConclusionScanner.negations, in: verb..<index), verb..<(index + 1))
        }
        return nil
    }

    /// Whether the sentence is a guideline's and speaks of patients in general.
    private func isGeneral(_ sentence: Range<Int>, before verb: Int) -> Bool {
        let range = sentence.lowerBound..<verb
        return text.first(
            of: [["guidelines", "state"], ["considered", "part", "of"], ["mtus", "states"]], in: range) != nil
            && text.first(of: [["request"]], in: range) == nil
    }

    private static let judging: Set<String> = [
        "find", "finds", "found", "consider", "considers", "considered", "deem", "deems", "deemed", "judge", "judges",
        "judged", "hold", "holds", "held", "regard", "regards", "regarded",
    ]
    /// What begins a reason: "as none of the medicines has helped, …".
    private static let reasonLeads: Set<String> = [
        "as", "since", "because", "with", "given", "although", "though", "while", "when",
    ]
    /// Who judges in a rationale.
    private static let judges: Set<String> = ["i", "we", "reviewer", "undersigned"]
    private static let verbs: Set<String> = [
        "is", "are", "was", "were", "be", "been", "being", "appear", "appears", "seem", "seems", "deemed", "considered",
        "determined", "found", "seen", "felt", "isn't", "wasn't", "aren't", "remain", "remains", "as",
    ]
    static let beings: Set<String> = ["is", "are", "was", "were", "be", "been", "has", "have", "had", "cannot"]
    private static let joined: Set<String> = [
        "not", "never", "no", "longer", "does", "do", "did", "cannot", "can", "has", "have", "had", "be", "to",
        "neither", "nor", "is", "are", "was", "were", "also",
    ]
    static let negations: Set<String> = [
        "not", "non", "never", "cannot", "neither", "nor", "isn't", "wasn't", "aren't", "unnecessary", "without",
        "longer",
    ]
    private static let stops: Set<String> = [
        "if", "when", "may", "might", "could", "unless", "whether", "should", "until", "where", "while",
    ]
    private static let established: Set<String> = [
        "established", "demonstrated", "supported", "substantiated", "met", "documented", "shown", "justified",
        "proven", "evident", "provided",
    ]
    private static let weakWords: Set<String> = [
        "supported", "warranted", "appropriate", "indicated", "approved", "denied", "certified", "justified",
        "reasonable", "upheld", "overturned", "authorized",
    ]
}
