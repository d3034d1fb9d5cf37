import CaseModel
import Guidelines
import Testing

@Suite("Reading guideline files")
struct ReaderTests {
    static let matter = """
        +++
        publisher = "MTUS"
        title = "Schedule"
        chapter = "Low Back Complaints"
        year = 2004
        in-force-from = 2007-06-15
        in-force-to = "2017-11-30"
        rank = "A"
        demonstration = true
        +++

        """

    private func outline(_ text: String, _ form: GuidelineReader.Form) throws -> [String] {
        try GuidelineReader.read(Self.matter + text, file: "x", form: form).sections.flatMap { section in
            ["\(section.path) \(section.number ?? "-") \(section.title)"] + section.passages.map { "  " + $0 }
        }
    }

    @Test("Front matter tells the edition")
    func frontMatter() throws {
        let edition = try GuidelineReader.read(Self.matter + "Text.", file: "x", form: .markdown).edition
        #expect(edition.words == "MTUS Low Back Complaints 2004")
        #expect(edition.inForceFrom == Day(year: 2007, month: 6, day: 15))
        #expect(edition.inForceTo == Day(year: 2017, month: 11, day: 30))
        #expect(edition.isDemonstration && edition.rank == .adoptedGuideline)
        #expect(edition.id.text == "mtus-low-back-complaints-2004-" + edition.digest.hex.prefix(8))
    }

