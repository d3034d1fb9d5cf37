import ChildProcesses
import Foundation
import Signing
import Testing

/// A desk with a case from a manifest, a record of it, and a reviewer with a key: all of our own invention.
struct DeliveryDesk {
    static let number = "CM26-0000777"
    /// Whatever could tell who the people of the case are.
    static let secrets = [
        "Musterfrau", "Maxine", "Beispiel", "Inventado", "Sample Claims", "77-42910", "Quillington", "Wilhelmina",
        "G-445566",
    ]
    static let sentence = "The records note no locking and a full range of motion of the left knee."
    static let rationale = """
        \(sentence) Dr. Beispiel asked for it for Maxine Musterfrau under claim 77-42910. The MRI of the left knee \
        without contrast is not medically necessary.
        """
    static let claimsLine = "The Claims Administrator did not cite any medical evidence for its decision."
    static let guideline = "Decision based on MTUS Knee Disorders 2020, Section(s): Diagnostic testing."

    let desk: Desk
    var number: String { DeliveryDesk.number }

    init() throws {
        desk = try Desk()
        try desk.put(
            """
            claimsExaminerFirstName,claimsExaminerLastName,injuredWorkrSuffix,injuredWorkerFirstName,\
            injuredWorkerLastName,caseNumber,systemDateIso,participantType,providerName,claimsAdministratorCompanyName,\
            claimNumber,priority,dateOfInjury,dateofURDecision,treatmentRequested,receiveDate
            Ada,Inventado,,Maxine,Musterfrau,\(DeliveryDesk.number),11/2/2026,CLAIMS ADMINISTRATOR,Dr. Otto Beispiel,\
            Sample Claims Inc.,77-42910,Standard,2/1/2026,10/12/2026,"MRI of the left knee without contrast",10/26/2026

            """, as: "manifest.csv")
        try desk.put(
            "Progress report of 09/28/2026\n\nLeft knee pain, 4/10. No locking. Full range of motion.\n",
            as: "records/\(DeliveryDesk.number)/MedicalRecords_10000123.txt")
        try desk.put(DeliveryDesk.rationale, as: "rationale.txt")
        try desk.put("The employee is a 45-year-old with pain of the left knee.\n", as: "summary.txt")
        for name in ["key", "other-key"] { try makeKey(name) }
        let key = try PrivateKey(contentsOf: desk.path("key")).key.line
        try desk.put(
            """
            id = "R-7"
            name = "Wilhelmina Quillington"
            years = 12
            weekly-hours = 30
            signing-keys = ["\(key)"]
            [[licence]]
            state = "California"
            number = "G-445566"
            [[certification]]
            specialty = "Orthopedic Surgery"

            """, as: "reviewer.toml")
    }

    /// The case as it is when its reviewer sits down to decide it.
    func assign(isAttested: Bool = true) async throws {
        try await desk.imrSucceeds("import", desk.path("manifest.csv"), "--records", desk.path("records"))
        try await desk.imrSucceeds("reviewer", "add", desk.path("reviewer.toml"))
        try await desk.imrSucceeds("assign", number, "--to", "R-7")
        guard isAttested else { return }
        try await desk.imrSucceeds("attest", number, "--reviewer", "R-7", "--no-conflict")
    }

    /// - Parameter again: whether the item is decided already.
    func decide(again: Bool = false) async throws {
        try await desk.imrSucceeds("summarize", number, "--text", desk.path("summary.txt"))
        try await desk.imrSucceeds(
            ["decide"] + (again ? ["--replace"] : []) + [
                number, "1", "upheld", "--rationale", desk.path("rationale.txt"), "--guideline",
                DeliveryDesk.guideline, "--claims-administrator", DeliveryDesk.claimsLine,
            ])
    }

    func link() async throws {
        try await desk.imrSucceeds(
            "link", number, "1", "--sentence", DeliveryDesk.sentence, "--record", "1", "--page", "1", "--lines", "3")
    }

    func sign() async throws -> String {
        try await desk.imrSucceeds("sign", number, "--key", desk.path("key"))
    }

    /// Exports the bundle into a folder of the desk; the path of the bundle from there.
    func bundle(into folder: String, _ options: String...) async throws -> String {
        let outcome = try await desk.imr(
            ["export", number, "--format", "bundle", "--out", desk.path(folder)] + options)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return "\(folder)/\(number)"
    }

    // MARK: - Programs beside ours

    /// Whether OpenSSH bears a bundle out; nil where it is not installed.
    func isBorneOut(_ bundle: String) async throws -> Bool? {
        guard DeliveryDesk.hasOpenSSH else { return nil }
        return try await shell(
            """
            cd '\(desk.path(bundle))' && ssh-keygen -Y verify -f allowed_signers -I R-7 -n imr-determination@imr \
            -s determination.json.sig < determination.json
            """
        ).status == 0
    }

    static let hasOpenSSH = FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-keygen")

    /// Runs a line of the shell.
    func shell(_ line: String) async throws -> Desk.Outcome {
        let id = UUID().uuidString
        let process = try ChildProcess.start(
            ["/bin/sh", "-c", line], environment: desk.environment, output: .file(desk.path("\(id).out")),
            errors: .file(desk.path("\(id).err")))
        var patience = Patience()
        while process.ending() == nil, !patience.isOver { try await patience.wait() }
        guard case .exited(let status) = process.ending() else { throw PseudoTerminal.Failure.neverSeen("its end") }
        return Desk.Outcome(status: status, output: try desk.text(of: "\(id).out"), errors: "")
    }

    /// Makes a key file as a reviewer would.
    private func makeKey(_ name: String) throws {
        _ = try ChildProcess.run(
            ["/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", desk.path(name)])
    }
}
