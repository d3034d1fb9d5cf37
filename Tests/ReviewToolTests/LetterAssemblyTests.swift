import CaseModel
import Exports
import Letters
import Programmes
import Testing

@testable import ReviewTool

@Suite("What an issued letter is made of")
struct LetterAssemblyTests {
    /// An item as decided, and whether the letter must tell to taper.
    static let items: [(head: String, decision: Decision?, isTold: Bool)] = [
        ("Norco 10/325mg #60", .upheld, true), ("One prescription of TRAMADOL 50mg", .upheld, true),
        ("Norco 10/325mg #60", .overturned, false), ("Norco 10/325mg #60", nil, false),
        ("Urine drug screen for opioids", .upheld, false), ("MRI of the left knee", .upheld, false),
    ]

    private func parts(
        _ items: [DisputedItem], state: CaseState = .decided, notice: CaseNotice? = nil, reviewer: Reviewer? = nil
    ) throws -> LetterParts {
        let determination = Determination(
            dates: CaseDates(decision: Day(iso: "2026-11-20")),
            reviewer: ReviewerCredentials(licensure: ["Oregon"], specialties: ["Neurology"]), items: items)
        let source = LetterAssembly.Source(
            reviewCase: ReviewCase(
                number: try CaseNumber(parsing: "CM26-0000777"), state: state, determination: determination),
            notice: notice, reviewer: reviewer,
            documents: [RecordSummary(position: 2, title: "Progress reports", pageCount: 3)])
        return LetterAssembly(profile: .standard, form: LetterForm(organization: "Example Review"))
            .parts(of: source, today: .epoch)
    }

    @Test("A notice is given for the items that call for it", arguments: items)
    func notices(_ given: (head: String, decision: Decision?, isTold: Bool)) throws {
        let item = DisputedItem(text: given.head, decision: given.decision)
        let parts = try parts([DisputedItem(text: "Gym membership", decision: .upheld), item])
        #expect(parts.notices.contains { $0.contains("stopped abruptly") } == given.isTold)
        #expect(try self.parts([item], state: .published).notices.isEmpty, "a published letter goes out as it came")
    }

    @Test("Letters that go with it have every value filled in, known or not", arguments: [false, true])
    func companions(_ hasNotice: Bool) throws {
        let notice = CaseNotice(employee: "Maxine Musterfrau", claimNumber: "77-1")
        let parts = try parts(
            [DisputedItem(text: "MRI", decision: .overturned)], notice: hasNotice ? notice : nil)
        #expect(parts.companions.map(\.name) == ["cover-letter", "appeal-notice"])
        for companion in parts.companions { #expect(!companion.body.contains("{{")) }
        #expect(parts.companions[0].body.contains("Example Review has completed the review"))
        #expect(parts.documents == ["Progress reports, 3 pages"])
        #expect(parts.documentsLeadIn == ProgrammeProfile.standard.letter.leadIns.documents)
    }

    @Test("The letter tells what the reviewer may show on the day of the decision; its words stay his own")
    func credentials() throws {
        let reviewer = Reviewer(
            id: try ReviewerID(parsing: "R-7"), name: "Wilhelmina Quillington",
            licences: [
                Licence(state: "California", number: "G-445566"),
                Licence(state: "Nevada", number: "N-1", expires: Day(iso: "2026-11-19")),
            ], certifications: [Certification(specialty: "Orthopedic Surgery")])
        let item = DisputedItem(text: "MRI", decision: .upheld, rationale: "Dr. Quillington finds no need.")
        let parts = try parts([item], reviewer: reviewer)
        #expect(
            parts.determination.reviewer
                == ReviewerCredentials(licensure: ["California"], specialties: ["Orthopedic Surgery"]))
        #expect(parts.determination.items[0].rationale == item.rationale)
        #expect(!parts.withoutName(of: reviewer).determination.items[0].rationale.contains("Quillington"))
        #expect(try self.parts([item]).determination.reviewer.licensure == ["Oregon"])
    }

    @Test("The public copy leaves out whom the notices of the cases taken over name, and signing asks about them")
    func joined() throws {
        let (own, other) = (
            CaseNotice(employee: "Maxine Musterfrau", employer: "Valley Tools", claimNumber: "77-1234"),
            CaseNotice(
                employee: "Maxine Musterfrau", employer: "Hillside Foundry", claimsExaminer: "Cornelius Quibble",
                claimNumber: "88-5678")
        )
        let id = try ReviewerID(parsing: "R-7")
        let item = DisputedItem(
            text: "MRI", decision: .upheld,
            rationale: "Valley Tools and Hillside Foundry, Mr. Quibble, claims 77-1234 and 88-5678.")
        for isJoined in [false, true] {
            var source = LetterAssembly.Source(
                reviewCase: ReviewCase(
                    number: try CaseNumber(parsing: "CM26-0000777"), state: .decided,
                    determination: Determination(items: [item]),
                    assignment: Assignment(
                        reviewer: id, reasons: [], at: 0,
                        attestation: Attestation(reviewer: id, parties: own.parties, at: 0))),
                notice: own)
            if isJoined { source.joined = [other] }
            let assembly = LetterAssembly(profile: .standard, form: LetterForm(organization: "Example Review"))
            let text = assembly.publicParts(of: source, today: .epoch).determination.items[0].rationale
            for word in ["Valley", "77-1234"] { #expect(!text.contains(word)) }
            for word in ["Foundry", "Quibble", "88-5678"] { #expect(text.contains(word) == !isJoined, "\(word)") }
            let sentences = SigningObstacles(profile: .standard).sentences(
                source, errors: [], drafts: [], today: .epoch)
            #expect(
                sentences.contains { $0.contains("not attested about the employer, claims-examiner") } == isJoined,
                "\(sentences)")
        }
    }
}
