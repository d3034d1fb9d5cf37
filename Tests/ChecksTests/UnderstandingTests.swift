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
            ("a home health aide 7 days a week for 6 weeks", "weeks 6"),
            ("physical therapy x 8", "visits 8"), ("6 additional physical therapy visits", "visits 6"),
            ("Lidocaine 5% 120 grams", "percent 5, content 120"), ("#60 with 3 refills", "pieces 60, refills 3"),
            ("therapy twice a week", "timesAWeek 2"), ("twenty-four visits", "visits 24"),
            ("one hundred and twenty tablets", "pieces 120"), ("8 (eight) sessions", "visits 8"),
            ("7-10 days", "days 7/10"), ("two to three times a week", "timesAWeek 2/3"),
            ("from 12 to 6 visits", "visits 6"), ("1 tablet twice a day #60", "timesADay 2, pieces 60"),
            ("tramadol 50 mg tid", "strength 50, timesADay 3"), ("six individual psychotherapy sessions", "visits 6"),
            ("three months' supply", "months 3"), ("60 tabs with two refills", "pieces 60, refills 2"),
            ("injection at C5-6", ""), ("pain 7/10", ""),
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
            ("He pulled a boot off. A co-worker burned her left hand.", 1),
            ("A colleague fainted; she has since resigned.", 0), ("He/she was seen.", 0),
            ("\"He is well\" was noted.", 0),
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
            ("The records show no muscle spasm and no bracing.", ["muscle", "spasm"]),
            ("There was no muscle spasm.", ["muscle", "spasm"]), ("He has no numbness.", ["numbness"]),
            ("On 3/5/2017 there was no muscle spasm.", []), ("On examination there was no muscle spasm.", []),
            ("The notes of 3/5/2017 showed no spasm.", []), ("However, the medical records show no spasm.", ["spasm"]),
            ("The x-ray showed no fracture.", []), ("There was no spasm in the neck.", []),
            ("The utilization review found there was no spasm.", []), ("There is no significant weakness.", []),
            ("There is no documentation of failed physical therapy.", []),
            ("The guidelines recommend surgery if there is no evidence of healing.", []),
        ])
    func absences(_ text: String, _ words: [String]) {
        #expect(AbsenceScanner.claims(in: SectionText(text, .rationale)).flatMap(\.words) == words)
    }
}

@Suite("Amounts and sides within a letter")
struct ItemTests {
    private static let heads: [(String, [String])] = [
        ("Twelve visits of therapy, three times a week for four weeks", []),
        ("Ten visits of therapy, three times a week for four weeks", ["item.arithmetic"]),
        ("Therapy, 26 (8) visits", ["item.arithmetic"]), ("Therapy, 8 (eight) visits", []),
        (
            "EMG of both arms was the original request. EMG of the right arm was authorized by the Claims Administrator. The "
                + "remaining IMR eligible portion of the original request, EMG of the left arm is", []
        ),
        (aide(72), []), (aide(82), ["item.arithmetic"]), (split("left", "left"), []),
        (split("left", "right"), ["item.differs"]),
    ]

    private static func split(_ first: String, _ last: String) -> String {
        "Nine visits for the \(first) knee was the original request. Six visits for the \(first) knee was authorized by "
            + "the Claims Administrator. The remaining IMR eligible portion of the original request, three visits for the "
            + "\(last) knee is"
    }

    private static func aide(_ remaining: Int) -> String {
        "Home health aide, 4 hours a day for 6 weeks (120 hours) was the original request. Home health aide, 3 hours a day "
            + "for 4 weeks (48 hours) was authorized by the Claims Administrator. The remaining IMR eligible portion of the "
            + "original request, home health aide, \(remaining) hours is"
    }

    @Test("A head that contradicts itself is told", arguments: heads)
    func within(_ head: String, _ rules: [String]) {
        #expect(found("", head) == rules)
    }

