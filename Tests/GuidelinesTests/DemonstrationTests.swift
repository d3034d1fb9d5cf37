import Guidelines
import Testing

@Suite("The demonstration library")
struct DemonstrationTests {
    @Test("Every text says in its front matter and its first line that it is not for clinical use")
    func marked() throws {
        let guidelines = try DemonstrationLibrary.guidelines()
        #expect(guidelines.count >= 16)
        for guideline in guidelines {
            #expect(guideline.edition.isDemonstration)
            #expect(guideline.edition.title == "Demonstration text of the imr project, not for clinical use")
            #expect(guideline.sections.first?.passages.first?.hasPrefix(guideline.edition.title) == true)
        }
    }

    @Test("Every section has words in it or in a section below it, and no title comes twice")
    func complete() throws {
        for guideline in try DemonstrationLibrary.guidelines() {
            for section in guideline.sections {
                let below = guideline.sections.filter { $0.path.hasPrefix(section.path + ".") }
                #expect(!section.passages.isEmpty || !below.isEmpty, "\(section.title)")
            }
            #expect(Set(guideline.sections.map(\.title)).count == guideline.sections.count)
        }
    }
}
