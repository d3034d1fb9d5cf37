import CaseModel
import Exports
import Foundation
import Letters
import Synthetic

/// Measures the forms of letters on decided synthetic cases.
struct ExportMeasurement {
    private let letters: [LetterParts]

    /// Makes so many letters.
    init(letters count: Int) {
        let today = Day.epoch.adding(days: 20_000)
        letters = SyntheticCases(seed: 7, count: count * 20, today: today).lazy.filter { $0.state == .decided }
            .prefix(count).map { LetterParts(determination: $0.determination, number: $0.number) }
    }

    /// Prints the lines of the table.
    func run() throws {
        let renderings = Renderings()
        // The first letter of all opens the typefaces.
        _ = try renderings.bundle(of: letters[0])
        for format in LetterFormat.allCases {
            var taken: [Double] = []
            var pages: [Double] = []
            for parts in letters {
                var bytes: [UInt8] = []
                let time = try milliseconds {
                    bytes = try renderings.rendering(of: parts, as: format, named: "letter").bytes
                }
                taken.append(time)
                if format == .pdf { pages.append(time / Double(max(1, pageCount(bytes)))) }
            }
            Table.row("a letter as \(format.rawValue)", taken, "ms")
            if format == .pdf { Table.row("  a page of it", pages, "ms") }
        }
    }

    private func pageCount(_ bytes: [UInt8]) -> Int {
        let mark = Array("/Type /Page\n".utf8)
        return bytes.indices.count { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
    }
}
