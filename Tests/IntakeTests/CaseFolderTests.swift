import CaseModel
import CaseStore
import Foundation
import Testing

@testable import Intake

@Suite("Case folders")
struct CaseFolderTests {
    private static let whole = """
        number = "NW26-0000012"
        priority = "expedited"
        date-of-injury = 2026-03-02
        utilization-review = "2026-10-01"
        assigned = 2026-10-28
        summary = \"\"\"
        A clerk of 50 with a sprained thumb.

        She was given a splint.\"\"\"

        [reviewer]
        licensure = ["California"]
        specialties = ["Orthopedic Surgery"]

        [[item]]
        text = "Thumb splint, replacement"
        claims-administrator-guideline = "The Claims Administrator did not cite any medical evidence for its decision."

        [[item]]
        original = "Hand therapy 12 visits"
        authorized = "Hand therapy 4 visits"
        remaining = "hand therapy 8 visits"
        """

    @Test("A case folder becomes an open case with its records")
    func reads() throws {
        let folder = try Folder()
        try folder.write(CaseFolderTests.whole, to: "case.toml")
        try folder.write("first page\u{0C}second page\n", to: "records/02 note.txt")
        try folder.write((1...130).map { "line \($0)" }.joined(separator: "\n"), to: "records/01 report.txt")
        let filing = try CaseFolder.read(folder.path)
        #expect(filing.number.text == "NW26-0000012")
        #expect(filing.state == .assigned)
        #expect(filing.determination.priority == .expedited)
        #expect(filing.determination.dates.utilizationReview?.iso == "2026-10-01")
        #expect(filing.determination.summary == "A clerk of 50 with a sprained thumb.\n\nShe was given a splint.")
        #expect(filing.determination.items.count == 2)
        #expect(filing.determination.items[1].amounts.remaining == "hand therapy 8 visits")
        #expect(filing.determination.items[1].text.hasPrefix("Hand therapy 12 visits was the original request."))
        #expect(filing.records.map(\.title) == ["01 report", "02 note"])
        #expect(filing.records.map(\.pages.count) == [3, 2])
    }

    @Test(
        "What is wrong is refused with its line",
        arguments: [
            ("number = \"NW26-1\"\n[[item]]\n", 2, "neither text"),
            ("[[item]]\ntext = \"x\"\n", 1, "no number"),
            ("number = \"NW26-1\"\n", 1, "no item"),
            ("number = \"NW26-1\"\nassigned = 2026-02-30\n[[item]]\ntext = \"x\"", 2, "no day 2026-02-30"),
            ("number = \"NW26-1\"\nassigned = = 2\n[[item]]\ntext = \"x\"", 2, "TOML"),
            ("number = \"NW26-1\"\nassigned = \"2026-02-30\"\n[[item]]\ntext = \"x\"", 2, "a day"),
            ("number = \"NW26-1\"\npriorty = \"standard\"\n[[item]]\ntext = \"x\"", 2, "not known"),
            ("number = \"NW26-1\"\npriority = \"soon\"\n[[item]]\ntext = \"x\"", 2, "expedited"),
            ("number = \"../1\"\n[[item]]\ntext = \"x\"", 1, "not a case number"),
            ("number = \"NW26-1\"\n\n[[item]]\ntext = 3", 4, "text"),
            ("number = \"NW26-1\"\n[[item]]\ntext = \"x\"\n[[item]]\ntext = \"y\"\noriginal = \"z\"", 4, "amounts"),
            ("number = ", 1, "TOML"),
        ])
    func refuses(text: String, line: Int, words: String) throws {
        let folder = try Folder()
        try folder.write(text, to: "case.toml")
        let error = try #require(throws: IntakeError.self) { try CaseFolder.read(folder.path) }
        guard case .caseFolder(_, let found, let problem) = error else {
            Issue.record("another error: \(error)")
            return
        }
        #expect(found == line)
        #expect(problem.contains(words), "\(problem)")
    }
}
