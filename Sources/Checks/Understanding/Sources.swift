/// Which body of evidence words name.
enum EvidenceSource: String, Hashable, Sendable {
    /// The schedule with the ACOEM chapters that it adopts.
    case schedule = "MTUS"
    case odg = "ODG"

    /// The sources that a text names, each with its first place.
    ///
    /// "MTUS", "ACOEM", "American College of Occupational" and "Treatment Utilization Schedule" are the schedule: its
    /// chapters are ACOEM's. "ODG" and "Official Disability" are the other. It gives up on studies named by their author.
    static func named(in text: SectionText, _ range: Range<Int>) -> [(EvidenceSource, Range<Int>)] {
        var result: [(EvidenceSource, Range<Int>)] = []
        for (source, phrases) in phrases {
            if let place = text.first(of: phrases, in: range) { result.append((source, place)) }
        }
        return result
    }

    private static let phrases: [(EvidenceSource, [[String]])] = [
        (
            .schedule,
            [
                ["mtus"], ["acoem"], ["utilization", "schedule"], ["american", "college", "of", "occupational"],
                ["chronic", "pain", "medical", "treatment"],
            ]
        ),
        (.odg, [["odg"], ["official", "disability"]]),
    ]
}

/// What a rationale says of each body of evidence.
///
/// A sentence relies on a source when it names it with "according to", "per", "recommends", "states", "criteria" and
/// the like; it says that the source is silent with "does not address", "silent", "not specifically". It gives up on
/// pronouns ("the guideline").
struct Reliance: Sendable {
    var relied: [EvidenceSource: Range<Int>] = [:]
    var silent: [EvidenceSource: Range<Int>] = [:]
    var named: Set<EvidenceSource> = []

    init(in text: SectionText) {
        for sentence in text.sentences {
            let isSilent = text.first(of: Reliance.silences, in: sentence) != nil
            for (source, place) in EvidenceSource.named(in: text, sentence) where !text.isQuoted(place.lowerBound) {
                named.insert(source)
                if isSilent {
                    if silent[source] == nil { silent[source] = sentence }
                } else if relied[source] == nil, isRelied(place, sentence, text) {
                    relied[source] = sentence
                }
            }
        }
    }

    /// Whether the words right around a name rely on it: "per the ODG", "ODG recommends".
    private func isRelied(_ place: Range<Int>, _ sentence: Range<Int>, _ text: SectionText) -> Bool {
        let before = max(sentence.lowerBound, place.lowerBound - 5)..<place.lowerBound
        if text.holds(Reliance.openings, in: before) { return true }
        for at in place.upperBound..<min(sentence.upperBound, place.upperBound + 9) {
            if text.tokens[at].text == "-" || text.tokens[at].text == ":" { return false }
            if Reliance.words.contains(text.tokens[at].text) { return true }
        }
        return false
    }

    private static let openings: Set<String> = ["according", "per", "pursuant"]
    private static let silences = [
        ["silent"], ["not", "address"], ["not", "addressed"], ["not", "specifically"], ["not", "discuss"],
        ["not", "mention"], ["not", "contain"], ["not", "provide"], ["no", "recommendation"], ["not", "cover"],
        ["not", "adequately"], ["outside", "of"], ["no", "specific"], ["not", "comment"], ["not", "applicable"],
        ["not", "include"], ["not", "speak"], ["doesn't", "address"], ["not", "directly"], ["not", "have"],
        ["no", "guidelines"], ["fails", "to"], ["not", "offer"], ["no", "discussion"], ["not", "referenced"],
        ["offers", "no"], ["contains", "no"], ["gives", "no"], ["provides", "no"],
        ["says", "nothing"], ["not", "deal"], ["no", "chapter"], ["no", "criteria"], ["makes", "no"],
        ["no", "guidance"], ["not", "apply"], ["has", "no"], ["have", "no"], ["no", "entry"], ["nothing", "on"],
        ["nothing", "about"],
    ]
    private static let words: Set<String> = [
        "recommend", "recommends", "recommended", "state", "states", "stated", "according", "per", "pursuant",
        "criteria", "supports", "support", "indicate", "indicates", "note", "notes", "allow", "allows", "suggest",
        "suggests", "deemed", "consider", "considers",
    ]
}
