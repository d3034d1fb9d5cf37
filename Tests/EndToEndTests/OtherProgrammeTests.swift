import Foundation
import Testing

/// A program of another state, as a file of the configuration, and what a case of it must say.
struct OtherProgramme: Sendable, CustomTestStringConvertible {
    var id: String
    var number: String
    /// Changes of the Texas profile that make it this one.
    var changes: [String: String] = [:]
    var due: String
    var outcome: String

    var testDescription: String { id }

    static let all = [
        // The earlier of 15 days from the information and 20 days from the request.
        OtherProgramme(id: "tx-iro", number: "TX-004711", due: "2026-11-03", outcome: "Partially Overturned"),
        // Health plans in California: an item overturned overturns the case.
        OtherProgramme(
            id: "ca-dmhc", number: "MN26-22639",
            changes: [
                "id = \"tx-iro\"": "id = \"ca-dmhc\"", "\"TX-######\"": "\"MN##-#####\", \"EI##-#####\"",
                "roll-up = \"all-or-partial\"": "roll-up = \"any-overturns\"", "amount = 20": "amount = 30",
            ], due: "2026-11-13", outcome: "Overturned"),
    ]
}

@Suite("Another program is only another file")
struct OtherProgrammeTests {
    @Test(
        "Clock, letter, check and counts are the program's own, and nothing of California is left",
        arguments: OtherProgramme.all)
    func anotherFile(programme: OtherProgramme) async throws {
        let given = try DeliveryDesk()
        let desk = given.desk
        let number = programme.number
        let texas = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../ProgrammesTests/Profiles/tx-iro.toml").standardizedFileURL
        let profile = programme.changes.reduce(try String(contentsOf: texas, encoding: .utf8)) {
            $0.replacing($1.key, with: $1.value)
        }
        try desk.put(profile, as: "config/imr/programs/other.toml")
        try desk.put(
            "program = \"\(programme.id)\"\n[signature]\nreviewer = \"R-7\"\nkey = \"\(desk.path("key"))\"\n",
            as: "config/imr/config.toml")
        try desk.put(
            """
            number = "\(number)"
            priority = "standard"
            utilization-review = 2026-10-01
            application-received = 2026-10-14
            assigned = 2026-10-19
            summary = "The patient is a 44-year-old carpenter with low back pain."
            [[item]]
            text = "MRI of the lumbar spine"
            [[item]]
            text = "Physical therapy, 6 visits"

            """, as: "case/case.toml")
        try desk.put("Progress note: low back pain only.\n", as: "case/records/note.txt")
        try await desk.imrSucceeds("import", desk.path("case"))
        #expect(try await desk.imrSucceeds("case", "list").contains(programme.due))

        let reasons = [
            ("1", "upheld", "The note tells of low back pain only. The MRI is not medically necessary."),
            ("2", "overturned", "The note tells of low back pain only. The therapy is medically necessary."),
        ]
        for (item, decision, words) in reasons {
            let rationale = try desk.put(words, as: "rationale.txt")
            try await desk.imrSucceeds(
                "decide", number, item, decision, "--rationale", rationale, "--guideline",
                "Decision based on Non-MTUS Citation American College of Radiology 2021, Low back pain.",
                "--claims-administrator", "The Claims Administrator did not cite any medical evidence for its decision."
            )
            try await desk.imrSucceeds(
                "link", number, item, "--sentence", "The note tells of low back pain only.", "--record", "1", "--page",
                "1",
                "--lines", "1")
        }
        let checked = try await desk.imr("check", number).output
        #expect(checked.contains("0 errors"), "\(checked)")
        let counts = try await desk.imrSucceeds("stats", "--by", "outcome", "--format", "csv")
        #expect(counts.contains("Partially Overturned"), "\(counts)")
        try await desk.imrSucceeds("sign", number)
        try await desk.imrSucceeds("export", number, "--format", "bundle", "--out", desk.path("out"))
        try await desk.imrSucceeds("verify", desk.path("out/" + number))

        let letter = try desk.text(of: "out/\(number)/letter.txt")
        for words in [
            "Notice of Decision", "REVIEW OUTCOME", "PATIENT CLINICAL HISTORY", "INFORMATION PROVIDED FOR REVIEW",
        ] {
            #expect(letter.contains(words), "\(words)")
        }
        #expect(try desk.text(of: "out/\(number)/cover-letter.txt").contains("the outcome is \(programme.outcome)"))
        #expect(try desk.text(of: "out/\(number)/determination.json").contains("\"programme\": \"\(programme.id)\""))
        let shown = try await desk.imrSucceeds("case", "show", number)
        for text in [letter, shown, checked] {
            for words in ["IMR", "LC 4610", "9792", "workers"] { #expect(!text.contains(words), "\(words)") }
        }
        // Its letters are read by its own headings.
        let again = try await desk.imr("check", desk.path("out/\(number)/letter.txt"))
        #expect(again.status != 2, "\(again.errors)")
        // A number of California's is told of.
        let foreign = try await desk.imr("import", desk.path("manifest.csv"))
        #expect(foreign.status == 0 && foreign.errors.contains("has not the form of the program's case numbers"))
    }
}
