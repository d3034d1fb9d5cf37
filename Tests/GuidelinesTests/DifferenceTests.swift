import Guidelines
import Testing

@Suite("Two editions of a chapter")
struct DifferenceTests {
    private func edition(_ year: Int, _ sections: [(String, [String])]) -> ReadGuideline {
        ReadGuideline(
            FrontMatter(publisher: "MTUS", title: "T", year: year),
            sections: sections.enumerated().map { index, section in
                ReadSection(path: String(index + 1), title: section.0, depth: 1, passages: section.1)
            })
    }

    @Test("Sections that stayed, changed, came and went, passage by passage")
    func sections() throws {
        let old = edition(
            2009,
            [
                ("Introduction", ["The same words."]),
                ("Opioids", ["Not more than 120 mg a day.", "Left out of the later one."]),
                ("Vanished", ["Gone."]),
                ("Gabapentin (Neurontin)", ["First choice."]),
            ])
        let new = edition(
            2016,
            [
                ("Introduction", ["The  same words."]),
                ("Arrived", ["New."]),
                ("Opioids", ["Brand new opening words stand here.", "Not more than 80 mg a day."]),
                ("Gabapentin", ["First choice."]),
            ])
        let library = try TestLibrary([old, new]).library
        let differences = try library.differences(old.edition.id, new.edition.id)
        #expect(
            differences.map { "\($0.earlier?.title ?? "-") > \($0.later?.title ?? "-") \($0.isSame)" } == [
                "Introduction > Introduction true", "- > Arrived false", "Opioids > Opioids false",
                "Vanished > - false", "Gabapentin (Neurontin) > Gabapentin false",
            ])
        let opioids = try #require(differences.first { $0.later?.title == "Opioids" })
        #expect(opioids.parts.map { [$0.earlier?.id.place, $0.later?.id.place] } == [[nil, 1], [1, 2], [2, nil]])
        let changed = try #require(opioids.parts[1].alignment)
        #expect(changed.differences.map { text("Not more than 120 mg a day.", $0.passage) } == ["120"])
        #expect(changed.differences.map { text("Not more than 80 mg a day.", $0.quotation) } == ["80"])
    }

    @Test("An edition does not differ from itself")
    func itself() throws {
        let library = try TestLibrary.demonstration().library
        for edition in try library.editions() {
            let differences = try library.differences(edition.id, edition.id)
            #expect(differences.allSatisfy { $0.isSame })
            #expect(differences.count == (try library.sections(of: edition.id).count))
        }
    }

    @Test("The two editions of the demonstration chapter share sections and differ in some")
    func demonstration() throws {
        let library = try TestLibrary.demonstration().library
        let editions = try library.editions().filter { $0.chapter == "Chronic Pain Medical Treatment" }
        #expect(editions.map(\.year) == [2016, 2009])
        let differences = try library.differences(editions[1].id, editions[0].id)
        let benzodiazepines = try #require(differences.first { $0.later?.title == "Benzodiazepines" })
        let changed = benzodiazepines.parts.compactMap(\.alignment).flatMap(\.differences).filter {
            $0.kind == .changed
        }
        #expect(changed.count == 1)
        #expect(differences.contains { $0.isSame } && differences.contains { $0.earlier == nil })
        #expect(differences.compactMap(\.earlier).count == (try library.sections(of: editions[1].id).count))
    }
}