    @Test("Markdown: nested sections, paragraphs and items")
    func markdown() throws {
        let text = """
            Before.

            # 1. First part #
            A paragraph
            over two lines.
            - one
            - two
              goes on
            ## 1.1 **Deep** `title`
            > quoted [words](http://a.b)
            <!-- a comment
            of lines -->
            #### Deeper by two
            1. first
            2. second

            | a | b |
            |---|---|
            | c | d |
            # 2016 update
            End.
            """
        #expect(
            try outline(text, .markdown) == [
                "0 - Low Back Complaints", "  Before.", "1 1 First part", "  A paragraph over two lines.", "  one",
                "  two goes on", "1.1 1.1 Deep title", "  quoted words", "1.1.1 - Deeper by two", "  1. first",
                "  2. second",
                "  a \u{B7} b", "  c \u{B7} d", "2 - 2016 update", "  End.",
            ])
    }

    @Test("Plain text: numbered headings, and numbered items that are none")
    func plainText() throws {
        let text = """
            1. General Approach

            Some words that end. They go
            on here.

            1.1 Red Flags
            1. Take the history.
            2. Look at the back.

            1.3.2 Deeper and Skipped

            2 weeks of rest is long.

            2. Initial Care

            \u{2022} ice
            \u{2022} heat
            """
        #expect(
            try outline(text, .plainText) == [
                "1 1 General Approach", "  Some words that end. They go on here.", "1.1 1.1 Red Flags",
                "  1. Take the history.", "  2. Look at the back.", "1.2 1.3.2 Deeper and Skipped",
                "  2 weeks of rest is long.", "2 2 Initial Care", "  ice", "  heat",
            ])
    }

    @Test("PDF text: pages, running titles, page numbers and contents fall away")
    func pdf() throws {
        let pages = [
            "Low Back   2004\n\n1. Title ........ 3\n2. Other ....... 4\n\n       Page 1 of 4",
            "Low Back   2004\n\n  1. Title\n\n  A sentence that runs\n\n       Page 2 of 4",
            "Low Back   2004\n\n  over the page. And non-\n  steroidal drugs.\n\n       Page 3 of 4",
            "Low Back   2004\n\n  2. Other\n\n  Words.\n\n       Page 4 of 4",
        ]
        #expect(
            try outline(pages.joined(separator: "\n\u{0C}"), .pdfText) == [
                "1 1 Title", "  A sentence that runs over the page. And non-steroidal drugs.", "2 2 Other", "  Words.",
            ])
    }

    @Test("Front matter of a PDF may stand in another file")
    func sidecar() throws {
        let matter = try FrontMatter(parsing: "publisher = \"P\"\ntitle = \"T\"\nyear = 2016", file: "x.toml")
        let read = try GuidelineReader.read("1. A\n\nWords.", file: "x.pdf", form: .pdfText, frontMatter: matter)
        #expect(read.edition.words == "P T 2016")
        #expect(read.sections.map(\.title) == ["A"])
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let text: String
        let line: Int
        let says: String
        var testDescription: String { says }
    }

    private static let good = "+++\npublisher = \"P\"\ntitle = \"T\"\nyear = 2016\n"
    static let mistakes = [
        Mistake(text: "", line: 1, says: "front matter between"),
        Mistake(text: "# Heading\n\nText.", line: 1, says: "front matter between"),
        Mistake(text: "+++\npublisher = \"P\"\n", line: 1, says: "front matter between"),
        Mistake(text: "+++\npublisher = \"P\"\ntitle = = 4\n+++\nText", line: 3, says: "no valid TOML"),
        Mistake(text: "+++\ntitle = \"T\"\nyear = 2016\n+++\nText", line: 2, says: "lacks “publisher”"),
        Mistake(
            text: "+++\npublisher = \"P\"\ntitle = \"T\"\nyear = \"2016\"\n+++\nText", line: 4, says: "“year” is to be"),
        Mistake(text: good + "years = 2016\n+++\nText", line: 5, says: "“years” is not known"),
        Mistake(text: good + "rank = \"G\"\n+++\nText", line: 5, says: "\"A\" to \"F\""),
        Mistake(text: good + "in-force-from = \"2016-02-30\"\n+++\nText", line: 5, says: "a day of the form"),
        Mistake(
            text: good + "in-force-from = 2017-01-01\nin-force-to = 2016-01-01\n+++\nText", line: 6,
            says: "comes before"),
        Mistake(text: good + "demonstration = \"yes\"\n+++\nText", line: 5, says: "true or false"),
        Mistake(text: good + "chapter = [1]\n+++\nText", line: 5, says: "list of titles"),
        Mistake(text: good + "+++\n\n  \n", line: 6, says: "no text"),
        Mistake(text: good + "+++\n# Title\n\n##\n\nText", line: 8, says: "a heading has no words"),
    ]

    @Test("A bad file is refused with its line, and without its text", arguments: mistakes)
    func refused(_ mistake: Mistake) throws {
        let error = try #require(throws: GuidelineError.self) {
            try GuidelineReader.read(mistake.text, file: "dir/a.md", form: .markdown)
        }
        #expect(error.description.hasPrefix("dir/a.md:\(mistake.line): "))
        #expect(error.description.contains(mistake.says))
        #expect(!error.description.contains("Heading"))
    }

    @Test(
        "The digest changes with every part of the content",
        arguments: [
            ("year = 2004", "year = 2005"), ("rank = \"A\"", "rank = \"B\""), ("2017-11-30", "2017-12-01"),
            ("# T", "## T\n# T"), ("# T", "# 1. T"), ("Text.", "Text!"), ("Text.", "Te\n\nxt."),
        ])
    func digest(_ old: String, _ new: String) throws {
        let text = Self.matter + "# T\n\nText."
        let changed = text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
        let first = try GuidelineReader.read(text, file: "x", form: .markdown)
        #expect(try GuidelineReader.read(changed, file: "x", form: .markdown).edition.digest != first.edition.digest)
        #expect(try GuidelineReader.read(text, file: "y", form: .markdown) == first)
    }

    @Test("A digest has the value of the published algorithm", arguments: [("", "6c62272e07bb014262b821756295c58d")])
    func knownDigest(_ text: String, _ hex: String) {
        // Only the empty text: every text is closed by a byte of its own.
        #expect(ContentDigest(hex: hex)?.hex == hex)
        #expect(ContentDigest(of: "a") != ContentDigest(of: "b"))
        #expect(ContentDigest(of: "a").hex.utf8.count == 32)
        #expect(ContentDigest(hex: "+" + hex.dropFirst()) == nil)
    }
}
