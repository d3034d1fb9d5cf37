/// Words that are misspelt.
///
/// A word is told only when no dictionary has it, it is one slip away from a word that they have, and nothing speaks
/// for a term: it stands once in the letter, in small letters, outside of quotation marks and of what citations name,
/// with neither digit nor hyphen nor slash attached, is no abbreviation, and is not made of known words or of a known
/// word with a usual beginning or ending (`refracture`, `stenting`, `nailbed`). What is left out by that are most
/// drugs, eponyms and Latin words.
struct Spelling: Rule {
    let id = "language.spelling"
    let usualSeverity = Severity.note

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard let judge = letter.input.spelling else { return [] }
        let lines = letter.items.flatMap { [$0.head, $0.reviewerGuideline, $0.claimsAdministratorGuideline] }
        var sightings: [String: Int] = [:]
        for text in letter.narratives {
            for token in text.tokens where token.isWord { sightings[token.text, default: 0] += 1 }
        }
        // What an item is called, or a source, is a term wherever it stands.
        for text in lines { for token in text.tokens where token.isWord { sightings[token.text, default: 0] += 2 } }
        return letter.narratives.compactMap { text in
            var found: [(Int, String)] = []
            for at in text.all where sightings[text.tokens[at].text] == 1 && isPlain(at, text) {
                let word = text.tokens[at].text
                guard !judge.isKnown(word), !WordForms.isKnown(word, to: judge), !isNamed(at, text),
                    let meant = judge.correction(of: word)
                else { continue }
                found.append((at, meant))
            }
            guard let first = found.first else { return nil }
            let told = found.map { "“\(text.words($0.0..<($0.0 + 1)))” (\($0.1)?)" }.joined(separator: ", ")
            return Observation(
                item: text.item,
                found.count == 1
                    ? "“\(text.words(first.0..<(first.0 + 1)))” may be misspelt; is “\(first.1)” meant?"
                    : "These may be misspelt: \(told).",
                found.map { text.evidence($0.0..<($0.0 + 1)) })
        }
    }

    /// Short words have too many neighbours for one of them to be meant.
    private static let shortest = 6

    /// Whether a token is a word in small letters of A to Z with nothing attached.
    private func isPlain(_ at: Int, _ text: SectionText) -> Bool {
        let token = text.tokens[at]
        guard token.isWord, !token.isCapital, token.length >= Spelling.shortest,
            token.text.utf8.allSatisfy({ $0 >= 97 && $0 <= 122 }),
            text.scalars[token.start..<token.end].allSatisfy({ $0.value >= 97 }), !text.isQuoted(at)
        else { return false }
        if at > 0, !token.isSpaced, !["(", "\"", "["].contains(text.tokens[at - 1].text) { return false }
        guard at + 1 < text.tokens.count, !text.tokens[at + 1].isSpaced else { return true }
        return ![",", ".", ";", ":", ")", "\"", "]", "?", "!"].contains(text.tokens[at + 1].text) ? false : true
    }

    /// Whether what follows says that the word is the name of a drug or a term that is explained: "zorvolex 35 mg".
    private func isNamed(_ at: Int, _ text: SectionText) -> Bool {
        guard at + 1 < text.tokens.count else { return false }
        let next = text.tokens[at + 1]
        if next.text == ".", at + 2 < text.tokens.count, !text.tokens[at + 2].isSpaced { return true }
        return next.isNumber || next.text == "#" || next.text == "(" || next.text == "["
    }
}

/// Words that a dictionary knows by their parts.
enum WordForms {
    static func isKnown(_ word: String, to judge: any SpellingJudge) -> Bool {
        for ending in endings where word.hasSuffix(ending) && word.count >= ending.count + 4 {
            let stem = String(word.dropLast(ending.count))
            if judge.isKnown(stem) { return true }
            // "titrating" of "titrate".
            if ending.first.map({ "aeiou".contains($0) }) == true, judge.isKnown(stem + "e") { return true }
        }
        if word.hasSuffix("ies"), judge.isKnown(word.dropLast(3) + "y") { return true }
        for beginning in beginnings where word.hasPrefix(beginning) && word.count >= beginning.count + 4 {
            let rest = String(word.dropFirst(beginning.count))
            if judge.isKnown(rest) { return true }
            if rest.hasSuffix("s"), judge.isKnown(String(rest.dropLast())) { return true }
        }
        guard word.count >= 7 else { return false }
        for length in 3...(word.count - 3) {
            let (first, second) = (String(word.prefix(length)), String(word.dropFirst(length)))
            if judge.isKnown(first), judge.isKnown(second) { return true }
        }
        return false
    }

    private static let endings = ["s", "es", "ed", "ing", "ly", "al", "ally", "ic", "ist", "ists", "er", "ers", "like"]
    private static let beginnings = [
        "anti", "arthro", "auto", "bi", "cardio", "cervico", "chemo", "chiro", "co", "de", "dis", "dys", "electro",
        "endo", "epi", "extra", "fibro", "hemi", "hyper", "hypo", "immuno", "infra", "inter", "intra", "lumbo", "macro",
        "mega", "micro", "mid", "mini", "mis", "mono", "multi", "musculo", "myo", "neo", "neuro", "non", "ortho",
        "osteo", "over", "para", "patho", "peri", "physio", "poly", "post", "pre", "pro", "pseudo", "psycho", "radio",
        "re", "retro", "sacro", "semi", "sub", "super", "supra", "thoraco", "trans", "tri", "ultra", "un", "under",
        "uni", "vaso", "viscero",
    ]
}
