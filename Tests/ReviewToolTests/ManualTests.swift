import Foundation
import Testing

@testable import ReviewTool

@Test("There is a manual page for the program and for each command, with its options and the keys")
func manualPages() throws {
    let pages = try ManualPage.ofProgram()
    let names = Set(pages.map(\.name))
    #expect(names.isSuperset(of: ["imr.1", "imr-check.1", "imr-export.1", "imr-guideline.1"]))
    let program = try #require(pages.first)
    #expect(program.text.contains(".BR imr-check (1)") && program.text.contains("uphold the denial."))
    let check = try #require(pages.first { $0.name == "imr-check.1" })
    #expect(check.text.contains(".B \"\\-\\-severity SEVERITY\""))
    for page in pages {
        #expect(page.text.hasPrefix(".TH "), "\(page.name)")
        #expect(page.text.contains("\n.SH NAME\n") && page.text.contains("\n.SH SYNOPSIS\n"), "\(page.name)")
    }
}

@Test(
    "Text of a manual page drives no roff",
    arguments: [(".so x", "\\&.so x"), ("a\\b", "a\\eb"), ("a-b", "a\\-b"), ("a\n\nb", "a\n.PP\nb")])
func roff(text: String, escaped: String) {
    #expect(ManualPage.escaped(text) == escaped)
}

@Test("The help of a command ends a line only where a sentence ends; the terminal's width breaks the others")
func helpLines() throws {
    func told(_ command: HelpDump.Command) -> [String] {
        [command.discussion ?? ""] + (command.arguments ?? []).map { $0.abstract ?? "" }
            + (command.subcommands ?? []).flatMap(told)
    }
    let texts = told(try HelpDump.ofProgram()).filter { !$0.isEmpty }
    #expect(texts.count > 100)
    for line in texts.flatMap({ $0.components(separatedBy: "\n") }) where !line.isEmpty {
        #expect(
            line.hasPrefix("Example: ") || [".", ":", ")"].contains(line.last) || line.contains("Example: "), "\(line)")
    }
}

@Test(
    "A word that is no command is said to be none, with the command that it is next to",
    arguments: [
        (["exprt"], "“exprt” is no command of imr; did you mean export? “imr --help” names all."),
        (["exprot", "CM17-1"], "“exprot” is no command of imr; did you mean export?"),
        (["help", "sgin"], "“sgin” is no command of imr; did you mean sign?"),
        (["Import"], "did you mean import?"), (["gui"], "did you mean guideline?"),
        (["letter.txt"], "“letter.txt” is no command of imr. “imr --help” names all."),
        (["export", "exprt"], nil), (["--linear"], nil), (["help"], nil), ([], nil), (["help", "export"], nil),
        (["help", "--version"], nil),
    ])
func unknownCommands(arguments: [String], sentence: String?) {
    let said = UnknownCommand(in: arguments)?.sentence
    #expect((said == nil) == (sentence == nil) && said?.contains(sentence ?? "") != false, "\(said ?? "nothing")")
}
