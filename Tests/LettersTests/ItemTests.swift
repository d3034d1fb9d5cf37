import CaseModel
import Testing

@testable import Letters

@Suite("Items are told apart by what they are")
struct ItemTests {
    static let decisions: [(ending: String, text: String, decision: Decision?)] = [
        (": Upheld", "Rest", .upheld), (":  Overturned", "Rest", .overturned), (":Upheld", "Rest", .upheld),
        (" : UPHELD", "Rest", .upheld), (":\nOverturned", "Rest", .overturned), (":\n\nUpheld", "Rest", .upheld),
        (": upheld.", "Rest", .upheld), (" Upheld", "Rest", .upheld), (" is:\nUpheld", "Rest is", .upheld),
        (": Undecided", "Rest", nil), (":: Upheld", "Rest:", .upheld),
        (" was Upheld: Overturned", "Rest was Upheld", .overturned),
    ]

    @Test("A decision is read in each of its forms", arguments: decisions.indices)
    func decision(_ index: Int) throws {
        let (ending, text, decision) = ItemTests.decisions[index]
        let items = "Bed: Upheld\n\n\(Form.tail)\n\nRest\(ending)\n\n\(Form.tail)"
        let read = try LetterReader.read(Form.letter(items: items)).determination.items
        #expect(read.map(\.text) == ["Bed", text])
        #expect(read.map(\.decision) == [.upheld, decision])
    }

    @Test("The colon of a label may stand apart")
    func spacedColons() throws {
        let usual = Form.letter(items: "Bed: Upheld\n\n\(Form.tail)\n\nRest: Upheld\n\n\(Form.tail)")
        let spaced = usual.replacing("guideline:", with: "guideline :").replacing("rationale:", with: "rationale :")
        #expect(spaced != usual)
        #expect(try LetterReader.read(spaced).determination.items == LetterReader.read(usual).determination.items)
    }

    @Test("Credentials may be the entries of a list")
    func listed() throws {
        let usual = Form.letter(items: "Rest: Upheld\n\n\(Form.tail)")
        let listed = usual.replacing("\nState", with: "\n\u{2022} State").replacing("\nCert", with: "\n\u{2022} Cert")
        #expect(listed != usual)
        #expect(try LetterReader.read(listed).determination.reviewer == LetterReader.read(usual).determination.reviewer)
    }

    /// A rationale, what stands between it and the head, and the head.
    static let seams: [(rationale: String, gap: String, head: String)] = [
        ("It is not medically necessary.", "\n\n", "Bath chair"),
        ("It is not medically necessary.", "\n", "Bath chair"),
        ("It is not medically necessary", "\n\n", "Bath chair"),
        ("It is not medically necessary.", "\n\u{0C}", "Bath chair"),
        ("It is not medically necessary.", "\n\n    7\n\u{0C}\n", "Bath chair"),
        (
            "The worker has asked for a chair that would stand in the bath and hold the weight of a person.", "\n",
            "Bath chair"
        ),
        ("The denial of the bed: Upheld", "\n\n", "Bath chair"),
        ("The chair is needed. Its price: Upheld. That is told above.", "\n\n", "Bath chair: with arms"),
        (
            "It is not medically necessary.", "\n",
            "Bath chair, of the kind that folds and that a person can carry,\nwith arms"
        ),
        (
            "Two chairs was the original request. One chair was authorized by the Claims Administrator. It is enough.",
            "\n",
            "Bath chair"
        ),
        (
            "It is not medically necessary.", "\n",
            "Two chairs for the bath, of the kind that folds and that a person can carry into the house, was\n"
                + "the original request. One chair was authorized by the Claims Administrator.\n"
                + "The remaining IMR eligible portion of the original request, One chair is"
        ),
        (
            "It is not medically necessary.", "\n\n",
            "Two chairs was the original request. One chair was authorized by the Claims Administrator.\n\n"
                + "The remaining IMR eligible portion of the original request, One chair is"
        ),
    ]

    @Test("The head of an item is found where empty lines are lost", arguments: seams.indices)
    func seam(_ index: Int) throws {
        let (rationale, gap, head) = ItemTests.seams[index]
        let first = """
            Bed with rails on both of its sides and with a mattress that can be washed: Upheld

            Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for
            its decision.

            NORTHGATE guideline: The Expert Reviewer did not cite any medical evidence for its decision in
            this case.

            Decision rationale: The reports of the last three months tell of a worker who gets up and lies
            down without help, at night as well as in the day. A bed of that kind is for those who cannot.
            """
        let items = "\(first)\n\(rationale)\(gap)\(head): Upheld\n\n\(Form.tail)"
        let read = try LetterReader.read(Form.letter(items: items)).determination.items
        try #require(read.count == 2)
        let gapless = head.split(separator: "\n").joined(separator: head.contains("\n\n") ? "\n\n" : " ")
        #expect(read[1].text == gapless)
        #expect(read[0].rationale.hasSuffix("for those who cannot. " + rationale))
    }

    @Test("Running text that begins a line like a label is text")
    func labelInText() throws {
        let items = """
            Bed: Upheld

            \(Form.tail) The words of the
            Claims Administrator guideline: quoted above, and of the
            NORTHGATE guideline: too, do not help.
            """
        let read = try LetterReader.read(Form.letter(items: items)).determination.items
        #expect(read.count == 1)
        #expect(read.first?.rationale.hasSuffix("NORTHGATE guideline: too, do not help.") == true)
    }

    @Test(
        "A label of several words is the organization's",
        arguments: ["NORTHGATE", "Northgate Review", "The Panel of Three"])
    func labels(_ label: String) throws {
        let items = "Bed: Upheld\n\n" + Form.tail.replacing("NORTHGATE", with: label)
        let determination = try LetterReader.read(Form.letter(items: items)).determination
        #expect(determination.form.guidelineLabel == label)
        #expect(determination.items.first?.reviewerGuideline == "Decision based on MTUS Eye 2004.")
    }

    @Test("The rationale alone makes an item; the guideline lines are then empty")
    func noGuidelines() throws {
        let items = "Bed: Upheld\n\nDecision rationale: No.\n\nChair: Overturned\n\nDecision rationale: Yes."
        let read = try LetterReader.read(Form.letter(items: items)).determination.items
        #expect(read.map(\.text) == ["Bed", "Chair"])
        #expect(read.map(\.rationale) == ["No.", "Yes."])
        #expect(read.allSatisfy { $0.claimsAdministratorGuideline.isEmpty && $0.reviewerGuideline.isEmpty })
    }
}
