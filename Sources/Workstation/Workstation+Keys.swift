internal import CaseModel
internal import TextUI

extension Workstation {
    /// Gives a key to whatever is on top: an overlay, a text field, else the command table.
    mutating func handle(_ key: Key) -> [Effect] {
        if keysWait {
            // Esc gives it up; all else waits for the case, or the templates, and so does an Esc behind words that were
            // typed meanwhile: it ends them. Pressed twice it gives up those, too, and says so.
            let isSecond = typedAhead.last == .named(.escape)
            guard key == .named(.escape), isSecond || typedAhead.isEmpty && !isBehindWaiting(key) else {
                typedAhead.append(key)
                return []
            }
            let dropped = typedAhead.count
            (opening, resuming) = (nil, nil)
            wantsTemplates = false
            letterQuestion = nil
            caseFile?.undo.wanted = nil
            giveUpWaiting()
            typedAhead = []
            return dropped > 0 ? note("what was typed meanwhile is given up: \(Counted.words(dropped, "key"))") : []
        }
        if notice?.kind == .information { notice = nil }
        if let effects = handleInTour(key) { return effects }
        if let letterQuestion { return handle(key, in: letterQuestion) }
        if overlay != nil { return handleInOverlay(key) }
        if let effects = waitForList(key) { return effects }
        if caseFile == nil, worklist.isFiltering { return worklist.handleInFilter(key, height: worklistHeight) }
        if let effects = caseFile?.handleInField(key, columns: columns) {
            return effects + afterField()
        }
        if let effects = handleWhileQuoting(key) { return effects }
        if prefix == nil, let effects = handleInCount(key) { return effects }
        if let effects = handleInPrefix(key) { return effects }
        if notice?.kind == .error, key == .named(.escape) {
            notice = nil
            return []
        }
        if key == .named(.escape), place == .reading, caseFile?.endSearch() == true { return [] }
        if caseFile != nil, case .character(let digit) = key, let number = digit.wholeNumberValue, number > 0 {
            return (caseFile?.go(toItem: number) ?? []) + afterField()
        }
        guard let id = keymap.command(for: key, in: place) else {
            switch key {
            case .paste: return refuse("nothing to paste into here; e opens the rationale")
            default:
                let help = keymap.label(of: .help, in: place).map { "\($0) shows what the keys do" }
                return refuse("\(key.label) does nothing here; \(help ?? "imr keys prints what the keys do")")
            }
        }
        return perform(id)
    }

    /// Whether keys wait: for a case or what belongs to it, or for what is on its way to the disk.
    var keysWait: Bool {
        let waitsForMacros = letterQuestion != nil && macros == nil
        return opening != nil || wantsTemplates || waitsForMacros || caseFile?.isWaiting == true
    }

    /// What the open case asks for once a field has taken a key: a finished rationale may complete a decision.
    private mutating func afterField() -> [Effect] {
        guard let sentence = caseFile?.takeRemark() else { return [] }
        return note(sentence)
    }

