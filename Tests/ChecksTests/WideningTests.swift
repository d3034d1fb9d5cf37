import CaseModel
import Programmes
import Testing

@testable import Checks

@Suite("What the check understands of levels, measurements and absence")
struct WideningTests {
    private static let levels: [(String, String, Bool)] = [
        ("Injection at L4-5 and L5-S1", "injection at L4-S1", false),
        ("Injection at L4-5", "injection at L4-L5", false),
        ("Injection at L4-L5-S1", "injection at L5-S1", false), ("Injection at L4-5", "injection at L3-4", true),
        ("Injection at L4-5 and L5-S1", "injection at L3-4 and L4-5", true), ("Block at C6", "block at C5", true),
        ("Injection at C5-6", "injection at C5-C6", false), ("MRI of T2 image", "MRI of T1 image", false),
    ]

    @Test("A level of the spine that the head lacks is told", arguments: levels)
    func level(_ head: String, _ said: String, _ isTold: Bool) {
        let (a, b) = (SectionText(head, .head), SectionText(said, .rationale))
        #expect((Levels(in: b, b.all).stranger(to: Levels(in: a, a.all)) != nil) == isTold)
    }

    private static let measured: [(String, String)] = [
        ("The pain was 7/10.", "pain 7"), ("Pain of 6-8/10 was told.", "pain 6-8"), ("It was 7 out of 10.", "pain 7"),
        ("On 7/10/2016 she came.", ""), ("Flexion was to 40 degrees.", "flexion 40"),
        ("She had 40 degrees of flexion.", "flexion 40"), ("The BMI of 35.2 is high.", "bmi 35"), ("Norco 5/10mg.", ""),
    ]

    @Test("Measurements are read with what they measure", arguments: measured)
    func measurements(_ text: String, _ expected: String) {
        let found = Measurement.all(in: SectionText(text, .rationale)).map {
            "\($0.kind) " + $0.values.map { String(Int($0)) }.joined(separator: "-")
        }
        #expect(found.joined(separator: ", ") == expected)
    }

    private static let days: [(String, DateMention.Value)] = [
        ("In the first half of 2016 she fell.", .half(year: 2016, half: 1)), ("Since early 2016.", .year(2016)),
        ("In mid-2016 it began.", .year(2016)), ("In late December 2016.", .month(year: 2016, month: 12)),
    ]

    @Test("Half a year and part of one are dates", arguments: days)
    func half(_ text: String, _ value: DateMention.Value) {
        #expect(DateScanner.dates(in: SectionText(text, .summary)).map(\.value) == [value])
    }

