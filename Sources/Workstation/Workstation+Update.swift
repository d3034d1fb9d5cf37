internal import CaseModel
internal import TextUI

extension Workstation {
    /// Takes one message in, whatever it means for the places visited.
    mutating func take(_ message: Message) -> [Effect] {
        if let effects = takeForLock(message) { return effects }
        switch message {
        case .key(.pointer(let event)): return pointed(event)
        case .key(.focus(let isHere)): return isHere ? cameBack() : []
        case .key(let key):
            return handle(key)
        case .resume(let sitting): return resume(sitting)
        case .showTour:
            tour = Tour()
            return []
        case .resized(let rows, let columns):
            (self.rows, self.columns) = (max(1, rows), max(1, columns))
            caseFile?.resize(rows: self.rows, columns: self.columns)
            if case .signing(var signing) = overlay {
                signing.layOut(rows: self.rows, columns: self.columns)
                overlay = .signing(signing)
            }
            return worklist.keepCursorVisible(height: worklistHeight)
        case .today(let day):
            today = day
            worklist.query.today = day
            return [.loadCounts(today: day)]
        case .worklistCounted(let total, let generation):
            return worklist.counted(total, generation: generation, height: worklistHeight)
        case .countsLoaded(let counts):
            worklist.counts = counts
            return []
        case .worklistLoaded(let rows, let from, let direction, let generation):
            return worklist.loaded(
                rows, from: from, direction: direction, generation: generation, height: worklistHeight)
        case .worklistFound(let rows, let start, let place, let generation):
            return worklist.found(
                rows, start: start, place: place, generation: generation, height: worklistHeight)
        case .caseOpened(let reviewCase, let drafts, let access):
            return opened(reviewCase, drafts: drafts, access: access)
        case .recordPageLoaded(let number, let record, let page, let text):
            caseFile?.recordLoaded(number, record: record, page: page, text: text)
            return []
        case .templatesLoaded(let templates, let problems):
            self.templates = templates
            if let problem = problems.first { notice = Notice(kind: .error, text: problem) }
            guard wantsTemplates else { return [] }
            wantsTemplates = false
            return showTemplates() + takeTypedAhead()
        case .guidelinesFound(let number, let item, let line, let pages):
            caseFile?.guidelinesFound(number, item: item, line: line, pages: pages)
            return []
        case .sectionRead(let number, let item, let page):
            caseFile?.guidelineVisited(number, item: item, page: page)
            return []
        case .libraryFound(let hits, let generation):
            libraryFound(hits, generation: generation)
            return []
        case .quotationsFound(let number, let item, let revision, let found):
            caseFile?.quotationsFound(number, item: item, revision: revision, found: found)
            return []
        case .linksLoaded(let number, let links):
            caseFile?.linksLoaded(number, links)
            return []
        case .linksChanged(let number, let links, let remark):
            caseFile?.linksLoaded(number, links)
            // The documents reviewed are the linked ones.
            let recheck = caseFile?.number == number ? caseFile?.check() ?? [] : []
            return recheck + note(remark + (caseFile?.recordingAgainHere ?? ""))
        case .recordsSearched(let words, let hits, let total, let generation):
            recordsSearched(words: words, hits: hits, total: total, generation: generation)
            return []
        case .checked(let number, let findings, let generation):
            caseFile?.checked(number, findings: findings, generation: generation)
            refreshFindings()
            return []
        case .overridesLoaded(let number, let overrides):
            caseFile?.overridesLoaded(number, overrides)
            refreshFindings()
            return []
        case .overridesChanged(let number, let overrides, let remark):
            caseFile?.overridesLoaded(number, overrides)
            refreshFindings()
            return note(remark)
        case .bookmarksLoaded(let number, let bookmarks):
            caseFile?.bookmarksLoaded(number, bookmarks)
            refreshContents()
            return []
        case .bookmarksChanged(let number, let bookmarks, let remark):
            caseFile?.bookmarksLoaded(number, bookmarks)
            refreshContents()
            return note(remark)
        case .countedInRecords(let number, let counts, let generation):
            let effects = caseFile?.countedInRecords(number, counts, generation: generation) ?? []
            refreshContents()
            return effects + (caseFile?.takeRemark().map { note($0) } ?? [])
        case .templateSaved(let path):
            templates = nil
            return note("kept as a template: \(path)")
        case .draftSaved(let number, let item, let revision, let at):
            let effects = caseFile?.draftSaved(number, item: item, revision: revision, at: at) ?? []
            return effects + noteSavedAgain()
        case .draftDiscarded(let number, let item):
            caseFile?.draftDiscarded(number, item: item)
            return caseFile?.number == number
                ? [.openCase(number)] + note("the draft of item \(item) is gone; z brings it back") : []
        case .caseChanged(let reviewCase, let item, let at):
            return changed(reviewCase, item: item, at: at)
        case .passageWritten(let reviewCase, let passage, let at):
            let effects = caseFile?.written(reviewCase, as: passage, at: at) ?? []
            return effects + (caseFile?.takeRemark().map { note($0) } ?? [])
        case .casesListed(let numbers, let rows, let generation):
            return casesListed(numbers, rows: rows, generation: generation)
        case .carriedOut(let job, let outcomes): return carriedOut(job, outcomes)
        case .tagsLoaded(let tags):
            worklist.tags = tags.map(\.word)
            return []
        case .macrosLoaded(let macros): return macrosLoaded(macros)
        case .macroSaved, .lockNoted: return []
        case .itemRestored(let reviewCase, let restoration, let at):
            return caseFile?.restored(reviewCase, restoration, at: at) ?? []
        case .versionsLoaded(let number, let item, let versions):
            versionsLoaded(number, item: item, versions)
            return []
        case .failed(let effect, let sentence):
            return failed(effect, sentence: sentence)
        case .conflict(let number):
            refusals += 1
            notice = Notice(
                kind: .error,
                text: "\(number) was changed by somebody else; it is shown as it is now, look and decide again")
            if case .signing = overlay { overlay = nil }
            if caseFile?.number == number {
                caseFile?.decisionsDropped()
                caseFile?.undo.refused()
            }
            return [.openCase(number)]
        case .contested(let number, let passage): return contested(number, as: passage)
        case .draftContested(let number, let item): return draftContested(number, item: item)
        case .attested, .assignmentEnded, .leaseTaken, .leaseHeld, .leaseReleased, .signingPrepared, .signed:
            return updateCourse(message)
        case .reviewerKnown, .viewsLoaded, .viewsChanged, .viewStays, .specialtiesLoaded, .statisticsLoaded,
            .themesLoaded:
            return updateLists(message)
        case .timer(.lease(let number, let opening)): return leaseTimer(number, opening: opening)
        case .timer(.draft(let number, let item)):
            return caseFile?.draftTimer(number, item: item) ?? []
        case .timer(.summary(let number)):
            return caseFile?.summaryTimer(number) ?? []
        case .timer(.check(let number)):
            return caseFile?.checkTimer(number) ?? []
        case .timer(.filter(let generation)):
            return worklist.filterTimer(generation: generation, height: worklistHeight)
        case .timer(.preview(let row)): return previewTimer(row: row)
        case .timer(.idle), .timer(.unlocking), .concealed, .passphraseCompared:
            // Of the lock, which has taken them.
            return []
        case .leaving:
            return leaving()
        }
    }

