import CaseModel
import Guidelines
import Testing

@Suite("Quotations in a rationale")
struct QuotationTests {
    private static let passages = [
        "Traction has not been shown to last, and it is offered to few people after the first month.",
        "Heat and cold at home are options that cost little and do no harm when skin is watched.",
        "Supports for the low back have no lasting benefit beyond the acute phase of the complaint.",
    ]

    static let marks = [
        "He wrote \"%\" here.", "He wrote \u{201C}%\u{201D} here.", "He wrote \u{AB}%\u{BB} here.", "\u{AB} % \u{BB}",
        "He wrote '%' here.", "He wrote \u{2018}%\u{2019} here.", "\"%\"", "(\"%,\" p. 4)",
        "At 5'10\" tall he read \"%\".",
        "\u{201E}%\u{201C}", "the patients' own \"%\"",
    ]

    @Test("Marks of every kind are understood", arguments: marks)
    func marked(_ form: String) throws {
        let test = try TestLibrary([guideline(Self.passages)])
        let quoted = "heat and cold at home are options that cost little"
        let rationale = form.split(separator: "%", omittingEmptySubsequences: false).joined(separator: quoted)
        let found = try #require(try test.library.quotations(in: rationale).first)
        #expect(text(rationale, found.range) == quoted)
        #expect(found.marking == (form.contains("'%") || form.contains("\u{2018}") ? .singleQuoted : .quoted))
        #expect(found.source?.isExact == true)
        #expect(found.source?.passages.map(\.place) == [2])
    }

    @Test("A quotation may run over several passages of a section")
    func severalPassages() throws {
        let test = try TestLibrary([guideline(Self.passages)])
        let rationale =
            "\u{201C}few people after the first month. Heat and cold at home are options that cost little and do "
            + "no harm when skin is watched. Supports for the low back\u{201D}"
        let source = try #require(try test.library.quotations(in: rationale).first?.source)
        #expect(source.passages.map(\.place) == [1, 2, 3])
        #expect(source.isExact)
        #expect(Set(source.alignment.parts.map(\.passageIndex)) == [0, 1, 2])
    }

    @Test("Whole passages may be left out under an ellipsis")
    func ellipsis() throws {
        let test = try TestLibrary([guideline(Self.passages)])
        let rationale = "\"Traction has not been shown to last ... no lasting benefit beyond the acute phase\""
        let source = try #require(try test.library.quotations(in: rationale).first?.source)
        #expect(source.isExact)
        #expect(source.passages.map(\.place) == [1, 2, 3])
    }

    @Test(
        "Five words with one of them changed are found",
        arguments: [
            "hot and cold at home", "heat or cold at home", "heat and ice at home", "heat and cold in home",
            "heat and cold at work",
        ])
    func short(_ quoted: String) throws {
        let test = try TestLibrary([guideline(Self.passages)])
        let source = try #require(try test.library.quotations(in: "\"" + quoted + "\"").first?.source)
        #expect(source.passages.map(\.place) == [2])
        #expect(source.alignment.differences.map(\.kind) == [.changed])
    }

    @Test("A marked quotation that the library lacks has no source")
    func unknown() throws {
        let test = try TestLibrary([guideline(Self.passages)])
        let found = try test.library.quotations(
            in: "He wrote \"seven wholly different words stand between these marks\".")
        #expect(found.map(\.source) == [nil])
    }

    @Test(
        "A short quotation and the words of the reviewer are left alone",
        arguments: [
            "The \"low back\" was treated.", "Heat and cold at home are options.", "", "\"", "\"\"",
            "\u{201C}never closed",
        ])
    func leftAlone(_ rationale: String) throws {
        let test = try TestLibrary([guideline(Self.passages)])
        #expect(try test.library.quotations(in: rationale).isEmpty)
    }

