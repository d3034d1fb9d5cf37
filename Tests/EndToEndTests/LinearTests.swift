import ChildProcesses
import Foundation
import Testing

/// The main job by lines, on a terminal that can do nothing but print.
@Suite("Line by line")
struct LinearTests {
    @Test("From opening a case to the exported letter, with no escape sequence sent")
    func mainJob() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let terminal = try desk.sitDown(term: "dumb", rows: 60, columns: 132)
        try await terminal.type("open 1\r", waitFor: "Item 2: Physical therapy")
        try await terminal.type(
            "cite Decision based on MTUS Knee Complaints 2004, Section(s): Imaging.\r", waitFor: "Guideline: Decision")
        try await terminal.type("uphold\r", waitFor: "A decision is recorded with its rationale")
        try await terminal.type(
            "write\rThere are no red flags. The request is not medically necessary.\r.\r", waitFor: "Kept as a draft")
        try await terminal.type("uph\r", waitFor: "Item 1: Upheld, recorded. 1 item still open.")
        try await terminal.type("next\r", waitFor: "item 2 of 2>")
        try await terminal.type(
            "wr\rEight visits helped. The request is medically necessary.\r.\r",
            waitFor: "Kept as a draft: 1 line. “uphold” or “overturn” records it.\n\(OwnLetter.number) item 2")
        try await terminal.type("overturn\r", waitFor: "0 items still open")
        try await terminal.type("check\r", waitFor: "citation.none")
        try await terminal.type("export \(desk.path("out"))\r", waitFor: "letter.pdf")
        try await terminal.type("q\r")
        #expect(try await terminal.waitForEnd() == .exited(0))
        #expect(!terminal.sent.contains(0x1B))
        let letter = try desk.text(of: "out/\(OwnLetter.number)/letter.txt")
        #expect(letter.contains("MRI of the left knee without contrast: Upheld"))
        #expect(letter.contains("There are no red flags. The request is not medically necessary."))
        #expect(letter.contains("visits: Overturned"))
    }

    @Test(
        "Lines are broken between words at the terminal's width as it is, and what stands before signing is told at once"
    )
    func widths() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let terminal = try desk.sitDown(term: "dumb", rows: 200, columns: 60)
        try await terminal.wait(
            for: "imr, line by line. “help” says what can be asked for; a\nword may be shortened.\n")
        try await terminal.type("open 1\r", waitFor: "item 1 of 2>")
        try terminal.resize(rows: 200, columns: 40)
        try await terminal.type("help all\r", waitFor: "list: the cases, ten at a time.\n")
        try await terminal.type(
            "help history\r", waitFor: "history: hide or show published,\ndelivered and withdrawn cases.\n")
        try terminal.resize(rows: 200, columns: 150)
        try await terminal.type("sign\r", waitFor: "no reviewer is registered, so name yourself under [signature] in")
        try await terminal.wait(
            for: "config/imr/config.toml: reviewer = \"R-1\".\nThere is no key to sign with: name its file")
        try await terminal.type("quit\r")
        #expect(try await terminal.waitForEnd() == .exited(0))
        let piped = try await desk.imr("--linear")
        #expect(
            piped.output.hasPrefix("imr, line by line. “help” says what can be asked for; a word may be shortened.\n"))
    }

    @Test("An override is of a finding that was heard, in the case that is open")
    func overridesWhatWasHeard() async throws {
        let desk = try Desk()
        let other = "CM26-0000418"
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        try await desk.imrSucceeds(
            "import", "--blind",
            try desk.put(OwnLetter.text().replacing(OwnLetter.number, with: other), as: "other.txt"))
        let terminal = try desk.sitDown(term: "dumb", rows: 200, columns: 132)
        // Nothing was said yet: the list is, and nothing is overridden.
        try await terminal.type("open \(OwnLetter.number)\r", waitFor: "\(OwnLetter.number) item 1 of 2>")
        try await terminal.type("override 1 Never heard.\r", waitFor: "Which finding?")
        try await terminal.type("open \(other)\r", waitFor: "\(other) item 1 of 2>")
        try await terminal.type("override 1 Of the other case.\r")
        try await terminal.waitForQuiet(.milliseconds(300))
        try await terminal.type("override 1 It may stand.\r", waitFor: "may stand: It may stand.")
        try await terminal.type("quit\r")
        #expect(try await terminal.waitForEnd() == .exited(0))
        for (number, count) in [(OwnLetter.number, 0), (other, 1)] {
            let log = try await desk.imrSucceeds("audit", number)
            #expect(log.components(separatedBy: "finding.overridden").count - 1 == count, "\(log)")
        }
    }

    @Test("What is half written when the line breaks off is there at the next opening")
    func hangUp() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let first = try desk.sitDown(term: "dumb", rows: 60, columns: 132)
        try await first.type("open 1\rwrite\r", waitFor: "Write the rationale")
        // The prompt for the next line says that this one is on disk.
        for (line, next) in [("A sentence is begun", "line 2:"), ("and goes on", "line 3:")] {
            try await first.type(line + "\r")
            try await first.wait(until: "the next line is asked for") { $0.text.contains(next) }
        }
        first.process.send(9)
        _ = try await first.waitForEnd()
        let second = try desk.sitDown(term: "dumb", rows: 60, columns: 132)
        try await second.type("open 1\rshow\r", waitFor: "A sentence is begun")
    }

    @Test("A rationale stays until another is whole, and what another window wrote is heard before a decision")
    func rationale() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let first = try desk.sitDown(term: "dumb", rows: 60, columns: 132)
        try await first.type("open 1\rwrite\rThe first words.\r.\r", waitFor: "Kept as a draft")
        try await first.type("write\r\r.\r", waitFor: "the rationale is as it was")
        try await first.type("show\r", waitFor: "Rationale: The first words.")
        try await first.type("write\rOther words.\r")
        try await first.wait(until: "the next line is asked for") {
            $0.text.components(separatedBy: "line 2:").count == 4
        }
        let second = try desk.sitDown(term: "dumb", rows: 60, columns: 132)
        try await second.type("open 1\rshow\r", waitFor: "Rationale: Other words.")
        #expect(second.screen.text.contains("The first words."))
        try await first.type(".\r", waitFor: "1 line. “uphold” or “overturn” records it.\n\(OwnLetter.number) item 1")
        for (word, refusal) in [("discard", "Nothing was thrown away"), ("uphold", "Nothing was recorded")] {
            try await first.type("write\rFor \(word).\r.\rshow\r", waitFor: "Rationale: For \(word).")
            try await second.type("\(word)\r", waitFor: refusal)
            #expect(second.screen.text.contains("Rationale: For \(word)."))
        }
        try await second.type("uphold\r", waitFor: "Item 1: Upheld, recorded.")
        try await second.type("show\r", waitFor: "Upheld.\n")
        #expect(second.screen.text.contains("Rationale: For uphold."))
    }

    @Test("A summary takes another's place when it is whole, and somebody else's words only once they were heard")
    func summary() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let first = try desk.sitDown(term: "dumb", rows: 60, columns: 132)
        try await first.type("open 1\rsummarize\r", waitFor: "Write the summary")
        try await first.type("A line and no more\r")
        try await first.wait(until: "the next line is asked for") { $0.text.contains("line 2:") }
        first.process.send(9)
        _ = try await first.waitForEnd()
        let second = try desk.sitDown(term: "dumb", rows: 60, columns: 132)
        try await second.type("open 1\rsummary\r", waitFor: "fell from a ladder")
        let theirs = try desk.put("Theirs.\n", as: "theirs.txt")
        try await desk.imrSucceeds("summarize", OwnLetter.number, "--replace", "--text", theirs)
        try await second.type("summarize\rMine.\r.\r", waitFor: "wrote the summary meanwhile: Theirs.")
        try await second.type("no\r", waitFor: "Nothing was written")
        try await second.type("summarize\rMine.\r.\r", waitFor: "is in the case: 1 line")
        try await second.type("summary\r", waitFor: "Mine.\n")
        try await second.type("quit\r")
    }

    @Test("From the assignment to the signed bundle: attested, written, checked, overridden, signed, exported")
    func wholeCourse() async throws {
        let delivery = try DeliveryDesk()
        let desk = delivery.desk
        try await delivery.assign(isAttested: false)
        try desk.put("[signature]\nkey = \"\(desk.path("key"))\"\n", as: "config/imr/config.toml")
        let terminal = try desk.sitDown(term: "dumb", rows: 400, columns: 200)
        try await terminal.type("open 1\r", waitFor: "“attest” says with whom")
        try await terminal.type("attest\r", waitFor: "Sample Claims Inc.")
        try await terminal.type("no\r", waitFor: "Attested: no affiliation")
        try await terminal.type(
            "summarize\rThe employee is a 45-year-old with pain of the left knee.\r.\r",
            waitFor: "is in the case: 1 line")
        try await terminal.type("administrator \(DeliveryDesk.claimsLine)\r", waitFor: "Claims administrator: The")
        try await terminal.type("cite \(DeliveryDesk.guideline)\r", waitFor: "Guideline: Decision")
        try await terminal.type("sign\r", waitFor: "cannot be signed yet")
        try await terminal.type("write\r\(DeliveryDesk.rationale)\r.\r", waitFor: "Kept as a draft")
        try await terminal.type("uph\r", waitFor: "0 items still open")
        try await terminal.type("check\r", waitFor: "1: ")
        try await terminal.type("override 1\r", waitFor: "Why may it stand?")
        try await terminal.type("\r", waitFor: "An override needs a reason")
        try await terminal.type("override 1 The parties know each other.\r", waitFor: "may stand: The parties know")
        try await terminal.type("lift 1\r", waitFor: "counts again")
        try await terminal.type("find locking\r", waitFor: "record 1 page 1 line 3")
        try await terminal.type("link 1 1 3\r1\r", waitFor: "1 document reviewed")
        try await terminal.type("check\r")
        try await terminal.waitForQuiet()
        try await terminal.type("sign\r", waitFor: "“stop” ends:")
        try await terminal.type("stop\r", waitFor: "Nothing was signed")
        try await terminal.type("sign\rrest\r", waitFor: "Sign this letter? yes or no:")
        try await terminal.type("yes\r", waitFor: "signed by R-7")
        try await terminal.type("export \(desk.path("out"))\r", waitFor: "determination.json.sig")
        try await terminal.type("quit\r")
        #expect(try await terminal.waitForEnd() == .exited(0))
        #expect(!terminal.sent.contains(0x1B))
        try await desk.imrSucceeds("verify", desk.path("out/\(delivery.number)"))
    }

    @Test("The whole job through a pipe: read, searched, marked, quoted, mended, signed, exported, verified")
    func wholeJobThroughAPipe() async throws {
        let delivery = try DeliveryDesk()
        let desk = delivery.desk
        try await delivery.assign(isAttested: false)
        try await desk.imrSucceeds("guideline", "import", "--demonstration")
        try desk.put("[signature]\nkey = \"\(desk.path("key"))\"\n", as: "config/imr/config.toml")
        /// Each line with what is said after it.
        let talk: [(line: String, says: String)] = [
            ("filter knee", "1 case."), ("sort number", "1 case."), ("keep knees", "Kept as “knees”: knee."),
            ("view knees", "1: \(delivery.number)"), ("statistics state", "assigned: 1"),
            ("open 1", "No clinical summary is written"), ("tag pain", "Tagged pain."),
            ("attest", "Have you an affiliation"),
            ("no", "Attested: no affiliation"), ("records", "Record 1: MedicalRecords_10000123, 1 page."),
            ("read", "3: Left knee pain"), ("find locking", "record 1 page 1 line 3"),
            ("mark 1 1 3 no locking", "Marked record 1 page 1 line 3"),
            ("marks", "1: record 1 page 1 line 3: no locking"),
            ("chronology", "02/01/2026: injury"), ("summarize", "Write the summary"),
            ("The employee is a 45-year-old with pain of the left knee.", "line 2: "),
            (".", "The summary is in the case"),
            ("administrator \(DeliveryDesk.claimsLine)", "Claims administrator: The"),
            ("guideline", ""), ("library imaging", "1: "), ("section 1", "demonstration text"),
            ("write", "Write the rationale"), (DeliveryDesk.rationale, "line 2: "), (".", "Kept as a draft"),
            ("quote", "Which sentence"), ("1", "Quoted and linked."), ("quotations", "word for word"),
            ("links", "1: a passage of the guideline library"),
            ("undo", "Taken back: the rationale of item 1, a link of item 1."),
            ("links", "No sentence of item 1 is linked"), ("cite \(DeliveryDesk.guideline)", "Guideline: Decision"),
            ("add This is a slip.", "sentence"), ("edit", "Which sentence"), ("4", "Now: This is a slip."),
            ("-", "Kept as a draft"), ("sign", "cannot be signed yet"), ("uphold", "0 items still open"),
            ("undo", "Taken back: item 1 upheld."), ("redo", "Done again: item 1 upheld."),
            ("versions", "1: "), ("version 1", "So it stands now."), ("check", "documents.missing"),
            ("mend 1", "“link” rests a sentence"), ("link 1 1 3", "Which sentence rests on it"),
            ("1", "1 document reviewed"),
            ("documents", "Record 1: MedicalRecords_10000123"), ("letter", "Case Number"),
            ("rest", "MRI of the left knee without contrast: Upheld"), ("sign", "lines left"),
            ("rest", "Sign this letter?"), ("yes", "signed by R-7"), ("letter", "more"), ("withdraw", "signed"),
            ("export \(desk.path("out"))", "determination.json.sig"), ("close", ""), ("history", "listed"),
            ("quit", ""),
        ]
        try desk.put(talk.map { $0.line + "\n" }.joined(), as: "lines.txt")
        let outcome = try await delivery.shell("'\(Desk.program)' open < '\(desk.path("lines.txt"))'")
        #expect(outcome.status == 0)
        // Every question ends its line in a pipe, so each answer is what stands between two of them.
        var rest = outcome.output[...]
        for (line, says) in talk where !says.isEmpty {
            let place = rest.firstRange(of: says)
            #expect(place != nil, "“\(says)” after “\(line)” in \(rest.prefix(1_500))")
            if let place { rest = rest[place.upperBound...] }
        }
        #expect(!outcome.output.contains("   "), "no columns of blanks")
        try await desk.imrSucceeds("verify", desk.path("out/\(delivery.number)"))
        let letter = try desk.text(of: "out/\(delivery.number)/letter.txt")
        #expect(!letter.contains("a slip") && letter.contains(DeliveryDesk.guideline))
    }
}
