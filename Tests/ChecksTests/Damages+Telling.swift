import CaseModel
import Foundation
import Letters

@testable import Checks

/// Damage to what is told of days, persons, absence and sources, found by the words alone.
extension Damage {
    static let telling: [Damage] = toldDays + toldPersons + toldAbsence + toldSources + toldDecisions

    // MARK: - Days

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The ways to write a day.
    private static let writings: [@Sendable (Day) -> String] = [
        { "\(months[$0.month - 1]) \($0.day), \($0.year)" }, { "\($0.month)/\($0.day)/\($0.year % 100)" },
        { "\($0.month)-\($0.day)-\($0.year)" }, { "\(months[$0.month - 1].prefix(3)). \($0.day), \($0.year)" },
        { "\($0.day) \(months[$0.month - 1]) \($0.year)" }, { $0.american },
        { "\(months[$0.month - 1]) \($0.day)th, \($0.year)" },
        { "the \($0.day)th of \(months[$0.month - 1]), \($0.year)" },
        { $0.american.replacing("/", with: "-") },
    ]

    /// A day moved within its sentence, in which one of some words stands.
    private static func moved(
        _ day: Day?, _ words: [String], _ letter: Determination,
        writing: (Day) -> String?
    ) -> Determination? {
        guard let day else { return nil }
        var letter = letter
        for write in writings {
            let told = write(day)
            guard let range = letter.summary.range(of: told), isWhole(range, letter.summary) else { continue }
            let before = letter.summary[..<range.lowerBound].suffix(90).components(separatedBy: ". ").last ?? ""
            let after = letter.summary[range.upperBound...].prefix(60).components(separatedBy: ". ").first ?? ""
            let sentence = before.lowercased() + after.lowercased()
            guard words.contains(where: sentence.contains),
                letter.summary.components(separatedBy: told).count == 2, let other = writing(day)
            else { continue }
            letter.summary.replaceSubrange(range, with: other)
            return letter
        }
        return nil
    }

    /// Whether no digit stands right before or behind a place.
    private static func isWhole(_ range: Range<String.Index>, _ text: String) -> Bool {
        text[..<range.lowerBound].last?.isNumber != true && text[range.upperBound...].first?.isNumber != true
    }

    private static let told: [(String, [String], @Sendable (CaseDates) -> Day?)] = [
        ("review", ["utilization review", " ur ", "non-certified"], { $0.utilizationReview }),
        ("injury", ["injury", "injured", "doi "], { $0.injury }),
    ]

    private static let toldDays: [Damage] =
        told.flatMap { name, words, field in
            writings.indices.map { index in
                Damage(
                    group: .dates, name: "another day of \(name) in the summary, writing \(index)",
                    rules: ["chronology.summary-differs", "chronology.impossible-date"]
                ) { letter, random in
                    let days = Int.random(in: 1...9, using: &random)
                    return moved(field(letter.dates), words, letter) {
                        writings[index]($0.adding(days: -days))
                    }
                }
            }
        } + [
            Damage(group: .dates, name: "another month of injury", rules: ["chronology.summary-differs"]) {
                letter, random in
                moved(letter.dates.injury, ["date of injury", "injury on", "injury of", "injured on"], letter) {
                    let month = $0.month > 5 ? $0.month - 4 : $0.month + 4
                    return "\(months[month - 1]) \($0.year)"
                }
            },
            Damage(group: .dates, name: "another year of injury", rules: ["chronology.summary-differs"]) {
                letter, random in
                moved(letter.dates.injury, ["date of injury", "injury on", "injury of", "injured on"], letter) {
                    "the first half of \($0.year - 2)"
                }
            },
        ]

    // MARK: - Persons

    private static let pronouns = [
        "he": "she", "she": "he", "his": "her", "her": "his", "him": "her", "himself": "herself", "herself": "himself",
        "hers": "his",
    ]

