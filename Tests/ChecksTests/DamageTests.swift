import CaseModel
import Foundation
import Letters
import Programmes
import Testing

@testable import Checks

/// Sound letters of our own writing, and outside of the repository those that the environment names.
enum Letters {
    static let own =
        files(
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
                path: "Fixtures/letters"))
        + files(URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Sound"))
    static let corpus =
        ProcessInfo.processInfo.environment["IMR_CORPUS"].map {
            files(URL(filePath: $0).appending(path: "letters"))
        } ?? []

    private static func files(_ folder: URL) -> [URL] {
        let all = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (all ?? []).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    }

    static func read(_ file: URL) throws -> Determination {
        try LetterReader.read(String(contentsOf: file, encoding: .utf8)).determination
    }
}

@Suite("Planted faults")
struct DamageTests {
    @Test("Faults planted in sound letters are found", arguments: [false, true])
    func recall(_ isCorpus: Bool) throws {
        let files = isCorpus ? Letters.corpus : Letters.own
        let profile = ProgrammeProfile.standard
        var planted: [Damage.Group: Int] = [:]
        var found: [Damage.Group: Int] = [:]
        var missed: [String] = []
        for file in files {
            let sound = try Letters.read(file)
            let before = findings(sound, profile)
            for damage in Damage.all {
                var random = SeededNumbers(seed: file.lastPathComponent.count)
                guard let damaged = damage.apply(sound, &random) else { continue }
                planted[damage.group, default: 0] += 1
                // A fault that was there before is no proof that the planted one is found.
                let new = findings(damaged, profile).subtracting(before)
                if new.contains(where: { damage.rules.contains($0.rule) }) {
                    found[damage.group, default: 0] += 1
                } else {
                    missed.append("\(file.lastPathComponent): \(damage)")
                    if isCorpus { print("missed", file.lastPathComponent, damage) }
                }
            }
        }
        for group in Damage.Group.allCases {
            guard let count = planted[group] else { continue }
            let share = Double(found[group] ?? 0) / Double(count)
            if !Letters.corpus.isEmpty {
                print("\(isCorpus ? "corpus" : "own") \(group.rawValue): \(found[group] ?? 0) of \(count)")
            }
            #expect(
                share >= group.least, "\(group): \(missed.filter { $0.contains(": \(group.rawValue):") }.prefix(20))")
        }
    }

    private func findings(_ determination: Determination, _ profile: ProgrammeProfile) -> Set<Finding> {
        Set(Check.run(CheckInput(determination, kind: .publishedCopy), profile: profile))
    }
}
