internal import CaseModel
internal import TextUI

extension WorklistScreen {
    /// Carries out the commands that move in the list or change what it shows.
    mutating func perform(_ id: CommandID, height: Int) -> [Effect] {
        switch id {
        case .down: return move(1, height: height)
        case .up: return move(-1, height: height)
        case .pageDown, .readOn: return page(height, height: height)
        case .pageUp, .readBack: return page(-height, height: height)
        case .top: return goToStart(height: height)
        case .bottom: return goToEnd(height: height)
        case .filter:
            filterField = LineField()
            completing = nil
            var effects: [Effect] = []
            if specialties == nil { effects.append(.loadSpecialties) }
            if tags == nil { effects.append(.loadTags) }
            (specialties, tags) = (specialties ?? [], tags ?? [])
            return effects
        case .clearFilter:
            query.words = ""
            return reload(visible: height)
        case .sort:
            let all = WorklistQuery.Sort.allCases
            query.sort = all[((all.firstIndex(of: query.sort) ?? 0) + 1) % all.count]
            return reload(visible: height)
        case .history:
            query.onlyOpen.toggle()
            return reloadAroundCursor(height: height)
        default:
            return []
        }
    }

    /// Whether a line further in a direction is none of the list.
    func isAtEnd(_ id: CommandID) -> Bool {
        switch id {
        case .down: cursor + 1 >= total ?? end
        case .up: cursor == 0
        default: false
        }
    }

    private mutating func move(_ step: Int, height: Int) -> [Effect] {
        cursor += step
        return keepCursorVisible(height: height)
    }

    private mutating func page(_ step: Int, height: Int) -> [Effect] {
        cursor += step
        top += step
        return keepCursorVisible(height: height)
    }

    /// Takes a key while the filter is typed: the list follows.
    mutating func handleInFilter(_ key: Key, height: Int) -> [Effect] {
        switch key {
        case .named(.down): return move(1, height: height)
        case .named(.up): return move(-1, height: height)
        case .named(.tab): return complete(1)
        case .named(.backTab): return complete(-1)
        default: break
        }
        guard var field = filterField else { return [] }
        completing = nil
        let event = field.handle(key)
        switch event {
        case .cancelled:
            filterField = nil
            filterProblem = nil
            guard !query.words.isEmpty else { return [] }
            query.words = ""
            return reload(visible: height)
        case .submitted:
            let effects = setFilter(field.text, height: height)
            // What is not understood stays in the field, to be mended.
            filterField = filterProblem == nil ? nil : field
            return effects
        case .changed: return changed(field)
        case .moved, .ignored:
            filterField = field
            return []
        }
    }

    private mutating func changed(_ field: LineField) -> [Effect] {
        filterField = field
        filterGeneration += 1
        return [.startTimer(.filter(generation: filterGeneration), milliseconds: 40)]
    }

    /// Completes the word at the cursor; once more, with the next candidate.
    private mutating func complete(_ step: Int) -> [Effect] {
        guard let field = filterField else { return [] }
        if completing == nil || completing?.isSettled == true {
            completing = FilterCompleting(field, specialties: specialties ?? [], tags: tags ?? [])
        }
        guard let completed = completing?.turn(step) else { return [] }
        return changed(completed)
    }

    /// The typed filter has rested for a moment: ask for it.
    mutating func filterTimer(generation: Int, height: Int) -> [Effect] {
        guard generation == filterGeneration, let filterField else { return [] }
        return setFilter(filterField.text, height: height)
    }

    mutating func setFilter(_ words: String, height: Int) -> [Effect] {
        do {
            _ = try WorklistFilter(parsing: words)
            filterProblem = nil
        } catch {
            filterProblem = error.description
            return []
        }
        guard query.words != words || isStale && !awaitsRows else { return [] }
        query.words = words
        return reload(visible: height)
    }
}
