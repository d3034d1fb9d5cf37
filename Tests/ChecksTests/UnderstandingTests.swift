import CaseModel
import Foundation
import Programmes
import Testing

@testable import Checks

@Suite("Amounts, parts of the body, persons and absences")
struct UnderstandingTests {
    @Test(
        "Amounts are read with their unit",
        arguments: [
            ("Norco 10/325 mg #60", "strength 10/325, pieces 60"), ("Naproxen 550mg", "strength 550"),
            ("2 times a week for 4 weeks", "timesAWeek 2, weeks 4, visits 8"), ("eight (8) sessions", "visits 8"),
            ("physical therapy x 8", "visits 8"), ("6 additional physical therapy visits", "visits 6"),
            ("Lidocaine 5% 120 grams", "percent 5, content 120"), ("#60 with 3 refills", "pieces 60, refills 3"),
            ("therapy twice a week", "timesAWeek 2"), ("injection at C5-6", ""), ("pain 7/10", ""),
        ])
    func amounts(_ text: String, _ expected: String) {
        let found = AmountScanner.amounts(in: SectionText(text, .head)).map { amount in
            "\(amount.unit.rawValue) " + amount.values.map { String(Int($0)) }.joined(separator: "/")
        }
        #expect(found.joined(separator: ", ") == expected)
    }

    private static let placed: [(String, [Side], Set<Region>)] = [
        ("MRI of the left knee", [.left], [.knee]), ("bilateral upper extremities", [.bilateral], Region.arm),
        ("He left work with low back pain", [], [.lowBack]), ("right L4 injection", [.right], [.lowBack]),
    ]

    @Test("Sides and parts are found, and a verb is no side", arguments: placed)
    func parts(_ text: String, _ sides: [Side], _ regions: Set<Region>) {
        let section = SectionText(text, .head)
        #expect(Anatomy.sides(in: section, section.all).map(\.side) == sides)
        #expect(Anatomy.regions(in: section, section.all) == regions)
    }

    @Test(
        "A pronoun is the worker's only when nobody else can be meant",
        arguments: [
            ("The patient reports that her knee hurts.", 1), ("Her husband says that his back hurts.", 1),
            ("The physician noted that he would call.", 0), ("The physician noted her pain.", 1),
            ("He/she was seen.", 0), ("\"He is well\" was noted.", 0),
        ])
    func pronouns(_ text: String, _ count: Int) {
        let mentions = PersonScanner.mentions(in: SectionText(text, .summary))
        #expect(mentions.count { if case .pronoun = $0.fact { true } else { false } } == count)
    }

    @Test(
        "What is claimed to be absent is found",
        arguments: [
            ("There is no documentation of physical therapy.", ["physical", "therapy"]),
            ("The records fail to show acupuncture.", ["acupuncture"]),
            ("Muscle spasm was not documented in the note.", ["muscle", "spasm"]),
            ("There is no evidence that the patient has had a brace.", ["brace"]),
            ("No numbness was noted.", ["numbness"]),
            ("There is no documentation of failed physical therapy.", []),
            ("The guidelines recommend surgery if there is no evidence of healing.", []),
        ])
    func absences(_ text: String, _ words: [String]) {
        #expect(AbsenceScanner.claims(in: SectionText(text, .rationale)).flatMap(\.words) == words)
    }
}

@Suite("Rules and profile")
struct RuleTests {
    @Test("Every rule has an id and a basis of its own kind")
    func registry() {
        let ids = RuleRegistry.all.map(\.id)
        #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.contains(".") })
        #expect(RuleRegistry.all.allSatisfy { !$0.basis.isEmpty })
    }

    @Test("The profile that comes with the program weighs rules that there are")
    func weighed() {
        let ids = Set(RuleRegistry.all.map(\.id))
        let profile = ProgrammeProfile.standard
        #expect(ids.isSuperset(of: profile.severities.keys) && ids.isSuperset(of: profile.lesserSeverities.keys))
        #expect(profile.severities.count > 30)
    }

    @Test("A rule that is off finds nothing")
    func off() throws {
        var profile = ProgrammeProfile.standard
        let item = DisputedItem(text: "Cane", decision: .upheld, rationale: "It is not medically necessary.")
        let input = CheckInput(Determination(items: [item]))
        #expect(Check.run(input, profile: profile).contains { $0.rule == "citation.none" })
        profile.severities["citation.none"] = .off
        #expect(!Check.run(input, profile: profile).contains { $0.rule == "citation.none" })
    }

    @Test("Evidence stands where its offsets say", arguments: Letters.own)
    func offsets(_ file: URL) throws {
        let letter = try Letters.read(file)
        for finding in Check.run(CheckInput(letter), profile: ProgrammeProfile.standard) {
            for evidence in finding.evidence {
                let text = section(evidence, letter)
                let scalars = text.unicodeScalars.dropFirst(evidence.start).prefix(evidence.end - evidence.start)
                #expect(String(String.UnicodeScalarView(scalars)) == evidence.text)
            }
        }
    }

    private func section(_ evidence: Evidence, _ letter: Determination) -> String {
        let item = letter.items[max(0, (evidence.item ?? 1) - 1)]
        return switch evidence.section {
        case .header: CheckInput(letter).header.text
        case .summary: letter.summary
        case .head: item.text
        case .claimsAdministratorGuideline: item.claimsAdministratorGuideline
        case .reviewerGuideline: item.reviewerGuideline
        case .rationale: item.rationale
        }
    }
}
