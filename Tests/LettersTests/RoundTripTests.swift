import CaseModel
import Testing

@testable import Letters

@Suite("A letter reads back as the determination it was written from")
struct RoundTripTests {
    @Test("The fixtures", arguments: Fixture.allCases)
    func fixtures(_ fixture: Fixture) throws {
        let determination = try fixture.letter().determination
        let text = try LetterWriter.text(determination)
        #expect(try LetterReader.read(text).determination == determination)
        #expect(text.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 95 })
        #expect(!text.contains(" \n") && text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    }

    @Test("Determinations of awkward wording: written so that they read back, or refused", arguments: 0..<40)
    func awkward(_ seed: Int) throws {
        var generator = Generator(seed: seed)
        var refused = 0
        for _ in 0..<25 {
            let determination = generator.determination()
            do {
                let text = try LetterWriter.text(determination)
                let letter = try LetterReader.read(text)
                #expect(letter.determination == LetterWriter.canonical(determination))
                #expect(Coverage.faults(of: letter, in: text) == [])
            } catch .cannotBeWritten {
                refused += 1
            }
        }
        // The wording is made of the form's own words: some of it no letter can carry, most of it every letter can.
        #expect(refused <= 1)
    }

    /// What a rationale may hold though it looks like something else.
    static let rationales = [
        "The denial of the chair: Upheld",
        "Chair: Upheld\n\nThat is what the denial says.",
        "The NORTHGATE guideline: is quoted. The Claims Administrator guideline: is not.",
        "See below.\n\nclinical case summary\n\nimr issues, decisions and rationales\n\nThat is all.",
        "1.\n\n2.\n\n3.\n\nPage 4", "3",
        "a\n\nb\n\nc\n\nd\n\ne\n\nf\n\ng\n\nh\n\ni\n\nj\n\nk\n\nl\n\nm\n\nn\n\no\n\np\n\nq",
        "A range of 3 - 4 and of 3- 4 and of 3 -4, pre- and post, and/ or - that is it -",
        "Ten was the original request. Two was authorized by the Claims Administrator.",
        String(repeating: "word ", count: 18) + "end of it. Claims Administrator guideline: these words begin no line.",
        String(repeating: "hyphen- ", count: 60), String(repeating: "x", count: 500),
        "Upheld", "Overturned.", "Decision", "“Upheld” — was – it?", "ﬁ e\u{301} 🙂 \u{200B} \u{2003}",
    ]

    @Test("Wording that looks like the form is carried", arguments: rationales)
    func looksLikeForm(_ rationale: String) throws {
        let item = DisputedItem(text: "Bed", decision: .upheld, rationale: Prose.normalized(rationale))
        let last = DisputedItem(text: "Chair: with arms", decision: nil)
        let determination = Determination(summary: Prose.normalized(rationale), items: [item, item, last])
        let text = try LetterWriter.text(determination)
        #expect(try LetterReader.read(text).determination == determination)
    }

    static let unwritable: [(Determination, UnwritablePart)] = {
        let bed = DisputedItem(text: "Bed", decision: .upheld, rationale: "No.")
        func with(_ change: (inout Determination) -> Void) -> Determination {
            var determination = Determination(items: [bed, bed])
            change(&determination)
            return determination
        }
        return [
            (Determination(), .items),
            (with { $0.items[1].text = "Bed\n\nwith rails" }, .rationale(item: 1)),
            (with { $0.items[0].rationale = "No.\n\nClaims Administrator guideline: x" }, .rationale(item: 1)),
            (with { $0.items[0].rationale = "Chair: Upheld\n\nDecision rationale: x" }, .rationale(item: 1)),
            (with { $0.summary = "Pain.\n\nIMR ISSUES, DECISIONS AND RATIONALES\n\nMore." }, .summary),
            (with { $0.reviewer.licensure = ["Ohio, Utah"] }, .credentials),
            (with { $0.reviewer.specialties = ["", "Surgery"] }, .credentials),
            (with { $0.form = LetterForm(organization: "A", methodology: "B sent the complete case file.") }, .form),
            (with { $0.items[1].amounts.original = "Two beds" }, .amounts(item: 2)),
            (with { $0.items[1].citations = [Citation(source: "MTUS")] }, .citations(item: 2)),
        ]
    }()

    @Test("What no letter can carry is refused, and the part is named", arguments: unwritable.indices)
    func refusal(_ index: Int) {
        let (determination, part) = RoundTripTests.unwritable[index]
        #expect(throws: LetterError.cannotBeWritten(part)) { try LetterWriter.text(determination) }
    }

    @Test("Values are written as prose: stray white space does not count")
    func whiteSpace() throws {
        let item = DisputedItem(text: " Bed \n", decision: .upheld, rationale: "No.\t\tNever.\r\nNot at all. ")
        let read = try LetterReader.read(LetterWriter.text(Determination(summary: "\n Pain.", items: [item])))
        #expect(read.determination.summary == "Pain.")
        #expect(read.determination.items.first?.text == "Bed")
        #expect(read.determination.items.first?.rationale == "No. Never.\n\nNot at all.")
    }

    @Test("No header is written when nothing of it is known, a whole one when something is")
    func header() throws {
        let item = DisputedItem(text: "Bed", decision: .upheld)
        let without = try LetterWriter.text(Determination(items: [item]))
        #expect(!without.contains("Case Number"))
        let with = try LetterWriter.text(Determination(priority: .expedited, items: [item]))
        #expect(with.contains("Case Number:\nDate Assigned:"))
        #expect(try LetterReader.read(with).determination.priority == .expedited)
    }

    @Test("A letter has the form of a published one")
    func published() throws {
        let item = DisputedItem(
            text: "Bed", claimsAdministratorGuideline: "None.", reviewerGuideline: "Eye.", decision: .overturned,
            rationale: "Yes.")
        var determination = Determination(
            caseNumber: try CaseNumber(parsing: "CM21-7"), priority: .standard,
            reviewer: ReviewerCredentials(licensure: ["Ohio", "Utah"], specialties: ["Surgery"]), summary: "Pain.",
            items: [item])
        determination.form = LetterForm(
            organization: "Northgate", guidelineLabel: "NG", methodology: "Northgate sent the complete case file away.")
        determination.dates.injury = Day(year: 2020, month: 3, day: 4)
        let expected = """
            Case Number:      CM21-7
            Date Assigned:                                Date of Injury:         03/04/2020
            Decision Date:                                UR Denial Date:
            Priority:         Standard                    Application Received:

                                       HOW THE IMR FINAL DETERMINATION WAS MADE

            Northgate sent the complete case file away.

            The Expert Reviewer has the following credentials:

            State(s) of Licensure: Ohio, Utah
            Certification(s)/Specialty: Surgery

                                                 CLINICAL CASE SUMMARY

            The expert reviewer developed the following clinical case summary based on a review of the case
            file, including all medical records:

            Pain.

                                         IMR ISSUES, DECISIONS AND RATIONALES

            The Final Determination was based on decisions for the disputed items/services set forth below:

            Bed: Overturned

            Claims Administrator guideline: None.

            NG guideline: Eye.

            Decision rationale: Yes.

            """
        #expect(try LetterWriter.text(determination) == expected)
    }
}
