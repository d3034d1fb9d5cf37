internal import Foundation
internal import RationaleTemplates

/// The rationale templates at hand: the reviewer's own before the organization's, both before those of the program.
enum TemplateFolder {
    /// Where an organization keeps templates for all its reviewers.
    private static let shared = "/etc/imr/templates"

    /// Writes a template into the reviewer's own folder, beside those that are there.
    ///
    /// - Returns: the file.
    static func save(_ template: RationaleTemplate) throws(ToolError) -> String {
        let folder = try OutputFolder(Place.configuration + "/templates")
        let stem = String(
            template.name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(60))
        var name = stem + ".md"
        var count = 2
        while FileManager.default.fileExists(atPath: folder.path + "/" + name) {
            name = "\(stem)-\(count).md"
            count += 1
        }
        try folder.write(template.fileText, as: name)
        return folder.path + "/" + name
    }

    /// All templates, a later one of the same name left out; and a sentence for each file that cannot be used.
    static func all() -> (templates: [RationaleTemplate], problems: [String]) {
        var templates: [RationaleTemplate] = []
        var problems: [String] = []
        for folder in [Place.configuration + "/templates", shared] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
            for name in names where name.hasSuffix(".md") && !name.hasPrefix(".") {
                let path = folder + "/" + name
                guard let data = FileManager.default.contents(atPath: path) else { continue }
                do {
                    templates.append(try RationaleTemplate(parsing: String(decoding: data, as: UTF8.self), file: path))
                } catch {
                    problems.append(error.description)
                }
            }
        }
        do {
            templates += try RationaleTemplate.builtIn()
        } catch {
            problems.append(error.description)
        }
        var seen: Set<String> = []
        return (templates.filter { seen.insert($0.name).inserted }, problems)
    }
}
