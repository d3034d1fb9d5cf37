import CaseModel
import Testing

@Suite("The filter language") struct FilterParsingTests {
    static let understood: [(text: String, conditions: [FilterCondition], negated: [Bool])] = [
        ("", [], []), ("  \t ", [], []), ("- \" * --", [], []),
        ("lumbar", [.words(["lumbar"])], [false]), ("-lumbar", [.words(["lumbar"])], [true]),
        ("L4-L5 mri", [.words(["L4-L5"]), .words(["mri"])], [false, false]),
        ("\"lumbar spine\"", [.words(["lumbar spine"])], [false]),
        ("-\"lumbar spine", [.words(["lumbar spine"])], [true]), ("spine\"", [.words(["spine\""])], [false]),
        ("text:lumbar,\"neck pain\"", [.words(["lumbar", "neck pain"])], [false]),
        ("TEXT:\"a, b\"", [.words(["a, b"])], [false]), ("knee,hip", [.words(["knee,hip"])], [false]),
        ("17-0003890", [.wordsOrNumber("17-0003890")], [false]), ("CM17-00", [.wordsOrNumber("CM17-00")], [false]),
        ("99213", [.wordsOrNumber("99213")], [false]), ("\"99213\"", [.words(["99213"])], [false]),
        ("10/325", [.words(["10/325"])], [false]), ("number:0003890", [.number(["0003890"])], [false]),
        ("is:open,Late -is:mine", [.standing([.open, .late]), .standing([.mine])], [false, true]),
        ("state:in-review,DECIDED", [.state([.inReview, .decided])], [false]),
        ("priority:expedited", [.priority([.expedited])], [false]),
        ("specialty:neurology,\"pain medicine\"", [.specialty(["neurology", "pain medicine"])], [false]),
        ("has:draft,records", [.has([.draft, .records])], [false]),
        ("tag:Urgent,#ask-", [.tag(["urgent", "ask-"].compactMap { try? FilterTag(parsing: $0) })], [false]),
        ("tag:\"ask-ann\"", [.tag([try? FilterTag(parsing: "ask-ann", isWhole: true)].compactMap { $0 })], [false]),
        ("items>3", [.items(.more, 3)], [false]), ("items:3", [.items(.equal, 3)], [false]),
        ("items:<=3", [.items(.atMost, 3)], [false]), ("decided>=1", [.decidedItems(.atLeast, 1)], [false]),
        ("due<3d", [.due(.less, .fromToday(3))], [false]), ("due<=-2W", [.due(.atMost, .fromToday(-14))], [false]),
        ("due=today", [.due(.equal, .fromToday(0))], [false]),
        ("decided>-7d", [.decisionDay(.more, .fromToday(-7))], [false]),
        ("a -b state:decided", [.words(["a"]), .words(["b"]), .state([.decided])], [false, true, false]),
    ]

    @Test("Every form is understood", arguments: understood)
    func forms(text: String, conditions: [FilterCondition], negated: [Bool]) throws {
        let filter = try WorklistFilter(parsing: text)
        #expect(filter.terms.map(\.condition) == conditions)
        #expect(filter.terms.map(\.isNegated) == negated)
    }

    @Test(
        "Days are days of the calendar, however they are written", arguments: ["2017-02-01", "2/1/2017", "02/01/2017"])
    func days(text: String) throws {
        let day = try #require(Day(year: 2017, month: 2, day: 1))
        for sign in FilterComparison.allCases {
            let filter = try WorklistFilter(parsing: "due" + sign.rawValue + text)
            #expect(filter.terms.map(\.condition) == [.due(sign, .day(day))])
        }
        #expect(FilterDay.fromToday(28).day(today: day)?.iso == "2017-03-01")
        #expect(FilterDay.fromToday(1).day(today: nil) == nil)
        #expect(FilterDay.day(day).day(today: nil) == day)
    }

