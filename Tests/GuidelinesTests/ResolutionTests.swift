import CaseModel
import Guidelines
import Letters
import Testing

@Suite("From a citation to the passage")
struct ResolutionTests {
    private static let chronic = "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): "
    private static let opioid = "Decision based on MTUS Opioid Treatment 2016, Section(s): "

    /// A guideline line, and the titles at which its citations are to end.
    static let examples: [(String, [String])] = [
        (chronic + "Topical analgesics.", ["Topical analgesics"]),
        (
            chronic + "NSAIDs (non-steroidal anti-inflammatory drugs), Opioids, criteria for use.",
            [
                "NSAIDs (non-steroidal anti-inflammatory drugs)", "Opioids, criteria for use",
            ]
        ),
        (chronic + "NSAIDs.", ["NSAIDs (non-steroidal anti-inflammatory drugs)"]),
        (chronic + "Opioids.", ["Opioids"]),
        (chronic + "Manual therapy and manipulation.", ["Manual therapy & manipulation"]),
        (chronic + "Manual therapy & manip.", ["Manual therapy & manipulation"]),
        (chronic + "CRPS, sympathetic blocks.", ["CRPS, sympathetic and epidural blocks"]),
        (chronic + "Epidural and sympathetic blocks in CRPS.", ["CRPS, sympathetic and epidural blocks"]),
        (
            chronic
                + "Regional sympathetic blocks (stellate ganglion block, thoracic sympathetic block, & lumbar sympa.",
            [
                "Regional sympathetic blocks (stellate ganglion block, thoracic sympathetic block, & lumbar sympathetic block)"
            ]
        ),
        (chronic + "Electro-diagnostic testing.", ["Electrodiagnostic testing (EMG/NCS)"]),
        (
            chronic + "transcutaneous electrical nerve stimulation.",
            [
                "TENS, chronic pain (transcutaneous electrical nerve stimulation)"
            ]
        ),
        (chronic + "Gabapentn (Neurontin).", ["Gabapentin (Neurontin\u{AE})"]),
        (chronic + "PPIs.", ["Proton Pump Inhibitors (PPIs)"]),
        (chronic + "Epidural injections.", ["Epidural steroid injections (ESIs)"]),
        ("Decision based on MTUS Low Back Complaints 2004, Section(s): Diagnositc Criteria.", ["Diagnostic Criteria"]),
        (
            "Decision based on MTUS Forearm, Wrist, & Hand Complaints 2004, Section(s): Special Studies.",
            ["Special Studies"]
        ),
        (
            opioid
                + "3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment.",
            [
                "Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment"
            ]
        ),
        (opioid + "4.1.", ["Tapering Opioids: Indications for Tapering Opioids"]),
        (
            opioid
                + "3.3.1.2 Opioids for Chronic Pain and Chronic Opioid Treatment: Screening for Risk of Addiction or "
                + "Adverse Events, Prior to Chronic Opioid Treatment: Screening for Alcohol Misuse/Abuse.",
            ["Screening for Alcohol Misuse/Abuse"]
        ),
        (opioid + "3.3.1.1 Screening for Drug Misuse.", ["Screening for Drug Misuse/Abuse"]),
        (
            "Decision based on MTUS Postsurgical Treatment Guidelines 2009, Section(s): Forearm, Wrist, & Hand.",
            [
                "Forearm, Wrist, & Hand"
            ]
        ),
        ("Decision based on MTUS Acupuncture Treatment 2007.", ["Acupuncture Treatment"]),
    ]

    @Test("Real spellings end at the right section", arguments: examples)
    func lines(_ line: String, _ titles: [String]) throws {
        let library = try TestLibrary.demonstration().library
        let found = try CitationGrammar.parse(line).map { try library.resolve($0) }.flatMap(\.sections)
        #expect(found.map { $0.best?.section.title ?? "none for \($0.cited)" } == titles)
        for choice in found.compactMap(\.best) {
            #expect(choice.confidence > 0.5 && choice.confidence <= 1)
            let passage = try #require(choice.passage)
            #expect(try !library.passage(passage).text.isEmpty)
        }
    }

