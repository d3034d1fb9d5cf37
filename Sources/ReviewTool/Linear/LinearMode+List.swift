internal import CaseModel
internal import CaseStore

/// Which cases are said, in which order, under which names and words.
extension LinearMode {
    /// Says ten cases that follow a key.
    mutating func list(from key: WorklistKey?) async throws {
        let found = try await store.worklist(query, from: key, direction: .after, limit: LinearMode.handful)
        guard !found.isEmpty else {
            pending = .nothing
            talk.say(key == nil ? "There are no cases here." : "There are no more cases.")
            return
        }
        rows = found
        for (index, row) in found.enumerated() { talk.say("\(index + 1): \(LinearMode.words(of: row))") }
        pending = found.count == LinearMode.handful ? .cases : .nothing
        if found.count == LinearMode.handful { talk.say("“more” says the next ones.") }
    }

    private static func words(of row: WorklistRow) -> String {
        var words = [
            row.number.text, row.due.map { "due \($0.american)" } ?? "no due day", row.state.words,
            "\(row.decidedCount) of \(row.itemCount) decided",
        ]
        if row.priority == .expedited { words.append("expedited") }
        if row.suspendedSince != nil { words.append("waits for records") }
        if !row.specialty.isEmpty { words.append(row.specialty) }
        if row.hasDraft { words.append("a draft waits") }
        if !row.tags.isEmpty { words.append("tagged " + row.tags.map(\.word).joined(separator: " ")) }
        return words.joined(separator: ", ")
    }

    /// Lists another query; one that the store refuses takes no other's place.
    private mutating func list(_ changed: WorklistQuery) async throws {
        let count = try await store.countCases(changed)
        query = changed
        talk.say("\(Counted.words(count, "case")).")
        if count > 0 { try await list(from: nil) }
    }

    mutating func filter(_ words: String) async throws {
        var changed = query
        changed.words = words
        try await list(changed)
    }

    mutating func sort(_ name: String) async throws {
        guard let sort = WorklistQuery.Sort(rawValue: name.lowercased()) else {
            talk.say("Which order? “sort” and one of \(WorklistQuery.Sort.names).")
            return
        }
        var changed = query
        changed.sort = sort
        try await list(changed)
    }

    mutating func toggleHistory() async throws {
        var changed = query
        changed.onlyOpen.toggle()
        talk.say(
            changed.onlyOpen
                ? "Published, delivered and withdrawn cases are hidden." : "All cases are listed, published ones too.")
        try await list(changed)
    }

    mutating func sayViews() async throws {
        views = try await store.views(of: actor)
        guard !views.isEmpty else {
            talk.say("You keep no filters yet; “keep” and a name keeps the present one.")
            return
        }
        tell(
            views.enumerated().map { index, view in
                "\(index + 1): \(view.name): \(view.filter.isEmpty ? "all cases" : view.filter), by \(view.sort.rawValue)"
            })
    }

    mutating func view(_ name: String) async throws {
        let kept = try await store.views(of: actor)
        let byPlace = Int(name).flatMap { kept.indices.contains($0 - 1) ? kept[$0 - 1] : nil }
        guard let view = kept.first(where: { $0.name.lowercased() == name.lowercased() }) ?? byPlace else {
            if !name.isEmpty { talk.say("You keep no filter “\(name)”.") }
            return try await sayViews()
        }
        try await list(view.query(today: clock.today(), reviewer: query.reviewer))
    }

    func keepView(_ name: String) async throws {
        guard !name.isEmpty else {
            talk.say("Under which name? “keep” and the name.")
            return
        }
        let view = try SavedView(name: name, filter: query.words, sort: query.sort, onlyOpen: query.onlyOpen)
        try await store.saveView(view, by: actor)
        talk.say("Kept as “\(view.name)”: \(view.filter.isEmpty ? "all cases" : view.filter).")
    }

    mutating func sayStatistics(_ name: String) async throws {
        guard let kind = WorklistStatistics.Kind(rawValue: name.isEmpty ? "outcome" : name.lowercased()) else {
            talk.say(
                "By what? “statistics” and one of "
                    + WorklistStatistics.Kind.allCases.map(\.rawValue).joined(separator: ", ") + ".")
            return
        }
        let found = try await store.statistics(query, by: [kind], today: clock.today())
            .inWords(of: try CurrentProgramme.ownProfile())
        var lines = ["\(Counted.words(found.all, "case")), \(found.open) open, \(found.late) late."]
        if let times = found.times {
            lines.append(
                "Half of the decided ones took at most \(Counted.words(times.median, "day")), nine in ten at most "
                    + "\(times.ninetieth).")
        }
        for table in found.tables {
            lines += table.lines.map { "\($0.label.isEmpty ? "not known" : $0.label): \($0.count)" }
        }
        tell(lines)
    }

    // MARK: - Tags

    mutating func sayTags() async throws {
        if let number = desk?.reviewCase.number {
            let words = try await store.tags(of: number).map(\.word)
            talk.say(words.isEmpty ? "The case has no tag." : "Tags: \(words.joined(separator: ", ")).")
            return
        }
        let all = try await store.tags()
        if all.isEmpty { talk.say("No case has a tag.") }
        tell(all.map { "\($0.tag): \(Counted.words($0.cases, "case"))" })
    }

    func tag(_ word: String, isOn: Bool) async throws {
        guard let number = desk?.reviewCase.number else { return }
        guard !word.isEmpty else {
            talk.say("Which word? “\(isOn ? "tag" : "untag")” and a word of letters, digits and hyphens.")
            return
        }
        let tag = try CaseTag(parsing: word)
        let outcomes = try await store.tag(
            [number], adding: isOn ? [tag] : [], removing: isOn ? [] : [tag], by: actor)
        switch outcomes.first {
        case .done: talk.say(isOn ? "Tagged \(tag)." : "The tag \(tag) is off.")
        case .refused(_, let error): throw error
        case .unchanged, nil: talk.say(isOn ? "It has this tag already." : "It has no tag \(tag).")
        }
    }
}