    static let refused: [(text: String, span: Range<Int>, hint: String)] = [
        ("foo:bar", 0..<3, "there are due, is"), ("a note:x", 2..<6, "“note” is no key"),
        ("due", 0..<0, ""), ("due<", 0..<4, "due<3d"), ("a due:", 2..<6, "due<3d"), ("due<3x", 4..<6, "“3x” cannot"),
        ("due<2017-02-30", 4..<14, "“2017-02-30” cannot"), ("due<>3d", 0..<7, "<, <=, >, >= or ="),
        ("due<3d,4d", 0..<9, "one value"), ("items>x", 6..<7, "“x” cannot"), ("items>-1", 6..<8, "items>3"),
        ("items>3d", 6..<8, "items>3"), ("decided>soon", 8..<12, "decided>-7d"), ("is:", 0..<3, "open, late"),
        ("is:opne", 3..<7, "“opne” cannot"), ("-state:open", 7..<11, "received, assigned"),
        ("state:decided,", 0..<14, "received, assigned"), ("state<decided", 0..<5, "takes a colon"),
        ("priority:urgent", 9..<15, "standard, expedited"), ("has:cat", 4..<7, "draft, records"),
        ("assigned:R_7", 9..<12, "the id of a reviewer"), ("a OR b", 2..<4, "a comma is or"),
        ("NOT a", 0..<3, "- is not"),
        ("specialty:\"\"", 0..<12, "specialty:neurology"),
        ("text:" + String(repeating: "a,", count: 17), 0..<39, "at most 16"),
        (String(repeating: "a ", count: 25), 48..<49, "at most 24 terms"),
        (String(repeating: "a", count: 65), 0..<65, "at most 64 characters"),
    ]

    @Test("What is not understood is said with its place and with what may stand there", arguments: refused)
    func problems(text: String, span: Range<Int>, hint: String) throws {
        guard !hint.isEmpty else {
            #expect(try WorklistFilter(parsing: text).terms.count == 1)
            return
        }
        let error = try #require(throws: CaseModelError.self) { try WorklistFilter(parsing: text) }
        guard case .notAFilter(let problem) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(problem.span == span)
        #expect(problem.sentence.contains(hint), "\(problem.sentence)")
        #expect(error.description == problem.sentence)
    }

    @Test("A term knows its place")
    func spans() throws {
        let text = "lumbar  -state:decided,published \"a b\""
        let terms = try WorklistFilter(parsing: text).terms
        let characters = Array(text)
        #expect(
            terms.map { String(characters[$0.span]) } == ["lumbar", "-state:decided,published", "\"a b\""])
    }

    static let completed: [(typed: String, offered: [String])] = [
        (
            "|",
            [
                "due<", "is:", "state:", "specialty:", "priority:", "text:", "number:", "items<", "decided<", "has:",
                "assigned:", "tag:",
            ]
        ),
        ("s|", ["state:", "specialty:", "is:signed", "is:suspended"]),
        ("-s|", ["state:", "specialty:", "is:signed", "is:suspended"]),
        ("lumbar la|", ["is:late"]), ("st|:decided", ["state"]), ("is:o|", ["open"]), ("is:open,l|", ["late"]),
        ("tag:u|", ["urgent"]), ("state:|", ["received", "assigned", "in-review", "decided", "published"]),
        ("due<t|", ["today"]),
        ("specialty:p|", ["\"pain medicine\"", "psychiatry"]), ("specialty:\"pain|", ["\"pain medicine\""]),
        ("items>|", []), ("foo:|", []), ("\"s|\"", []), ("zzz|", []), ("is:open | lumbar", []),
    ]

    @Test("Completion offers what may stand at the cursor", arguments: completed)
    func completion(typed: String, offered: [String]) throws {
        let parts = typed.split(separator: "|", omittingEmptySubsequences: false)
        let text = parts.joined()
        let found = WorklistFilter.completions(
            in: text, at: parts[0].count, specialties: ["Psychiatry", "Pain Medicine", "", "Neurology"],
            tags: ["urgent", "ask-ann"])
        guard typed != "is:open | lumbar" else {
            #expect(found.first == FilterCompletion(text: "due<", range: 8..<8, summary: FilterKey.due.summary))
            return
        }
        var kinds = found.map(\.text)
        if typed == "state:|" { kinds = kinds.filter(offered.contains) }
        #expect(kinds == offered)
    }

    @Test("What is completed is understood")
    func completedIsUnderstood() throws {
        for key in FilterKey.allCases {
            let typed = key.rawValue + (key.compares ? "<" : ":")
            let found = WorklistFilter.completions(in: typed, at: typed.count, specialties: ["Pain, chronic"])
            for completion in found {
                var characters = Array(typed)
                characters.replaceSubrange(completion.range, with: completion.text)
                #expect(throws: Never.self, "\(String(characters))") {
                    try WorklistFilter(parsing: String(characters))
                }
            }
        }
    }
}
