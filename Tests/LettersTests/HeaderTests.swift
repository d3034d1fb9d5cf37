import CaseModel
import Testing

@testable import Letters

@Suite("The header is read from any layout")
struct HeaderTests {
    static let expected = CaseDates(
        injury: Day(year: 2020, month: 11, day: 2), utilizationReview: Day(year: 2021, month: 2, day: 26),
        applicationReceived: Day(year: 2021, month: 3, day: 8), assigned: Day(year: 2021, month: 3, day: 15),
        decision: Day(year: 2021, month: 4, day: 9))

    static let layouts = [
        "two columns, label around its value": """
        Case Number:     CM21-0000101
        Date Assigned:     03/15/2021                Date of Injury:    11/02/2020
        Decision Date:      04/09/2021            UR Denial Date:   02/26/2021
        Priority:            Standard                   Application       03/08/2021
                                                     Received:
        """,
        "two columns, value beside the second line": """
        Case Number:  CM21-0000101
        Date Assigned:  03/15/2021   Date of        11/02/2020
                                     Injury:
        Decision Date:  04/09/2021   UR Denial      02/26/2021
                                     Date:
        Priority:  Standard          Application
                                     Received:      03/08/2021
        """,
        "one column": """
        IMR Case Number: CM21-0000101
        Date of Injury: 11/02/2020
        Date Assigned: 3/15/2021
        Decision Date: 4-9-2021
        UR Denial Date: 02/26/2021
        Application Received: 03/08/2021
        Priority: STANDARD
        """,
        "values right behind the colon": """
        Case Number:CM21-0000101
        Date Assigned:03/15/2021  Date of Injury:11/02/2020
        Decision Date:04/09/2021  UR Denial Date:02/26/2021
        Priority:Standard  Application Received:03/08/2021
        """,
        "no colons": """
        Case Number CM21-0000101
        Date Assigned 03/15/2021  Date of Injury 11/02/2020
        Decision Date 04/09/2021  UR Denial Date 02/26/2021
        Priority Standard  Application Received 03/08/2021
        """,
        "spaced colons and tabs": """
        CASE NUMBER :\tCM21-0000101\tPRIORITY :\tstandard
        DATE ASSIGNED :\t03/15/2021\tDATE OF INJURY :\t11/02/2020
        DECISION DATE :\t04/09/2021\tUR DENIAL DATE :\t02/26/2021
        APPLICATION RECEIVED :\t03/08/2021
        """,
    ]

    @Test("All fields are found", arguments: layouts.keys.sorted())
    func layout(_ name: String) throws {
        let header = try #require(HeaderTests.layouts[name])
        let letter = try LetterReader.read(header + "\n\n" + Form.letter(items: "Rest: Upheld\n\n" + Form.tail))
        #expect(letter.determination.caseNumber?.text == "CM21-0000101")
        #expect(letter.determination.dates == HeaderTests.expected)
        #expect(letter.determination.priority == .standard)
        #expect(letter.notices == [])
        #expect(letter.parts.filter { if case .headerField = $0.kind { true } else { false } }.count == 7)
    }

    static let oddities: [(header: String, notices: [LetterNotice])] = [
        ("Case Number: CM21-1\nDate of Injury: 02/30/2021", [.init(kind: .noSuchDay(.dateOfInjury), line: 2)]),
        (
            "Case Number: CM21-1\nUR Denial Date: not known\nPriority: Urgent",
            [
                .init(kind: .notUnderstood(.utilizationReviewDate), line: 2),
                .init(kind: .notUnderstood(.priority), line: 3),
            ]
        ),
        ("Case Number: CM21-1\nDate Assigned:              Date of Injury:\nPriority:", []),
    ]

    @Test("What is no value is left out and told, what is blank is left out", arguments: oddities.indices)
    func oddity(_ index: Int) throws {
        let (header, notices) = HeaderTests.oddities[index]
        let letter = try LetterReader.read(header + "\n\n" + Form.letter(items: "Rest: Upheld\n\n" + Form.tail))
        #expect(letter.notices == notices)
        #expect(letter.determination.caseNumber?.text == "CM21-1")
        #expect(letter.determination.dates == CaseDates())
        #expect(letter.determination.priority == nil)
    }

    @Test("A notice names the line and no text of the letter")
    func sentence() throws {
        let notice = try #require(try Fixture.splitUndivided.letter().notices.first)
        #expect(notice.description == "Line 2: the date of injury is no day of the calendar and is left out.")
    }
}
