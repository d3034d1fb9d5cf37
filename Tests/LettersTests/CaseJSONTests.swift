import CaseModel
import Foundation
import Testing

@testable import Letters

@Suite("The JSON of a case")
struct CaseJSONTests {
    @Test("It holds all keys, null for what is not known, and no escaped slash")
    func text() throws {
        var item = DisputedItem(text: "Bed/chair", decision: nil)
        item.citations = [Citation(source: "MTUS", chapter: nil, year: 2004, sections: ["A"])]
        var determination = Determination(priority: .standard, items: [item])
        determination.dates.injury = Day(year: 2020, month: 3, day: 4)
        let expected = """
            {
              "applicationReceived" : null,
              "caseNumber" : "CM21-7",
              "dateAssigned" : null,
              "dateOfInjury" : "2020-03-04",
              "decisionDate" : null,
              "items" : [
                {
                  "authorized" : null,
                  "citations" : [
                    {
                      "chapter" : null,
                      "sections" : [
                        "A"
                      ],
                      "source" : "MTUS",
                      "year" : 2004
                    }
                  ],
                  "claimsAdministratorGuideline" : "",
                  "decision" : null,
                  "original" : null,
                  "rationale" : "",
                  "remaining" : null,
                  "reviewerGuideline" : "",
                  "text" : "Bed/chair"
                }
              ],
              "outcome" : "open",
              "priority" : "standard",
              "reviewer" : {
                "licensure" : [

                ],
                "specialties" : [

                ]
              },
              "summary" : "",
              "utilizationReviewDate" : null
            }

            """
        #expect(try CaseJSON.encode(determination, number: CaseNumber(parsing: "CM21-7")) == expected)
    }

    @Test("It decodes to the case it was made from, but for the form", arguments: Fixture.allCases)
    func roundTrip(_ fixture: Fixture) throws {
        var determination = try fixture.letter().determination
        let json = try CaseJSON.encode(determination, number: nil)
        determination.form = LetterForm()
        #expect(try CaseJSON.decode(json) == determination)
    }

    @Test("Many cases make an array, in order")
    func many() throws {
        let cases = try Fixture.allCases.map { (try $0.letter().determination, CaseNumber?.none) }
        let decoded = try CaseJSON.decodeMany(CaseJSON.encode(cases))
        #expect(decoded.map(\.items) == cases.map(\.0.items))
    }

    @Test("The number under which a case is filed comes before that of its header")
    func number() throws {
        let determination = try Fixture.singleItem.letter().determination
        let json = try CaseJSON.encode(determination, number: CaseNumber(parsing: "other name"))
        #expect(try CaseJSON.decode(json).caseNumber?.text == "other name")
    }

    static let outcomes: [(Fixture, String)] = [
        (.singleItem, "overturn"), (.splitDivided, "uphold"), (.manyItems, "partial-overturn"),
    ]

    @Test("The outcome is rolled up", arguments: outcomes)
    func outcome(_ fixture: Fixture, _ outcome: String) throws {
        let json = try CaseJSON.encode(fixture.letter().determination, number: nil)
        #expect(json.contains("\"outcome\" : \"\(outcome)\""))
    }

    static let changes: [(String, String, LetterError)] = [
        ("{", "[", .json(path: "", problem: "it is not JSON.")),
        ("\"summary\" : \"The", "\"summery\" : \"The", .json(path: "summary", problem: "the value is missing.")),
        (
            "\"priority\" : \"standard\"", "\"priority\" : 3",
            .json(path: "priority", problem: "the value is of the wrong type.")
        ),
        (
            "\"priority\" : \"standard\"", "\"priority\" : \"soon\"",
            .json(path: "priority", problem: "it is neither “standard” nor “expedited”.")
        ),
        (
            "2020-11-02", "2020-11-31",
            .json(path: "dateOfInjury", problem: "the value is none that may stand there.")
        ),
        (
            "\"decision\" : \"overturned\"", "\"decision\" : \"maybe\"",
            .json(path: "items[0].decision", problem: "it is neither “upheld” nor “overturned” nor null.")
        ),
        (
            "\"decision\" : \"overturned\"", "\"decision\" : null",
            .json(path: "outcome", problem: "it is not the outcome of the items' decisions.")
        ),
        ("\"CM21-0000101\"", "\"!\"", .json(path: "caseNumber", problem: "it is not a case number.")),
    ]

    @Test("A wrong value is named by its path", arguments: changes.indices)
    func wrong(_ index: Int) throws {
        let (old, new, error) = CaseJSONTests.changes[index]
        let json = try CaseJSON.encode(Fixture.singleItem.letter().determination, number: nil)
        let place = try #require(json.range(of: old))
        #expect(throws: error) { try CaseJSON.decode(json.replacingCharacters(in: place, with: new)) }
    }
}
