import CaseModel
import Checks
import Letters
import Testing
import TextUI

@testable import Workstation

@Suite("From the attestation to the signature")
struct FinishingTests {
    private static let parties = [
        NamedParty(Party(kind: "employer", name: "Larkfield Joinery"), words: "employer"),
        NamedParty(
            Party(kind: "requesting-physician", name: "Odile Penhallow, MD"), words: "physician who asked for it"),
    ]

    private static func reviewer() throws -> ReviewerID { try ReviewerID(parsing: "R-0042") }

    /// The first case is assigned and not attested.
    private func assigned(rows: Int = 24, columns: Int = 80) throws -> Harness {
        var cases = Harness.demonstration
        cases[0].assignment = Assignment(reviewer: try FinishingTests.reviewer(), at: 0)
        var harness = Harness(cases, rows: rows, columns: columns)
        harness.access[cases[0].number] = CaseAccess(parties: FinishingTests.parties)
        return harness
    }

    /// The third case is decided; it is opened.
    private func decided(rows: Int = 24, columns: Int = 80) -> Harness {
        var harness = Harness(rows: rows, columns: columns)
        let sentences = (1...60).map { "Sentence \($0) of the rationale." }.joined(separator: " ")
        harness.letter = Document(
            blocks: [
                .title("Final Determination Letter"), .heading("DECISION"),
                .verdict(head: "MRI of the right ankle", decision: "Upheld"), .prose(sentences),
                .prose("The letter ends here."),
            ])
        return harness
    }

    @Test("An assigned case asks about each party by name; y attests all of them, and then it can be decided")
    func attests() throws {
        var harness = try assigned()
        harness.type("<enter>")
        harness.expectFrame("attestation")
        harness.type("y")
        let attestation = Attestation(
            reviewer: try FinishingTests.reviewer(), parties: FinishingTests.parties.map(\.party), at: 0)
        #expect(harness.effects.contains(.attest(harness.cases[0].number, attestation)))
        harness.type("i u")
        #expect(harness.screen.contains("uphold is chosen"))
    }

    @Test("Who decides is shown as the letter that is signed will have him, not as the case brought him")
    func credentials() throws {
        var harness = try assigned()
        harness.access[harness.cases[0].number] = CaseAccess(
            credentials: ReviewerCredentials(licensure: ["Nevada"], specialties: ["Hand Surgery"]))
        harness.type("<enter>")
        #expect(harness.screen.contains("Reviewer Hand Surgery · licensed in Nevada"))
        harness.type("p")
        harness.type("<space>")
        #expect(harness.screen.contains("Hand Surgery"))
    }

    @Test("Without attesting the case is open for reading only, and each command says the key that changes that")
    func reads() throws {
        var harness = try assigned()
        harness.type("<enter> q i u")
        #expect(harness.screen.contains("A attests first") && harness.screen.contains("reading only"))
        #expect(harness.model.caseFile?.desks[0].chosen == nil)
        harness.type("A y u")
        #expect(harness.model.caseFile?.desks[0].chosen == .upheld)
    }

    @Test("An attestation that is not kept leaves the case for reading")
    func unkept() throws {
        var harness = try assigned()
        harness.type("<enter>")
        harness.failure = "the disk is full"
        harness.type("y")
        harness.failure = nil
        harness.type("<escape> i u")
        #expect(harness.screen.contains("A attests first"))
    }

    @Test("A conflict needs its reason, ends the assignment and returns to the worklist")
    func conflict() throws {
        var harness = try assigned()
        harness.type("<enter> j c <enter>")
        #expect(harness.screen.contains("say what the conflict is:"))
        harness.write("We share a practice.")
        harness.expectFrame("attestation-conflict")
        harness.type("<enter>")
        let wanted = Effect.declareConflict(
            harness.cases[0].number, FinishingTests.parties[1].party, reason: "We share a practice.")
        #expect(harness.effects.contains(wanted))
        #expect(harness.model.caseFile == nil)
        #expect(harness.screen.contains("is ended by a conflict"))
    }

