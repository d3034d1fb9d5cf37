import CaseModel
import Letters
import Testing

@Suite("A guideline line made from citations")
struct CitationLineTests {
    static let low = Citation(source: "MTUS", chapter: "Low Back Complaints", year: 2004, sections: ["Special Studies"])
    static let pain = Citation(
        source: "MTUS", chapter: "Chronic Pain Medical Treatment", year: 2016, sections: ["Opioids"])
    static let other = Citation(
        source: "Official Disability Guidelines (ODG)", chapter: "Shoulder Chapter", year: nil, sections: ["MRI"])

    @Test(
        "It reads back as the citations it was made from",
        arguments: [[low], [pain], [low, pain], [other], [low, other], [low, pain, other]])
    func readsBack(citations: [Citation]) {
        #expect(CitationGrammar.parse(CitationLine.words(citations)) == citations)
    }

    @Test("Sections of one chapter stand together, each once")
    func merges() {
        var more = CitationLineTests.low
        more.sections = ["Initial Care", "Special Studies"]
        let line = CitationLine.words([CitationLineTests.low, more])
        #expect(line == "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies, Initial Care.")
    }

    @Test("No citation is said in words, which cite nothing")
    func none() { #expect(CitationGrammar.parse(CitationLine.words([])).isEmpty) }
}
