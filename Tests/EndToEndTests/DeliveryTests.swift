import ChildProcesses
import Foundation
import Testing

@Suite("From a row of a manifest to a signed bundle, by commands alone")
struct DeliveryTests {
    @Test("What was signed is borne out by us and by OpenSSH, and with one byte changed by neither")
    func deliver() async throws {
        let given = try DeliveryDesk()
        let (desk, number) = (given.desk, given.number)
        try await given.assign()
        try await given.decide()
        #expect(try await desk.imr("check", number).output.contains("documents.missing"))
        try await given.link()
        try await desk.imrSucceeds("check", number)
        let said = try await given.sign()
        let first = try #require(said.firstMatch(of: /SHA-256 ([0-9a-f]{64})/)).1
        #expect(said.contains("revision 1 signed by R-7") && said.contains("key SHA256:"))

        let bundle = try await given.bundle(into: "out")
        try await desk.imrSucceeds("verify", desk.path(bundle))
        #expect(try await given.isBorneOut(bundle) ?? true)
        try expectSameWords(given, bundle)
        for name in ["determination.json", "letter.txt", "cover-letter.txt", "appeal-notice.html"] {
            let text = try desk.text(of: bundle + "/" + name)
            #expect(!text.contains("Quillington") && !text.contains("G-445566"))
        }
        #expect(try desk.text(of: bundle + "/letter.txt").contains("1. MedicalRecords_10000123, 1 page"))
        #expect(try desk.text(of: bundle + "/cover-letter.txt").contains("Outcome: Uphold"))
        try await expectStoredForms(given, bundle)
        #expect(try await desk.imrSucceeds("case", "show", number) == desk.text(of: bundle + "/letter.txt"))
        #expect(try await desk.imrSucceeds("case", "show", "--json", number).contains("Orthopedic Surgery"))
        try await expectRefusedWhenChanged(given, bundle)

        try await desk.imrSucceeds("deliver", number)
        try await desk.imrSucceeds("amend", number, "--reason", "The section was wrong.")
        #expect(
            try await desk.imr("sign", number, "--key", desk.path("key")).errors.contains("decide one of its items"))
        try await given.decide(again: true)
        let again = try await given.sign()
        #expect(again.contains("revision 2") && again.contains("in place of \(first)"))
        let second = try await given.bundle(into: "again")
        #expect(try desk.text(of: second + "/determination.json").contains("\"replaces\": \"\(first)\""))
        #expect(try await given.isBorneOut(second) ?? true)
        try await desk.imrSucceeds("verify", desk.path(second), "--quiet")
        try await desk.imrSucceeds("audit", "--checkpoint", "--key", desk.path("key"))
        let allowed = desk.path("allowed")
        try desk.put("R-7 \(try desk.text(of: "reviewer.toml").split(separator: "\"")[5])\n", as: "allowed")
        #expect(try await desk.imrSucceeds("verify", "--allowed-signers", allowed).contains("1 of them signed"))
    }

    @Test("No name and no number of anybody stands in any form of a public copy")
    func publish() async throws {
        let given = try DeliveryDesk()
        try await given.assign()
        try await given.decide()
        try await given.link()
        _ = try await given.sign()
        let signed = try await given.bundle(into: "out")
        #expect(try given.desk.text(of: signed + "/letter.txt").contains("Maxine Musterfrau"))
        let bundle = try await given.bundle(into: "public", "--publication")
        let pdf = try await given.shell("pdftotext '\(given.desk.path(bundle))/letter.pdf' -").output
        let names = try FileManager.default.contentsOfDirectory(atPath: given.desk.path(bundle)).sorted()
        #expect(names == ["determination.json", "letter.html", "letter.pdf", "letter.txt"])
        let texts = try names.filter { !$0.hasSuffix(".pdf") }.map { try given.desk.text(of: bundle + "/" + $0) }
        for text in texts + [pdf] {
            #expect(text.contains("not medically necessary") || text.contains("not medically\nnecessary"))
            for secret in DeliveryDesk.secrets { #expect(!text.contains(secret)) }
        }
    }

    /// What stands in the way, and what is said of it.
    struct Obstacle: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var says: String
        var arguments: [String] = ["--key", "@/key"]
        var status: Int32 = 1
        var prepare: @Sendable (DeliveryDesk) async throws -> Void
    }

    static let obstacles: [Obstacle] = [
        Obstacle(testDescription: "an open item", says: "Item 1 is not decided.") { try await $0.assign() },
        Obstacle(testDescription: "an error of the check", says: "override documents.missing with a reason") {
            try await $0.assign()
            try await $0.decide()
        },
        Obstacle(
            testDescription: "a key of another", says: "is not registered for the reviewer R-7",
            arguments: ["--key", "@/other-key"]
        ) {
            try await $0.assign()
            try await $0.decide()
            try await $0.link()
        },
        Obstacle(testDescription: "no agent and no key", says: "There is no SSH agent here", arguments: []) {
            try await $0.assign()
            try await $0.decide()
            try await $0.link()
        },
        Obstacle(
            testDescription: "another's case", says: "R-7 has the case, so R-8 cannot sign it",
            arguments: ["--key", "@/key", "--reviewer", "R-8"]
        ) { try await $0.assign() },
        Obstacle(testDescription: "nobody has the case", says: "Nobody has the case; give it to a reviewer") {
            let desk = $0.desk
            try await desk.imrSucceeds("import", desk.path("manifest.csv"))
            try await desk.imrSucceeds("reviewer", "add", desk.path("reviewer.toml"))
        },
        Obstacle(testDescription: "no attestation", says: "R-7 has not attested that there is no conflict") {
            let desk = $0.desk
            try await desk.imrSucceeds("import", desk.path("manifest.csv"))
            try await desk.imrSucceeds("reviewer", "add", desk.path("reviewer.toml"))
            try await desk.imrSucceeds("assign", $0.number, "--to", "R-7")
        },
        Obstacle(testDescription: "a licence that lapsed", says: "R-7 has no unrestricted licence that stands on") {
            try await $0.assign()
            let file = try $0.desk.text(of: "reviewer.toml")
            try $0.desk.put(
                file.replacing("number = \"G", with: "expires = 2020-01-31\nnumber = \"G"), as: "reviewer.toml")
            try await $0.desk.imrSucceeds("reviewer", "add", $0.desk.path("reviewer.toml"))
        },
        Obstacle(testDescription: "records awaited", says: "It waits for records since 2026-11-03") {
            try await $0.assign()
            try await $0.desk.imrSucceeds("suspend", $0.number, "--since", "2026-11-03")
        },
        Obstacle(testDescription: "signed already", says: "It is signed already; imr amend opens it") {
            try await $0.assign()
            try await $0.decide()
            try await $0.link()
            _ = try await $0.sign()
        },
        Obstacle(testDescription: "a published letter", says: "It came in as a published letter") {
            let letter = OwnLetter.text().replacing(OwnLetter.number, with: $0.number)
            try await $0.desk.imrSucceeds("import", try $0.desk.put(letter, as: "letter.txt"))
        },
        Obstacle(testDescription: "the reviewer named", says: "The name of a person whom the letter must not name") {
            try await $0.assign()
            try $0.desk.put(DeliveryDesk.rationale + " Dr. Quillington wrote this.", as: "rationale.txt")
            try await $0.decide()
            try await $0.link()
        },
        Obstacle(testDescription: "nobody is known", says: "It is not known who signs: no reviewer is registered") {
            try await $0.desk.imrSucceeds("import", $0.desk.path("manifest.csv"))
        },
        Obstacle(
            testDescription: "neither who signs nor the key is known",
            says: "or under [signature] in config.toml.\n  There is no key to sign with: give --key FILE", arguments: []
        ) { try await $0.desk.imrSucceeds("import", $0.desk.path("manifest.csv")) },
        Obstacle(
            testDescription: "no key on a desk of one", says: "There is no key to sign with",
            arguments: ["--reviewer", "R-1"]
        ) { try await $0.desk.imrSucceeds("import", $0.desk.path("manifest.csv")) },
        Obstacle(testDescription: "a configuration misspelt", says: "config.toml:2: “kee” is not known in [signature]")
        {
            try await $0.desk.imrSucceeds("import", $0.desk.path("manifest.csv"))
            try $0.desk.put("[signature]\nkee = \"x\"\n", as: "config/imr/config.toml")
        },
        Obstacle(testDescription: "a withdrawn case", says: "It is withdrawn") {
            try await $0.desk.imrSucceeds("import", $0.desk.path("manifest.csv"))
            try await $0.desk.imrSucceeds("withdraw", $0.number, "--reason", "It was authorized.")
        },
        Obstacle(
            testDescription: "two keys", says: "Give --key FILE or --agent, not both",
            arguments: ["--key", "@/key", "--agent"], status: 64
        ) { _ in },
    ]

    @Test("What stands before the signature is said in a sentence", arguments: obstacles)
    func refuse(_ obstacle: Obstacle) async throws {
        let given = try DeliveryDesk()
        try await obstacle.prepare(given)
        let arguments = obstacle.arguments.map { $0.replacing("@", with: given.desk.folder) }
        let outcome = try await given.desk.imr(["sign", given.number] + arguments)
        #expect(outcome.status == obstacle.status, "\(outcome.output)")
        #expect(outcome.errors.contains(obstacle.says), "\(outcome.errors)")
        #expect(!outcome.errors.contains("Musterfrau"))
    }

    @Test("On a desk of one the configuration says who signs with which key")
    func alone() async throws {
        let given = try DeliveryDesk()
        try given.desk.put(
            "[signature]\nreviewer = \"R-7\"\nkey = \"\(given.desk.path("key"))\"\n", as: "config/imr/config.toml")
        try await given.desk.imrSucceeds("import", given.desk.path("manifest.csv"))
        try await given.decide()
        #expect(try await given.desk.imrSucceeds("sign", given.number).contains("revision 1 signed by R-7"))
        #expect(try await given.isBorneOut(try await given.bundle(into: "out")) ?? true)
    }

    // MARK: -

    /// Text, HTML and PDF of the bundle say the same words.
    private func expectSameWords(_ given: DeliveryDesk, _ bundle: String) throws {
        let folder = given.desk.path(bundle)
        for name in ["letter", "cover-letter", "appeal-notice"] {
            let text = DeliveryTests.words(try given.desk.text(of: "\(bundle)/\(name).txt"))
            let page = try given.desk.text(of: "\(bundle)/\(name).html")
            let body = String(page[try #require(page.range(of: "<body>")).lowerBound...])
                .replacing(/<[^>]*>/, with: "").replacing("&amp;", with: "&").replacing("&#39;", with: "'")
            #expect(DeliveryTests.words(body) == text)
            let words = try ChildProcess.run(["/usr/bin/env", "pdftotext", "\(folder)/\(name).pdf", "-"]).text
            let lines = words.split { $0 == "\n" || $0 == "\u{0C}" }
                .filter { $0.firstMatch(of: /^(.* · )?page \d+ of \d+$/) == nil }
            #expect(DeliveryTests.words(lines.joined(separator: "\n")) == text)
            #expect(text.count > 20)
        }
    }

    /// Single files of a signed case are those of the bundle, byte for byte, and a second export changes nothing.
    private func expectStoredForms(_ given: DeliveryDesk, _ bundle: String) async throws {
        let desk = given.desk
        try await desk.imrSucceeds(
            "export", given.number, "--format", "text", "--format", "html", "--format", "pdf", "--format", "json",
            "--out", desk.path("single"))
        for (ending, name) in [
            ("txt", "letter.txt"), ("html", "letter.html"), ("pdf", "letter.pdf"), ("json", "determination.json"),
        ] {
            let single = FileManager.default.contents(atPath: desk.path("single/\(given.number).\(ending)"))
            #expect(single != nil && single == FileManager.default.contents(atPath: desk.path("\(bundle)/\(name)")))
        }
        _ = try await given.bundle(into: "out")
        try await desk.imrSucceeds("verify", desk.path(bundle), "--quiet")
    }

    /// One byte changed in any file, and the bundle is refused; in the document, by OpenSSH too.
    private func expectRefusedWhenChanged(_ given: DeliveryDesk, _ bundle: String) async throws {
        let desk = given.desk
        for name in try FileManager.default.contentsOfDirectory(atPath: desk.path(bundle)).sorted() {
            let file = "\(bundle)/\(name)"
            let whole = try #require(FileManager.default.contents(atPath: desk.path(file)))
            var changed = whole
            changed[changed.count / 2] ^= 1
            try desk.put(changed, as: file)
            #expect(try await desk.imr("verify", desk.path(bundle)).status == 1, "\(name)")
            if name.hasPrefix("determination.json") { #expect(try await given.isBorneOut(bundle) != true) }
            try desk.put(whole, as: file)
        }
        try await desk.imrSucceeds("verify", desk.path(bundle), "--quiet")
    }

    private static func words(_ text: String) -> [Substring] {
        text.split { $0 == " " || $0 == "\n" || $0 == "\u{0C}" || $0 == "\t" }
    }
}
