import CaseModel

@testable import Letters

/// Makes determinations whose wording is as awkward as wording gets.
struct Generator {
    var numbers: SeededNumbers

    init(seed: Int) { numbers = SeededNumbers(seed: seed) }

    private static let words = [
        "pain", "the", "of", "Rest", "request", "is", "not", "medically", "necessary.", "7.5mg", "#90", "10-",
        "05-2017",
        "-", "–", "--", "pre-", "and", "or", "/", "x/", "y", "Upheld", "Overturned.", "guideline:", "Section(s):",
        "(ODG),", "“quoted”", "10°", "±2", "naïve", "e\u{301}tude", "Decision", "rationale:", "Claims", "Administrator",
        "NORTHGATE", "clinical", "case", "summary", "imr", "issues,", "decisions", "2016", "3", "was:", "a:Upheld",
        "12)",
        "https://care.example.org/a-very-long-address-that-no-line-of-ninety-five-columns-could-ever-hold-in-one-piece/x",
        "中文", "🙂", "of.", "Page", "credentials:", "Licensure:", "original", "request.", "\u{2003}wide", "'", "?", "1.",
    ]

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }

    /// Words in one paragraph.
    mutating func sentence(_ range: ClosedRange<Int>) -> String {
        (0..<number(range)).map { _ in Generator.words[number(0...(Generator.words.count - 1))] }.joined(separator: " ")
    }

    /// Paragraphs, none of which a reader could take for an item or a label.
    mutating func prose(_ paragraphs: ClosedRange<Int>) -> String {
        (0..<number(paragraphs)).map { _ in "Of " + sentence(0...60) + " end." }.joined(separator: "\n\n")
    }

    mutating func day() -> Day? {
        number(0...3) == 0 ? nil : Day(year: number(1...2100), month: number(1...12), day: number(1...28))
    }

    mutating func list() -> [String] {
        (0..<number(0...5)).map { _ in
            let words = "Medicine & Care " + sentence(0...2)
            return Prose.normalized(String(words.unicodeScalars.filter { $0 != "," && $0 != ":" }.map(Character.init)))
        }
    }

    mutating func guideline() -> String {
        switch number(0...5) {
        case 0: ""
        case 1: "The Expert Reviewer did not cite any medical evidence for its decision."
        case 2: "Decision based on MTUS Eye 2004, Section(s): " + sentence(1...20) + "."
        default: prose(0...1)
        }
    }

    mutating func item() -> DisputedItem {
        let text =
            number(0...4) == 0
            ? "\(sentence(1...9)) was the original request. \(sentence(1...9)) was authorized by the Claims Administrator. "
                + "The remaining IMR eligible portion of the original request, \(sentence(1...9)) is"
            : sentence(1...40)
        var item = DisputedItem(
            text: text, claimsAdministratorGuideline: guideline(), reviewerGuideline: guideline(),
            decision: [.upheld, .overturned, nil][number(0...2)], rationale: prose(0...4))
        item.amounts = AmountsGrammar.parse(item.text)
        item.citations = CitationGrammar.parse(item.reviewerGuideline)
        return item
    }

    mutating func determination() -> Determination {
        var result = Determination()
        if number(0...3) > 0 {
            result.caseNumber =
                number(0...4) == 0 ? nil : try? CaseNumber(parsing: "CM\(number(10...30))-\(number(0...99999))")
            result.dates = CaseDates(
                injury: day(), utilizationReview: day(), applicationReceived: day(), assigned: day(), decision: day())
            result.priority = [.standard, .expedited, nil][number(0...2)]
        }
        result.reviewer = ReviewerCredentials(licensure: list(), specialties: list())
        result.summary = prose(0...4)
        result.items = (0..<number(1...6)).map { _ in item() }
        switch number(0...3) {
        case 0: break
        case 1: result.form.guidelineLabel = "Northgate Review"
        case 2: result.form.organization = "Northgate (St. Anne) Review"
        default:
            result.form = LetterForm(
                organization: "NORTHGATE Review", guidelineLabel: "NORTHGATE",
                methodology: "NORTHGATE Review sent the complete case file to an expert.\n\n" + prose(0...2))
            result.form.methodology = Prose.normalized(result.form.methodology)
        }
        return result
    }
}
