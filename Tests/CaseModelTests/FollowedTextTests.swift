import CaseModel
import Testing

@Suite("Places in a text that is written anew") struct FollowedTextTests {
    private static let old = "one two three four five six seven eight. nine ten eleven twelve thirteen fourteen"

    /// The word of the old text, the new text, the word it is then at, and whether its text is gone.
    static let table: [(String, String, String, Bool)] = [
        ("nine", old, "nine", false),
        ("nine", "zero " + old, "nine", false),
        ("nine", old.replacing("four ", with: ""), "nine", false),
        ("nine", old.replacing("six", with: "6").replacing("nine ten", with: "NINE ten"), "NINE", false),
        ("two", "one two hundred three four five six seven eight.", "two", false),
        ("nine", old.replacing("nine ten eleven twelve thirteen fourteen", with: "nothing"), "nothing", true),
        ("one", "nine ten eleven twelve thirteen fourteen", "nine", true),
        ("one", "another text", "text", true),
        ("nine", "", "", true),
        ("nine", "nine ten eleven twelve thirteen fourteen", "nine", false),
        // Common words that come back elsewhere are not the text.
        ("nine", "one two three four five six seven eight. ten new words here and now fourteen", "ten", true),
    ]

    @Test("A place follows the words behind it, or their loss is told", arguments: table)
    func follows(word: String, new: String, then: String, isGone: Bool) throws {
        let place = try #require(FollowedTextTests.old.firstRange(of: word)).lowerBound
        let character = FollowedTextTests.old.distance(from: FollowedTextTests.old.startIndex, to: place)
        let found = FollowedText(from: FollowedTextTests.old, to: new).place(of: character)
        #expect(new.dropFirst(found.character).prefix { !$0.isWhitespace } == then)
        #expect(found.isGone == isGone)
    }

    @Test("Within a word, behind the last and in characters of many code points the place is right")
    func within() {
        #expect(FollowedText(from: "é👩‍⚕️ knee", to: "a é👩‍⚕️ knee").place(of: 4) == (6, false))
        #expect(FollowedText(from: "a b ", to: "a b c").place(of: 4) == (5, false))
        #expect(FollowedText(from: "", to: "a").place(of: 0) == (1, false))
    }
}
