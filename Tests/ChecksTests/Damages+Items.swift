import CaseModel
import Letters

@testable import Checks

extension Damage {
    /// Changes the rationale of the first item where that can be done.
    private static func first(
        _ letter: Determination, _ change: (DisputedItem) -> DisputedItem?
    ) -> Determination? {
        var letter = letter
        for (index, item) in letter.items.enumerated() {
            guard let changed = change(item) else { continue }
            letter.items[index] = changed
            letter.items[index].citations = CitationGrammar.parse(changed.reviewerGuideline)
            return letter
        }
        return nil
    }

    /// The concluding sentence changed by a function, in an item of which it restates more than "the request".
    private static func concluding(_ item: DisputedItem, _ change: (String) -> String?) -> DisputedItem? {
        let text = SectionText(item.rationale, .rationale)
        guard let conclusion = Conclusion.find(in: text) else { return nil }
        let words = text.words(conclusion.sentence)
        guard let changed = change(words) else { return nil }
        var item = item
        let scalars = text.scalars
        let (first, last) = (
            text.tokens[conclusion.sentence.lowerBound], text.tokens[conclusion.sentence.upperBound - 1]
        )
        item.rationale =
            String(String.UnicodeScalarView(scalars[..<first.start])) + changed
            + String(String.UnicodeScalarView(scalars[last.end...]))
        return item
    }

    private static let sides = [("left", "right"), ("Left", "Right")]

    static let amounts: [Damage] = [
        Damage(group: .amounts, name: "another dose in the conclusion", rules: ["item.differs"]) { letter, _ in
            first(letter) { item in
                let head = SectionText(item.text, .head)
                guard
                    let dose = AmountScanner.amounts(in: head).first(where: {
                        $0.unit == .strength && $0.values.count == 1
                    })
                else { return nil }
                let words = head.words(dose.tokens.lowerBound..<(dose.tokens.lowerBound + 1))
                return concluding(item) { $0.replacing(word: words, by: "37") }
            }
        },
        Damage(group: .amounts, name: "another number of pieces in the conclusion", rules: ["item.differs"]) {
            letter, _ in
            first(letter) { item in
                let head = SectionText(item.text, .head)
                guard SplitHead(head) == nil,
                    let count = AmountScanner.amounts(in: head).first(where: { $0.unit == .pieces })
                else { return nil }
                return concluding(item) { $0.replacing(word: "#" + String(Int(count.values[0])), by: "#37") }
            }
        },
        Damage(group: .amounts, name: "another number of weeks or sessions in the conclusion", rules: ["item.differs"])
        { letter, _ in
            first(letter) { item in
                let head = SectionText(item.text, .head)
                guard SplitHead(head) == nil,
                    let count = AmountScanner.amounts(in: head).first(where: {
                        ($0.unit == .weeks || $0.unit == .visits || $0.unit == .timesAWeek) && $0.tokens.count < 5
                    })
                else { return nil }
                let words = head.words(count.tokens)
                return concluding(item) { sentence in
                    let words = SectionText(words, .head)
                    return sentence.replacing(
                        word: words.words(words.all), by: "37 " + words.words(1..<words.tokens.count))
                }
            }
        },
        Damage(group: .sides, name: "the other side in the head", rules: ["item.differs"]) { letter, _ in
            first(letter) { item in
                let named = Anatomy.sides(in: SectionText(item.text, .head), SectionText(item.text, .head).all)
                guard Set(named.map(\.side)).count == 1, named.count == 1 else { return nil }
                let conclusion = concluding(item) { $0.swapping(sides) }
                guard conclusion != nil, let text = item.text.swapping(sides) else { return nil }
                var item = item
                item.text = text
                return item
            }
        },
        Damage(group: .sides, name: "another part of the body in the conclusion", rules: ["item.differs"]) {
            letter, _ in
            first(letter) { item in
                for part in ["lumbar spine", "cervical spine", "shoulder", "knee", "wrist", "foot", "hip", "ankle"] {
                    guard item.text.replacing(word: part, by: "") != nil else { continue }
                    let head = SectionText(item.text, .head)
                    guard Anatomy.bodies(in: head, head.all).count == 1 else { return nil }
                    return concluding(item) { $0.replacing(word: part, by: part == "knee" ? "elbow" : "knee") }
                }
                return nil
            }
        },
    ]

