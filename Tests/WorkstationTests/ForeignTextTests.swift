import CaseModel
import Checks
import Testing
import TextUI

@testable import Workstation

/// What a terminal, or the eye, could be led by: sequences, eight-bit controls, overrides, what is not seen.
private let hostile = [
    "\u{1B}[2J", "\u{1B}]0;owned\u{07}", "\u{1B}]52;c;AAAA\u{1B}\\", "\u{1B}P1$r\u{1B}\\", "\u{9B}31m", "\u{90}q\u{9C}",
    "\u{202E}desrever\u{202C}", "\u{2066}isolate\u{2069}", "zero\u{200B}width\u{FEFF}", "tag\u{E0041}\u{E007F}",
    "back\u{8}\u{8}",
    "bell\u{07}", "nul\u{00}", "line\u{2028}end", "soft\u{AD}hyphen", "priv\u{E000}ate", "раураl", "שלום", "医療",
].joined(separator: " ")

/// The ways to every screen and overlay of the workstation.
private let ways = [
    "", "/ x", "/ x <escape>", "?", ":", "<enter>", "<enter> ?", "<enter> d", "<enter> !", "<enter> ! <enter>",
    "<enter> ! x",
    "<enter> r", "<enter> C", "<enter> r m", "<enter> r m <enter> M", "<enter> =", "<enter> = <tab>", "<enter> r P x",
    "<enter> / b <enter> n", "<enter> p", "<enter> / b", "<enter> i", "<enter> i ?", "<enter> i t", "<enter> i c",
    "<enter> i e",
    "<enter> i /", "<enter> i / b", "<enter> i \"", "<enter> i f", "<enter> i f <enter>", "<enter> i F", "<enter> i >",
    "<enter> i y",
    "<enter> i ]", "<enter> i !", "<enter> i ! <enter>", "<enter> i d", "<enter> i T", "<enter> i <tab>", "<enter> i u",
]

@Suite("Foreign text on every screen")
struct ForeignTextTests {
    private var hostileCase: ReviewCase {
        let day = Harness.day("2026-10-05")
        return ReviewCase(
            number: Harness.number("CM26-0000666"), state: .assigned, due: day,
            determination: Determination(
                caseNumber: Harness.number("CM26-0000666"),
                dates: CaseDates(injury: day, utilizationReview: day, assigned: day), priority: .standard,
                reviewer: ReviewerCredentials(licensure: [hostile], specialties: [hostile]),
                summary: "On 10-05-2026 \(hostile). He had pain.",
                items: [
                    DisputedItem(
                        text: "Request \(hostile)",
                        amounts: Amounts(original: hostile, authorized: hostile, remaining: hostile),
                        claimsAdministratorGuideline: hostile, reviewerGuideline: hostile, rationale: "No \(hostile).")
                ]), records: [RecordSummary(position: 1, title: hostile, pageCount: 1)])
    }

    private func harness(rows: Int, columns: Int) -> Harness {
        var harness = Harness([hostileCase], rows: rows, columns: columns)
        let citation = Citation(source: "MTUS", chapter: hostile, year: 2016, sections: [hostile])
        harness.library = [
            GuidelinePage(
                origin: .cited, citation: citation, section: "a#1", path: [hostile, hostile], rank: "A",
                isInForce: true,
                confidence: 1, passages: [.init(id: "a#1/1", text: "It says \(hostile). And more.", digest: "0")],
                ways: [.init(reason: hostile, section: "a#2", words: hostile)])
        ]
        if let mark = try? Bookmark(place: .record(1, page: 1, line: 1), note: hostile) {
            harness.bookmarks = [hostileCase.number: [mark]]
        }
        harness.recordPages = ["1.1": "one \(hostile)\nb \(hostile)"]
        harness.findings = { _ in
            [
                Finding(
                    rule: "item.differs", severity: .error, item: 1, message: hostile, basis: hostile,
                    evidence: [
                        Evidence(
                            section: .rationale, item: 1, start: 3, end: 3 + hostile.unicodeScalars.count, text: hostile
                        )
                    ])
            ]
        }
        return harness
    }

    @Test(
        "No cell of any screen holds what a terminal would act on", arguments: [(24, 80), (50, 200), (16, 60), (8, 40)])
    func everyScreen(rows: Int, columns: Int) {
        for way in ways {
            var harness = harness(rows: rows, columns: columns)
            harness.type(way)
            harness.wait()
            let frame = harness.model.view()
            for row in 0..<frame.rows {
                let dangerous = frame.line(row).unicodeScalars.filter { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: true
                    default: scalar.properties.isDefaultIgnorableCodePoint
                    }
                }
                #expect(dangerous.isEmpty, "\(rows)×\(columns), “\(way)”, row \(row)")
            }
        }
    }
}
