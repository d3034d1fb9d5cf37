internal import ArgumentParser
internal import CaseModel
internal import CaseStore

extension CaseCommand {
    struct TagCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "tag", abstract: "Put words on cases, take them off, or list them.",
            discussion: """
                A tag is a word that everybody sees in the worklist and finds with tag:WORD. Without --add and --remove \
                the tags of the named cases are listed, or all that are in use. A case that is refused is named, the \
                others go on, and the exit status is 1.
                Example: imr case tag --filter "due<3d is:open" --add urgent
                """)

        @OptionGroup var store: StoreOptions
        @Argument(help: "The case numbers.", completion: .caseNumbers) var numbers: [String] = []
        @OptionGroup var filter: FilterOptions
        @Option(help: "A word to put on the cases; may be given more than once.") var add: [String] = []
        @Option(help: "A word to take off the cases; may be given more than once.") var remove: [String] = []

        private var isFiltered: Bool { !filter.filter.isEmpty || filter.view != nil }

        func validate() throws {
            if !numbers.isEmpty, isFiltered { throw ValidationError("Name cases, or give a filter or a view.") }
            if numbers.isEmpty, !isFiltered, !add.isEmpty || !remove.isEmpty {
                throw ValidationError("Name the cases to be tagged, or give a filter or a view.")
            }
        }

        func run() async throws {
            try await reporting {
                let named = try readingInput { try numbers.map { try CaseNumber(parsing: $0) } }
                let (adding, removing) = try readingInput {
                    (try add.map { try CaseTag(parsing: $0) }, try remove.map { try CaseTag(parsing: $0) })
                }
                let actor = try Place.actor()
                guard !adding.isEmpty || !removing.isEmpty else {
                    let store = try await store.readable(by: actor)
                    defer { store.close() }
                    return try await list(named, in: store)
                }
                let store = try store.existing()
                defer { store.close() }
                let cases = isFiltered ? try await found(in: store) : named
                let outcomes = try await store.tag(cases, adding: adding, removing: removing, by: actor)
                if try tell(outcomes) { throw ExitCode(1) }
            }
        }

        /// Prints the tags of cases, or all that are in use.
        private func list(_ named: [CaseNumber], in store: SQLiteCaseStore) async throws {
            guard named.isEmpty, !isFiltered else {
                for number in isFiltered ? try await found(in: store) : named {
                    let words = try await store.tags(of: number).map(\.word).joined(separator: " ")
                    Standard.print("\(number): \(words.isEmpty ? "no tag" : words)")
                }
                return
            }
            for (tag, cases) in try await store.tags() { Standard.print("\(tag): \(Counted.words(cases, "case"))") }
        }

        /// The cases that the filter finds.
        private func found(in store: SQLiteCaseStore) async throws -> [CaseNumber] {
            let query = try await filter.query(in: store, sort: .number)
            var result: [CaseNumber] = []
            var key: WorklistKey?
            repeat {
                let rows = try await store.worklist(query, from: key, direction: .after, limit: 1_000)
                result += rows.map(\.number)
                key = rows.last?.key
            } while key != nil
            return result
        }

        /// Says how many were changed, and which were refused.
        /// - Returns: whether any was refused.
        private func tell(_ outcomes: [BulkOutcome<CaseStoreError>]) throws -> Bool {
            var (done, unchanged, refused) = (0, 0, 0)
            for outcome in outcomes {
                switch outcome {
                case .done: done += 1
                case .unchanged: unchanged += 1
                case .refused(let number, let error):
                    refused += 1
                    Standard.error("imr: \(number): \(Sentence.of(error))")
                }
            }
            let rest = unchanged == 0 ? "" : "; \(Counted.words(unchanged, "case")) already so"
            Standard.print("\(Counted.words(done, "case")) changed" + rest)
            return refused > 0
        }
    }
}
