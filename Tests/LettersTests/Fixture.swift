import Foundation

@testable import Letters

/// The letters of our own writing under `Tests/Fixtures/letters`.
enum Fixture: String, CaseIterable, Sendable {
    case singleItem = "single-item"
    case manyItems = "many-items"
    case splitDivided = "split-divided"
    case splitUndivided = "split-undivided"
    case otherSources = "other-sources"
    case pageBreaks = "page-breaks"
    case noHeader = "no-header"
    case doubleSpaced = "double-spaced"
    case wrappedDates = "wrapped-dates"

    /// The folder of the letters.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/letters")

    /// The letter's text.
    func text() throws -> String {
        try String(contentsOf: Fixture.folder.appending(path: rawValue + ".txt"), encoding: .utf8)
    }

    /// The letter as it was read.
    func letter() throws -> ReadLetter { try LetterReader.read(text()) }
}

/// A sequence of numbers that a seed determines (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    /// The steps of two seeds must not be steps of one sequence, hence another factor.
    init(seed: Int) { state = UInt64(bitPattern: Int64(seed + 1)) &* 0xD134_2543_DE82_EF95 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Parts of a letter by what they hold, for tests of the parts between its headings.
enum Form {
    /// A letter with these items and this summary, without header.
    static func letter(summary: String = "The worker has pain.", items: String) -> String {
        """
        HOW THE IMR FINAL DETERMINATION WAS MADE
        NORTHGATE Review Services sent the complete case file to an expert reviewer, who has no ties to any
        of the parties.

        The Expert Reviewer has the following credentials:
        State(s) of Licensure: Ohio
        Certification(s)/Specialty: Neurology

        CLINICAL CASE SUMMARY
        \(summary)

        IMR ISSUES, DECISIONS AND RATIONALES
        The Final Determination was based on decisions for the disputed items/services set forth below:

        \(items)
        """
    }

    /// The lines of an item after its head.
    static let tail = """
        Claims Administrator guideline: Decision based on MTUS Eye 2004.

        NORTHGATE guideline: Decision based on MTUS Eye 2004.

        Decision rationale: It is not medically necessary.
        """
}