    /// A text with each pronoun turned, when it has at least so many of one sex and none of the other.
    private static func turned(_ text: String, least: Int = 1) -> String? {
        var text = text
        let all = Atom.cut(text).filter { pronouns[$0.text] != nil }
        guard all.count >= least, Set(all.map { $0.text.hasPrefix("h") && !$0.text.hasPrefix("her") }).count == 1 else {
            return nil
        }
        for atom in all.reversed() {
            guard let other = pronouns[atom.text] else { continue }
            let isCapital = text[atom.range].first?.isUppercase == true
            text.replaceSubrange(atom.range, with: isCapital ? other.capitalized : other)
        }
        return text
    }

    private static let toldPersons: [Damage] = [
        Damage(group: .persons, name: "pronouns of the other sex in a rationale", rules: ["person.inconsistent"]) {
            letter, _ in
            let told = Atom.cut(letter.summary).count {
                pronouns[$0.text] != nil || ["male", "female"].contains($0.text)
            }
            guard told > 0 else { return nil }
            return firstItem(letter) { item in
                turned(item.rationale).map {
                    var item = item
                    item.rationale = $0
                    return item
                }
            }
        },
        Damage(group: .persons, name: "the other sex in the summary", rules: ["person.inconsistent"]) { letter, _ in
            let atoms = Atom.cut(letter.summary)
            guard let noun = atoms.first(where: { ["male", "female", "man", "woman"].contains($0.text) }),
                turned(letter.summary, least: 3) != nil,
                // The pronouns are the worker's when they are of the sex that the noun is of.
                atoms.contains(where: { ["she", "her"].contains($0.text) }) == ["female", "woman"].contains(noun.text)
            else { return nil }
            var letter = letter
            let others = ["male": "female", "female": "male", "man": "woman", "woman": "man"]
            letter.summary.replaceSubrange(noun.range, with: others[noun.text] ?? noun.text)
            return letter
        },
        Damage(group: .persons, name: "another age", rules: ["person.inconsistent"]) { letter, random in
            guard
                let age = Form(name: "", pieces: [.digits, .few(0), .one(["-", "year", "years"])], hot: 0)
                    .places(in: letter.summary).first(where: {
                        letter.summary[$0.place.upperBound...].prefix(12).lowercased().contains("old")
                    }),
                let years = Int(letter.summary[age.place])
            else { return nil }
            let other = years + Int.random(in: 1...9, using: &random)
            let ways = [
                "This \(other)-year-old patient has pain. ", "The applicant, a \(other) year-old worker, has pain. ",
                "The injured worker is \(other) years old. ", "The patient is \(other) years of age. ",
                "The patient is a \(other) y/o with pain. ", "The worker, aged \(other), has pain. ",
            ]
            return firstItem(letter) { item in
                var item = item
                item.rationale = (ways.randomElement(using: &random) ?? ways[0]) + item.rationale
                return item
            }
        },
    ]

    // MARK: - Absence

    /// What lists of treatments and findings in a summary name: "Treatment to date has included X, Y and Z."
    private static func listed(_ summary: String) -> [String] {
        [
            "has included ", "have included ", "treatment included ", "treated with ", "diagnoses included ",
            "diagnosed with ",
        ]
        .flatMap { lead -> [String] in
            guard let range = summary.range(of: lead, options: .caseInsensitive) else { return [] }
            let rest = summary[range.upperBound...].components(separatedBy: ". ").first ?? ""
            return rest.components(separatedBy: ", ").flatMap { $0.components(separatedBy: " and ") }
                .map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { part in
                    let words = Atom.cut(part)
                    return (1...3).contains(words.count) && words.allSatisfy(\.isWord) && part == part.lowercased()
                        && !part.hasPrefix("with")
                        && part.count > 4 && !["other", "conservative", "none", "rest"].contains(part)
                }
        }
    }

    private static let toldAbsence: [Damage] = [
        "There is no documentation of @.", "No @ was documented.", "There is no mention of any @ in the records.",
        "The medical records do not document @.", "Documentation of @ was not provided.",
        "The records submitted fail to show any @.", "There was no evidence of prior @.",
        "The submitted reports do not mention @.", "@ is not documented in the records.",
        "The documentation does not include evidence of @.", "Medical records lack documentation of @.",
    ].map { claim in
        Damage(
            group: .absence, name: claim, rules: ["evidence.absence-contradicted", "diagnosis.contradicted"]
        ) { letter, random in
            guard let word = listed(letter.summary).randomElement(using: &random) else { return nil }
            let sentence = claim.replacing("@", with: word)
            return firstItem(letter) { item in
                var item = item
                item.rationale = sentence.prefix(1).uppercased() + sentence.dropFirst() + " " + item.rationale
                return item
            }
        }
    }

