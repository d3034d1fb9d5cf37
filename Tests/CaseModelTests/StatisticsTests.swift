import CaseModel
import Testing

@Suite("Statistics") struct StatisticsTests {
    static let times: [(days: [Int], median: Int, ninetieth: Int)] = [
        ([4], 4, 4), ([1, 2], 1, 2), ([3, 1, 2], 2, 3), (Array(1...10), 5, 9), (Array(1...100), 50, 90),
        (Array(repeating: 7, count: 11), 7, 7),
    ]

    @Test("The median and the ninetieth percentile are values that occurred", arguments: times)
    func ranks(days: [Int], median: Int, ninetieth: Int) {
        let times = DecisionTimes(days: days.reversed())
        #expect(times?.count == days.count)
        #expect(times?.median == median)
        #expect(times?.ninetieth == ninetieth)
        #expect(DecisionTimes(days: []) == nil)
    }

    static let cells: [(cell: String, written: String)] = [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("a\nb", "\"a\nb\""),
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""), ("\r\n=x", "\"'\r\n=x\""), ("  =1", "'  =1"), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
        ("a=b", "a=b"), ("1-2", "1-2"),
    ]

    @Test("No cell is a formula, and every cell is read back as one", arguments: cells)
    func cell(cell: String, written: String) {
        #expect(CommaSeparated.line([cell]) == written + "\r\n")
        #expect(CommaSeparated.line(["x", cell]) == "x," + written + "\r\n")
    }

    @Test("A table that is shortened drops no count")
    func shortened() {
        let table = StatisticsTable(title: "t", lines: (1...9).map { StatisticsTable.Line("l\($0)", $0) })
        for limit in 1...12 {
            let short = table.shortened(to: limit)
            #expect(short.total == table.total)
            #expect(short.lines.count == min(limit, 9))
        }
        #expect(table.shortened(to: 3).lines.last == StatisticsTable.Line("7 others", 42))
    }

    @Test("A view has a name and a filter that is understood")
    func views() throws {
        for name in ["", " ", "a\nb", String(repeating: "x", count: 41)] {
            #expect(throws: CaseModelError.notAViewName) { try SavedView(name: name, filter: "") }
        }
        #expect(throws: CaseModelError.self) { try SavedView(name: "x", filter: "due<soon") }
        let view = try SavedView(name: "urgent", filter: "due<3d", sort: .state, onlyOpen: true)
        let query = view.query(today: .epoch)
        #expect((query.words, query.sort, query.onlyOpen, query.today) == ("due<3d", .state, true, .epoch))
    }
}
