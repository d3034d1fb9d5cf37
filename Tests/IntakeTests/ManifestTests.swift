import CaseModel
import CaseStore
import Foundation
import Testing

@testable import Intake

@Suite("Case manifests") struct ManifestTests {
    static let plain = [
        "claimsExaminerFirstName", "claimsExaminerLastName", "injuredWorkrSuffix", "injuredWorkerFirstName",
        "injuredWorkerLastName", "caseNumber", "systemDateIso", "participantType", "providerName",
        "claimsAdministratorCompanyName", "claimNumber", "priority", "dateOfInjury", "dateofURDecision",
        "treatmentRequested", "receiveDate",
    ]
    static let legacy = [
        "C_PARTICIPANT_CONTACT_F_NAME", "C_PARTICIPANT_CONTACT_L_NAME", "IW_SUFFIX", "IW_F_NAME", "IW_L_NAME",
        "C_CASE_NUMBER", "SYSTEM_DATE", "PARTICIPANT_TYPE", "PROVIDER", "C_PARTICIPANT_ORGAN_NAME", "C_CLAIMS_NUMBER",
        "PRIORITY_TYPE", "C_INJURY_DATE", "C_UR_DEC_DATE", "C_TXREQ", "C_RCVDATE",
    ]

    /// The cells of a row of our own, under the headings above.
    static func cells(
        _ number: String = "CM30-0000001", priority: String = "Standard", injury: String = "2/1/2024",
        review: String = "11/26/2029", treatment: String = "MRI of the knee",
        participant: String = "CLAIMS ADMINISTRATOR"
    ) -> [String] {
        [
            "Ada", "Example", "Jr", "Max", "Muster", number, "1/27/2030", participant, "Dr. Test",
            "Sample Claims, Inc.",
            "77-1", priority, injury, review, treatment, "1/05/2030",
        ]
    }

    static func line(_ cells: [String], end: String = "\r\n") -> String {
        cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + end
    }

    private func take(_ text: String, in folder: Folder, replace: Bool = false) async throws
        -> (tally: ManifestIntake.Tally, remarks: [ManifestIntake.Remark], store: SQLiteCaseStore)
    {
        try folder.write(text, to: "manifest.csv")
        let store = try SQLiteCaseStore.open(at: folder.path + "/store.db")
        var remarks: [ManifestIntake.Remark] = []
        let tally = try await ManifestIntake(into: store, by: try Actor(parsing: "tester")).take(
            folder.path + "/manifest.csv", replace: replace
        ) { remarks.append($0) }
        return (tally, remarks, store)
    }

    static let dialects: [(name: String, text: String)] = [
        ("plain", line(plain) + line(cells())), ("LF", line(plain, end: "\n") + line(cells(), end: "\n")),
        ("legacy", line(legacy + ["C_ACKSENTDATE", "FILENAME"]) + line(cells() + ["", ""])),
        ("upper case", line(plain.map { $0.uppercased() }) + line(cells())),
        ("spelt right", line(plain.map { $0.replacing("Workr", with: "Worker") }) + line(cells())),
        ("other order", line(plain.reversed()) + line(cells().reversed())),
        ("byte order mark", "\u{FEFF}" + line(plain) + line(cells())),
        ("empty cells at the end", line(plain) + line(cells() + ["", " ", ""])),
        ("unknown columns", line(["shoeSize"] + plain) + line(["44"] + cells())),
        ("padded days", line(plain) + line(cells(injury: " 02/01/2024 ", review: "2029-11-26T00:00:00"))),
    ]

    @Test("A row is a case in state received, in whatever dialect it is written", arguments: dialects)
    func reads(name: String, text: String) async throws {
        let folder = try Folder()
        let (tally, remarks, store) = try await take(text, in: folder)
        // What is not known is said, once for the file.
        let unknown = "\(folder.path)/manifest.csv:1: the column “shoeSize” is not known; nothing of it is taken in."
        #expect(remarks == (name == "unknown columns" ? [.warning(unknown)] : []))
        #expect((tally.read, tally.filed, tally.refused) == (1, 1, 0))
        let filed = try await store.open(CaseNumber(parsing: "CM30-0000001"))
        #expect(filed.state == .received)
        let determination = filed.determination
        #expect(determination.priority == .standard)
        #expect(determination.dates.injury?.iso == "2024-02-01")
        #expect(determination.dates.utilizationReview?.iso == "2029-11-26")
        #expect(determination.dates.applicationReceived?.iso == "2030-01-05")
        #expect(determination.dates.assigned?.iso == "2030-01-27")
        #expect(determination.items.map(\.text) == ["MRI of the knee"])
        let again = try await take(text, in: folder)
        #expect((again.tally.filed, again.tally.unchanged, again.tally.refused) == (0, 1, 0))
    }