    @Test("An unmarked copy is found with its exact ends")
    func copy() throws {
        let test = try TestLibrary([guideline(Self.passages)])
        let copied = "Heat and cold at home are options that cost very little and do no harm when skin"
        let rationale = "In this case, as is known, " + copied + " was burnt before by such a pack at work."
        let found = try test.library.quotations(in: rationale)
        #expect(found.map(\.marking) == [.unmarked])
        #expect(found.map { text(rationale, $0.range) } == [copied])
        #expect(found.first?.source?.alignment.differences.map(\.kind) == [.added])
    }

    @Test("Of two editions that say the same, the cited one comes first, then the newest")
    func preferred() throws {
        let test = try TestLibrary([guideline(year: 2004, Self.passages), guideline(year: 2016, Self.passages)])
        let rationale = "\"Heat and cold at home are options that cost little\""
        let editions = try test.library.editions()
        #expect(editions.map(\.year) == [2016, 2004])
        for preferring in [[], [editions[0].id], [editions[1].id]] {
            let found = try #require(try test.library.quotations(in: rationale, preferring: preferring).first)
            #expect(found.source?.passages.first?.edition == (preferring.first ?? editions[0].id))
            #expect(found.otherSources.count == 1)
        }
    }

    // MARK: - Figures of accuracy

    private struct Tally {
        var quotations = 0
        var right = 0
        var damages = 0
        var exact = 0
        var invented = 0
    }

    /// Looks for quotations of a library of 3,000 passages and counts what is told rightly.
    private func tally(seed: UInt64, marked: Bool, words: ClosedRange<Int>, damages: Int, count: Int) throws -> Tally {
        var generator = GeneratedGuidelines(seed: seed)
        let guidelines = generator.guidelines(editions: 6, passages: 500)
        let library = try TestLibrary(guidelines).library
        var damage = DamageGenerator(seed: seed + 1)
        var tally = Tally()
        for _ in 0..<count {
            let read = guidelines[damage.pick(guidelines.count)]
            let section = read.sections[damage.pick(read.sections.count)]
            let place = damage.pick(section.passages.count)
            let quotation =
                damages == 0
                ? damage.exact(section.passages[place], words: words)
                : damage.damaged(section.passages[place], words: words, damages: damages)
            let marks = marked ? ("\u{201C}", "\u{201D}") : (" ", " ")
            let rationale =
                generator.passage(words: 20) + " " + marks.0 + quotation.text + marks.1 + " "
                + generator.passage(words: 20)
            tally.quotations += 1
            tally.damages += quotation.damages.count
            let id = PassageID(section: SectionID(edition: read.edition.id, path: section.path), place: place + 1)
            guard let source = try library.quotations(in: rationale).first?.source, source.passages.contains(id) else {
                continue
            }
            tally.right += 1
            var told = reported(
                source.alignment, in: rationale, passages: try source.passages.map { try library.passage($0).text })
            for wanted in quotation.damages {
                guard let index = told.firstIndex(of: wanted) else { continue }
                told.remove(at: index)
                tally.exact += 1
            }
            tally.invented += told.count
        }
        return tally
    }

    @Test(
        "Damaged quotations: the right passage in 99 of 100, each damage told exactly in 97 of 100",
        arguments: [
            (true, 12...60, 3), (true, 8...14, 1), (true, 6...8, 1), (false, 30...60, 3),
        ])
    func damaged(_ marked: Bool, _ words: ClosedRange<Int>, _ damages: Int) throws {
        let tally = try tally(seed: 41, marked: marked, words: words, damages: damages, count: 200)
        #expect(tally.quotations == 200 && tally.damages > 80)
        #expect(Double(tally.right) >= 0.99 * Double(tally.quotations))
        #expect(Double(tally.exact) >= 0.97 * Double(tally.damages))
        #expect(Double(tally.invented) <= 0.03 * Double(tally.damages))
    }

    @Test("Exact quotations, wrapped and set otherwise: no difference at all")
    func exact() throws {
        let tally = try tally(seed: 43, marked: true, words: 6...60, damages: 0, count: 200)
        #expect(tally.right == 200)
        #expect(tally.invented == 0)
    }
}
