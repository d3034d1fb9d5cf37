import CaseModel
import RationaleTemplates
import Testing

@Suite("Rationale templates")
struct TemplateTests {
    static let norco = DisputedItem(
        text: "Norco 10/325 mg #60 was the original request. …",
        amounts: Amounts(original: "Norco 10/325 mg #60", authorized: "#25", remaining: "Norco 10/325 mg #35"))

    private func item(_ text: String) -> DisputedItem { DisputedItem(text: text) }

    private func values(_ item: DisputedItem, guideline: String = "The MTUS") -> TemplateValues {
        TemplateValues(item: item, in: Determination(), guideline: guideline)
    }

    @Test("Every template of the program is whole, and every kind has one for each decision")
    func builtIn() throws {
        let templates = try RationaleTemplate.builtIn()
        #expect(Set(templates.map(\.name)).count == templates.count)
        for kind in ItemKind.allCases {
            for decision in Decision.allCases {
                #expect(
                    templates.contains { $0.kinds.contains(kind) && $0.decisions == [decision] }, "\(kind) \(decision)")
            }
        }
        #expect(templates.contains { $0.isForSplit && $0.decisions == [.upheld] })
        #expect(templates.contains { $0.isForSplit && $0.decisions == [.overturned] })
        for template in templates {
            let text = try template.filled(with: values(TemplateTests.norco))
            #expect(text.contains("⟦") && !text.contains("{{") && !text.contains("[["), "\(template.name)")
        }
    }

    @Test(
        "The template that fits best comes first",
        arguments: [
            ("MRI of the lumbar spine", Decision.upheld, "imaging, criteria not met"),
            ("MRI of the lumbar spine", .overturned, "imaging, criteria met"),
            ("Physical therapy 2 times a week for 4 weeks", .upheld, "therapy, beyond the recommended number"),
            ("Tramadol 50 mg #60", .upheld, "opioid, no functional benefit, weaning"),
            ("Gabapentin 300 mg #90", .overturned, "medication, indicated"),
            ("Lumbar epidural steroid injection L4-5", .upheld, "injection or block, criteria not met"),
            ("Right shoulder arthroscopy", .overturned, "surgery, criteria met"),
            ("Lumbar support brace", .upheld, "equipment, need not shown"),
            ("Consultation with a spine specialist", .upheld, "evaluation or test, purpose not shown"),
        ])
    func fits(text: String, decision: Decision, name: String) throws {
        let fitting = RationaleTemplate.fitting(try RationaleTemplate.builtIn(), item: item(text), decision: decision)
        #expect(fitting.first?.name == name, "\(fitting.map(\.name))")
    }

    @Test("Values are filled in as they are, and one that the case lacks is a blank of its name")
    func fills() throws {
        let template = RationaleTemplate(
            name: "x", body: "{{item}} & <{{guideline}}>: {{dateOfInjury}} [[why]], {{authorized}}")
        let text = try template.filled(with: values(TemplateTests.norco, guideline: ""))
        #expect(text == "Norco 10/325 mg #35 & <⟦guideline⟧>: ⟦dateOfInjury⟧ ⟦why⟧, #25")
    }

    @Test(
        "What is wrong with a file is told with its line",
        arguments: [
            ("name = \"x\"\n", 1, "front matter"), ("+++\nnmae = \"x\"\n+++\nbody", 2, "not known"),
            ("+++\nkinds = [\"imaging\"]\n+++\nbody", 1, "lacks a name"),
            ("+++\nname = \"x\"\nkinds = [\"xray\"]\n+++\nbody", 3, "no kind"),
            ("+++\nname = \"x\"\ndecisions = [\"maybe\"]\n+++\nbody", 3, "no decision"),
            ("+++\nname = \"x\"\n+++\n\nfirst {{item}}\nthen {{itme}}", 6, "itme"),
            ("+++\nname = \"x\"\n+++\nfirst {{item", 4, "cannot be read"), ("+++\nname = \n+++\nbody", 2, "TOML"),
        ])
    func refuses(text: String, line: Int, words: String) throws {
        let error = try #require(throws: TemplateError.self) { try RationaleTemplate(parsing: text, file: "t.md") }
        #expect(error.description.hasPrefix("t.md:\(line):"), "\(error)")
        #expect(error.description.contains(words), "\(error)")
    }

    @Test("A rationale becomes a template that fills to the same words")
    func makes() throws {
        let values = values(TemplateTests.norco, guideline: "The MTUS, Opioid Treatment (2016)")
        let rationale = "The request is for Norco 10/325 mg #35. The MTUS, Opioid Treatment (2016) says ⟦what⟧ {{x}}."
        let body = RationaleTemplate.body(of: rationale, values: values)
        #expect(body == "The request is for {{item}}. {{guideline}} says [[what]] { {x}}.")
        let made = RationaleTemplate(name: "mine “own”", kinds: [.opioid], decisions: [.upheld], body: body)
        let read = try RationaleTemplate(parsing: made.fileText, file: "mine.md")
        #expect(
            (read.name, read.kinds, read.decisions, read.body) == (made.name, made.kinds, made.decisions, made.body))
        #expect(try read.filled(with: values) == rationale.replacing("{{", with: "{ {"))
    }
}