    @Test("The notice has the parties as the row names them")
    func notice() throws {
        let header = try #require(ManifestHeader(ManifestTests.plain))
        let row = try ManifestRow(ManifestTests.cells(treatment: "a\n\nb"), under: header)
        #expect(
            row.filing.notice
                == CaseNotice(
                    employee: "Max Muster Jr", claimsAdministrator: "Sample Claims, Inc.",
                    claimsExaminer: "Ada Example",
                    requestingPhysician: "Dr. Test", claimNumber: "77-1", treatmentRequested: "a\n\nb"))
    }

    static let refused: [(cells: [String], words: String)] = [
        (cells(priority: "Whenever"), "neither Standard nor Expedited"), (cells(priority: ""), "neither Standard"),
        (cells(injury: "2/30/2024"), "“dateOfInjury” is no day"),
        (cells(review: "soon"), "“dateofURDecision” is no day"),
        (cells(""), "no case number"), (cells("a/b"), "is none"),
        (cells(treatment: " \n "), "no treatment is requested"),
        (Array(cells().dropLast(3)), "13 cells where the heading has 16"), (cells() + ["extra"], "more cells"),
        (cells(participant: "PROVIDER"), "another participant"),
    ]

    @Test("A row that is no case is refused with line and reason, and the others are filed", arguments: refused)
    func refuses(cells: [String], words: String) async throws {
        let rows = [ManifestTests.cells("CM30-1"), cells, ManifestTests.cells("CM30-2", priority: "expedited")]
        let folder = try Folder()
        let text = ManifestTests.line(ManifestTests.plain) + rows.map { ManifestTests.line($0) }.joined()
        let (tally, remarks, _) = try await take(text, in: folder)
        #expect((tally.read, tally.filed, tally.unchanged, tally.refused) == (3, 2, 0, 1))
        guard case .refused(let sentence)? = remarks.first, remarks.count == 1 else {
            Issue.record("\(remarks)")
            return
        }
        // A cell of two lines lies before no other row, so the line is the third.
        #expect(sentence.hasPrefix(folder.path + "/manifest.csv:3: "))
        #expect(sentence.contains(words))
    }

    @Test("Days out of order are told and filed; a number with other content is refused unless it is to replace")
    func order() async throws {
        let folder = try Folder()
        let head = ManifestTests.line(ManifestTests.plain)
        let odd = ManifestTests.line(ManifestTests.cells(injury: "12/31/2029"))
        let (tally, remarks, store) = try await take(head + odd + odd, in: folder)
        #expect((tally.filed, tally.unchanged) == (1, 1))
        #expect(remarks.count == 2)
        guard case .warning(let sentence)? = remarks.first else {
            Issue.record("\(remarks)")
            return
        }
        #expect(sentence.contains("manifest.csv:2: the utilization review decision (11/26/2029) lies before"))
        let other = head + ManifestTests.line(ManifestTests.cells(treatment: "Something else"))
        let refused = try await take(other, in: folder)
        #expect((refused.tally.refused, refused.tally.filed) == (1, 0))
        let replaced = try await take(other, in: folder, replace: true)
        #expect(replaced.tally.replaced == 1)
        #expect(try await store.countCases(WorklistQuery()) == 1)
    }

    @Test("Documents beside the manifest are attached to their cases, each with its kind and number")
    func records() async throws {
        let folder = try Folder()
        try folder.write("page one\u{0C}page two", to: "CM30-0000001/MedicalRecords_1000200.txt")
        try folder.write("notice", to: "CM30-0000001/NOARFI 1000201.TXT")
        try folder.write("letter", to: "CM30-0000001/cover.txt")
        try folder.write("x", to: "CM30-0000001/picture.png")
        let text = ManifestTests.line(ManifestTests.plain) + ManifestTests.line(ManifestTests.cells())
        let (tally, remarks, store) = try await take(text, in: folder)
        #expect((tally.filed, tally.records, tally.refusedRecords) == (1, 3, 1))
        #expect(remarks.count == 1)
        let number = try CaseNumber(parsing: "CM30-0000001")
        let records = try await store.open(number).records
        #expect(records.map(\.kind) == [.medicalRecords, .noarfi, .other])
        #expect(records.map(\.controlNumber) == ["1000200", "1000201", ""])
        #expect(records.map(\.pageCount) == [2, 1, 1])
        let again = try await take(text, in: folder)
        #expect((again.tally.unchanged, again.tally.records) == (1, 0))
        // A folder that is searched gives its manifests, and no records as letters.
        #expect(ManifestFinder.split([folder.path]).manifests == [folder.path + "/manifest.csv"])
        #expect(SourceFinder.find([folder.path]).sources == [])
    }

    @Test("A file without the heading of a manifest is told to be none", arguments: ["", "a,b\n1,2\n", "\"caseNumber"])
    func foreign(text: String) async throws {
        let folder = try Folder()
        await #expect(throws: IntakeError.notAManifest(path: folder.path + "/manifest.csv")) {
            _ = try await take(text, in: folder)
        }
        #expect(!ManifestFinder.isManifest(folder.path + "/manifest.csv"))
    }

    static let requests: [(text: String, items: [String])] = [
        ("Lumbar  fusion\nL4-L5.", ["Lumbar fusion L4-L5."]), ("", []), (" \n ", []),
        ("1. MRI of the knee 2. Physical therapy x 6", ["MRI of the knee", "Physical therapy x 6"]),
        ("1) MRI; 2) EMG; 3) NCS", ["MRI", "EMG", "NCS"]), ("(1) MRI\n(2) EMG", ["MRI", "EMG"]),
        ("The following:\n1. Norco 1.5 mg\n2. Cane", ["Norco 1.5 mg", "Cane"]),
        ("Series of 1. and 3.", ["Series of 1. and 3."]), ("Knee MRI 1. 2. 3.", ["Knee MRI 1. 2. 3."]),
        ("1. Only one", ["1. Only one"]), ("Injection 2.5 mg", ["Injection 2.5 mg"]),
        ("MRI of the knee\nPhysical therapy", ["MRI of the knee", "Physical therapy"]),
        ("Physical therapy twice a week for\nSix weeks", ["Physical therapy twice a week for Six weeks"]),
        ("Physical therapy twice\na week", ["Physical therapy twice a week"]),
        ("- knee brace\n- cane", ["knee brace", "cane"]), ("• brace\n• cane", ["brace", "cane"]),
    ]

    @Test("A request is one item unless it clearly lists several", arguments: requests)
    func items(text: String, items: [String]) { #expect(RequestedItems.items(of: text) == items) }
}
