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
}
