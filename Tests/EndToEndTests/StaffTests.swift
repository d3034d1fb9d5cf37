import Testing

@Suite("A store with a staff is the staff's alone")
struct StaffTests {
    @Test(
        "Who is not on it neither reads nor copies nor replaces it",
        arguments: [
            "case list", "case show \(OwnLetter.number)", "case notes \(OwnLetter.number)", "stats", "audit",
            "reviewer list", "backup @/copy.db", "export \(OwnLetter.number) --out @/out", "restore @/copy.db",
            "--linear",
        ])
    func stranger(command: String) async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("import", try desk.put(OwnLetter.text(), as: "letter.txt"))
        #expect(try await desk.imrSucceeds("staff", "add", "ada", "--role", "coordinator").contains("IMR_REVIEWER=ada"))
        let arguments = command.replacing("@", with: desk.folder).split(separator: " ").map(String.init)
        let outcome = try await desk.imr(arguments)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("may not"), "\(outcome.errors)")
        #expect(outcome.output == "")
        desk.environment["IMR_REVIEWER"] = "ada"
        #expect(try await desk.imr("case", "list").status == 0)
    }

    @Test("Who takes a staff on is told that nobody has the cases that are there, and assigns them by one command")
    func stranded() async throws {
        let delivery = try DeliveryDesk()
        let desk = delivery.desk
        try await desk.imrSucceeds("import", desk.path("manifest.csv"), "--records", desk.path("records"))
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        try await desk.imrSucceeds("reviewer", "add", desk.path("reviewer.toml"))
        let said = try await desk.imrSucceeds("staff", "add", "ada", "--role", "coordinator")
        #expect(said.contains("2 open cases are assigned to nobody"), "\(said)")
        desk.environment["IMR_REVIEWER"] = "ada"
        let told = try await desk.imrSucceeds("staff", "add", "bo", "--role", "reviewer", "--reviewer", "R-7")
        #expect(told.contains("imr assign --unassigned --to R-7"), "\(told)")
        let outcome = try await desk.imr("assign", "--unassigned", "--to", "R-7")
        #expect(outcome.status == 0 && outcome.output == "2 cases assigned to R-7\n", "\(outcome)")
        #expect(try await desk.imrSucceeds("assign", "--unassigned", "--to", "R-7") == "0 cases assigned to R-7\n")
        #expect(
            try await !desk.imrSucceeds("staff", "add", "cy", "--role", "quality").contains("assigned to nobody"))
    }
}
