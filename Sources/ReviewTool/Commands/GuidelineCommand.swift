internal import ArgumentParser
internal import CaseModel
internal import Guidelines

struct GuidelineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guideline", abstract: "Fill, list and search the guideline library.",
        subcommands: [Import.self, List.self, Show.self, Search.self, Diff.self])
}

extension GuidelineCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the editions.")
        @OptionGroup var library: LibraryOptions

        func run() async throws {
            try await reporting {
                for edition in try GuidelineLibrary.open(at: library.path, readOnly: true).editions() {
                    let from = edition.inForceFrom?.iso ?? "…"
                    let to = edition.inForceTo?.iso ?? "…"
                    let mark = edition.isDemonstration ? "  demonstration, not for clinical use" : ""
                    Standard.print(
                        "\(edition.id)  \(edition.words)  rank \(edition.rank.rawValue)  in force \(from) to \(to)\(mark)"
                    )
                }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show an edition, or one of its sections.")
        @OptionGroup var library: LibraryOptions
        @Argument(help: "The name of an edition, or of a section as edition#2.3.") var name: String

        func run() async throws {
            try await reporting {
                let library = try GuidelineLibrary.open(at: library.path, readOnly: true)
                if let section = SectionID(name) {
                    try print(try library.section(section), library)
                } else {
                    for section in try library.sections(of: try library.edition(EditionID(name)).id) {
                        try print(section, library)
                    }
                }
            }
        }

        private func print(_ section: Section, _ library: GuidelineLibrary) throws {
            Standard.print(
                String(repeating: "#", count: max(1, section.depth)) + " " + section.words + "  (\(section.id))")
            for passage in try library.passages(of: section.id) { Standard.print("\n" + passage.text) }
            Standard.print("")
        }
    }

    struct Search: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Find passages that have all words.")
        @OptionGroup var library: LibraryOptions
        @Flag(help: "The best first, in place of the newest edition first.") var best = false
        @Option(help: "How many at most.") var limit = 20
        @Argument(help: "The words.") var words: [String]

        func run() async throws {
            try await reporting {
                let library = try GuidelineLibrary.open(at: library.path, readOnly: true)
                let hits = try library.search(
                    words: words.joined(separator: " "), order: best ? .best : .newest, limit: limit)
                for hit in hits { Standard.print("\(hit.section.id)  \(hit.section.words)\n    \(hit.passage.text)") }
                if hits.isEmpty {
                    Standard.error("imr: no passage has all of these words; try fewer of them.")
                    throw ExitCode(1)
                }
            }
        }
    }

    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Tell what differs between two editions.")
        @OptionGroup var library: LibraryOptions
        @Argument(help: "The name of the earlier edition.") var earlier: String
        @Argument(help: "The name of the later edition.") var later: String

        func run() async throws {
            try await reporting {
                let library = try GuidelineLibrary.open(at: library.path, readOnly: true)
                for difference in try library.differences(EditionID(earlier), EditionID(later)) where !difference.isSame
                {
                    Standard.print("## " + (difference.later ?? difference.earlier).map(\.words, or: ""))
                    for part in difference.parts where part.earlier?.text != part.later?.text {
                        if let old = part.earlier { Standard.print("- " + old.text) }
                        if let new = part.later { Standard.print("+ " + new.text) }
                    }
                    Standard.print("")
                }
            }
        }
    }
}

extension Optional {
    /// What a property of the value is, or something else when there is none.
    fileprivate func map<Property>(_ path: KeyPath<Wrapped, Property>, or other: Property) -> Property {
        map { $0[keyPath: path] } ?? other
    }
}