    static let citations: [Damage] = [
        Damage(group: .citations, name: "nothing is cited", rules: ["citation.none"]) { letter, _ in
            first(letter) { item in
                var item = item
                item.reviewerGuideline = "The Expert Reviewer did not cite any medical evidence for its decision."
                return item
            }
        },
        Damage(group: .citations, name: "no year", rules: ["citation.incomplete"]) { letter, _ in
            first(letter) { item in
                guard let citation = item.citations.first(where: \.isMTUS), let year = citation.year,
                    let line = item.reviewerGuideline.replacing(word: String(year), by: "Guidelines")
                else { return nil }
                var item = item
                item.reviewerGuideline = line
                return item
            }
        },
        Damage(group: .citations, name: "no section", rules: ["citation.incomplete"]) { letter, _ in
            first(letter) { item in
                guard let citation = item.citations.first, citation.isMTUS, item.citations.count == 1,
                    let year = citation.year,
                    let chapter = citation.chapter, !citation.sections.isEmpty, !chapter.hasPrefix("Acupuncture")
                else { return nil }
                var item = item
                item.reviewerGuideline = "Decision based on MTUS \(chapter) \(year)."
                return item
            }
        },
        Damage(group: .citations, name: "cut off at a comma", rules: ["citation.incomplete"]) { letter, _ in
            first(letter) { item in
                guard item.citations.contains(where: \.isMTUS) else { return nil }
                var item = item
                item.reviewerGuideline = item.reviewerGuideline.filter { $0 != "." } + ", and"
                return item
            }
        },
        Damage(group: .citations, name: "a chapter of another region", rules: ["citation.wrong-topic"]) { letter, _ in
            first(letter) { item in
                let head = SectionText(item.text, .head)
                let regions = Anatomy.regions(in: head, head.all)
                guard regions.count == 1, let region = regions.first else { return nil }
                let chapter = Region.leg.contains(region) ? "Shoulder Complaints" : "Knee Complaints"
                var item = item
                item.reviewerGuideline = "Decision based on MTUS \(chapter) 2004, Section(s): Special Studies."
                return item
            }
        },
        Damage(group: .citations, name: "an edition no longer in force", rules: ["citation.edition-not-in-force"]) {
            letter, _ in
            first(letter) { item in
                guard
                    letter.dates.decision.map({ $0.year >= 2017 && $0 < Day(year: 2017, month: 12, day: 1) ?? $0 })
                        == true,
                    item.reviewerGuideline.contains("Chronic Pain Medical Treatment 2016")
                else { return nil }
                var item = item
                item.reviewerGuideline = item.reviewerGuideline.replacing("Treatment 2016", with: "Treatment 2009")
                return item
            }
        },
        Damage(
            group: .citations, name: "the administrator cited after all",
            rules: ["citation.claims-administrator-contradicted"]
        ) { letter, _ in
            var letter = letter
            guard letter.items.count == 1 else { return nil }
            letter.items[0].claimsAdministratorGuideline =
                "The Claims Administrator did not cite any medical evidence for its decision."
            letter.summary += " The utilization review denied the request, citing the MTUS guidelines."
            return letter
        },
    ]

    static let people: [Damage] = [
        Damage(group: .persons, name: "another age in the rationale", rules: ["person.inconsistent"]) { letter, _ in
            let text = SectionText(letter.summary, .summary)
            guard PersonScanner.mentions(in: text).contains(where: { if case .age = $0.fact { true } else { false } })
            else { return nil }
            return first(letter) { item in
                var item = item
                item.rationale = "The patient is a 98 year old worker. " + item.rationale
                return item
            }
        },
        Damage(group: .persons, name: "the other pronoun", rules: ["person.inconsistent"]) { letter, _ in
            let text = SectionText(letter.summary, .summary)
            let mentions = PersonScanner.mentions(in: text)
            guard mentions.contains(where: { if case .sex = $0.fact { true } else { false } }) else { return nil }
            return first(letter) { item in
                guard
                    let rationale = item.rationale.swapping([
                        ("he", "she"), ("his", "her"), ("He", "She"), ("His", "Her"),
                    ])
                else { return nil }
                var item = item
                item.rationale = rationale
                return item
            }
        },
        Damage(group: .persons, name: "the other sex in the rationale", rules: ["person.inconsistent"]) { letter, _ in
            let sexes = PersonScanner.mentions(in: SectionText(letter.summary, .summary)).compactMap {
                mention -> Sex? in
                if case .sex(let sex) = mention.fact { sex } else { nil }
            }
            guard let sex = sexes.first else { return nil }
            return first(letter) { item in
                var item = item
                item.rationale += sex == .male ? " Her pain has not changed." : " His pain has not changed."
                return item
            }
        },
        Damage(
            group: .absence, name: "what the summary tells is not documented", rules: ["evidence.absence-contradicted"]
        ) { letter, random in
            let told = [
                "physical therapy", "medications", "tenderness", "acupuncture", "chiropractic care", "spasm", "brace",
            ]
            let text = SectionText(letter.summary, .summary)
            let there = told.filter { word in
                text.sentences.contains { sentence in
                    text.first(of: [word.split(separator: " ").map(String.init)], in: sentence) != nil
                        && text.first(of: [["included"], ["include"], ["revealed"], ["received"]], in: sentence) != nil
                        && !text.holds(["no", "not", "without", "denied", "requested", "plan"], in: sentence)
                }
            }
            guard let word = there.randomElement(using: &random) else { return nil }
            let claims = [
                "There is no documentation of \(word).", "The records do not document any \(word).",
                "There is no evidence of \(word) in the records.", "The provider fails to mention \(word).",
                "There is a lack of documentation of \(word).", "No record of \(word) was provided.",
                "The submitted records did not include \(word).", "There is no mention of prior \(word).",
            ]
            return first(letter) { item in
                var item = item
                item.rationale = (claims.randomElement(using: &random) ?? claims[0]) + " " + item.rationale
                return item
            }
        },
        Damage(group: .other, name: "the same rationale twice", rules: ["rationale.repeated"]) { letter, _ in
            var letter = letter
            guard letter.items.count > 1, letter.items[0].rationale.count > 150 else { return nil }
            letter.items[1].rationale = letter.items[0].rationale
            return letter
        },
    ]
}