    /// What is to be done before the program ends.
    mutating func leaving() -> [Effect] {
        (caseFile?.saveAllLast() ?? []) + (caseFile?.giveBack() ?? []) + [.quit]
    }

    /// The course of the case that is open: who has it, and its signature.
    private mutating func updateCourse(_ message: Message) -> [Effect] {
        switch message {
        case .attested(let reviewCase): return attested(reviewCase)
        case .assignmentEnded(let number): return assignmentEnded(number)
        case .leaseTaken(let number): return leaseTaken(number)
        case .leaseHeld(let number, let name): return leaseHeld(number, by: name)
        case .signingPrepared(let number, let letter, let obstacles):
            return signingPrepared(number, letter: letter, obstacles: obstacles)
        case .signed(let reviewCase, let fingerprint): return signed(reviewCase, fingerprint: fingerprint)
        default: return []
        }
    }

    /// What surrounds the worklist.
    private mutating func updateLists(_ message: Message) -> [Effect] {
        switch message {
        case .reviewerKnown(let reviewer): worklist.query.reviewer = reviewer
        case .viewsLoaded(let views): return viewsLoaded(views)
        case .viewsChanged(let views, let change, let remark):
            return viewsChanged(views, change, remark: remark)
        case .viewStays(let name):
            viewStepFailed(isOther: true)
            return sayInViews("the view “\(name)” is another by now and stays as it is")
        case .specialtiesLoaded(let specialties): worklist.specialties = specialties
        case .themesLoaded(let names, let present): themesLoaded(names, present: present)
        case .statisticsLoaded(let statistics, let generation): statisticsLoaded(statistics, generation: generation)
        default: break
        }
        return []
    }

