import CaseModel
import Foundation
import Programmes
import Testing

@Suite("Program profiles")
struct ProfileTests {
    @Test("California's profile holds what its law prescribes")
    func california() {
        let profile = Profiles.california
        #expect(profile.id == ProgrammeShelf.usual)
        #expect(profile.standards.map(\.id) == ["A", "B", "C", "D", "E", "F"] && profile.standardsAreStrict)
        #expect(profile.words(of: .partialOverturn) == "Partial Overturn")
        #expect(profile.consolidation == [.employee, .requestingPhysician, .injury])
        #expect(profile.reviewer.yearsMoreThan == 5 && profile.reviewer.weeklyHours == 24)
        #expect(profile.letter.methodology(of: "Northgate").hasPrefix("Northgate sent the complete case file"))
        #expect(profile.letter.methodology(of: "").hasPrefix("The review organization sent"))
        #expect(profile.notices.contains { $0.itemWords.contains("norco") && $0.toldBy.contains("taper") })
        #expect(profile.panel.decision(of: [.upheld, .overturned]) == .overturned)
        #expect(profile.panel.decision(of: [.upheld, .upheld, .overturned]) == .upheld)
        #expect(profile.severities["citation.none"] == .error)
    }

    @Test(
        "A chapter's editions are known with their days",
        arguments: [
            ("chronic pain medical treatment", "2016-01-01", [2009]), ("Low Back Complaints", "2017-11-30", [2004]),
            ("Low Back Complaints", "2017-12-01", []), ("Low Back Disorders", "2017-11-30", []),
            ("Low Back Disorders", "2019-06-01", [2016, 2019]), ("Opioids", "2018-01-01", [2017]),
            ("Coronavirus (COVID-19)", "2021-05-01", [2021]), ("No Such Chapter", "2018-01-01", []),
        ])
    func editions(chapter: String, on text: String, years: [Int]) {
        let editions = Profiles.california.editions(ofChapter: chapter)
        #expect(editions.filter { $0.inForce.contains(day(text)) }.map(\.year) == years)
    }

    @Test(
        "Case numbers have the program's form",
        arguments: [
            ("CM17-0020243", true), ("CM16-10000007", true), ("IMR 13-000004", true), ("CM17-002024", false),
            ("XM17-0020243", false), ("CM17-00202 3", false), ("", false),
        ])
    func caseNumbers(number: String, matches: Bool) {
        #expect(Profiles.california.caseNumber.matches(number) == matches)
    }

