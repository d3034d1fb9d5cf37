import ChildProcesses
import Foundation
import Testing

@Suite("What imr doctor says of what a person set")
struct DoctorTests {
    @Test(
        "A line for each setting: well, or what is wrong with file and line and what to do",
        arguments: [
            ("", "", "ok config none is there", 0), ("config.toml", "mouse = true\n", "ok config", 0),
            ("config.toml", "\nmouse = 3\n", "fail config @/config.toml:2: “mouse” is true or false", 1),
            ("config.toml", "theme = \"none-such\"\n", "fail theme", 1),
            ("config.toml", "program = \"none-such\"\n", "fail program", 1),
            (
                "config.toml", "[signature]\nkey = \"/nowhere/key\"\n", "fail signing key /nowhere/key: cannot be read",
                1
            ),
            ("config.toml", "[signature]\nkey = \"~/key\"\n", "fail signing key %/key: cannot be read", 1),
            ("config.toml", "[signature]\nkey = \"ssh-ed25519 AAAA\"\n", "fail signing key This is no public key", 1),
            ("", "", "warn agent There is no SSH agent here", 0),
            ("templates/a.md", "no front matter\n", "warn templates @/templates/a.md:1: a template begins", 0),
            ("keymap.toml", "[item]\nfly = \"x\"\n", "fail keymap @/keymap.toml:2:", 1),
        ])
    func settings(file: String, text: String, line: String, status: Int32) async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("import", try desk.put(OwnLetter.text(), as: "letter.txt"))
        if !file.isEmpty { try desk.put(text, as: "config/imr/" + file) }
        let outcome = try await desk.imr("doctor")
        let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        let wanted = line.replacing("@", with: desk.path("config/imr")).replacing("%", with: desk.folder)
        #expect(lines.contains { $0.hasPrefix(wanted) }, "\(outcome.output)")
        #expect(outcome.status == status)
    }

    @Test("A key file that can sign is told with its fingerprint, and no agent is missed beside it")
    func key() async throws {
        let delivery = try DeliveryDesk()
        let desk = delivery.desk
        try await desk.imrSucceeds("import", try desk.put(OwnLetter.text(), as: "letter.txt"))
        try desk.put("[signature]\nkey = \"\(desk.path("key"))\"\n", as: "config/imr/config.toml")
        let said = try await desk.imrSucceeds("doctor")
        #expect(said.contains("\(desk.path("key")), SHA256:"), "\(said)")
        #expect(said.contains("none answers; the key file signs."), "\(said)")
        _ = try ChildProcess.run(["/bin/chmod", "644", desk.path("key")])
        let open = try await desk.imr("doctor")
        #expect(open.status == 1 && open.output.contains("chmod 600"), "\(open.output)")
    }
}