    /// Puts a passing remark into the bottom line.
    mutating func note(_ text: String) -> [Effect] {
        notice = Notice(kind: .information, text: text)
        return []
    }

    /// Says in the bottom line why something was not done.
    mutating func refuse(_ text: String) -> [Effect] {
        refusals += 1
        return note(text)
    }

    private mutating func opened(_ reviewCase: ReviewCase, drafts: [Draft], access: CaseAccess) -> [Effect] {
        if caseFile?.number == reviewCase.number {
            caseFile?.access = access
            caseFile?.reread(reviewCase, drafts: drafts)
            return [.loadOverrides(reviewCase.number), .loadBookmarks(reviewCase.number)] + (caseFile?.check() ?? [])
                + goOnWithSummary() + goOnWithDrafts()
        }
        guard opening == reviewCase.number else { return [] }
        opening = nil
        openings += 1
        caseFile = CaseScreen(reviewCase, drafts: drafts, rows: rows, columns: columns, today: today, style: style)
        caseFile?.access = access
        caseFile?.itemSplit = itemSplit
        resumeUndoList()
        var effects =
            [
                Effect.loadLinks(reviewCase.number), .loadOverrides(reviewCase.number),
                .loadBookmarks(reviewCase.number),
            ] + (caseFile?.check() ?? [])
        effects += caseFile?.askForHold() ?? []
        if let obstacle = access.obstacle, reviewCase.state.isOpenToDecision {
            _ = note(obstacle)
        } else if let correction = reviewCase.correction {
            _ = note("returned for correction: \(correction)")
        } else if let draft = drafts.first {
            _ = note("a draft of item \(draft.item) was waiting and is restored; D throws it away")
        }
        // The templates are read while the summary is; t shows them at once.
        if templates == nil { effects.append(.loadTemplates) }
        if access.obstacle == nil, access.parties != nil {
            // Nobody attests by a key that was typed before the question was there.
            typedAhead = []
            askAttestation()
        }
        effects += arrive() + arriveFromSitting(drafts)
        // A key typed ahead may take back what is not read yet.
        noteSent(effects, in: reviewCase.number)
        let more = takeTypedAhead()
        noteSent(more, in: reviewCase.number)
        return effects + more
    }

    /// Gives the keys that were typed ahead to the screen that they were meant for.
    mutating func takeTypedAhead() -> [Effect] {
        var keys = typedAhead[...]
        typedAhead = []
        var effects: [Effect] = []
        while let key = keys.popFirst() {
            let new = handle(key)
            effects += new
            guard !keys.isEmpty else { break }
            waitForDisk(new)
            guard !keysWait else {
                typedAhead += keys
                break
            }
            look()
        }
        return effects
    }

    private mutating func changed(_ reviewCase: ReviewCase, item: Int, at time: ClockTime) -> [Effect] {
        guard caseFile?.number == reviewCase.number else { return [] }
        let wasSeen = caseFile?.reviewCase.publishedWasSeen ?? false
        let effects = caseFile?.changed(reviewCase, item: item, at: time) ?? []
        if wasSeen {
            // It stays his to decide until he signs; but a blind decision it is no more.
            _ = note("the log notes: after the published decision was seen; z takes it back")
        } else if reviewCase.state.isDecided {
            let outcome = style.words(of: reviewCase.determination.outcome)
            // What the check makes of this decision is not known yet.
            _ = note("every item is decided: \(outcome); ! shows what the check finds, p the letter")
        } else {
            let open = reviewCase.determination.items.count { $0.decision == nil }
            _ = note("saved; \(open) of \(reviewCase.determination.items.count) still open")
        }
        return effects
    }

