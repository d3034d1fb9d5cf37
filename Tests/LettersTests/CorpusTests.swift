import CaseModel
import ChildProcesses
import Foundation
import Testing

@testable import Letters

/// A folder of real letters, outside of the repository, that the environment names.
enum Corpus {
    static let folder = ProcessInfo.processInfo.environment["IMR_CORPUS"].map { URL(filePath: $0) }

    static func files(_ path: String, _ ending: String) -> [URL] {
        guard let folder else { return [] }
        let all = try? FileManager.default.contentsOfDirectory(
            at: folder.appending(path: path), includingPropertiesForKeys: nil)
        return (all ?? []).filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }
    }

    static let texts = files("letters", "txt") + files("seed", "txt")

    /// The rows of the index by file name, each a value by column.
    static func index() throws -> [String: [String: String]] {
        guard let folder else { return [:] }
        let table = try String(contentsOf: folder.appending(path: "letters/INDEX.tsv"), encoding: .utf8)
        let rows = table.split(whereSeparator: \.isNewline).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        guard let columns = rows.first else { return [:] }
        var result: [String: [String: String]] = [:]
        for row in rows.dropFirst() where row.count == columns.count {
            let values = zip(columns, row).map { (String($0), String($1)) }
            result[String(row[0])] = Dictionary(uniqueKeysWithValues: values)
        }
        return result
    }

    /// The text of a PDF.
    static func text(ofPDF file: URL) throws -> String {
        let program = try #require(ChildProcess.path(of: "pdftotext"))
        return try ChildProcess.run([program, "-layout", file.path, "-"]).text
    }
}

@Suite("Real letters", .enabled(if: Corpus.folder != nil))
struct CorpusTests {
    @Test("The folder holds letters")
    func isThere() { #expect(Corpus.texts.count > 1) }

    @Test("Each is read whole, and its letter and JSON read back", arguments: Corpus.texts)
    func read(_ file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        let letter = try LetterReader.read(text)
        #expect(Coverage.faults(of: letter, in: text) == [])
        #expect(try LetterReader.read(LetterWriter.text(letter.determination)).determination == letter.determination)
        var bare = letter.determination
        bare.form = LetterForm()
        #expect(try CaseJSON.decode(CaseJSON.encode(letter.determination, number: nil)) == bare)
        for item in letter.determination.items {
            #expect(!item.text.isEmpty && item.decision != nil && !item.rationale.isEmpty)
            for line in [item.reviewerGuideline, item.claimsAdministratorGuideline] {
                #expect(CitationGrammar.parse(line).isEmpty == line.contains("did not cite any"))
            }
        }
    }

    @Test("Each says what the index says of it", arguments: Corpus.files("letters", "txt"))
    func index(_ file: URL) throws {
        let row = try #require(try Corpus.index()[file.lastPathComponent])
        let determination = try LetterReader.read(String(contentsOf: file, encoding: .utf8)).determination
        #expect(determination.caseNumber?.text == row["case_no"])
        #expect(determination.dates.injury?.american == row["date_of_injury"])
        #expect(determination.dates.utilizationReview?.american == row["ur_denial"])
        #expect(determination.dates.applicationReceived?.american == row["app_received"])
        #expect(determination.dates.assigned?.american == row["assigned"])
        #expect(determination.dates.decision?.american == row["decision"])
        #expect(determination.priority?.rawValue == row["priority"]?.lowercased())
        #expect(String(determination.items.count) == row["issues"])
        #expect(String(determination.items.count { $0.decision == .upheld }) == row["upheld"])
        #expect(String(determination.items.count { $0.decision == .overturned }) == row["overturned"])
        #expect(determination.reviewer.licensure == list(row["licensure"]))
        #expect(determination.reviewer.specialties == list(row["specialty"]))
    }

    @Test("Text and PDF of a letter say the same", arguments: Corpus.files("letters/pdf", "pdf"))
    func sameAsPDF(_ file: URL) throws {
        let name = file.deletingPathExtension().lastPathComponent
        let text = file.deletingLastPathComponent().deletingLastPathComponent().appending(path: name + ".txt")
        let fromText = try LetterReader.read(String(contentsOf: text, encoding: .utf8)).determination
        #expect(try LetterReader.read(Corpus.text(ofPDF: file)).determination == fromText)
    }

    @Test("Each says the same in every setting", arguments: Corpus.texts)
    func variants(_ file: URL) throws {
        let determination = try LetterReader.read(String(contentsOf: file, encoding: .utf8)).determination
        for variant in Variant.allCases {
            let text = try variant.letter(determination, seed: file.lastPathComponent.count)
            #expect(try LetterReader.read(text).determination == determination, "\(variant)")
        }
    }

    private func list(_ text: String?) -> [String] {
        (text ?? "").split(separator: ",").map { Prose.normalized($0) }
    }
}