    /// Carries out a command, or says why it is not to be had now.
    public mutating func perform(_ id: CommandID) -> [Effect] {
        if let delay = caseFile?.delay(of: id) {
            caseFile?.waiting = .command(id)
            return note("\(delay); \(id.rawValue) follows")
        }
        if let obstacle = obstacle(to: id) { return refuse(obstacle) }
        if player != nil, Workstation.personal.contains(id) {
            return refuse("\(id.rawValue) is for you to press, not for recorded keys")
        }
        switch id {
        case .help:
            overlay = .help(HelpOverlay(place: place, commands: keymap.rows(in: place)))
            return []
        case .palette:
            overlay = .palette(PaletteOverlay(commands: keymap.rows(in: place), elsewhere: commandsElsewhere))
            return []
        case .redraw: return [.repaint]
        case .lock: return lockScreen()
        case .suspend: return [.suspend]
        case .quit: return asksBeforeLoss(.quit) ? [] : leaving()
        case .back: return stepBack()
        case .open:
            guard let row = worklist.selected else { return [] }
            opening = row.number
            return [.openCase(row.number)]
        case .filter, .clearFilter, .sort, .history:
            return worklist.perform(id, height: worklistHeight)
        case .views: return showViews()
        case .saveView:
            overlay = .viewName(LineField())
            return []
        case .statistics: return showStatistics()
        case .theme: return [.loadThemes]
        case .jumpBack, .jumpForward: return jump(id)
        case .mouse: return toggleMouse()
        case .tour:
            tour = Tour()
            return []
        case .copy: return copySelection()
        case .attest:
            askAttestation()
            return []
        case .takeOver:
            askTakeOver()
            return []
        case .sign: return beginSigning()
        case .template: return askTemplates()
        case .keepTemplate:
            overlay = .keepTemplate(LineField())
            return []
        case .library:
            let page = caseFile.flatMap { screen in screen.itemNumber.flatMap { screen.desks[$0 - 1].guidelines.shown }
            }
            overlay = .chooser(.library(beside: page))
            return []
        case .follow, .quotations, .evidence, .links:
            return showEvidence(id)
        case .findings, .chronology:
            showFindings(id)
            return []
        case .discardDraft:
            guard let caseFile, let item = caseFile.itemNumber else { return [] }
            if caseFile.desks[item - 1].showsTheirs {
                self.caseFile?.desks[item - 1].giveUpOwn()
                return note("your words are given up; what somebody else wrote stays")
            }
            // Not asked about: undo brings it back, and so does the history.
            self.caseFile?.desks[item - 1].isDiscarding = true
            return (self.caseFile?.saveDraft(item: item) ?? []) + [.discardDraft(caseFile.number, item: item)]
        case .undo: return caseFile == nil ? goBulkStep(.back) : goStep(.back)
        case .redo: return caseFile == nil ? goBulkStep(.forward) : goStep(.forward)
        case .versions: return showVersions()
        case .repeat: return repeatChange()
        case .mark: return mark()
        case .markAll, .markRange: return markMany(id)
        case .clearMarks: return clearMarks()
        case .tag, .untag, .assignMarked, .exportMarked: return BulkQuestion.Kind(id).map { askBulk($0) } ?? []
        case .recordKeys: return recordKeys()
        case .playKeys: return playKeys()
        case .contents, .bookmarks: return showContents(id)
        case .down, .up, .pageDown, .pageUp, .top, .bottom, .readOn, .readBack:
            guard caseFile != nil else {
                // Recorded keys do not go on at the end of the list.
                if player != nil, worklist.isAtEnd(id) { return refuse("the list ends here") }
                return worklist.perform(id, height: worklistHeight)
            }
            return performInCase(id)
        case .nextPage, .previousPage, .summary, .item, .records, .letter, .search, .nextMatch, .previousMatch,
            .uphold, .overturn, .withdraw, .cite, .citeClaims, .editSummary, .edit, .switchPane, .nextSource,
            .previousSource, .comeBack,
            .citeShown, .quote, .split, .bookmark, .goToPage, .mentions:
            // The other of two places was left by no way that one could go back.
            isJumping = id == .switchPane
            return performInCase(id)
        }
    }

    private mutating func performInCase(_ id: CommandID) -> [Effect] {
        let effects = caseFile?.perform(id) ?? []
        return effects + afterField()
    }

    private mutating func stepBack() -> [Effect] {
        guard var screen = caseFile else {
            return worklist.query.words.isEmpty
                ? leaving() : worklist.perform(.clearFilter, height: worklistHeight)
        }
        if screen.isSplit {
            screen.unsplit()
            caseFile = screen
            return []
        }
        if let origin = screen.origin, screen.page != .summary, !screen.page.isItem {
            screen.origin = nil
            let effects = screen.go(to: origin)
            caseFile = screen
            return effects
        }
        if screen.page.isItem {
            screen.origin = nil
            screen.go(to: .summary)
            caseFile = screen
            return []
        }
        return asksBeforeLoss(.back) ? [] : leaveCase()
    }

    /// Asks before the case is left with words that did not come to the disk.
    /// - Returns: whether it asked: then nothing is left yet.
    mutating func asksBeforeLoss(_ id: CommandID) -> Bool {
        guard caseFile?.isKeptOnlyHere == true else { return false }
        overlay = .question(
            Question(
                text: "What you wrote is NOT SAVED and may be lost. Leave all the same?  y yes  n no",
                consequence: .leave(id)))
        return true
    }

