import CaseModel
import Exports
import Foundation
import Letters
import Testing

@Suite("A public copy names nobody")
struct PublicationTests {
    static let notice = CaseNotice(
        employee: "José María O'Brien-Ruiz Jr.", employer: "Northgate Steel Works, Inc.",
        claimsAdministrator: "Harbor Mutual Insurance Company", claimsExaminer: "Lin, Amy",
        requestingPhysician: "Dr. Peter Quincy Adams, MD", claimNumber: "WC-2016/0042-A7",
        otherParties: [
            Party(kind: "proposing-physician", name: "Ann Underhill"), Party(kind: "facility", name: "Bay Clinic"),
        ])

    private func reviewer() throws -> Reviewer {
        Reviewer(
            id: try ReviewerID(parsing: "R-0017"), name: "Theodora Vance",
            licences: [Licence(state: "Ohio", number: "A-98123")])
    }

    /// A text, and what the public copy makes of it.
    static let texts: [(String, String)] = [
        ("Mr. O'Brien-Ruiz fell.", "Mr. [the employee] fell."),
        ("José María O’Brien-Ruiz Jr. fell.", "[the employee] Jr. fell."),
        ("JOSE O'BRIEN RUIZ reports pain; Jose's knee.", "[the employee] reports pain; [the employee]'s knee."),
        ("RUIZ, José M. was seen.", "[the employee] was seen."),
        ("J. Ruiz and J.O. and Ruiz's wife.", "[the employee] and [the employee] and [the employee]'s wife."),
        ("He works for Northgate Steel Works since 2001.", "He works for [the employer] since 2001."),
        ("Northgate Steel Works, Inc., denied it.", "[the employer]., denied it."),
        (
            "Harbor Mutual Insurance denied; Dr. Adams asked.",
            "[the claims administrator] denied; Dr. [the requesting physician] asked."
        ),
        (
            "P. Q. Adams and Peter Adams, and adams.",
            "[the requesting physician] and [the requesting physician], and [the requesting physician]."
        ),
        ("P.Q.A. signed.", "[the requesting physician] signed."),
        ("Amy Lin and LIN.", "[the claims examiner] and [the claims examiner]."),
        (
            "Claim WC-2016/0042-A7, wc 2016 0042 a7, WC20160042A7.",
            "Claim [the claim number], [the claim number], [the claim number]."
        ),
        ("Ann Underhill of Bay Clinic.", "[a party] of [a party]."),
        ("Vance, T. reviewed; licence A98123.", "[the reviewer] reviewed; licence [the licence number]."),
        (
            "The bay and the harbor; linen, lingual, Adamson; steel works.",
            "The bay and the harbor; linen, lingual, Adamson; steel works."
        ),
        ("He has no knee left, 2016 and 0042.", "He has no knee left, 2016 and 0042."),
    ]

    @Test("Names and numbers give way to neutral words, and nothing else does", arguments: texts)
    func replacement(_ text: String, _ expected: String) throws {
        let names = KnownNames(notices: [PublicationTests.notice], reviewer: try reviewer())
        let removal = NameRemoval(names)
        #expect(removal.text(without: text) == expected)
        #expect(removal.text(without: expected) == expected)
        #expect(NameRemoval(KnownNames()).text(without: text) == text)
    }

    /// Every known name and number as one would search for it.
    static let searched = [
        "José", "Jose", "O'Brien", "O’Brien", "Ruiz", "Northgate Steel", "Harbor Mutual", "Lin", "Amy", "Adams",
        "Quincy",
        "0042-A7", "Underhill", "Bay Clinic", "Theodora", "Vance", "A-98123",
    ]

    private func letter() -> LetterParts {
        var parts = Exported.letter(6)
        let all = PublicationTests.texts.map(\.0).joined(separator: "\n\n")
        parts.determination.summary = all
        parts.determination.items[0].rationale = all
        parts.determination.items[0].text += " for Mr. O'Brien-Ruiz"
        parts.documents = ["Report of Dr. Adams", "Letter of Theodora Vance"]
        parts.notices = ["Harbor Mutual Insurance Company was told."]
        parts.companions[0].body = "Dear Mr. O'Brien-Ruiz,\n\nVance."
        parts.signedJSON = Array("José".utf8)
        parts.signature = [1]
        return parts
    }

    @Test("No form of the public copy holds a known name or number")
    func publication() throws {
        let names = KnownNames(notices: [PublicationTests.notice], reviewer: try reviewer())
        let files = try Renderings.all(of: letter().published(without: names))
        #expect(files.map(\.name) == ["letter.txt", "letter.html", "letter.pdf", "determination.json"])
        for file in files {
            let text = try words(file).lowercased()
            #expect(text.contains("[the employee]"))
            for name in PublicationTests.searched {
                let word = try Regex("\\b" + NSRegularExpression.escapedPattern(for: name.lowercased()) + "\\b")
                #expect(text.firstMatch(of: word) == nil, "\(name) in \(file.name)")
            }
        }
    }

    @Test("No form for the parties holds the reviewer's name, and all hold the others")
    func parties() throws {
        var parts = letter()
        (parts.signedJSON, parts.signature) = (nil, nil)
        for file in try Renderings.all(of: parts.withoutName(of: try reviewer())) {
            let text = try words(file)
            for name in ["Theodora", "Vance", "A-98123", "A98123"] {
                #expect(!text.lowercased().contains(name.lowercased()), "\(file.name)")
            }
            if file.name.hasPrefix("letter") { #expect(text.contains("Adams") && text.contains("California")) }
        }
    }

    @Test(
        "A letter for the parties keeps its words, whatever the reviewer is called",
        arguments: [
            ("Dr. Will Back", "Low Back pain; will it heal? Back to work.", true),
            ("Ann One", "No one asked. One visit.", true),
            ("Will Back", "Dr. Back and Will Back agree.", false), ("Theodora Vance", "Vance agrees.", false),
        ])
    func cautious(name: String, words: String, isKept: Bool) throws {
        var parts = Exported.letter(6)
        parts.determination.summary = words
        let reviewer = Reviewer(id: try ReviewerID(parsing: "R-1"), name: name)
        let summary = parts.withoutName(of: reviewer).determination.summary
        #expect((summary == words) == isKept, "\(summary)")
        #expect(isKept || summary.contains("[the reviewer]"))
    }

    private func words(_ file: Rendering) throws -> String {
        file.mediaType == "application/pdf"
            ? try Exported.words(ofPDF: file.bytes).joined(separator: " ") : String(decoding: file.bytes, as: UTF8.self)
    }
}