    @Test("Another program is only another file")
    func texas() throws {
        let texas = try Profiles.texas()
        #expect(texas.words(of: .partialOverturn) == "Partially Overturned")
        #expect(!texas.standardsAreStrict && texas.caseNumber.matches("TX-004711"))
        #expect(
            texas.coverLetter.filled(with: ["case-number": "TX-000001", "outcome": "Upheld"])
                == "The review of TX-000001 is done; the outcome is Upheld.")
        #expect(texas.coverLetter.filled(with: [:]).contains("{{outcome}}"))
    }

    /// A change of the second profile's text, and what is then told of it.
    struct Fault: Sendable, CustomTestStringConvertible {
        var what: String
        var old: String
        var new: String
        var key: String?
        /// Words of the line that is told.
        var line: String
        var reason: String

        var testDescription: String { what }
    }

    static let faults = [
        Fault(
            what: "misspelt key", old: "strict = false", new: "stricct = false", key: "stricct", line: "stricct",
            reason: "not known in [standards]; there are strict"),
        Fault(
            what: "unknown table", old: "[panel]", new: "[pannel]", key: "pannel", line: "[pannel]",
            reason: "not known here"),
        Fault(
            what: "missing key", old: "vote = \"majority\"", new: "", key: "vote", line: "[panel]",
            reason: "it is missing in [panel]; it is majority or unanimous"),
        Fault(
            what: "missing table",
            old: "[appeal-notice]\nheading = \"If you disagree\"\ntext = \"A party may ask for a hearing.\"", new: "",
            key: "appeal-notice", line: "# A second", reason: "missing"),
        Fault(
            what: "text for a number", old: "amount = 8", new: "amount = \"8\"", key: "amount", line: "amount = \"8\"",
            reason: "a whole number from 0 to 3660"),
        Fault(
            what: "number for a text", old: "name = \"Texas independent review\"", new: "name = 7", key: "name",
            line: "name = 7", reason: "a text in quotation marks"),
        Fault(
            what: "number out of range", old: "amount = 20", new: "amount = 99999", key: "amount",
            line: "amount = 99999", reason: "a whole number"),
        Fault(
            what: "no such unit", old: "amount = 3\nunit = \"calendar-days\"", new: "amount = 3\nunit = \"weeks\"",
            key: "unit", line: "unit = \"weeks\"", reason: "calendar-days, working-days or hours"),
        Fault(
            what: "no such event", old: "from = [\"documents-received\"]\namount = 15",
            new: "from = [\"records\"]\namount = 15", key: "from", line: "from = [\"records\"]",
            reason: "“records” is not known"),
        Fault(
            what: "month of no year", old: "month = 3", new: "month = 13", key: "month", line: "month = 13",
            reason: "from 1 to 12"),
        Fault(
            what: "day of no month", old: "month = 3\nday = 2", new: "month = 2\nday = 30", key: "day",
            line: "day = 30", reason: "from 1 to 29"),
        Fault(
            what: "day that there is not", old: "effective-from = 2012-01-01", new: "effective-from = 2012-02-30",
            key: "effective-from", line: "effective-from", reason: "the calendar has no day 2012-02-30"),
        Fault(
            what: "no TOML", old: "strict = false", new: "strict = ", key: nil, line: "strict = ",
            reason: "no valid TOML"),
        Fault(
            what: "placeholder unknown", old: "{{outcome}}", new: "{{result}}", key: "text",
            line: "text = \"The review", reason: "no placeholder “result”"),
        Fault(
            what: "kind that no party has", old: "parties = [\"employee\"]", new: "parties = [\"employer\"]",
            key: "parties", line: "parties = [\"employer\"]", reason: "“employer”"),
        Fault(
            what: "standard twice", old: "id = \"2\"", new: "id = \"1\"", key: "id",
            line: "id = \"1\"\nname = \"generally", reason: "stands twice"),
        Fault(
            what: "table for a list", old: "[[holiday]]", new: "[holiday]", key: "holiday", line: "[holiday]",
            reason: "[[holiday]]"),
        Fault(
            what: "severity that there is not", old: "[panel]",
            new: "[severity]\n\"citation.none\" = \"grave\"\n[panel]", key: "citation.none", line: "\"citation.none\"",
            reason: "error, warning, note or off"),
        Fault(
            what: "rule that there is not", old: "[panel]", new: "[severity]\n\"no.such\" = \"error\"\n[panel]",
            key: "no.such", line: "\"no.such\"", reason: "no rule of this id"),
        Fault(
            what: "key within a text is none", old: "text = \"A party may ask for a hearing.\"\n",
            new: "text = \"\"\"\nsize = 3\n[panel]\n\"\"\"\nsize = 3\n", key: "size", line: "size = 3\n",
            reason: "not known in [appeal-notice]"),
    ]

    @Test("A malformed profile is refused with file, line, key and reason", arguments: faults)
    func malformed(_ fault: Fault) throws {
        let text = try Profiles.texasText()
        let range = try #require(text.range(of: fault.old))
        let damaged = text.replacingCharacters(in: range, with: fault.new)
        // The last place of the words, for a text may hold what looks like them.
        let place = try #require(damaged.range(of: fault.line, options: .backwards))
        let line = damaged[..<place.lowerBound].count { $0 == "\n" } + 1
        let rules: Set<String> = ["citation.none"]
        let error = #expect(throws: ProgrammeError.self) {
            try ProgrammeProfile(parsing: damaged, name: "own.toml", rules: rules)
        }
        guard case .malformed(let file, let told, let key, let reason) = error else {
            Issue.record("refused otherwise: \(String(describing: error))")
            return
        }
        #expect(file == "own.toml" && told == line && key == fault.key)
        #expect(reason.contains(fault.reason), "\(reason)")
        #expect(error?.description.hasPrefix("own.toml:\(line): ") == true)
    }
}
