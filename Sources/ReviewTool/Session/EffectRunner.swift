internal import CaseModel
internal import CaseStore
internal import RationaleTemplates
internal import Synchronization
internal import Terminal
internal import Workstation

/// What a session asks of its store.
typealias SessionStore = CaseStore & StatisticsShelf & ViewShelf & MacroShelf & ReadingShelf

/// Carries out what the workstation asks for and posts what came of it.
///
/// Changes are made one after another in the order they were asked for; reads run beside them.
final class EffectRunner: Sendable {
    private let store: any SessionStore
    private let actor: Actor
    private let clock: SessionClock
    private let mailbox: Mailbox<Message>
    private let shelf: GuidelineShelf
    private let checks: CheckDesk
    private let changes: AsyncStream<Effect>.Continuation
    private let worker: Task<Void, Never>
    /// Answers that are still to come, for a loop that would rather paint once than twice.
    private let pending = Mutex<(reads: Int, changes: Int)>((0, 0))

    init(
        store: any SessionStore, shelf: GuidelineShelf, aids: @escaping @Sendable () -> CheckAids, actor: Actor,
        clock: SessionClock, mailbox: Mailbox<Message>
    ) {
        self.shelf = shelf
        checks = CheckDesk(store: store, aids: aids, today: { clock.today() })
        self.store = store
        self.actor = actor
        self.clock = clock
        self.mailbox = mailbox
        let (stream, continuation) = AsyncStream.makeStream(of: Effect.self)
        changes = continuation
        let change = ChangeRunner(store: store, actor: actor, clock: clock)
        worker = Task { [checks] in
            for await effect in stream {
                if case .openCase(let number) = effect {
                    // The case is on the screen already; a store that cannot note it says so with the next change.
                    try? await store.recordOpening(of: [number], by: actor)
                } else {
                    let answer = await change.run(effect)
                    switch answer {
                    // Who attested, and who signs, is part of what is checked.
                    case .attested, .signed: await checks.opened()
                    default: break
                    }
                    mailbox.post(answer)
                }
            }
        }
    }

    /// How many answers are still to come.
    var waiting: (reads: Int, changes: Int) { pending.withLock { $0 } }

    /// Notes that so many answers were taken out of the mailbox.
    func answered(_ message: Message) {
        pending.withLock { pending in
            switch EffectRunner.kind(of: message) {
            case .read: pending.reads = max(0, pending.reads - 1)
            case .change: pending.changes = max(0, pending.changes - 1)
            case .background, nil: break
            }
        }
    }

    /// Begins an effect of the store; the answer comes through the mailbox.
    func run(_ effect: Effect) {
        switch EffectRunner.kind(of: effect) {
        case .change:
            pending.withLock { $0.changes += 1 }
            changes.yield(effect)
        case .read:
            pending.withLock { $0.reads += 1 }
            Task { [self] in mailbox.post(await answer(to: effect)) }
        case .background:
            Task(priority: .utility) { [self] in mailbox.post(await answer(to: effect)) }
        case nil:
            break
        }
    }

    /// Waits until all changes that were asked for are made.
    func finish() async {
        changes.finish()
        await worker.value
    }

    /// Reads that a frame waits a moment for, changes in their order, and what no frame waits for.
    private enum Kind { case read, change, background }

    private static func kind(of effect: Effect) -> Kind? {
        switch effect {
        case .countWorklist, .loadCounts, .loadWorklist, .findInWorklist, .openCase, .loadRecordPage, .loadTemplates,
            .lookUpGuidelines, .visitSection, .searchLibrary, .findQuotations, .loadLinks, .loadOverrides,
            .searchRecords, .loadViews,
            .loadStatistics, .loadBookmarks, .countInRecords, .listCases, .loadTags, .loadMacros:
            .read
        case .check, .prepareSigning, .loadSpecialties, .comparePassphrase: .background
        case .saveDraft, .discardDraft, .decide, .reopen, .addLink, .removeLink, .overrideFinding, .liftOverride,
            .saveTemplate, .write, .attest, .declareConflict, .acquireLease, .renewLease, .releaseLease, .takeOver,
            .sign, .saveView, .deleteView, .keepBookmark, .removeBookmark, .restoreItem, .carryOut, .saveMacro,
            .loadVersions, .noteLock, .exchange, .exchangeView:
            .change
        case .startTimer, .suspend, .repaint, .conceal, .quit, .loadThemes, .useTheme, .useMouse, .copy: nil
        }
    }

