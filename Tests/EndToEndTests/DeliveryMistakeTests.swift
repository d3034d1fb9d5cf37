import Foundation
import Testing

/// Something that goes wrong between a manifest and a bundle, and what is told of it.
struct DeliveryMistake: Sendable, CustomTestStringConvertible {
    var name: String
    /// Files to lay on the desk first. In them and in the line, `@` stands for the desk's folder.
    var files: [String: String] = [:]
    /// A change of the reviewer's file, which is then laid down as `changed.toml`.
    var reviewer: [String: String] = [:]
    /// What is asked of the program; `imr` is the program, the line is one for the shell.
    var line: String
    var says: String
    var status: Int32 = 1

    var testDescription: String { name }
}

private let heading = """
    injuredWorkerFirstName,injuredWorkerLastName,caseNumber,providerName,claimNumber,priority,dateOfInjury,\
    treatmentRequested
    """
private let row = "Maxine,Musterfrau,CM26-0000778,Dr. Otto Beispiel,77-42911,Standard,2/1/2026,MRI of the left knee"

private let mistakes = [
    // Unknown fields in a file.
    DeliveryMistake(
        name: "an unknown key in a reviewer's file", reviewer: ["years = 12": "yeers = 12"],
        line: "imr reviewer add @/changed.toml", says: "changed.toml:3: “yeers”: this key is not known here", status: 2),
    DeliveryMistake(
        name: "an unknown key in a case folder",
        files: ["c/case.toml": "number = \"CM26-0000779\"\ncolour = \"red\"\n[[item]]\ntext = \"x\"\n"],
        line: "imr import @/c", says: "case.toml:2: “colour” is not known in case.toml"),
    DeliveryMistake(
        name: "an unknown key in the program's profile",
        files: ["config/imr/programs/x.toml": "id = \"x\"\ncolour = 1\n"],
        line: "imr export CM26-0000777 --out @/never", says: "x.toml:2: “colour”"),
    DeliveryMistake(
        name: "an unknown column of a manifest",
        files: ["other.csv": "\(heading),colour\n\(row),red\n"], line: "imr import @/other.csv",
        says: "other.csv:1: the column “colour” is not known; nothing of it is taken in.", status: 0),
    // Impossible days.
    DeliveryMistake(
        name: "an impossible day in a manifest",
        files: ["other.csv": "\(heading)\n\(row.replacing("2/1/2026", with: "2/30/2026"))\n"],
        line: "imr import @/other.csv", says: "other.csv:2: “dateOfInjury” is no day of the calendar"),
    DeliveryMistake(
        name: "an impossible day in a case folder",
        files: ["c/case.toml": "number = \"CM26-0000779\"\nassigned = 2026-02-30\n[[item]]\ntext = \"x\"\n"],
        line: "imr import @/c", says: "case.toml:2: the calendar has no day 2026-02-30"),
    DeliveryMistake(
        name: "an impossible day in a reviewer's file",
        reviewer: ["number = \"G": "expires = 2027-02-29\nnumber = \"G"], line: "imr reviewer add @/changed.toml",
        says: "“expires”: the calendar has no day 2027-02-29", status: 2),
    DeliveryMistake(
        name: "an impossible day on the command line", line: "imr suspend CM26-0000777 --since 2026-02-30",
        says: "“2026-02-30” is no day", status: 2),
    // An expired licence.
    DeliveryMistake(
        name: "a licence that lapsed",
        reviewer: ["\"R-7\"": "\"R-8\"", "number = \"G": "expires = 2020-01-31\nnumber = \"G"],
        line: "imr reviewer add @/changed.toml && imr assign CM26-0000777 --to R-8",
        says: "R-8 is not assigned: His licence in California lapsed on 01/31/2020"),
    // Two cases under one number.
    DeliveryMistake(
        name: "two cases under one number in a manifest",
        files: ["other.csv": "\(heading)\n\(row)\n\(row.replacing("left", with: "right"))\n"],
        line: "imr import @/other.csv", says: "other.csv:3: Case CM26-0000778 is filed with other content"),
    DeliveryMistake(
        name: "a case folder under the number of a case",
        files: ["c/case.toml": "number = \"CM26-0000777\"\nsummary = \"x\"\n[[item]]\ntext = \"x\"\n"],
        line: "imr import @/c", says: "CM26-0000777 is filed with other content"),
    // A reviewer who is a party.
    DeliveryMistake(
        name: "a reviewer who is a party", reviewer: ["\"R-7\"": "\"R-8\"", "Wilhelmina Quillington": "Otto Beispiel"],
        line: "imr reviewer add @/changed.toml && imr assign CM26-0000777 --to R-8",
        says: "He is himself a party: the physician who requested the treatment"),
    DeliveryMistake(
        name: "a reviewer who is affiliated with a party, despite all", files: ["other.csv": "\(heading)\n\(row)\n"],
        reviewer: ["\"R-7\"": "\"R-8\"", "years = 12": "years = 12\nconflicts = [\"Otto Beispiel\"]"],
        line: """
            imr import @/other.csv && imr reviewer add @/changed.toml && \
            imr assign CM26-0000778 --to R-8 --despite haste
            """,
        says: "has an affiliation with a party to the case"),
    // A signature by a key that is not his.
    DeliveryMistake(
        name: "a signature by another's key", line: "imr sign CM26-0000777 --key @/other-key",
        says: "is not registered for the reviewer R-7"),
    DeliveryMistake(
        name: "a bundle signed by a key that is not trusted",
        line: """
            imr sign CM26-0000777 --key @/key && imr export CM26-0000777 --format bundle --out @/out && \
            sed 's/.*/R-7 &/' @/other-key.pub > @/trusted && imr verify @/out/CM26-0000777 --allowed-signers @/trusted
            """, says: "R-7"),
    // A full disk in mid-export.
    DeliveryMistake(
        name: "a full disk in the middle of an export",
        line: """
            imr sign CM26-0000777 --key @/key && imr export CM26-0000777 --format text --out @/out && \
            (ulimit -f 90; imr export CM26-0000777 --format bundle --out @/out)
            """, says: "cannot be written: File too large"),
]

