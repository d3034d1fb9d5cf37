import Guidelines
import Testing

/// A quotation, what it quotes, and the differences as `kind:from>to`.
struct AlignmentExample: Sendable, CustomTestStringConvertible {
    let name: String
    let quotation: String
    let passage: String
    let differences: [String]
    var testDescription: String { name }

    init(_ name: String, _ quotation: String, _ passage: String, _ differences: [String] = []) {
        (self.name, self.quotation, self.passage, self.differences) = (name, quotation, passage, differences)
    }
}

@Suite("Alignment of a quotation with a passage")
struct AlignmentTests {
    private static let passage =
        "Not recommended beyond 4 weeks. A trial of 6 visits over two weeks is an option, with non-steroidal drugs at <50% of the dose."

    static let examples = [
        AlignmentExample("the whole", passage, passage),
        AlignmentExample("a part", "A trial of 6 visits over two weeks", passage),
        AlignmentExample("case, spaces, lines", "a TRIAL  of\n   6 visits\u{A0}over two\tweeks", passage),
        AlignmentExample("a word broken at its hyphen", "is an option, with non-\nsteroidal drugs", passage),
        AlignmentExample("a hyphen left out", "an option, with nonsteroidal drugs at", passage),
        AlignmentExample("a typographic hyphen", "an option, with non\u{2010}steroidal drugs at", passage),
        AlignmentExample("a dash for a comma", "two weeks is an option \u{2014} with non-steroidal drugs", passage),
        AlignmentExample(
            "an accent", "caf\u{E9} au lait is not a treatment", "Cafe\u{301} au lait is not a treatment."),
        AlignmentExample(
            "a ligature", "the \u{FB01}rst of \u{FB02}ve signs counts", "The first of five signs counts",
            ["changed:five>\u{FB02}ve"]),
        AlignmentExample("an apostrophe", "the patient\u{2019}s own words matter", "the patient's own words matter"),
        AlignmentExample("a unit set apart", "give 50mg twice a day", "give 50 mg twice a day"),
        AlignmentExample(
            "an ampersand", "manual therapy & manipulation are options", "manual therapy and manipulation are options"),
        AlignmentExample(
            "a word changed", "A trial of 6 sessions over two weeks", passage, ["changed:visits>sessions"]),
        AlignmentExample("a number changed", "A trial of 8 visits over two weeks", passage, ["changed:6>8"]),
        AlignmentExample(
            "a decimal point lost", "a strength of 0025% is usual", "a strength of 0.025% is usual",
            ["changed:0.025>0025"]),
        AlignmentExample("a sign changed", "drugs at >50% of the dose", passage, ["changed:<>>"]),
        AlignmentExample(
            "not left out", "Recommended beyond 4 weeks. A trial of 6 visits",
            "It is not recommended beyond 4 weeks. A trial of 6 visits"),
        AlignmentExample(
            "not dropped inside", "It is recommended beyond 4 weeks here", "It is not recommended beyond 4 weeks here",
            ["dropped:not>"]),
        AlignmentExample("a word added", "A trial of only 6 visits over two weeks", passage, ["added:>only"]),
        AlignmentExample(
            "two swapped", "A trial of visits 6 over two weeks", passage, ["changed:6>visits", "changed:visits>6"]),
        AlignmentExample("an ellipsis", "A trial of 6 visits ... is an option", passage, ["elided:over two weeks>"]),
        AlignmentExample(
            "an ellipsis in brackets", "A trial [\u{2026}] over two weeks", passage, ["elided:of 6 visits>"]),
        AlignmentExample(
            "a spaced ellipsis", "Not recommended . . . of 6 visits over", passage, ["elided:beyond 4 weeks. A trial>"]),
        AlignmentExample(
            "changed at its beginning", "Every trial of 6 visits over two", "Weeks. A trial of 6 visits over two",
            ["changed:A>Every"]),
        AlignmentExample(
            "changed at its end", "A trial of 6 visits over ten", "A trial of 6 visits over two weeks",
            ["changed:two>ten"]),
    ]

    @Test("Each difference is told, and nothing else", arguments: examples)
    func tells(_ example: AlignmentExample) {
        let alignment = Alignment.align(quotation: example.quotation, passage: example.passage)
        let told = alignment.differences.map { part in
            "\(part.kind.rawValue):\(text(example.passage, part.passage))>\(text(example.quotation, part.quotation))"
        }
        #expect(told == example.differences)
        #expect(alignment.isExact == example.differences.allSatisfy { $0.hasPrefix("elided") })
        #expect((alignment.score == 1) == alignment.isExact)
    }

    @Test("The parts cover the quotation in order", arguments: examples)
    func covers(_ example: AlignmentExample) {
        let parts = Alignment.align(quotation: example.quotation, passage: example.passage).parts
        let ends = zip(parts, parts.dropFirst())
        #expect(ends.allSatisfy { $0.quotation.upperBound <= $1.quotation.lowerBound })
        #expect(ends.allSatisfy { $0.passage.upperBound <= $1.passage.lowerBound })
    }

    @Test("What has nothing to align has no parts", arguments: [("", "a b c"), ("...", "a b c"), ("", "")])
    func empty(_ quotation: String, _ passage: String) {
        let alignment = Alignment.align(quotation: quotation, passage: passage)
        #expect(alignment.parts.isEmpty)
        #expect(!alignment.isExact)
    }

    @Test("An empty passage leaves every word added")
    func nothingToQuote() {
        #expect(Alignment.align(quotation: "two words", passage: "").parts.map(\.kind) == [.added, .added])
    }

    @Test("A comparison from end to end tells what was left off at the ends too")
    func comparison() {
        let alignment = Alignment.compare("b c x", with: "a b c")
        #expect(alignment.parts.map(\.kind) == [.dropped, .same, .added])
    }
}
