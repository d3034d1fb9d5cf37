internal import CaseModel
internal import Foundation

/// The documents of a case in a folder that is named like its number.
enum RecordFolder {
    /// The records in the folder, in the order of names, and what could not be read; both empty without a folder.
    static func read(_ folder: String) -> (records: [CaseRecord], problems: [IntakeError]) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder).sorted() else { return ([], []) }
        var records: [CaseRecord] = []
        var problems: [IntakeError] = []
        for name in names where !name.hasPrefix(".") {
            let path = folder + "/" + name
            do throws(IntakeError) {
                let pages = RecordPages.pages(of: try SourceText.read(path))
                let title = name.split(separator: ".").dropLast().joined(separator: ".")
                records.append(
                    CaseRecord(title: title, pages: pages, kind: kind(of: title), controlNumber: control(of: title)))
            } catch {
                problems.append(error)
            }
        }
        return (records, problems)
    }

    /// The kind that the name tells: `MedicalRecords_10000123`, `NOARFI 10000124`.
    static func kind(of title: String) -> RecordKind {
        let plain = title.lowercased().filter { $0.isLetter }
        if plain.contains("medicalrecord") { return .medicalRecords }
        return plain.contains("noarfi") ? .noarfi : .other
    }

    /// The document control number in the name: the last word of letters and digits with at least five digits.
    static func control(of title: String) -> String {
        let words = title.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.last { word in word.count { $0.isNumber } >= 5 }.map(String.init) ?? ""
    }
}
