import CaseModel
import Foundation
import Guidelines

/// Measures one generated library: what it takes to fill, to look up citations, to search and to align.
///
/// The same seeds on every machine: what differs from run to run are the times alone.
struct LibraryMeasurement {
    private let label: String
    private let guidelines: [ReadGuideline]
    private let passageCount: Int
    /// The library's own folder, gone afterwards.
    private let folder: String
    private var generator: GeneratedGuidelines
    private var damage = DamageGenerator(seed: 3)

    /// How many editions every library has, and how often things are measured.
    private static let editions = 50
    private static let citations = 500
    private static let words = 200
    private static let rationales = 200

    /// - Parameter passages: how many; a multiple of the number of editions.
    init(passages: Int, folder: String) {
        var generator = GeneratedGuidelines(seed: 7)
        guidelines = generator.guidelines(
            editions: LibraryMeasurement.editions, passages: passages / LibraryMeasurement.editions)
        self.generator = generator
        passageCount = passages
        label = "\(passages.formatted(.number.locale(Locale(identifier: "en_US")))) passages: "
        self.folder = folder + "/measured-library"
    }

    /// Prints the library's lines.
    func run() throws {
        // One that was broken off has left its library.
        try? FileManager.default.removeItem(atPath: folder)
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw MeasurementError.cannotWrite(folder: folder)
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let library = try filled()
        defer { library.close() }
        var measurement = self
        try measurement.citations(in: library)
        try measurement.searches(in: library)
        try measurement.rationales(in: library)
    }

    /// Imports all, again too, and opens the library for reading as a reviewer does.
    private func filled() throws -> GuidelineLibrary {
        let path = folder + "/library.db"
        let library = try GuidelineLibrary.open(at: path)
        let taken = try milliseconds { try library.import(guidelines) }
        Table.row(label + "imported", [Double(passageCount) / taken * 1e3], "passages a second")
        let again = try milliseconds { try library.import(guidelines) }
        Table.row("  the same again, unchanged", [again], "ms")
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        Table.row("  size of the file", [Double(size) / 1e6], "MB")
        library.close()
        return try GuidelineLibrary.open(at: path, readOnly: true)
    }

    /// Titles cut short, from the citation to the text of the passage; the first of an edition reads its titles.
    private mutating func citations(in library: GuidelineLibrary) throws {
        var first: [Double] = []
        for guideline in guidelines {
            let citation = Citation(
                source: "MTUS", chapter: guideline.edition.chapter, year: guideline.edition.year, sections: ["None"])
            first.append(try milliseconds { _ = try library.resolve(citation) })
        }
        Table.row(label + "first citation of an edition", first, "ms")
        var taken: [Double] = []
        var right = 0
        for _ in 0..<LibraryMeasurement.citations {
            let guideline = guidelines[damage.pick(guidelines.count)]
            let title = guideline.sections[damage.pick(guideline.sections.count)].title
            let citation = Citation(
                source: "MTUS", chapter: guideline.edition.chapter, year: guideline.edition.year,
                sections: [title.count > 9 ? String(title.dropLast(3)) : title])
            var found: Section?
            let time = try milliseconds {
                let best = try library.resolve(citation).sections.first?.best
                if let id = best?.passage { _ = try library.passage(id) }
                found = best?.section
            }
            taken.append(time)
            if found?.title == title, found?.id.edition == guideline.edition.id { right += 1 }
        }
        Table.row(label + "citation → passage", taken, "ms")
        Table.share("  the section that was cited", right, of: LibraryMeasurement.citations)
    }

    /// Rare and common words, a beginning of a word, and words that all passages have.
    private mutating func searches(in library: GuidelineLibrary) throws {
        var texts = ["the", "pain", "of the", "treatment of pain", "pai", "the of and to in is"]
        for _ in 0..<LibraryMeasurement.words { texts.append(generator.word()) }
        for (name, order) in [("search, newest first", SearchOrder.newest), ("search, ranked", .best)] {
            let taken = try texts.map { text in
                try milliseconds { _ = try library.search(words: text, order: order, limit: 50) }
            }
            Table.row(label + name, taken, "ms")
        }
    }

    /// Rationales with damaged quotations, aligned against the whole library.
    private mutating func rationales(in library: GuidelineLibrary) throws {
        let passages = guidelines.flatMap { guideline in
            guideline.sections.flatMap { section in
                section.passages.enumerated().map { place, text in
                    let id = SectionID(edition: guideline.edition.id, path: section.path)
                    return QuotedRationale.Source(id: PassageID(section: id, place: place + 1), text: text)
                }
            }
        }
        var taken: [Double] = []
        var accuracy = QuotationAccuracy()
        for _ in 0..<LibraryMeasurement.rationales {
            let rationale = QuotedRationale(from: passages, &generator, &damage)
            var found: [Quotation] = []
            taken.append(try milliseconds { found = try library.quotations(in: rationale.text) })
            try accuracy.count(found, in: rationale, library)
        }
        Table.row(label + "300-word rationale aligned", taken, "ms")
        Table.share("  quotations: the right passage", accuracy.right, of: accuracy.quotations)
        Table.share("  damages told exactly", accuracy.exact, of: accuracy.damages)
        Table.share("  told but not done", accuracy.invented, of: accuracy.damages)
    }
}
