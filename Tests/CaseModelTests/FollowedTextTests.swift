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

    @Test("Of a long text that is written anew throughout, the words that both have are found")
    func long() {
        // Six thousand words that are others in between: too many pairs, if those counted that stand in one text only.
        let old = (1...1_500).flatMap { ["kept\($0)", "old\($0)a", "old\($0)b", "old\($0)c"] }
        let new = (1...1_500).flatMap { ["new\($0)a", "new\($0)b", "kept\($0)", "new\($0)c"] }
        let (before, after) = ("x " + old.joined(separator: " "), "y " + new.joined(separator: " "))
        let place = before.utf8.count - (before.split(separator: "kept1500").last?.utf8.count ?? 0) - 8
        let found = FollowedText(from: before, to: after).place(of: place)
        #expect(after.dropFirst(found.character).prefix { !$0.isWhitespace } == "kept1500")
    }

    @Test("Within a word, behind the last and in characters of many code points the place is right")
    func within() {
        #expect(FollowedText(from: "é👩‍⚕️ knee", to: "a é👩‍⚕️ knee").place(of: 4) == (6, false))
        #expect(FollowedText(from: "a b ", to: "a b c").place(of: 4) == (5, false))
        #expect(FollowedText(from: "", to: "a").place(of: 0) == (1, false))
    }
}