    // MARK: - Sources and decisions

    private static let toldSources: [Damage] = [
        Damage(group: .citations, name: "cut in the last word", rules: ["citation.incomplete"]) { letter, _ in
            firstItem(letter) { item in
                let atoms = Atom.cut(item.reviewerGuideline)
                guard let last = atoms.last(where: \.isWord), last.text.count >= 9,
                    !atoms.dropLast().contains(where: { $0.text == last.text }),
                    item.rationale.lowercased().contains(last.text) || item.text.lowercased().contains(last.text)
                else { return nil }
                var item = item
                item.reviewerGuideline = String(item.reviewerGuideline[..<last.range.upperBound].dropLast(4)) + "."
                return item
            }
        },
        Damage(group: .citations, name: "a bracket without its partner", rules: ["citation.incomplete"]) { letter, _ in
            firstItem(letter) { item in
                guard item.reviewerGuideline.contains("Decision based"),
                    let bracket = item.reviewerGuideline.lastIndex(of: ")"), item.reviewerGuideline.contains("(")
                else { return nil }
                var item = item
                item.reviewerGuideline.remove(at: bracket)
                return item
            }
        },
        Damage(group: .citations, name: "a source that the line does not name", rules: ["citation.rationale-differs"]) {
            letter, random in
            let ways = [
                "According to the ODG, this is recommended. ", "The ODG recommends it. ", "Per ODG, it may help. ",
                "The Official Disability Guidelines state that it helps. ", "ODG criteria are met. ",
            ]
            return firstItem(letter) { item in
                guard item.reviewerGuideline.contains("MTUS"), !item.reviewerGuideline.contains("ODG"),
                    !item.reviewerGuideline.contains("outside"), !item.reviewerGuideline.contains("Official"),
                    !item.rationale.contains("ODG"), !item.rationale.contains("Official Disability")
                else { return nil }
                var item = item
                item.rationale = (ways.randomElement(using: &random) ?? ways[0]) + item.rationale
                return item
            }
        },
    ]

    private static let toldDecisions: [Damage] = [
        Damage(group: .decisions, name: "a lost “not”", rules: ["decision.contradicts-conclusion"]) { letter, _ in
            firstItem(letter) { item in
                guard item.decision == .upheld,
                    let place = sentence(of: item.rationale, { $0.contains("not medically necessary") })
                else { return nil }
                var item = item
                item.rationale = item.rationale.replacing(
                    item.rationale[place], with: item.rationale[place].replacing("not medically", with: "medically"))
                return item
            }
        },
        Damage(group: .arithmetic, name: "another original request", rules: ["item.arithmetic"]) { letter, random in
            firstItem(letter) { item in
                guard let mark = item.text.range(of: "the original request. "), item.text.contains("remaining") else {
                    return nil
                }
                let first = String(item.text[..<mark.lowerBound])
                let counts = Form(
                    name: "", pieces: [.number, .bracketed, .few(3), .one(["sessions", "visits", "treatments"])], hot: 0
                ).places(in: first)
                guard counts.count == 1, let count = counts.first, !first.contains("week") else { return nil }
                var item = item
                item.text =
                    first.replacingCharacters(in: count.place, with: Form.another(String(first[count.place]), &random))
                    + item.text[mark.lowerBound...]
                return item
            }
        },
    ]

    private static func firstItem(_ letter: Determination, _ change: (DisputedItem) -> DisputedItem?) -> Determination?
    {
        var letter = letter
        for (index, item) in letter.items.enumerated() {
            guard let changed = change(item) else { continue }
            letter.items[index] = changed
            letter.items[index].citations = CitationGrammar.parse(changed.reviewerGuideline)
            return letter
        }
        return nil
    }
}