    private static func kind(of message: Message) -> Kind? {
        switch message {
        case .worklistCounted, .countsLoaded, .worklistLoaded, .worklistFound, .caseOpened, .recordPageLoaded,
            .templatesLoaded,
            .guidelinesFound, .sectionRead, .libraryFound, .quotationsFound, .linksLoaded, .overridesLoaded,
            .recordsSearched, .viewsLoaded, .statisticsLoaded, .bookmarksLoaded, .countedInRecords, .casesListed,
            .tagsLoaded, .macrosLoaded:
            .read
        case .checked, .signingPrepared, .specialtiesLoaded, .passphraseCompared: .background
        case .draftSaved, .draftDiscarded, .caseChanged, .passageWritten, .conflict, .contested, .draftContested,
            .linksChanged,
            .overridesChanged, .templateSaved,
            .attested, .assignmentEnded, .leaseTaken, .leaseHeld, .leaseReleased, .signed, .viewsChanged,
            .bookmarksChanged, .itemRestored, .carriedOut, .macroSaved, .versionsLoaded, .lockNoted, .viewStays:
            .change
        case .failed(let effect, _): kind(of: effect)
        case .key, .resume, .showTour, .resized, .today, .timer, .leaving, .reviewerKnown, .themesLoaded, .concealed:
            nil
        }
    }

    /// The numbers of some rows of a worklist, in its order.
    private func numbers(_ query: WorklistQuery, rows: Range<Int>) async throws -> [CaseNumber] {
        var numbers: [CaseNumber] = []
        var (key, place) = (WorklistKey?.none, 0)
        while place < rows.upperBound {
            let page = try await store.worklist(
                query, from: key, direction: .after, limit: min(1_000, rows.upperBound - place))
            guard let last = page.last else { break }
            numbers += page.dropFirst(max(0, rows.lowerBound - place)).map(\.number)
            (key, place) = (last.key, place + page.count)
        }
        return numbers
    }

    /// The place of a case in the order of a query, whether that finds it or not.
    private func key(of target: WorklistTarget, _ query: WorklistQuery) async throws -> WorklistKey? {
        switch target {
        case .row(let key): return key
        case .number(let number):
            var alone = query
            (alone.words, alone.onlyOpen) = (number.text, false)
            let rows = try await store.worklist(alone, from: nil, direction: .after, limit: 100)
            return rows.first { $0.number == number }?.key
        }
    }