    @Test(
        "The bottom line names each key of the attestation, in a case that names nobody too", arguments: [80, 60, 200],
        [true, false])
    func named(columns: Int, hasParties: Bool) throws {
        var harness = try assigned(columns: columns)
        if !hasParties { harness.access[harness.cases[0].number] = CaseAccess(parties: []) }
        harness.type("<enter>")
        let bottom = harness.model.view().line(23)
        for words in [
            "y attest all of it", hasParties ? "c conflict with this one" : "c declare a conflict", "q read only",
        ] {
            #expect(bottom.contains(words), "\(bottom)")
        }
        harness.type("c")
        harness.write("I treated him before.")
        harness.type("<enter>")
        let party = harness.effects.compactMap { effect -> Party? in
            if case .declareConflict(_, let party, reason: "I treated him before.") = effect { party } else { nil }
        }
        #expect(party.map(\.kind) == [hasParties ? FinishingTests.parties[0].party.kind : "other"])
        #expect(harness.model.caseFile == nil)
    }

    @Test("No key typed before the question attests")
    func typedAhead() throws {
        var cases = Harness.demonstration
        cases[0].assignment = Assignment(reviewer: try FinishingTests.reviewer(), at: 0)
        var model = Workstation(rows: 24, columns: 80, today: Harness.today)
        model.opening = cases[0].number
        _ = model.update(.key(.character("y")))
        let effects = model.update(
            .caseOpened(cases[0], drafts: [], access: CaseAccess(parties: FinishingTests.parties)))
        #expect(!effects.contains { if case .attest = $0 { true } else { false } })
        if case .attestation = model.overlay {} else { Issue.record("the question is not shown") }
    }

    @Test("What is to be corrected is said when the case is opened, on its summary and on its items")
    func correction() {
        var cases = Harness.demonstration
        cases[0].correction = "The conclusion names thirty tablets."
        var harness = Harness(cases)
        harness.type("<enter>")
        #expect(harness.screen.split(separator: "\n").count { $0.contains("thirty tablets") } == 2)
        harness.type("i")
        #expect(harness.screen.contains("returned for correction: The conclusion names thirty tablets."))
    }

    @Test("Obstacles are listed, each told once, and Enter goes to the first", arguments: [(24, 80), (24, 120)])
    func obstacles(rows: Int, columns: Int) {
        var harness = Harness(rows: rows, columns: columns)
        harness.obstacles = [
            SigningObstacle("Item 1 is not decided."),
            SigningObstacle("The configuration names no key, and the agent has none of the reviewer's."),
        ]
        harness.type("<enter> S")
        harness.expectFrame(columns == 80 ? "signing-obstacles" : "signing-obstacles-wide")
        harness.type("<enter>")
        #expect(harness.model.caseFile?.page == .item(1))
        #expect(harness.model.overlay == nil)
    }

    @Test("The whole letter is read before signing is offered, and Enter signs the revision that was read")
    func signs() {
        var harness = decided()
        harness.type("j j <enter> S <enter>")
        #expect(!harness.effects.contains { if case .sign = $0 { true } else { false } })
        harness.expectFrame("signing-letter")
        #expect(!harness.screen.contains("ends here"))
        harness.type("<space> <space>")
        harness.expectFrame("signing-read")
        harness.type("<enter>")
        #expect(harness.effects.contains(.sign(harness.cases[2].number, revision: 1, letter: harness.letter)))
        #expect(harness.screen.contains("signed with SHA256:invented"))
        harness.type("S")
        #expect(harness.screen.contains("signed already"))
    }

    @Test("A letter that changed since it was read is not signed")
    func changed() {
        var harness = decided()
        harness.type("j j <enter> S G")
        harness.cases[2].revision = 2
        harness.type("<enter>")
        #expect(harness.cases[2].state == .decided)
        #expect(harness.screen.contains("was changed by somebody else"))
    }

    @Test("A case that somebody has open is read, until it is taken over after a question")
    func held() {
        var harness = Harness()
        harness.holders[harness.cases[0].number] = "Imogen"
        harness.type("<enter>")
        #expect(harness.screen.contains("open with Imogen"))
        harness.type("i u")
        #expect(harness.screen.contains("O takes it over"))
        harness.type("O n u")
        #expect(harness.model.caseFile?.desks[0].chosen == nil)
        harness.type("O y u")
        #expect(harness.model.caseFile?.desks[0].chosen == .upheld)
    }

    @Test("A hold is renewed while the case is open, and given back on leaving it")
    func renewed() {
        var harness = Harness()
        let number = harness.cases[0].number
        harness.type("<enter>")
        harness.wait()
        harness.wait()
        #expect(harness.effects.count { $0 == .renewLease(number) } == 2)
        harness.type("q")
        #expect(harness.effects.contains(.releaseLease(number)))
        harness.wait()
        #expect(harness.effects.count { $0 == .renewLease(number) } == 2)
        harness.type("<enter> Q")
        #expect(harness.effects.suffix(2) == [.releaseLease(number), .quit])
    }
}
