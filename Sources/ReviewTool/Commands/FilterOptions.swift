internal import ArgumentParser
internal import CaseModel
internal import CaseStore

/// Which cases a command looks at.
struct FilterOptions: ParsableArguments {
    @Option(
        help: """
            Only cases that fit: words, or due<3d is:open state:decided specialty:neurology text:"lumbar spine" \
            number:0003890 items>3 has:draft; all terms must hold, a comma is or, - before a term is not.
            """)
    var filter = ""
    @Option(help: "Only the cases of a saved view; what --filter says must hold as well.") var view: String?

    /// The query that the options make today.
    func query(in store: SQLiteCaseStore, sort: WorklistQuery.Sort? = nil, onlyOpen: Bool = false) async throws
        -> WorklistQuery
    {
        let today = SessionClock().today()
        let actor = try Place.actor()
        var query = WorklistQuery(
            words: filter, sort: sort ?? .due, onlyOpen: onlyOpen, today: today,
            reviewer: try? ReviewerID(parsing: actor.name))
        guard let view else { return query }
        guard let saved = try await store.views(of: actor).first(where: { $0.name == view }) else {
            throw CaseStoreError.noSuchView(view)
        }
        query.words = [saved.filter, filter].filter { !$0.isEmpty }.joined(separator: " ")
        query.sort = sort ?? saved.sort
        query.onlyOpen = onlyOpen || saved.onlyOpen
        return query
    }
}

extension WorklistQuery.Sort {
    /// The order of a name; the names are the raw values.
    static func parse(_ name: String) throws -> WorklistQuery.Sort {
        guard let sort = WorklistQuery.Sort(rawValue: name) else {
            throw ValidationError("“\(name)” is no order; there are \(names).")
        }
        return sort
    }

    /// The names of all orders.
    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