    /// Leaves the case after all; a last time it is tried to save what is written.
    mutating func leave(by id: CommandID) -> [Effect] {
        switch id {
        case .quit: leaving()
        case .jumpBack, .jumpForward: go(by: id)
        default: leaveCase()
        }
    }

    /// Goes back to the worklist; what is written is put on disk and the case given back.
    mutating func leaveCase() -> [Effect] {
        let effects = (caseFile?.saveAllLast() ?? []) + (caseFile?.giveBack() ?? [])
        keepUndoList(sending: effects)
        // What was typed behind what waits was meant for this case.
        if caseFile?.isWaiting == true { typedAhead = [] }
        let left = caseFile?.number
        caseFile = nil
        let list =
            left.map { worklist.comeBack(to: $0, height: worklistHeight) } ?? worklist.refresh(height: worklistHeight)
        return effects + list + [.loadCounts(today: today)]
    }

    /// Why a command is not to be had just now; nil when it is.
    public func obstacle(to id: CommandID) -> String? {
        switch id {
        case .open: worklist.selected == nil ? "no case is selected" : nil
        case .jumpBack: jumps.behind.isEmpty ? "there is no place to go back to yet" : nil
        case .jumpForward: jumps.ahead.isEmpty ? "nothing was come back from" : nil
        case .copy: caseFile == nil && worklist.selected == nil ? "no case is selected" : nil
        case .clearFilter: worklist.query.words.isEmpty ? "no filter is set" : nil
        case .split: caseFile?.splitObstacle
        case .switchPane:
            caseFile.flatMap {
                $0.page.isItem || $0.isSplit
                    ? nil : "one place is shown; \(keymap.label(of: .split, in: .reading) ?? ":split") shows two"
            }
        case .mentions: caseFile?.page == .letter ? "dates and doses are marked in the summary and the records" : nil
        case .goToPage: caseFile?.reviewCase.records.isEmpty == true ? "the case has no records" : nil
        case .records: caseFile?.reviewCase.records.isEmpty == true ? "the case has no records" : nil
        case .item:
            caseFile?.reviewCase.determination.items.isEmpty == true ? "the case has no items" : nil
        case .editSummary: caseFile?.writingObstacle
        case .uphold, .overturn, .template, .keepTemplate, .cite, .citeClaims, .edit, .discardDraft, .withdraw,
            .citeShown, .quote,
            .evidence:
            caseFile?.obstacle(to: id)
        case .undo: caseFile.map { $0.undoObstacle(.back) } ?? bulkObstacle(.back)
        case .redo: caseFile.map { $0.undoObstacle(.forward) } ?? bulkObstacle(.forward)
        case .repeat: repeatObstacle()
        case .mark, .tag, .untag, .assignMarked, .exportMarked:
            markingObstacle
                ?? (worklist.selected == nil && worklist.marks.numbers.isEmpty ? "no case is selected" : nil)
        case .markAll, .markRange: markingObstacle ?? (worklist.total ?? 0 == 0 ? "the list is empty" : nil)
        case .clearMarks: markingObstacle ?? (worklist.marks.numbers.isEmpty ? "nothing is marked" : nil)
        case .attest: caseFile?.attestationObstacle
        case .takeOver:
            if case .taken = caseFile?.hold { nil } else { "nobody else has the case open" }
        case .sign: signingObstacle()
        case .nextMatch, .previousMatch: caseFile?.search.isEmpty == true ? "nothing is searched for; / begins" : nil
        case .down, .up, .pageDown, .pageUp, .top, .bottom, .readOn, .readBack, .back, .filter, .sort, .history,
            .nextPage, .previousPage, .summary, .letter, .search, .palette, .help, .redraw, .suspend,
            .quit, .library, .nextSource, .previousSource, .follow, .comeBack, .quotations, .links, .findings,
            .chronology, .views, .saveView, .statistics, .theme, .contents, .bookmarks, .bookmark, .mouse, .tour,
            .versions, .recordKeys, .playKeys, .lock:
            nil
        }
    }
}
