/// The sex of a person as a text tells it.
enum Sex: String, Hashable, Sendable {
    case male, female
}

/// What a text says of the worker: age and sex, and the pronouns that mean him or her.
///
/// - Age: "N year(s) old", "N-year-old", "N years of age", "N yo", "N y/o", "aged N"; as the worker's when "worker", "applicant", "patient",
///   "claimant", "male", "man" or the like stands near or an article before it, and no relative is named in the sentence.
/// - Sex: "male", "female", "man", "woman", "gentleman", "lady" right after an age, or "Mr.", "Ms.".
/// - Pronouns: "he", "his", "him", "she", "her", "hers", outside of quotation marks. They mean the worker unless the
///   sentence or the one before names another person: a relative always ("his wife" apart), a physician or therapist unless a word for
///   something that only the worker has follows ("her pain", "his knee"). "his/her" and "he or she" mean nobody.
///
/// It gives up on pronouns in a sentence with both a relative and the worker.
struct PersonMention: Sendable {
    enum Fact: Hashable, Sendable {
        case age(Int)
        case sex(Sex)
        /// A pronoun of the worker.
        case pronoun(Sex)
    }

    let fact: Fact
    let tokens: Range<Int>
}

/// Finds what a text says of the worker.
struct PersonScanner {
    let text: SectionText

    static func mentions(in text: SectionText) -> [PersonMention] {
        let scanner = PersonScanner(text: text)
        var result: [PersonMention] = []
        for (index, sentence) in text.sentences.enumerated() {
            let earlier = index > 0 ? text.sentences[index - 1] : sentence.lowerBound..<sentence.lowerBound
            let hasRelative = scanner.namesRelative(sentence)
            let context = earlier.lowerBound..<sentence.upperBound
            for at in sentence where !text.isQuoted(at) {
                if !hasRelative, let found = scanner.age(at, sentence) { result += found }
                if let pronoun = scanner.pronoun(at, context) { result.append(pronoun) }
            }
        }
        return result
    }

    /// Whether another person is named; the "woman" of "a 47-year-old woman" is the worker.
    private func namesRelative(_ range: Range<Int>) -> Bool {
        range.contains { at in
            // "A co-worker" is not the worker.
            if text.tokens[at].text == "co" { return text.reads(["co", "-", "worker"], at: at) }
            guard PersonScanner.relatives.contains(text.tokens[at].text) else { return false }
            let isNoun = PersonScanner.nouns[text.tokens[at].text] != nil
            return !(isNoun && text.holds(["old", "age", "yo"], in: max(0, at - 4)..<at))
        }
    }

    private func age(_ at: Int, _ sentence: Range<Int>) -> [PersonMention]? {
        guard let years = text.tokens[at].whole, (14...99).contains(years) else { return nil }
        var next = at + 1
        func word(_ index: Int) -> String { index < sentence.upperBound ? text.tokens[index].text : "" }
        if word(next) == "-" { next += 1 }
        guard
            let end = PersonScanner.ageForms.first(where: { text.reads($0, at: next) }).map({ next + $0.count })
                ?? (at > sentence.lowerBound && text.tokens[at - 1].text == "aged" ? at + 1 : nil)
        else { return nil }
        next = end
        // "A 20-year-old prosthesis".
        if PersonScanner.things.contains(word(next)) { return nil }
        // "who was 30 years old when hurt", "over 55 years old": not the age now, or not the worker's.
        if word(next) == "when" || word(next) == "at" || isApposition(at, sentence) { return nil }
        let before = max(sentence.lowerBound, at - 3)..<at
        if text.holds(["over", "under", "than", "least", "age", "ages", "older", "when"], in: before) { return nil }
        var result = [PersonMention(fact: .age(years), tokens: at..<next)]
        for index in next..<min(sentence.upperBound, next + 5) {
            if let sex = PersonScanner.nouns[text.tokens[index].text] {
                result.append(PersonMention(fact: .sex(sex), tokens: index..<(index + 1)))
                return result
            }
        }
        // "A 57-year-old bus operator": who else should be meant.
        let isNamed =
            ["a", "an", "this", "the"].contains(before.last.map { text.tokens[$0].text } ?? "")
            && !text.holds(["guidelines", "guideline", "criteria", "should"], in: sentence)
        return isNamed || text.holds(PersonScanner.workers, in: sentence) ? result : nil
    }

