import CaseModel
import Testing

struct FieldTests {
    @Test(
        "The outcome of a case is rolled up from its items",
        arguments: [
            ([], Outcome.open), ([.upheld], .uphold), ([.overturned], .overturn), ([.upheld, .upheld], .uphold),
            ([.upheld, .overturned], .partialOverturn), ([.upheld, nil], .open), ([nil], .open),
        ] as [([Decision?], Outcome)])
    func outcome(decisions: [Decision?], outcome: Outcome) { #expect(Outcome(of: decisions) == outcome) }

    @Test(
        "Case numbers are short printable names",
        arguments: ["CM17-0003890", "CM16-10000007", "IMR 13-000004", "lumbar-sympathetic-block", "a.b_c", "7"])
    func numbers(text: String) throws { #expect(try CaseNumber(parsing: text).text == text) }

    @Test(
        "Anything else is no case number",
        arguments: [
            "", " CM17", "CM17 ", "CM17  1", "-CM17", "CM17/1", "../x", "CM17\n1", "é17",
            String(repeating: "a", count: 65),
        ])
    func notNumbers(text: String) {
        #expect(throws: CaseModelError.self) { try CaseNumber(parsing: text) }
    }

    @Test(
        "Prose keeps its words and loses its wrapping",
        arguments: [
            ("  a\t b \n", "a b"), ("a\nb", "a\n\nb"), ("a\r\n\r\n\r\nb", "a\n\nb"), ("a\u{A0}b", "a b"), ("", ""),
            (" \n ", ""), ("a \n \n b", "a\n\nb"), ("café ⟦x⟧", "café ⟦x⟧"),
        ])
    func prose(raw: String, normal: String) {
        #expect(Prose.normalized(raw) == normal)
        #expect(Prose.normalized(normal) == normal)
    }

    @Test(
        "A due rule of days counts from assignment",
        arguments: [("2017-01-11", Priority.standard, "2017-02-10"), ("2017-01-11", .expedited, "2017-01-14")])
    func due(assigned: String, priority: Priority, due: String) {
        let rule = DueRule.daysFromAssignment(standard: 30, expedited: 3)
        let facts = DueFacts(dates: CaseDates(assigned: Day(iso: assigned)), priority: priority)
        #expect(rule.due(facts)?.iso == due)
        #expect(rule.due(DueFacts(dates: CaseDates(), priority: priority)) == nil)
        #expect(DueRule.undated.due(facts) == nil)
    }
}