    private func answer(to effect: Effect) async -> Message {
        do {
            switch effect {
            case .countWorklist(let query, let generation):
                return .worklistCounted(total: try await store.countCases(query), generation: generation)
            case .loadCounts(let today):
                return .countsLoaded(try await store.worklistCounts(today: today))
            case .loadWorklist(let query, let from, let direction, let limit, let generation):
                let rows = try await store.worklist(query, from: from, direction: direction, limit: limit)
                return .worklistLoaded(rows, from: from, direction: direction, generation: generation)
            case .findInWorklist(let query, let target, let limit, let generation):
                guard let key = try await key(of: target, query) else {
                    // A case that was taken away: the list from its beginning.
                    let rows = try await store.worklist(query, from: nil, direction: .after, limit: limit)
                    return .worklistFound(rows, start: 0, place: 0, generation: generation)
                }
                let found = try await store.worklist(query, around: key, limit: limit)
                return .worklistFound(
                    found.rows, start: found.start, place: found.place, generation: generation)
            case .openCase(let number):
                await checks.opened()
                let reviewCase = try await store.open(number)
                changes.yield(effect)
                return .caseOpened(
                    reviewCase, drafts: try await store.drafts(of: number),
                    access: try await CaseDoor(store: store, actor: actor, today: clock.today()).access(to: reviewCase))
            case .loadRecordPage(let number, let record, let page):
                let text = try await store.recordPage(number, record: record, page: page)
                return .recordPageLoaded(number, record: record, page: page, text: text)
            case .loadTemplates:
                let (templates, problems) = TemplateFolder.all()
                return .templatesLoaded(templates, problems: problems)
            case .lookUpGuidelines(let number, let item, let question):
                return .guidelinesFound(number, item: item, line: question.line, pages: try shelf.pages(for: question))
            case .visitSection(let number, let item, let section):
                guard let page = try shelf.page(section, day: clock.today()) else {
                    return .failed(effect, sentence: "there is no guideline library; imr guideline import fills one.")
                }
                return .sectionRead(number, item: item, page: page)
            case .searchLibrary(let words, let within, let generation):
                return .libraryFound(try shelf.search(words, within: within), generation: generation)
            case .findQuotations(let number, let item, let rationale, let revision):
                let found = try shelf.quotations(in: rationale)
                return .quotationsFound(number, item: item, revision: revision, found: found)
            case .check(let number, let determination, let generation):
                let found = try await checks.findings(determination, of: number, generation: generation)
                // An answer to an older question is dropped there, so its findings do not matter.
                return .checked(number, found ?? [], generation: found == nil ? -1 : generation)
            case .loadOverrides(let number):
                return .overridesLoaded(number, try await store.overrides(of: number))
            case .loadLinks(let number):
                return .linksLoaded(number, try await store.links(of: number))
            case .searchRecords(let number, let words, let generation):
                let (hits, total) = try await store.searchRecords(words, in: number, limit: 200)
                return .recordsSearched(words: words, hits: hits, total: total, generation: generation)
            case .prepareSigning(let number):
                let (document, obstacles) = try await SigningService(store: store, actor: actor).letter(of: number)
                return .signingPrepared(
                    number, letter: document, obstacles: obstacles.map { SigningObstacle($0) })
            case .loadBookmarks(let number):
                return .bookmarksLoaded(number, try await store.bookmarks(of: number, by: actor))
            case .countInRecords(let number, let phrase, let generation):
                let counts = try await store.countInRecords(phrase, of: number)
                return .countedInRecords(number, counts, generation: generation)
            case .loadViews: return .viewsLoaded(try await store.views(of: actor))
            case .loadSpecialties: return .specialtiesLoaded(try await store.specialties())
            case .loadStatistics(let query, let kind, let generation):
                let counted = try await store.statistics(query, by: [kind], today: clock.today())
                return .statisticsLoaded(
                    counted.inWords(of: try CurrentProgramme.ownProfile()), generation: generation)
            case .listCases(let query, let rows, let generation):
                return .casesListed(try await numbers(query, rows: rows), rows: rows, generation: generation)
            case .loadTags: return .tagsLoaded(try await store.tags().map(\.tag))
            case .loadMacros: return .macrosLoaded(try await store.macros(of: actor))
            case .comparePassphrase(let passphrase):
                return .passphraseCompared(isRight: try UnlockFile().isRight(passphrase))
            case .saveDraft, .discardDraft, .decide, .reopen, .addLink, .removeLink, .overrideFinding, .liftOverride,
                .saveTemplate, .write, .startTimer, .suspend, .repaint, .quit, .attest, .declareConflict, .acquireLease,
                .restoreItem, .carryOut, .saveMacro, .loadVersions,
                .renewLease, .releaseLease, .takeOver, .sign, .saveView, .deleteView, .loadThemes,
                .useTheme, .useMouse, .copy, .keepBookmark, .removeBookmark, .conceal, .noteLock, .exchange,
                .exchangeView:
                return .failed(effect, sentence: "this is no read")
            }
        } catch {
            return .failed(effect, sentence: Sentence.of(error))
        }
    }
}