    private mutating func failed(_ effect: Effect, sentence: String) -> [Effect] {
        // A renewal that fails along with what was written adds nothing to what is said of that.
        if case .renewLease(let number) = effect, notice?.kind == .error { return renewalFailed(number) }
        refusals += 1
        // Nor does a refusal once it is said who has the case now.
        let isTold =
            if let number = effect.changedCase, caseFile?.number == number, case .taken? = caseFile?.hold {
                notice?.kind == .error
            } else {
                false
            }
        if !isTold { notice = Notice(kind: .error, text: sentence) }
        return whatFollows(failed: effect, sentence: sentence, isTold: isTold) + whoHolds(effect)
    }

    /// Asks who has the case of a change that was refused: if somebody took it over, then that is what is told.
    private func whoHolds(_ effect: Effect) -> [Effect] {
        guard let number = effect.changedCase, caseFile?.number == number, caseFile?.hold == .mine else { return [] }
        return [.renewLease(number)]
    }

    private mutating func whatFollows(failed effect: Effect, sentence: String, isTold: Bool) -> [Effect] {
        switch effect {
        case .saveDraft(let number, let draft):
            if !isTold { unsavedNotice = notice }
            return caseFile?.draftFailed(number, item: draft.item, revision: draft.revision) ?? []
        case .write(let number, _, let passage, _):
            let again = caseFile?.writingFailed(number, as: passage) ?? []
            if let item = passage.item, !isTold {
                notice = Notice(kind: .error, text: "\(sentence); L in item \(item) goes on with your line")
            }
            return again
        case .countInRecords(let number, _, _):
            if caseFile?.number == number { caseFile?.countingFailed() }
            return []
        case .openCase:
            opening = nil
            resuming = nil
            typedAhead = []
            return []
        case .loadWorklist(_, _, _, _, let generation), .findInWorklist(_, _, _, let generation):
            worklist.loadFailed(generation: generation)
            giveUpList()
            return []
        case .countWorklist(_, let generation):
            worklist.countFailed(generation: generation)
            giveUpList()
            return []
        case .renewLease(let number): return renewalFailed(number)
        case .decide(let number, let decision):
            return caseFile?.decisionFailed(number, item: decision.item) ?? []
        case .restoreItem(let number, let restoration):
            if caseFile?.number == number { caseFile?.restorationFailed(item: restoration.item) }
            return []
        case .addLink(let number, _, _), .removeLink(let number, _, _), .exchange(let number, _, _):
            if caseFile?.number == number { caseFile?.undo.refused() }
            return []
        case .listCases, .carryOut:
            bulk = nil
            worklist.marks.underWay = nil
            return []
        case .loadMacros:
            letterQuestion = nil
            typedAhead = []
            return []
        case .loadVersions:
            if case .versions = overlay { overlay = nil }
            return []
        case .loadTemplates:
            wantsTemplates = false
            typedAhead = []
            return []
        case .prepareSigning, .sign:
            if case .signing = overlay { overlay = nil }
            return []
        case .loadStatistics:
            if case .statistics = overlay { overlay = nil }
            return []
        case .loadViews:
            if isReadingViews { typedAhead = [] }
            if case .views = overlay { overlay = nil }
            return []
        case .exchangeView:
            viewStepFailed(isOther: false)
            return []
        case .attest(let number, _):
            if caseFile?.number == number { caseFile?.attestingFailed() }
            return []
        case .loadTags:
            worklist.tags = nil
            return []
        case .saveView, .deleteView:
            viewAnswered()
            return []
        case .loadCounts, .loadRecordPage, .discardDraft, .reopen, .startTimer,
            .lookUpGuidelines, .visitSection, .searchLibrary, .findQuotations, .loadLinks, .searchRecords,
            .loadOverrides, .overrideFinding, .liftOverride, .saveTemplate, .check, .suspend, .repaint,
            .quit, .copy, .useMouse, .loadBookmarks, .keepBookmark, .removeBookmark, .conceal, .comparePassphrase,
            .saveMacro, .acquireLease, .takeOver, .releaseLease, .declareConflict, .loadSpecialties,
            .loadThemes, .useTheme, .noteLock:
            return []
        }
    }
}
