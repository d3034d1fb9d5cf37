import Checks
import Foundation
import Letters
import Programmes

/// Measures the determination check on the letters of a folder, with the profile of California.
struct CheckMeasurement {
    private let letters: [(text: String, letter: ReadLetter)]
    /// How many texts the folder has, letters or not.
    private let textCount: Int
    private let profile: ProgrammeProfile

    /// How many letters are checked at least: a small folder is gone through more than once.
    private static let least = 200

    /// Reads the text files of a folder; what is no letter is left out and told.
    init(folder: String) throws {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let names = all.filter { $0.hasSuffix(".txt") }
        textCount = names.count
        letters = names.sorted().compactMap { name in
            guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8),
                let letter = try? LetterReader.read(text)
            else { return nil }
            return (text, letter)
        }
        guard !letters.isEmpty else { throw MeasurementError.noLetters(folder: folder) }
        profile = ProgrammeProfile.standard
    }

    /// Prints the check's lines.
    func run() throws {
        Table.share("letters of the folder that are read", letters.count, of: textCount)
        // The first letter of all pays for what is made once.
        _ = Check.run(CheckInput(letters[0].letter, source: letters[0].text), profile: profile)
        var read: [Double] = []
        var checked: [Double] = []
        var findings = 0
        let rounds = (CheckMeasurement.least + letters.count - 1) / letters.count
        for _ in 0..<rounds {
            findings = 0
            for (text, letter) in letters {
                read.append(try milliseconds { _ = try LetterReader.read(text) })
                checked.append(
                    milliseconds {
                        findings += Check.run(CheckInput(letter, source: text), profile: profile).count
                    })
            }
        }
        Table.row("a letter read", read, "ms")
        Table.row("a letter checked", checked, "ms")
        Table.row("  letters checked", [rate(checked)], "a second")
        Table.row("  letters read and checked", [rate(zip(read, checked).map(+))], "a second")
        Table.row("  found in them", [Double(findings) / Double(letters.count)], "findings a letter")
    }

    private func rate(_ taken: [Double]) -> Double { Double(taken.count) / taken.reduce(0, +) * 1e3 }
}
