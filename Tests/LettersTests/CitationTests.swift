import CaseModel
import Testing

@testable import Letters

@Suite("Citations of a guideline line")
struct CitationTests {
    static let outside =
        "The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. "
    static let odg = "Official Disability Guidelines (ODG)"

    static let lines: [(String, [Citation])] = [
        ("", []),
        ("The Expert Reviewer did not cite any medical evidence for its decision.", []),
        (outside, []),
        ("Decision based on MTUS Eye 2004.", [Citation(source: "MTUS", chapter: "Eye", year: 2004)]),
        (
            "Decision based on MTUS Eye 2004, Section(s): Special Studies, 326, Summary.",
            [Citation(source: "MTUS", chapter: "Eye", year: 2004, sections: ["Special Studies", "326", "Summary"])]
        ),
        (
            "Decision based on MTUS Chronic Pain Medical Treatment 2016 Guidelines, Section(s): Opioids, criteria for use, "
                + "TENS, chronic pain (nerve, muscle), NSAIDs, GI symptoms & risk; Fitness.",
            [
                Citation(
                    source: "MTUS", chapter: "Chronic Pain Medical Treatment", year: 2016,
                    sections: [
                        "Opioids, criteria for use", "TENS, chronic pain (nerve, muscle)", "NSAIDs, GI symptoms & risk",
                        "Fitness",
                    ])
            ]
        ),
        (
            "Decision based on MTUS Eye 2004, Section(s): Summary, and Forearm, Wrist, and Hand Complaints 2004, and Knee "
                + "Complaints 2004, Section(s): Knee, Forearm, Wrist, & Hand.",
            [
                Citation(source: "MTUS", chapter: "Eye", year: 2004, sections: ["Summary"]),
                Citation(source: "MTUS", chapter: "Forearm, Wrist, and Hand Complaints", year: 2004),
                Citation(
                    source: "MTUS", chapter: "Knee Complaints", year: 2004,
                    sections: ["Knee", "Forearm, Wrist, & Hand"]),
            ]
        ),
        (
            "Decision based on MTUS Opioid Treatment 2016, Section(s): 3. Opioids: Overview, 3.3.1 Risks, Prior to "
                + "Treatment: Screening, 4.1 Tapering.",
            [
                Citation(
                    source: "MTUS", chapter: "Opioid Treatment", year: 2016,
                    sections: ["3. Opioids: Overview", "3.3.1 Risks, Prior to Treatment: Screening", "4.1 Tapering"])
            ]
        ),
        (
            "Decision based on MTUS Hand Treatment Guidelines Nerve blocks (wrist, elbow & lower ar.",
            [
                Citation(
                    source: "MTUS", chapter: "Hand Treatment Guidelines",
                    sections: ["Nerve blocks (wrist, elbow & lower ar"])
            ]
        ),
        (
            outside + "Decision based on Non-MTUS Citation \(odg), Shoulder Chapter, Magnetic resonance imaging (MRI).",
            [Citation(source: odg, chapter: "Shoulder Chapter", sections: ["Magnetic resonance imaging (MRI)"])]
        ),
        (
            outside
                + "Decision based on Non-MTUS Citation \(odg) Low Back - Lumbar & Thoracic (Acute & Chronic), Tests; More.",
            [
                Citation(
                    source: odg, chapter: "Low Back - Lumbar & Thoracic (Acute & Chronic)", sections: ["Tests", "More"])
            ]
        ),
        (
            "Decision based on MTUS Eye 2004. Decision based on Non-MTUS Citation \(odg) Forearm, Wrist and Hand (updated "
                + "11/23/16), Splints and Other Medical Treatment Guidelines www.example.org.",
            [
                Citation(source: "MTUS", chapter: "Eye", year: 2004),
                Citation(source: odg, chapter: "Forearm, Wrist and Hand", year: 2016, sections: ["Splints"]),
                Citation(source: "www.example.org"),
            ]
        ),
        (
            "Decision based on Non-MTUS Official Disability Guidelines, 2016, Web Version, Head: EEG; ODG, Knee/DME.",
            [
                Citation(source: "Official Disability Guidelines", chapter: "Head", year: 2016, sections: ["EEG"]),
                Citation(source: "ODG", chapter: "Knee", sections: ["DME"]),
            ]
        ),
        (
            "Decision based on Non-MTUS Citation ACOEM guidelines and the Official Disability Guidelines.",
            [Citation(source: "ACOEM guidelines"), Citation(source: "Official Disability Guidelines")]
        ),
        (
            "Decision based on Non-MTUS Citation Society of Hands, Splints at night, page 7.",
            [Citation(source: "Society of Hands", chapter: "Splints at night", sections: ["page 7"])]
        ),
        (
            "Decision based on Non-MTUS Citation https://a.example/x,y, http://b.example.",
            [Citation(source: "https://a.example/x,y"), Citation(source: "http://b.example")]
        ),
    ]

    @Test("Each line gives what it cites", arguments: lines.indices)
    func parsedLine(_ index: Int) {
        #expect(CitationGrammar.parse(CitationTests.lines[index].0) == CitationTests.lines[index].1)
    }

    @Test(
        "A line of any length is read in bounded time",
        arguments: ["ODG, ", "MTUS a 2004, and ", "Decision based on x. ", "(((", ", and "])
    func bounded(_ piece: String) {
        let line = "Decision based on Non-MTUS Citation " + String(repeating: piece, count: 50_000)
        #expect(ContinuousClock().measure { _ = CitationGrammar.parse(line) } < .seconds(5))
    }
}
