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