    /// A summary, a rationale, and the rules that must and may tell.
    private static let letters: [(String, String, String?)] = [
        (
            "Examination showed decreased sensation of the left leg.", "There is no evidence of nerve compromise.",
            "evidence.absence-contradicted"
        ),
        ("Sensation was intact.", "There is no evidence of nerve compromise.", nil),
        ("The burning sensation was decreased.", "There is no evidence of neurologic deficit.", nil),
        ("Sensation was reduced with gabapentin.", "There is no evidence of neurologic deficit.", nil),
        ("A sensation of tingling was reduced.", "There is no evidence of neurologic deficit.", nil),
        (
            "Decreased sensation of the left hand was found.", "There is no evidence of neurologic deficit.", nil
        ),
        (
            "Treatment has included x-rays and acupuncture.", "Documentation of x-rays was not provided.",
            "evidence.absence-contradicted"
        ),
        (
            "Treatment has included acupuncture.", "The records are silent as to acupuncture.",
            "evidence.absence-contradicted"
        ),
        ("The worker is 44 years old.", "This 45-year-old roofer has pain.", "person.inconsistent"),
        ("The worker is 44 years old.", "Of his sons the 14-year-old helps.", nil),
        ("The worker is a 44-year-old woman.", "His pain has not changed.", "person.inconsistent"),
        ("A request was made.", "The strain was not caused by his employment.", "scope.not-medical-necessity"),
        ("A request was made.", "Spasm was not caused by the drug.", nil),
        ("A request was made.", "He is not working due to the industrial injury.", nil),
        ("A request was made.", "Therapy did not result in a return to work.", nil),
        ("The worker is 44 years old.", "A 20-year-old brace is worn out.", nil),
        ("Treatment has included acupuncture.", "He has not had acupuncture for the neck.", nil),
        ("Treatment has included acupuncture.", "He has not had acupuncture.", "evidence.absence-contradicted"),
        ("Diagnoses are sleep apnea and strain.", "No sleep disorder has been diagnosed.", "diagnosis.contradicted"),
        ("There is pain.", "No sleep disorder has been diagnosed.", nil),
        ("The right knee hurts. The right knee is stiff.", "Her left knee gives way.", "item.differs"),
        ("The right knee hurts. The right knee is stiff.", "The other side, her left knee, is stable.", nil),
        ("Flexion is 90 degrees.", "With flexion of 40 degrees she is stiff.", "evidence.unsupported"),
        ("Flexion is 40 degrees.", "With flexion of 40 degrees she is stiff.", nil),
        ("Motion of the knee: range of motion was 10 to 40 degrees.", "With flexion of 40 degrees she is stiff.", nil),
        ("The BMI is 36.", "Weight loss is advised with a BMI of 30 or more.", nil),
        ("The BMI is 36.", "With a BMI of 31 she is heavy.", "evidence.unsupported"),
        ("She smokes. Smoking is heavy.", "There is no evidence of smoking.", "evidence.absence-contradicted"),
        ("She stopped smoking in 2010.", "There is no evidence of smoking.", nil),
        ("The numbness resolved.", "There is no evidence of numbness.", nil),
        ("Numbness has resolved by now.", "There is no evidence of numbness.", nil),
        (
            "She does home exercises.", "There is no mention of a home exercise program.",
            "evidence.absence-contradicted"
        ),
        ("She has a home exercise kit.", "There is no mention of a home exercise program.", nil),
        (
            "Sensation to touch was diminished in the left leg.", "There is no evidence of sensory deficit.",
            "evidence.absence-contradicted"
        ),
        ("Sensation was not diminished.", "There is no evidence of sensory deficit.", nil),
        ("A 44-year-old man fell.", "The one who drives him is herself ill.", nil),
        ("A 44-year-old man fell.", "She is herself ill.", "person.inconsistent"),
        ("A 44-year-old man fell. The other driver, a 60-year-old woman, died.", "His pain remains.", nil),
        ("A 44-year-old man, who was 43 years old when hurt, fell.", "His pain remains.", nil),
        ("The sleep study had an apnea-hypopnea index of 4.", "The diagnosis was not documented.", nil),
        ("She has sleep apnea.", "The diagnosis was not documented.", "diagnosis.contradicted"),
        ("She has sleep apnea.", "That diagnosis was not documented.", nil),
        ("She has sleep apnea.", "The diagnosis has not been confirmed by testing.", nil),
        ("A request was made.", "The strain is compensable.", "scope.not-medical-necessity"),
        ("A request was made.", "The compensable injury is a strain.", nil),
        ("A request was made.", "Her pain arose out of a fall.", nil),
        ("A request was made.", "The strain arose out of the employment.", "scope.not-medical-necessity"),
    ]

    @Test("A rationale is held to the summary", arguments: letters)
    func held(_ summary: String, _ rationale: String, _ rule: String?) {
        let item = DisputedItem(
            text: "Lumbar brace", decision: .upheld, rationale: rationale + " The request is not medically necessary.")
        let input = CheckInput(Determination(summary: summary, items: [item]), kind: .publishedCopy)
        let rules: Set<String> = [
            "evidence.absence-contradicted", "person.inconsistent", "scope.not-medical-necessity", "item.differs",
            "diagnosis.contradicted", "evidence.unsupported",
        ]
        #expect(Check.run(input, profile: .standard, only: rules).map(\.rule) == [rule].compactMap { $0 })
    }

    /// The heads with their rationales, the summary, and the items that a rule tells of.
    private static let told: [(String, [(String, String, String)], String, [Int?])] = [
        ("decision.no-conclusion", [("Brace", "", ""), ("Cane", "", "It is medically necessary.")], "", [1]),
        (
            "citation.claims-administrator-contradicted",
            [
                ("Therapy", "The Claims Administrator did not cite any medical evidence.", ""),
                ("Homemaker", "MTUS.", ""),
            ],
            "Utilization review of 05/30/2017, citing the MTUS, denied both the therapy and the homemaker.", [1]
        ),
        (
            "citation.claims-administrator-contradicted",
            [
                ("Therapy", "The Claims Administrator did not cite any medical evidence.", ""),
                ("Homemaker", "MTUS.", ""),
            ],
            "Utilization review of 05/30/2017, citing both the MTUS and the ODG, denied the homemaker.", []
        ),
        (
            "citation.claims-administrator-contradicted",
            [("Therapy", "The Claims Administrator did not cite any medical evidence.", ""), ("MRI", "MTUS.", "")],
            "Utilization review of 05/30/2017 denied the MRI, citing the MTUS, as all of the measures were not tried.",
            []
        ),
    ]

    @Test("What a rule tells of several items", arguments: told)
    func several(_ rule: String, _ items: [(String, String, String)], _ summary: String, _ told: [Int?]) {
        let items = items.map { head, line, rationale in
            DisputedItem(text: head, claimsAdministratorGuideline: line, decision: .upheld, rationale: rationale)
        }
        let input = CheckInput(Determination(summary: summary, items: items), kind: .publishedCopy)
        #expect(Check.run(input, profile: .standard, only: [rule]).map(\.item) == told)
    }

