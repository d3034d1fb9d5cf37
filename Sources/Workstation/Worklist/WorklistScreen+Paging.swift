internal import CaseModel

extension WorklistScreen {
    /// Asks for the beginning of the list under the present query.
    mutating func reload(visible: Int) -> [Effect] {
        generation += 1
        (cursor, top, pendingStart) = (0, 0, 0)
        isStale = true
        isLoadingAfter = true
        isLoadingBefore = false
        (awaitsRows, awaitsCount) = (true, true)
        return [
            .loadWorklist(query, from: nil, direction: .after, limit: firstChunk(visible), generation: generation),
            .countWorklist(query, generation: generation),
        ]
    }

    /// Reads the rows at hand again where they stand, for they may have changed.
    mutating func refresh(height: Int) -> [Effect] {
        guard !isStale, !rows.isEmpty else { return reload(visible: height) }
        generation += 1
        isLoadingAfter = true
        isLoadingBefore = false
        isStale = true
        (awaitsRows, awaitsCount) = (true, true)
        // The stretch is read again from the row before the screen on, so the screen stays where it is.
        let keep = max(start, top - WorklistScreen.chunk / 2)
        let anchor = keep > start ? rows[keep - start - 1].key : nil
        pendingStart = anchor == nil ? 0 : keep
        let limit = anchor == nil ? max(top + 2 * height, firstChunk(height)) : WorklistScreen.chunk + 2 * height
        return [
            .loadWorklist(query, from: anchor, direction: .after, limit: limit, generation: generation),
            .countWorklist(query, generation: generation),
        ]
    }

    /// Asks for the list under the present query, of the same order as before, around the selected case.
    mutating func reloadAroundCursor(height: Int) -> [Effect] {
        guard !isStale, let selected else { return reload(visible: height) }
        total = nil
        return find(.row(selected.key), line: cursor - top, height: height)
    }

    /// Asks for the list around a case that was left, unless its row is at hand: the cursor comes to it.
    mutating func comeBack(to number: CaseNumber, height: Int) -> [Effect] {
        guard selected?.number != number else { return refresh(height: height) }
        guard isStale || !rows.contains(where: { $0.number == number }) else {
            cursor = start + (rows.firstIndex { $0.number == number } ?? 0)
            return keepCursorVisible(height: height) + refresh(height: height)
        }
        return find(.number(number), line: height / 2, height: height)
    }

    private mutating func find(_ target: WorklistTarget, line: Int, height: Int) -> [Effect] {
        generation += 1
        isStale = true
        isLoadingAfter = true
        isLoadingBefore = false
        (awaitsRows, awaitsCount) = (true, true)
        pendingLine = line
        return [
            .findInWorklist(query, target, limit: firstChunk(height), generation: generation),
            .countWorklist(query, generation: generation),
        ]
    }

    /// Takes the rows around the case that was selected: the cursor is on it again, on the same line of the screen; or on
    /// the one that follows where it is not listed any more.
    mutating func found(_ new: [WorklistRow], start: Int, place: Int, generation: Int, height: Int) -> [Effect] {
        guard generation == self.generation else { return [] }
        (rows, self.start, cursor) = (new, start, place)
        top = max(0, place - pendingLine)
        isStale = false
        awaitsRows = false
        isLoadingAfter = false
        return keepCursorVisible(height: height)
    }

    private func firstChunk(_ visible: Int) -> Int { max(WorklistScreen.chunk / 2, 2 * visible) }

    mutating func counted(_ total: Int, generation: Int, height: Int) -> [Effect] {
        guard generation == self.generation else { return [] }
        self.total = total
        awaitsCount = false
        return keepCursorVisible(height: height)
    }

    mutating func loaded(
        _ new: [WorklistRow], from: WorklistKey?, direction: PageDirection, generation: Int, height: Int
    ) -> [Effect] {
        guard generation == self.generation else { return [] }
        awaitsRows = false
        switch direction {
        case .after:
            isLoadingAfter = false
            if isStale {
                rows = new
                isStale = false
                start = pendingStart
            } else if from == rows.last?.key {
                rows += new
            }
        case .before:
            isLoadingBefore = false
            if isStale || from == nil {
                rows = new
                isStale = false
                start = max(0, (total ?? new.count) - new.count)
            } else if from == rows.first?.key {
                rows = new + rows
                start -= new.count
            }
        }
        // Fewer rows than counted: the list ended earlier, for somebody changed it meanwhile.
        if direction == .after, new.isEmpty { total = end }
        if start < 0 || (start > 0 && direction == .before && new.isEmpty) { start = 0 }
        trim()
        return keepCursorVisible(height: height)
    }

    mutating func loadFailed(generation: Int) {
        guard generation == self.generation else { return }
        isLoadingAfter = false
        isLoadingBefore = false
        awaitsRows = false
    }

    mutating func countFailed(generation: Int) {
        guard generation == self.generation else { return }
        awaitsCount = false
    }

    /// Lets go of rows far from the cursor.
    private mutating func trim() {
        guard rows.count > WorklistScreen.capacity else { return }
        let keep = WorklistScreen.capacity / 2
        let first = max(start, min(cursor - keep / 2, end - keep))
        let last = min(end, first + keep)
        rows = Array(rows[(first - start)..<(last - start)])
        start = first
    }

    /// Brings the cursor into the list and onto the screen, and asks for the rows that will soon be wanted.
    mutating func keepCursorVisible(height: Int) -> [Effect] {
        let count = total ?? end
        cursor = max(0, min(cursor, count - 1))
        if cursor < top { top = cursor }
        if cursor >= top + height { top = cursor - height + 1 }
        top = max(0, min(top, max(0, count - height)))
        guard !isStale else { return [] }
        var effects: [Effect] = []
        let margin = 2 * height
        if !isLoadingAfter, end < count, top + height + margin > end, let last = rows.last {
            isLoadingAfter = true
            let wanted = top + height + margin - end
            effects.append(
                .loadWorklist(
                    query, from: last.key, direction: .after, limit: max(WorklistScreen.chunk, wanted),
                    generation: generation))
        }
        if !isLoadingBefore, start > 0, top - margin < start, let first = rows.first {
            isLoadingBefore = true
            let wanted = min(start, start - (top - margin))
            effects.append(
                .loadWorklist(
                    query, from: first.key, direction: .before, limit: min(start, max(WorklistScreen.chunk, wanted)),
                    generation: generation))
        }
        return effects
    }

    /// Goes to the last row; the stretch before it is read from the end of the list.
    mutating func goToEnd(height: Int) -> [Effect] {
        let count = total ?? end
        cursor = max(0, count - 1)
        top = max(0, count - height)
        guard !isStale, end < count, top - end > WorklistScreen.chunk else { return keepCursorVisible(height: height) }
        return jump(direction: .before, height: height)
    }

    /// Goes to the first row.
    mutating func goToStart(height: Int) -> [Effect] {
        (cursor, top) = (0, 0)
        guard !isStale, start > WorklistScreen.chunk else { return keepCursorVisible(height: height) }
        return jump(direction: .after, height: height)
    }

    private mutating func jump(direction: PageDirection, height: Int) -> [Effect] {
        generation += 1
        isStale = true
        pendingStart = 0
        isLoadingAfter = direction == .after
        isLoadingBefore = direction == .before
        return [
            .loadWorklist(query, from: nil, direction: direction, limit: firstChunk(height), generation: generation)
        ] + (awaitsCount ? [.countWorklist(query, generation: generation)] : [])
    }
}
