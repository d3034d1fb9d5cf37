import CaseModel
import Checks
import Letters
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
let ways = [
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

    /// - Parameter isDecided: whether the case waits for its signature; else it may wait for an attestation.
    private func harness(rows: Int, columns: Int, isDecided: Bool = false, isAttested: Bool = true) -> Harness {
        var given = hostileCase
        if isDecided {
            given.determination.items[0].decision = .upheld
            given.state = .decided
        }
        var harness = Harness([given], rows: rows, columns: columns)
        if !isAttested {
            let parties = [NamedParty(Party(kind: hostile, name: hostile), words: hostile)]
            harness.access[given.number] = CaseAccess(parties: parties)
        }
        harness.letter = Document(blocks: [.title(hostile)])
        harness.specialties = [hostile]
        harness.statistics = WorklistStatistics(
            all: 3, open: 2, late: 1, times: nil,
            tables: WorklistStatistics.Kind.allCases.map {
                StatisticsTable(title: $0.rawValue, lines: [.init(hostile, 3)])
            })
        harness.quotations = [
            FoundQuotation(
                range: 0..<5, isMarked: true, source: hostile, section: "a#1", score: 0.5,
                parts: [.init(quoted: hostile, stored: hostile, isSame: false, range: 0..<5)])
        ]
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
            expectHarmless(harness, way)
        }
    }

    @Test("Nor after any command of any place, its first step and the next", arguments: [(24, 80), (16, 60)])
    func everyCommand(rows: Int, columns: Int) {
        let places = [("", Place.worklist), ("<enter>", .reading), ("<enter> i", .item), ("<enter> r", .reading)]
        for (way, place) in places {
            for command in CommandTable.rows(in: place) {
                for isDecided in [false, true] {
                    var harness = harness(rows: rows, columns: columns, isDecided: isDecided)
                    harness.send(.showTour)
                    harness.type(way)
                    _ = harness.model.perform(command.id)
                    expectHarmless(harness, "\(way) \(command.id)")
                    let keys = command.keys.first
                    harness.type([keys?.first, keys?.second].compactMap { $0?.notation }.joined(separator: " "))
                    harness.wait()
                    expectHarmless(harness, "\(way) \(command.id)")
                    harness.type("j <enter>")
                    expectHarmless(harness, "\(way) \(command.id) j <enter>")
                }
            }
        }
    }

    @Test("Nor in what is asked, told or refused")
    func notices() {
        var asked = harness(rows: 24, columns: 80, isAttested: false)
        for keys in ["<enter>", "n", "x", "<enter>"] {
            asked.type(keys)
            expectHarmless(asked, "attestation, \(keys)")
        }
        var told = harness(rows: 24, columns: 80)
        told.type("<enter>")
        let number = hostileCase.number
        for message in [
            Message.failed(.openCase(number), sentence: hostile), .leaseHeld(number, by: hostile),
            .templateSaved(path: hostile), .templatesLoaded([], problems: [hostile]),
            .themesLoaded([hostile], present: hostile), .signed(hostileCase, fingerprint: hostile),
            .resume(Sitting(number: hostile, page: hostile)),
        ] {
            told.send(message)
            expectHarmless(told, "a message")
            told.type("<escape>")
        }
    }

    private func expectHarmless(_ harness: Harness, _ way: String, location: SourceLocation = #_sourceLocation) {
        let frame = harness.model.view()
        for row in 0..<frame.rows {
            let dangerous = frame.line(row).unicodeScalars.filter { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: true
                default: scalar.properties.isDefaultIgnorableCodePoint
                }
            }
            #expect(
                dangerous.isEmpty, "\(frame.rows)×\(frame.columns), “\(way)”, row \(row)", sourceLocation: location)
        }
    }
}