    private static let summaries: [(String, String, Bool)] = [
        ("utilization review denied acupuncture for eight visits.", "Acupuncture, 8 visits", false),
        ("utilization review denied acupuncture for nine visits.", "Acupuncture, 8 visits", true),
        ("The physician requested eight acupuncture visits.", "Acupuncture, 8 visits", false),
        ("The physician requested nine acupuncture visits.", "Acupuncture, 8 visits", true),
        ("The physician previously requested nine acupuncture visits.", "Acupuncture, 8 visits", false),
        ("utilization review denied a brace for the left knee and right hip.", "Brace, left knee and right hip", false),
        ("utilization review denied a brace for the right knee and right hip.", "Brace, left knee and right hip", true),
        ("utilization review denied a unit for 30 days.", "Unit for 60 days", true),
        ("utilization review denied acupuncture #8.", "Acupuncture, 8 visits", false),
    ]

    @Test(
        "An upheld opioid asks for a notice of what is to be done, not for any word of tapering",
        arguments: [
            ("It is not medically necessary.", true),
            ("The guideline lists this among the reasons for tapering. It is not medically necessary.", true),
            ("It is not medically necessary. The dose is tapered.", false),
            ("The dose should be tapered. It is not medically necessary.", false),
        ])
    func notice(_ rationale: String, _ isTold: Bool) {
        let item = DisputedItem(text: "Percocet 10/325 mg #120", decision: .upheld, rationale: rationale)
        let input = CheckInput(Determination(items: [item]), kind: .publishedCopy)
        let found = Check.run(input, profile: ProgrammeProfile.standard, only: ["notice.missing"])
        #expect(found.isEmpty != isTold)
    }

    @Test("The summary is held to the head number by number and side by side", arguments: summaries)
    func summary(_ sentence: String, _ head: String, _ isTold: Bool) {
        #expect(found("On 01-05-2017, " + sentence, head).isEmpty != isTold)
    }

    private func found(_ summary: String, _ head: String) -> [String] {
        let item = DisputedItem(text: head, decision: .upheld, rationale: "It is not medically necessary.")
        let input = CheckInput(Determination(summary: summary, items: [item]), kind: .publishedCopy)
        return Check.run(
            input, profile: ProgrammeProfile.standard, only: ["item.differs", "item.arithmetic"]
        ).map(\.rule)
    }
}

@Suite("Rules and profile")
struct RuleTests {
    @Test("Every rule has an id and a basis of its own kind")
    func registry() {
        let ids = RuleRegistry.all.map(\.id)
        #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.contains(".") })
        // The law that a rule rests on is the program's own.
        #expect(Set(ProgrammeProfile.standard.bases.keys) == Set(ids))
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

    /// The day of the decision, the specialty and the years of practice, and what is then found.
    @Test(
        "A reviewer is judged by his standing on the day of the decision",
        arguments: [
            ("2026-05-31", "Orthopedic Surgery", 9, []), ("2026-06-01", "Orthopedic Surgery", 9, [Severity.error]),
            ("2026-05-31", "Psychiatry", 9, [.error]), ("2026-05-31", "Orthopedic Surgery", 5, [.error]),
            ("2026-05-31", "Psychiatry", 5, [.error, .error]),
        ])
    func reviewer(decision: String, specialty: String, years: Int, severities: [Severity]) throws {
        var input = CheckInput(
            Determination(
                dates: CaseDates(decision: Day(iso: decision)), items: [DisputedItem(text: "Lumbar fusion")]),
            hasConflictAttestation: true)
        func found() -> [Finding] {
            Check.run(input, profile: .standard, only: ["reviewer.not-eligible"])
        }
        #expect(found().isEmpty)
        input.reviewer = Reviewer(
            id: try ReviewerID(parsing: "R-1"), name: "Ada Quill",
            licences: [Licence(state: "California", number: "G1", expires: Day(iso: "2026-05-31"))],
            certifications: [Certification(specialty: specialty)], yearsOfPractice: years, weeklyHours: 40)
        let after = found()
        // A licence that lapsed is no preferred one either: that is a warning beside the error.
        #expect(after.map(\.severity).filter { $0 == .error } == severities)
        #expect(after.allSatisfy { !$0.message.contains("Quill") && !$0.message.contains("G1") })
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
