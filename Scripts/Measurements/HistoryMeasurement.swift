import CaseModel
import CaseStore
import Foundation
import Intake

/// Measures the import of history from a data set of invented rows, and of a manifest.
struct HistoryMeasurement {
    private let rows: Int
    private let folder: String

    /// A measurement of so many rows; store and files are made in the folder and removed again.
    init(rows: Int, folder: String) {
        self.rows = rows
        self.folder = folder
    }

    /// Prints the lines.
    func run() async throws {
        let place = folder + "/intake-\(UUID().uuidString)"
        guard (try? FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)) != nil else {
            throw MeasurementError.cannotWrite(folder: folder)
        }
        defer { try? FileManager.default.removeItem(atPath: place) }
        let store = try SQLiteCaseStore.open(at: place + "/store.db")
        defer { store.close() }
        let actor = try Actor(parsing: "bench")
        try write(history, to: place + "/history.csv")
        for name in ["history imported", "  imported again"] {
            let taken = try await milliseconds {
                _ = try await HistoryIntake(into: store, by: actor).take(place + "/history.csv") { _ in }
            }
            Table.row("\(rows) rows: " + name, [taken], "ms")
        }
        try write(manifest, to: place + "/manifest.csv")
        let taken = try await milliseconds {
            _ = try await ManifestIntake(into: store, by: actor).take(place + "/manifest.csv", replace: false) { _ in }
        }
        Table.row("\(rows) rows: manifest imported", [taken], "ms")
    }

    private var history: String {
        var text = "Reference ID;Report Year;Diagnosis Category;Diagnosis Sub Category;Treatment Category;"
        text += "Treatment Sub Category;Determination;Type;Age Range;Patient Gender\r\n"
        for index in 1...rows {
            text += "MN26-\(index);2026;Invented category \(index % 30);Part \(index % 280);Treatment \(index % 31);;"
            text += index % 5 < 3 ? "Upheld" : "Overturned"
            text += " Decision of Health Plan;Medical Necessity;41-50;Female\r\n"
        }
        return text
    }

    private var manifest: String {
        var text = "caseNumber,priority,dateOfInjury,dateofURDecision,systemDateIso,receiveDate,treatmentRequested\r\n"
        for index in 1...rows {
            text += "CM26-\(1_000_000 + index),Standard,2/1/2024,11/26/2025,1/27/2026,1/5/2026,"
            text += "\"1. MRI of the knee, left 2. Therapy x \(index % 12)\"\r\n"
        }
        return text
    }

    private func write(_ text: String, to path: String) throws {
        guard (try? text.write(toFile: path, atomically: false, encoding: .utf8)) != nil else {
            throw MeasurementError.cannotWrite(folder: folder)
        }
    }
}
