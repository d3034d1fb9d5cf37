import CaseModel
import Letters
import Programmes
import Testing

@testable import Checks

/// A dictionary of the words that a test gives it.
private struct WordList: SpellingJudge {
    let words: Set<String>

    func isKnown(_ word: String) -> Bool { words.contains(word) }
    func correction(of word: String) -> String? { Slips.undone(word).first { words.contains($0) } }
}

@Suite("Spelling")
struct SpellingTests {
    private func told(_ rationale: String, head: String = "Cane", by judge: (any SpellingJudge)?) -> [String] {
        let item = DisputedItem(text: head, decision: .upheld, rationale: rationale)
        let input = CheckInput(Determination(items: [item]), spelling: judge)
        let findings = Check.run(input, profile: ProgrammeProfile.standard, only: ["language.spelling"])
        return findings.flatMap(\.evidence).map(\.text)
    }

    private static let words: Set<String> = [
        "the", "patient", "rested", "stent", "fracture", "nail", "received", "symmetric", "reflexes", "were", "nailed",
        "refractor", "stunting", "separate", "pain", "titrate",
    ]

    @Test(
        "A word one slip away from a known one is told",
        arguments: [
            ("The pateint rested.", ["pateint"]), ("He recieved it.", ["recieved"]),
            ("The symetric leg.", ["symetric"]),
            ("He recieved a seperate cane.", ["recieved", "seperate"]),
        ])
    func slips(_ text: String, _ expected: [String]) {
        #expect(told(text, by: WordList(words: SpellingTests.words)) == expected)
    }

    @Test(
        "What may be a term is left alone",
        arguments: [
            "The PATEINT rested.", "Pateint is a name.", "The pateint rested, as a pateint will.",
            "The note says \"the pateint rested\".", "The pateint-led plan.", "The pateint2 code.",
            "See pateint.org now.",
            "He took pateint 50 mg.", "A refracture was stented by titrating the nailfracture.", "The xyzzyq rested.",
        ])
    func terms(_ text: String) {
        #expect(told(text, by: WordList(words: SpellingTests.words)).isEmpty)
    }

    @Test("What stands in the head is a term, and without a dictionary nothing is told")
    func silent() {
        #expect(told("The pateint rested.", head: "A pateint lift", by: WordList(words: SpellingTests.words)).isEmpty)
        #expect(told("The pateint rested.", by: nil).isEmpty)
        #expect(SystemDictionaries(folders: ["/nowhere"]) == nil)
    }

    @Test(
        "The dictionaries of the machine know medical words and tell slips in them",
        .enabled(if: SystemDictionaries.shared != nil),
        arguments: [
            ("radiculopathy", nil), ("cyclobenzaprine", nil), ("orthopeadic", "orthopedic"),
            ("ophenadrine", "orphenadrine"), ("symetric", "symmetric"),
        ] as [(String, String?)])
    func dictionaries(_ word: String, _ meant: String?) throws {
        let judge = try #require(SystemDictionaries.shared)
        #expect(judge.isKnown(word) == (meant == nil))
        if let meant { #expect(judge.correction(of: word) == meant) }
    }

    @Test("Letters of our own have no misspelt word", .enabled(if: SystemDictionaries.shared != nil))
    func sound() throws {
        for file in Letters.own {
            let input = CheckInput(try Letters.read(file), spelling: SystemDictionaries.shared)
            #expect(Check.run(input, profile: ProgrammeProfile.standard, only: ["language.spelling"]).isEmpty)
        }
    }
}