    @Test(
        "A chapter about another part of the body is told, but not of what is general about an operation",
        arguments: [
            ("Chest x-ray", "Imaging", true), ("Pre-op chest radiograph", "Imaging", false),
            ("Associated surgical service: Chest x-ray", "Imaging", false),
            ("Chest x-ray", "Preoperative testing", false),
        ])
    func general(_ head: String, _ section: String, _ isTold: Bool) {
        let item = DisputedItem(
            text: head, reviewerGuideline: "ODG, Low Back Chapter, 2016, \(section).",
            citations: [Citation(source: "ODG", chapter: "Low Back Chapter", sections: [section])], decision: .upheld,
            rationale: "It is not medically necessary.")
        let input = CheckInput(Determination(items: [item]), kind: .publishedCopy)
        let found = Check.run(input, profile: .standard, only: ["citation.wrong-topic"])
        #expect(found.isEmpty != isTold)
    }

    /// The heads, what the last is concluded on, and whether that is another thing.
    private static let concluded: [([String], String, Bool)] = [
        (["MRI of the left hip without contrast"], "MRI of the left hip with contrast", true),
        (["MRI of the left hip with and without contrast"], "MRI of the left hip with contrast", false),
        (["Socket, below-knee prosthesis"], "socket of the above knee prosthesis", true),
        (["Right knee arthroscopy", "Physical therapy"], "physical therapy of the left knee", true),
        (["Right knee arthroscopy", "Physical therapy"], "physical therapy of the right knee", false),
        (
            ["Right knee arthroscopy", "Left knee brace", "Physical therapy"], "physical therapy of the left knee",
            false
        ),
        (["Injection at C6-7"], "injection at L6-7", true),
    ]

    @Test("A conclusion on the opposite of the head, or of what goes with it, is told", arguments: concluded)
    func opposite(_ heads: [String], _ said: String, _ isTold: Bool) {
        let items = heads.map { DisputedItem(text: $0, decision: .upheld) }.dropLast()
        let last = DisputedItem(
            text: heads.last ?? "", decision: .upheld, rationale: "The request for \(said) is not medically necessary.")
        let input = CheckInput(
            Determination(summary: "A request was made.", items: items + [last]), kind: .publishedCopy)
        #expect(Check.run(input, profile: .standard, only: ["item.differs"]).isEmpty != isTold)
    }

    /// What the summary says of the therapy that goes with an operation on the right knee, and whether its conclusion
    /// on the left knee is another thing.
    private static let sides: [(String, Bool)] = [
        ("An operation was done.", true), ("The left knee was to be treated, too.", false),
        ("Both knees hurt.", false), ("Bilateral knee pain was told of.", false),
    ]

    @Test("A conclusion on a side that the summary tells of is not on another item's", arguments: sides)
    func toldSide(_ summary: String, _ isTold: Bool) {
        let items = [
            DisputedItem(text: "Right knee arthroscopy", decision: .upheld),
            DisputedItem(
                text: "Physical therapy", decision: .upheld,
                rationale: "The request for physical therapy of the left knee is not medically necessary."),
        ]
        let input = CheckInput(Determination(summary: summary, items: items), kind: .publishedCopy)
        let found = Check.run(input, profile: .standard, only: ["item.differs"])
        #expect(found.contains { $0.item == 2 } == isTold)
    }

    /// What a rationale says of a source that its line does not name, and whether it relies on it.
    private static let reliances: [(String, Bool)] = [
        ("The MTUS recommends the brace.", true), ("The MTUS does not apply to braces.", false),
        ("ODG, used where MTUS has no entry, supports the brace.", false),
        ("The MTUS has nothing on braces that support the knee.", false),
    ]

    @Test("A source that is called silent is not relied on", arguments: reliances)
    func reliance(_ sentence: String, _ isRelied: Bool) {
        #expect((Reliance(in: SectionText(sentence, .rationale)).relied[.schedule] != nil) == isRelied)
    }

    /// The sentence and whether it gives the day of utilization review, another one than the header's.
    private static let reviews: [(String, Bool)] = [
        ("In a letter of June 19, 2017 the utilization reviewer declined the brace.", true),
        ("A prior denial was made on 6/19/2017.", true),
        ("The prior determination on 6/19/17 denied the request.", true),
        ("A prior determination dated 6/19/2017 certified six visits.", false),
        ("On 6/19/2017 the physician denied that there was pain.", false),
        ("By utilization review it was denied on Jun. 19, 2017.", true),
    ]

    @Test("The day of utilization review is told in many ways", arguments: reviews)
    func review(_ sentence: String, _ isTold: Bool) {
        let input = CheckInput(
            Determination(
                dates: CaseDates(utilizationReview: Day(iso: "2017-06-29")), summary: sentence,
                items: [DisputedItem(text: "Brace")]))
        #expect(Check.run(input, profile: .standard, only: ["chronology.summary-differs"]).isEmpty != isTold)
    }
}
