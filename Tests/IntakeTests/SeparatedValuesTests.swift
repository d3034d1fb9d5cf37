import Foundation
import Testing

@testable import Intake

@Suite("Separated values") struct SeparatedValuesTests {
    /// Reads all rows of a text.
    static func rows(_ data: Data, separator: String = ",") throws -> [SeparatedValues.Row] {
        let folder = try Folder()
        try folder.write(data, to: "values.csv")
        var reader = try SeparatedValues(path: folder.path + "/values.csv", separator: separator.utf8.first ?? 0)
        var rows: [SeparatedValues.Row] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }

    static let texts: [(text: String, rows: [SeparatedValues.Row])] = [
        ("", []), ("\n\r\n\r", []), ("a", [.cells(["a"], line: 1)]), ("a,b\n", [.cells(["a", "b"], line: 1)]),
        ("\u{FEFF}a,b\r\nc,d\r\n", [.cells(["a", "b"], line: 1), .cells(["c", "d"], line: 2)]),
        ("a\rb\r\rc", [.cells(["a"], line: 1), .cells(["b"], line: 2), .cells(["c"], line: 4)]),
        ("a,,\n,\n", [.cells(["a", "", ""], line: 1), .cells(["", ""], line: 2)]),
        ("\"a,b\",c", [.cells(["a,b", "c"], line: 1)]), ("\"\",x", [.cells(["", "x"], line: 1)]),
        ("\"\"", [.cells([""], line: 1)]), ("\"say \"\"no\"\"\",x", [.cells(["say \"no\"", "x"], line: 1)]),
        (
            "\"one\r\ntwo\n\nthree\",x\ny,z",
            [.cells(["one\ntwo\n\nthree", "x"], line: 1), .cells(["y", "z"], line: 5)]
        ),
        ("\"a\" ,b", [.cells(["a", "b"], line: 1)]), ("5\" pipe,b", [.cells(["5\" pipe", "b"], line: 1)]),
        (" a , b ", [.cells([" a ", " b "], line: 1)]), ("ü,日本", [.cells(["ü", "日本"], line: 1)]),
    ]

    @Test("Rows are those of RFC 4180, with the line on which each begins", arguments: texts)
    func reads(text: String, rows: [SeparatedValues.Row]) throws {
        #expect(try SeparatedValuesTests.rows(Data(text.utf8)) == rows)
        #expect(
            try SeparatedValuesTests.rows(Data(text.replacing(",", with: ";").utf8), separator: ";").count == rows.count
        )
    }

    static let broken: [(name: String, row: Data, words: String)] = [
        ("text behind quotes", Data("\"a\"b,c\n".utf8), "behind a closing quotation mark"),
        ("no UTF-8", Data([0x61, 0xFF, 0x0A]), "not UTF-8"),
        ("cells", Data((String(repeating: ",", count: 600) + "\n").utf8), "more than 512 cells"),
        ("a line of 10 MB", Data(repeating: 0x61, count: 10 << 20) + [0x0A], "longer than 1 MB"),
        ("10 MB in quotes", [0x22] + Data(repeating: 0x61, count: 10 << 20) + [0x0A], "not closed"),
    ]

    @Test("A broken row is refused with its line, and the rows around it are read", arguments: broken)
    func refuses(name: String, row: Data, words: String) throws {
        let rows = try SeparatedValuesTests.rows(Data("a,b\n".utf8) + row + Data("c,d\n".utf8))
        #expect(rows.count == 3)
        #expect(rows.first == .cells(["a", "b"], line: 1))
        #expect(rows.last == .cells(["c", "d"], line: 3))
        guard case .refused(let reason, 2)? = rows.dropFirst().first else {
            Issue.record("\(name) was not refused")
            return
        }
        #expect(reason.contains(words))
    }

    @Test("A quotation that is never closed is told with the line of its row")
    func unclosed() throws {
        let rows = try SeparatedValuesTests.rows(Data("a,b\nc,\"d\ne,f\n".utf8))
        #expect(rows == [.cells(["a", "b"], line: 1), .refused("a quotation mark is not closed; close it", line: 2)])
    }

    @Test("Rows are the same wherever the file is read in parts")
    func parts() throws {
        let row = "\"multi\r\nline, with \"\"quotes\"\"\",ünïcode,plain\r\n"
        let text = String(repeating: row, count: 5_000)
        let rows = try SeparatedValuesTests.rows(Data(("h,i,j\r\n" + text).utf8))
        #expect(rows.count == 5_001)
        for (index, row) in rows.dropFirst().enumerated() {
            #expect(row == .cells(["multi\nline, with \"quotes\"", "ünïcode", "plain"], line: 2 + 2 * index))
        }
    }
}
