import Testing

@testable import ReviewTool

@Test(
    "A letter set for the eye is said without columns, blanks before a line, and lines cut in the middle",
    arguments: [
        (
            "Case Number:   CM1          Date of Injury:   10/13/2016",
            ["Case Number: CM1", "Date of Injury: 10/13/2016"]
        ),
        ("        HEADING", ["HEADING"]), ("\n\n  \n", []),
        ("one two three four\nfive", ["one two three four five"]), ("one two\nthree", ["one two", "three"]),
        ("one two three four\n\nfive", ["one two three four", "five"]),
        ("State: A\nSpecial: B", ["State: A", "Special: B"]),
    ])
func spokenLetter(text: String, lines: [String]) {
    #expect(SpokenText.lines(ofLetter: text, width: 20) == lines)
}