@Suite("What goes wrong on the way from a manifest to a bundle is said in a sentence, and nothing is lost")
struct DeliveryMistakeTests {
    @Test("One mistake, one sentence, one status", arguments: mistakes)
    func one(_ mistake: DeliveryMistake) async throws {
        let given = try DeliveryDesk()
        let desk = given.desk
        try await given.assign()
        try await given.decide()
        try await given.link()
        let before = try await shown(given)
        func laid(_ text: String) -> String { text.replacing("@", with: desk.folder) }
        for (name, text) in mistake.files { try desk.put(laid(text), as: name) }
        let changed = mistake.reviewer.reduce(try desk.text(of: "reviewer.toml")) {
            $0.replacing($1.key, with: $1.value)
        }
        try desk.put(changed, as: "changed.toml")

        try desk.put("imr() { '\(Desk.program)' \"$@\"; }\n\(laid(mistake.line))\n", as: "line.sh")
        let outcome = try await given.shell(". '\(desk.path("line.sh"))' 2> '\(desk.path("said"))'")
        let said = try desk.text(of: "said")
        #expect(outcome.status == mistake.status, "\(said)")
        #expect(said.contains(mistake.says), "\(said)")
        #expect(said.hasSuffix(".\n") && !said.contains("Error Domain") && !said.contains("Musterfrau"), "\(said)")

        // What was there is there, the store is sound, and no file is half a file.
        try? FileManager.default.removeItem(atPath: desk.path("config/imr/programs"))
        #expect(try await shown(given) == before)
        try await desk.imrSucceeds("verify")
        let left = (try? FileManager.default.contentsOfDirectory(atPath: desk.path("out"))) ?? []
        #expect(!left.contains { $0.hasPrefix(".") })
        for name in left where name == given.number { try await desk.imrSucceeds("verify", desk.path("out/" + name)) }
        if left.contains(given.number + ".txt") {
            #expect(try desk.text(of: "out/\(given.number).txt").hasSuffix("medically necessary.\n"))
        }
    }

    /// All that the case says, but for what a signature puts into its header.
    private func shown(_ given: DeliveryDesk) async throws -> String {
        try await given.desk.imrSucceeds("case", "show", given.number, "--json")
    }
}
