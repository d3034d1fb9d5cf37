import Foundation

/// Measures the guideline library, the determination check, signatures, the worklist and the forms of letters, and
/// prints a table; `Scripts/bench` calls it.
///
///     Measurements library FOLDER    the libraries are made in the folder and removed again
///     Measurements check LETTERS     a folder of letters as text
///     Measurements signing FOLDER    the bundles are made in the folder and removed again
///     Measurements worklist FOLDER   the store is made in the folder, once
///     Measurements commits FOLDER    the store is made in the folder and removed again
///     Measurements export COUNT      so many synthetic letters
@main
enum Measurements {
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        do {
            switch (arguments.count, arguments.first, arguments.last) {
            case (2, "library", let folder?):
                Table.head()
                for passages in [1_000, 10_000, 100_000] {
                    try LibraryMeasurement(passages: passages, folder: folder).run()
                }
            case (2, "check", let folder?):
                let measurement = try CheckMeasurement(folder: folder)
                Table.head()
                try measurement.run()
            case (2, "signing", let folder?):
                let measurement = try SigningMeasurement(folder: folder)
                Table.head()
                try measurement.run()
            case (2, "worklist", let folder?):
                Table.head()
                try await WorklistMeasurement(cases: 100_000, folder: folder).run()
                try await HistoryMeasurement(rows: 20_000, folder: folder).run()
            case (2, "commits", let folder?):
                let measurement = try CommitMeasurement(folder: folder)
                Table.head()
                try await measurement.run()
            case (2, "export", let count?):
                Table.head()
                try ExportMeasurement(letters: max(1, Int(count) ?? 1)).run()
            default:
                fail(
                    "Say what to measure: library FOLDER, check LETTERS, signing FOLDER, worklist FOLDER, commits FOLDER "
                        + "or export COUNT."
                )
            }
        } catch {
            fail("\(error)")
        }
    }

    private static func fail(_ sentence: String) -> Never {
        FileHandle.standardError.write(Data((sentence + "\n").utf8))
        exit(1)
    }
}

/// Why nothing can be measured.
enum MeasurementError: Error, CustomStringConvertible {
    /// The folder has no letter that can be read, or is none.
    case noLetters(folder: String)
    /// Nothing can be made in the folder.
    case cannotWrite(folder: String)

    var description: String {
        switch self {
        case .noLetters(let folder): "\(folder): holds no letter as text; name a folder with some."
        case .cannotWrite(let folder): "\(folder): nothing can be made there; name a folder that can be written."
        }
    }
}
