import CaseModel
import Foundation
import Guidelines
import Testing
import Workstation

@testable import ReviewTool

/// A shelf with the demonstration guidelines, in a folder of its own.
private final class DemonstrationShelf {
    let shelf: GuidelineShelf
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("imr-\(UUID().uuidString)").path
        let library = try GuidelineLibrary.open(at: folder + "/guidelines.db")
        try library.import(try DemonstrationLibrary.guidelines())
        library.close()
        shelf = GuidelineShelf(path: folder + "/guidelines.db")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
}

@Suite("The guideline shelf behind the pane")
struct GuidelineShelfTests {
    private let day = Day(year: 2017, month: 2, day: 1)

    private func question(_ line: String, administrator: String = "", matter: String = "x") throws -> GuidelineQuestion
    {
        GuidelineQuestion(line: line, administratorLine: administrator, matter: matter, day: try #require(day))
    }

    @Test("What the reviewer cites comes first, then what the claims administrator cited, then what suits the item")
    func order() throws {
        let desk = try DemonstrationShelf()
        let mine = "Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies."
        let theirs = "Decision based on MTUS Shoulder Complaints 2004, Section(s): Initial Care."
        let cited = try desk.shelf.pages(for: question(mine, administrator: theirs))
        #expect(cited.map(\.origin) == [.cited])
        #expect(cited.first?.path == ["MTUS Knee Complaints 2004", "Special Studies"])
        #expect(cited.first?.isInForce == true)
        #expect(cited.first?.isDemonstration == true)
        #expect(cited.first?.passages.isEmpty == false)
        let other = try desk.shelf.pages(for: question("", administrator: theirs))
        #expect(other.map(\.origin) == [.citedByAdministrator])
        let suggested = try desk.shelf.pages(for: question("", matter: "MRI of the right knee"))
        #expect(!suggested.isEmpty && suggested.allSatisfy { $0.origin == .suggested })
    }

    @Test("A whole chapter shows the section that speaks of the item")
    func wholeChapter() throws {
        let desk = try DemonstrationShelf()
        let line = "Decision based on MTUS Knee Complaints 2004."
        let page = try #require(try desk.shelf.pages(for: question(line, matter: "Knee brace, purchase")).first)
        #expect(page.passages.contains { $0.text.lowercased().contains("brace") }, "\(page.path)")
    }

    @Test("What the library lacks is shown as it is cited")
    func lacking() throws {
        let desk = try DemonstrationShelf()
        let line = "Decision based on Non-MTUS Citation Journal of Nowhere, Elbow Chapter."
        let page = try #require(try desk.shelf.pages(for: question(line)).first)
        #expect(page.section == nil && page.passages.isEmpty)
        #expect(page.citation.source == "Journal of Nowhere")
    }

    @Test("The other edition of a chapter is reached, and what changed between the two is told")
    func changes() throws {
        let desk = try DemonstrationShelf()
        let line = "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Opioids."
        let page = try #require(try desk.shelf.pages(for: question(line)).first)
        let way = try #require(page.ways.first { $0.reason.hasPrefix("changes since") })
        let day = try #require(day)
        let changed = try #require(try desk.shelf.page(way.section, day: day))
        #expect(changed.path.first?.contains("2009 to 2016") == true)
        #expect(
            changed.passages.contains { $0.change == .added } && changed.passages.contains { $0.change == .removed })
    }

    @Test(
        "A passage that came to say something else is told word by word",
        arguments: [
            ("Not more than 120 mg a day.", "Not more than 80 mg a day.", "Not more than [−120] [+80] mg a day."),
            ("Heat and cold at home are options.", "Heat at home is an option.", nil),
            ("One two three four five six.", "One two four five six.", "One two [−three] four five six."),
            ("One two four five six.", "One two three four five six.", "One two [+three] four five six."),
            ("One two three four.", "One two three five.", "One two three [−four] [+five]."),
            ("Ünïcode is 🦴 four here.", "Ünïcode is 🦴 five here.", "Ünïcode is 🦴 [−four] [+five] here."),
            ("The same words.", "The same words!", nil),
        ])
    func wordByWord(earlier: String, later: String, expected: String?) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("imr-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let library = try GuidelineLibrary.open(at: folder + "/guidelines.db")
        let editions = [(2009, earlier), (2016, later)].map { year, text in
            ReadGuideline(
                FrontMatter(publisher: "MTUS", title: "T", year: year),
                sections: [ReadSection(path: "1", title: "A section", depth: 1, passages: [text])])
        }
        try library.import(editions)
        let changes = EditionChanges(
            earlier: SectionID(edition: editions[0].edition.id, path: "1"),
            later: SectionID(edition: editions[1].edition.id, path: "1"))
        let passages = try changes.page(from: library).passages
        guard let expected else {
            #expect(!passages.contains { $0.change == .altered })
            return
        }
        let passage = try #require(passages.first)
        #expect(passages.count == 1 && passage.change == .altered && passage.text == expected)
        let characters = Array(passage.text)
        let marked = passage.words.map { String(characters[$0.range]) }
        #expect(
            marked
                == passage.words.map { $0.isAdded ? "[+" : "[−" }.enumerated().map { index, sign in
                    sign + String(marked[index].dropFirst(2))
                })
        #expect(marked.allSatisfy { $0.hasSuffix("]") } && !marked.isEmpty)
    }

    @Test("A search is kept within the guideline or the section")
    func within() throws {
        let desk = try DemonstrationShelf()
        let everywhere = try desk.shelf.search("brace", within: nil)
        let first = try #require(everywhere.first { $0.title.contains("Knee") })
        let edition = try #require(first.section.split(separator: "#").first)
        let kept = try desk.shelf.search("brace", within: String(edition))
        #expect(!kept.isEmpty && kept.count < everywhere.count)
        #expect(kept.allSatisfy { $0.section.hasPrefix(edition) })
        #expect(try desk.shelf.search("brace", within: first.section).allSatisfy { $0.section == first.section })
    }

    @Test("A quotation is found with the word that was changed, in characters of the rationale")
    func quotation() throws {
        let desk = try DemonstrationShelf()
        let rationale = "Café notes: “Strengthening of the thigh is the worst proved measure.” So it is."
        let found = try #require(try desk.shelf.quotations(in: rationale).first)
        #expect(found.isMarked && !found.isExact)
        let characters = Array(rationale)
        let differing = found.parts.filter { !$0.isSame }
        #expect(differing.map(\.quoted) == ["worst"])
        #expect(differing.map(\.stored) == ["best"])
        #expect(differing.map { String(characters[$0.range]) } == ["worst"])
    }

    @Test("Without a library every answer is empty")
    func none() throws {
        let shelf = GuidelineShelf(path: "/nowhere/guidelines.db")
        #expect(try shelf.pages(for: question("Decision based on MTUS Knee Complaints 2004.")).isEmpty)
        #expect(try shelf.search("brace", within: nil).isEmpty)
        #expect(try shelf.quotations(in: "“five words stand in here”").isEmpty)
    }
}