    /// "The other driver, an 18-year-old man": of a person who stands before the comma.
    private func isApposition(_ age: Int, _ sentence: Range<Int>) -> Bool {
        guard age - 3 >= sentence.lowerBound, ["a", "an"].contains(text.tokens[age - 1].text),
            text.tokens[age - 2].text == ","
        else { return false }
        let noun = text.tokens[age - 3].text
        return PersonScanner.relatives.contains(noun) || PersonScanner.others.contains(noun)
    }

    private func pronoun(_ at: Int, _ context: Range<Int>) -> PersonMention? {
        guard let sex = PersonScanner.pronouns[text.tokens[at].text] else { return nil }
        let next = at + 1 < text.tokens.count ? text.tokens[at + 1].text : ""
        let before = at > 0 ? text.tokens[at - 1].text : ""
        if next == "/" || before == "/" || next == "or" || before == "or" || next == "(" || before == "(" { return nil }
        // "The one person who helped him is herself ill": of somebody else than "him".
        if PersonScanner.reflexives.contains(text.tokens[at].text) {
            let others = text.sentence(at: at).contains { index in
                PersonScanner.pronouns[text.tokens[index].text].map { $0 != sex } ?? false
            }
            if others { return nil }
        }
        // "his wife" is the worker's own; any other pronoun near her may be hers.
        if namesRelative(context), !PersonScanner.relatives.contains(next) { return nil }
        let owned = at + 2 < text.tokens.count ? [next, text.tokens[at + 2].text] : [next]
        let isOwn = owned.contains { PersonScanner.possessions.contains($0) }
        if !isOwn, !PersonScanner.relatives.contains(next), text.holds(PersonScanner.professionals, in: context) {
            return nil
        }
        return PersonMention(fact: .pronoun(sex), tokens: at..<(at + 1))
    }

    private static let things: Set<String> = [
        "injury", "accident", "scar", "fracture", "fusion", "prosthesis", "implant", "mattress", "bed", "chair",
        "wheelchair", "car", "condition", "claim", "problem", "history", "case", "mri", "device", "unit", "hearing",
        "denture", "crown", "brace", "study", "surgery", "x",
    ]
    private static let ageForms =
        ["year", "years", "yr", "yrs"].flatMap { unit in
            [[unit, "old"], [unit, "-", "old"], [unit, "of", "age"]]
        } + [["yo"], ["y", "/", "o"], ["y", ".", "o"]]

    private static let pronouns: [String: Sex] = [
        "he": .male, "his": .male, "him": .male, "himself": .male, "she": .female, "her": .female, "hers": .female,
        "herself": .female,
    ]
    private static let reflexives: Set<String> = ["himself", "herself"]
    /// Who may stand beside the worker in the tale of an accident, or be the worker.
    private static let others: Set<String> = [
        "passenger", "driver", "pedestrian", "customer", "student", "resident", "inmate", "client", "assailant",
        "bystander", "helper", "victim", "pupil",
    ]
    private static let nouns: [String: Sex] = [
        "male": .male, "man": .male, "gentleman": .male, "female": .female, "woman": .female, "lady": .female,
    ]
    private static let workers: Set<String> = ["worker", "applicant", "patient", "claimant", "employee", "individual"]
    private static let relatives: Set<String> = [
        "wife", "husband", "mother", "father", "son", "daughter", "brother", "sister", "spouse", "parents", "parent",
        "children", "child", "sons", "daughters", "brothers", "sisters", "kids", "girlfriend", "boyfriend", "fiance",
        "family", "friend", "uncle", "aunt", "grandmother",
        "partner", "coworker", "colleague", "colleagues", "roommate", "supervisor", "boss", "man", "woman", "caregiver",
        "neighbor",
    ]
    private static let professionals: Set<String> = [
        "provider", "physician", "doctor", "dr", "surgeon", "therapist", "specialist", "psychologist", "psychiatrist",
        "chiropractor", "practitioner", "nurse", "attorney", "examiner", "evaluator", "orthopedist", "neurologist",
        "consultant", "reviewer", "acupuncturist", "radiologist", "ptp", "pm", "md", "dc", "author",
    ]
    private static let possessions: Set<String> = [
        "pain", "back", "neck", "shoulder", "shoulders", "knee", "knees", "hand", "hands", "wrist", "wrists", "hip",
        "foot",
        "ankle", "leg", "legs", "arm", "arms", "head", "symptoms", "injury", "injuries", "job", "work", "condition",
        "medications", "medication", "activities", "function", "functional", "left", "right", "low", "lower", "upper",
        "elbow", "finger", "fingers", "toes", "complaints", "regular", "usual", "daily", "current", "home",
    ]
}
