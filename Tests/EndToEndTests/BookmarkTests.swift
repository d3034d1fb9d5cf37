import Foundation
import Testing

@Suite("A reviewer's working notes")
struct BookmarkTests {
    private static let note = "zweifelhaft"

    @Test("A note is there when the case is opened again, and in nothing that leaves: no letter, bundle, JSON or log")
    func stays() async throws {
        let given = try DeliveryDesk()
        let desk = given.desk
        try await given.assign()
        for round in 1...2 {
            let terminal = try desk.sitDown(columns: 120)
            try await terminal.wait(for: given.number)
            try await terminal.type("\r", waitFor: "· Summary ·")
            try await terminal.type("r", waitFor: "No locking")
            if round == 1 {
                try await terminal.type("m", waitFor: "note")
                try await terminal.type(BookmarkTests.note + "\r", waitFor: "marked; M lists")
            }
            try await terminal.wait(for: "◆ " + BookmarkTests.note)
            try await terminal.type("M", waitFor: "R1 p.1 l.1")
            try await terminal.type("qQ")
            _ = try await terminal.waitForEnd()
        }
        try await given.decide()
        try await given.link()
        _ = try await given.sign()
        var told = [try await desk.imrSucceeds("audit", given.number)]
        told.append(try await desk.imrSucceeds("case", "show", given.number))
        _ = try await given.bundle(into: "out")
        _ = try await given.bundle(into: "public", "--publication")
        for format in ["text", "json", "html", "pdf"] {
            try await desk.imrSucceeds("export", given.number, "--format", format, "--out", desk.path("single"))
        }
        #expect(told[0].contains("bookmark.kept"), "the log tells that a place was marked")
        var files = 0
        for folder in ["out", "public", "single"] {
            let paths = FileManager.default.enumerator(atPath: desk.path(folder))
            while let path = paths?.nextObject() as? String {
                guard let bytes = FileManager.default.contents(atPath: desk.path(folder + "/" + path)) else { continue }
                files += 1
                told.append(String(decoding: bytes, as: UTF8.self))
                guard path.hasSuffix(".pdf") else { continue }
                told.append(try await given.shell("pdftotext '\(desk.path(folder))/\(path)' -").output)
            }
        }
        #expect(files >= 10)
        #expect(told.allSatisfy { !$0.contains(BookmarkTests.note) })
        #expect(try await desk.imr("verify").status == 0)
    }
}
