import CaseModel
import Foundation
import Programmes
import Testing

@Suite("Reviewer files and the shelf of profiles")
struct ReviewerFileTests {
    static let text = """
        id = "R-0042"
        name = "Ada Quill"
        years = 12
        weekly-hours = 30
        capacity = 20
        conflicts = ["Northgate Insurance, Inc."]
        signing-keys = ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 ada"]

        [[licence]]
        state = "California"
        number = "G 12345"
        expires = 2028-05-31

        [[licence]]
        state = "Nevada"
        number = "9"
        restricted = true

        [[certification]]
        specialty = "Orthopedic Surgery"
        board = "A Board"
        expires = 2030-12-31
        """

    @Test("A reviewer is what his file says")
    func read() throws {
        let reviewer = try ReviewerFile.read(text: ReviewerFileTests.text, name: "ada.toml")
        let expected = Reviewer(
            id: try ReviewerID(parsing: "R-0042"), name: "Ada Quill",
            licences: [
                Licence(state: "California", number: "G 12345", expires: day("2028-05-31")),
                Licence(state: "Nevada", number: "9", isRestricted: true),
            ],
            certifications: [
                Certification(specialty: "Orthopedic Surgery", board: "A Board", expires: day("2030-12-31"))
            ],
            yearsOfPractice: 12, weeklyHours: 30, conflicts: ["Northgate Insurance, Inc."],
            signingKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 ada"], capacity: 20)
        #expect(reviewer == expected)
    }

    @Test(
        "What a reviewer file must not hold is told with its line and what to do",
        arguments: [
            ("expires = 2028-05-31", "expires = 2028-02-30", 12, "the calendar has no day 2028-02-30"),
            ("expires = 2030-12-31", "expires = \"2030-13-01\"", 22, "the calendar has no day “2030-13-01”"),
            ("expires = 2028-05-31", "expires = 2028", 12, "a day like"),
            ("board = ", "bored = ", 21, "not known in [certification]; there are specialty, board"),
            ("capacity = 20", "capcity = 20", 5, "there are id, name, years"),
            ("years = 12", "years = \"12\"", 3, "a whole number"), ("years = 12", "years = -1", 3, "from 0 to 80"),
            ("weekly-hours = 30\n", "", 1, "it is missing"), ("R-0042", "R 0042", 1, "not a reviewer's id"),
            ("state = \"California\"", "state = \" \"", 10, "it is empty"),
            ("restricted = true", "restricted = \"yes\"", 17, "true or false"),
            ("Northgate Insurance, ", "", 6, "names nobody"), ("ssh-ed25519 AAAA", "-----BEGIN ", 7, "public key file"),
            ("[[certification]]", "[certification]", 19, "[[certification]]"),
            ("name = \"Ada Quill\"", "name = \"Ada Quill", 2, "no valid TOML"),
        ])
    func refused(old: String, new: String, line: Int, reason: String) throws {
        let range = try #require(ReviewerFileTests.text.range(of: old))
        let damaged = ReviewerFileTests.text.replacingCharacters(in: range, with: new)
        let error = #expect(throws: ProgrammeError.self) { try ReviewerFile.read(text: damaged, name: "ada.toml") }
        let sentence = error?.description ?? ""
        #expect(sentence.hasPrefix("ada.toml:\(line): ") && sentence.contains(reason), "\(sentence)")
        #expect(!sentence.contains("Quill") && !sentence.contains("12345"))
    }

    @Test("A shelf has the built-in program and those of its folder")
    func shelf() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("programs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = try Profiles.texasText()
        func write(_ text: String, _ name: String) throws {
            try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        try write(text.replacing("2012-01-01", with: "2012-01-01\neffective-to = 2019-12-31"), "early.toml")
        try write(text.replacing("2012-01-01", with: "2020-01-01"), "later.toml")
        try write("no profile", "notes.txt")
        let shelf = try ProgrammeShelf(folder: folder.path)
        #expect(shelf.ids == ["tx-iro", "ca-wc-imr"])
        #expect(try shelf.profile("tx-iro", on: day("2019-12-31")).effective.to == day("2019-12-31"))
        #expect(try shelf.profile("tx-iro").effective.from == day("2020-01-01"))
        #expect(try shelf.profile() == Profiles.california)
        #expect(throws: ProgrammeError.unknownProgramme(id: "ny", known: ["tx-iro", "ca-wc-imr"])) {
            try shelf.profile("ny")
        }
        try write(text, "twice.toml")
        let error = #expect(throws: ProgrammeError.self) { try ProgrammeShelf(folder: folder.path) }
        #expect(error?.description.contains("twice.toml: another profile “tx-iro”") == true)
        #expect(try ProgrammeShelf(folder: folder.path + "/none").ids == ["ca-wc-imr"])
    }
}
