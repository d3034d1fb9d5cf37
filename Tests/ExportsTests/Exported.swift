import CaseModel
import ChildProcesses
import Exports
import Foundation
import Letters
import Synthetic
import Testing

/// What the tests export, and how they read it back.
enum Exported {
    /// Decided cases of chance, with a list of documents, a notice and a cover letter.
    static func letter(_ seed: Int) -> LetterParts {
        let today = Day.epoch.adding(days: 17_300)
        let cases = SyntheticCases(seed: UInt64(seed), count: 1000, today: today)
        let made = cases.first { $0.state == .decided }
        var parts = LetterParts(determination: made?.determination ?? Determination(), number: made?.number)
        parts.determination.form = LetterForm()
        for index in parts.determination.items.indices {
            parts.determination.items[index].amounts = Amounts()
            parts.determination.items[index].citations = []
        }
        parts.documentsLeadIn = "The following documents were reviewed:"
        parts.documents = ["Application for review, 2 pages", "Progress reports of 10-13-2016 – 12-01-2016, 31 pages"]
        parts.notices = ["This determination is final and binding.\n\nIt may be appealed within 30 days of mailing."]
        parts.companions = [
            CompanionLetter(
                name: "cover-letter", title: "Cover Letter", body: "Enclosed is the determination.\n\nYours.")
        ]
        if parts.determination.items.count > 0 {
            parts.determination.items[0].rationale += "\n\n" + symbols
            parts.determination.summary += " " + symbols
        }
        return parts
    }

    /// What letters hold besides ASCII, and what a line could be broken at.
    static let symbols = """
        Flexion 10° ± 2°, 7.5mg × 2, “quoted” – and — ‘so’, naïve, α β γ µg Ω, ≤ 5 and ≥ 3, ½ of it, L4-L5/S1, 01-05-2017, \
        pre- and post-operative, and/or, www.example.org/a-b/c-d, AT&T <b>, 5 % (five), ® and ™, ✓ and ★, fi ffl office.
        """

    /// The words of a text, parted by white space.
    static func words(_ text: String) -> [String] {
        text.unicodeScalars.split { $0 == " " || $0 == "\n" || $0 == "\u{0C}" || $0 == "\t" }.map { String($0) }
    }

    /// The words of a page of HTML that a reader sees.
    static func words(ofHTML page: String) throws -> [String] {
        let body = try #require(page.range(of: "<body>"))
        var text = ""
        var isTag = false
        for character in page[body.lowerBound...] {
            switch character {
            case "<":
                isTag = true
            case ">" where isTag: isTag = false
            default: if !isTag { text.append(character) }
            }
        }
        for (entity, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
        ] {
            text = text.replacingOccurrences(of: entity, with: character)
        }
        return words(text)
    }

    /// The words of a PDF without the feet of its pages.
    static func words(ofPDF bytes: [UInt8]) throws -> [String] {
        let text = try run("pdftotext", on: bytes, to: ["-"])
        let lines = text.split { $0 == "\n" || $0 == "\u{0C}" }
        return words(
            lines.filter { $0.firstMatch(of: /^(.* · )?page \d+ of \d+$/) == nil }.joined(separator: "\n"))
    }

    /// What a program of the PDF tools says of a file.
    static func run(
        _ program: String, _ options: [String] = [], on bytes: [UInt8], to output: [String] = []
    ) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "imr-\(UUID().uuidString).pdf")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let outcome = try ChildProcess.run(
            ["/usr/bin/env", "LC_ALL=C.UTF-8", program] + options + [file.path] + output)
        #expect(outcome.ending == .exited(0))
        return outcome.text
    }
}