    private static let citation = Citation(
        source: "MTUS", chapter: "Chronic Pain Medical Treatment", year: 2009, sections: ["Topical analgesics"])

    @Test(
        "An edition not in force on the day is marked, and the one in force is offered",
        arguments: [
            (2017, Optional(false), 2016 as Int?), (2012, true, nil), (2001, false, nil),
        ])
    func inForce(_ year: Int, _ isInForce: Bool?, _ instead: Int?) throws {
        let library = try TestLibrary.demonstration().library
        let resolution = try library.resolve(Self.citation, on: Day(year: year, month: 1, day: 20))
        #expect(resolution.edition?.edition.year == 2009)
        #expect(resolution.edition?.isInForce == isInForce)
        #expect(resolution.inForceInstead?.year == instead)
        #expect(resolution.otherEditions.first?.edition.year == 2016)
        #expect(resolution.sections.first?.best?.section.id.edition == resolution.edition?.edition.id)
        #expect(resolution.sections.first?.alternatives.contains { $0.section.title == "Topical analgesics" } == true)
    }

    @Test("Without a day nobody knows")
    func noDay() throws {
        let resolution = try TestLibrary.demonstration().library.resolve(Self.citation)
        #expect(resolution.edition != nil && resolution.edition?.isInForce == nil && resolution.inForceInstead == nil)
    }

    @Test("A year that the library lacks lowers the confidence")
    func otherYear() throws {
        let library = try TestLibrary.demonstration().library
        var citation = Self.citation
        let sure = try #require(try library.resolve(citation).sections.first?.best)
        citation.year = 2013
        let unsure = try #require(try library.resolve(citation).sections.first?.best)
        #expect(sure.confidence >= SectionChoice.sure && unsure.confidence < SectionChoice.sure)
    }

    @Test("What the library lacks is not found, but what comes near is offered")
    func near() throws {
        let library = try TestLibrary.demonstration().library
        let other = Citation(
            source: "Official Disability Guidelines (ODG)", chapter: "Knee & Leg", year: 2016, sections: ["MRIs"])
        let resolution = try library.resolve(other)
        #expect(resolution.edition == nil)
        #expect(resolution.sections.first?.best == nil)
        #expect(resolution.sections.first?.alternatives.first?.section.title == "MRIs (magnetic resonance imaging)")
        let section = Citation(
            source: "MTUS", chapter: "Knee Complaints", year: 2004, sections: ["Zygomatic quadrant therapy"])
        let missing = try library.resolve(section)
        #expect(missing.edition?.confidence == 1)
        #expect(missing.sections.first?.best == nil)
    }

    @Test(
        "A publisher is known by its name, its initials and what stands in brackets",
        arguments: [
            "Demonstration Evidence Group (DEG)", "DEG", "Demonstration Evidence Group", "DEG Guidelines",
        ])
    func publisher(_ name: String) throws {
        let library = try TestLibrary.demonstration().library
        let citation = Citation(source: name, chapter: "Shoulder Chapter", sections: ["Physical therapy"])
        #expect(try library.resolve(citation).sections.first?.best?.section.title == "Physical therapy")
    }

    @Test("An empty library resolves nothing and does not fail")
    func empty() throws {
        let library = try TestLibrary([]).library
        let resolution = try library.resolve(Self.citation, on: .epoch)
        #expect(resolution.edition == nil && resolution.sections.map(\.best) == [nil])
    }

    @Test("Every section of a generated library is found by its own title, cut short or whole")
    func generated() throws {
        var generator = GeneratedGuidelines(seed: 12)
        let guidelines = generator.guidelines(editions: 4, passages: 200)
        let library = try TestLibrary(guidelines).library
        for read in guidelines {
            for section in read.sections {
                let cut = section.title.utf8.count > 12 ? section.title.dropLast(3) + "." : section.title[...]
                for cited in [section.title, String(cut)] {
                    let citation = Citation(
                        source: "MTUS", chapter: read.edition.chapter, year: read.edition.year, sections: [cited])
                    let found = try library.resolve(citation).sections.first?.best?.section
                    #expect(found?.title == section.title)
                }
            }
        }
    }
}
