import CaseModel
import Checks
import Letters
import RationaleTemplates
import Testing
import TextUI

@testable import Workstation

/// Drives the workstation by keys, without a terminal and without a disk: effects are answered from memory.
struct Harness {
    var model: Workstation
    /// The cases by number, in the order of the list.
    var cases: [ReviewCase]
    var drafts: [CaseNumber: [Draft]] = [:]
    var recordPages: [String: String] = [:]
    /// The sections that every item cites, and that the library has.
    var library: [GuidelinePage] = []
    /// What the library says of every rationale's quotations.
    var quotations: [FoundQuotation] = []
    var links: [CaseNumber: [Int: [EvidenceLink]]] = [:]
    /// What the check finds in a determination.
    var findings: @Sendable (Determination) -> [Finding] = { _ in [] }
    /// What was let stand, by case.
    var overrides: [CaseNumber: [FindingOverride]] = [:]
    /// What opening a case allows, by case.
    var access: [CaseNumber: CaseAccess] = [:]
    /// Who else has which case open.
    var holders: [CaseNumber: String] = [:]
    /// What the store says stands before a signature.
    var obstacles: [SigningObstacle] = []
    /// The letter to be signed.
    var letter = Document(blocks: [.title("The letter")])
    var views: [SavedView] = []
    var bookmarks: [CaseNumber: [Bookmark]] = [:]
    var specialties: [String] = ["Neurology", "Orthopedic Surgery"]
    var statistics = WorklistStatistics(all: 0, open: 0, late: 0, times: nil, tables: [])
    /// What stood for items before, by case and item.
    var versions: [String: [ItemVersion]] = [:]
    /// The words on cases.
    var tags: [CaseNumber: [CaseTag]] = [:]
    /// Cases to which no job is done.
    var barred: [CaseNumber] = []
    var macros: [KeyMacro] = []
    /// What unlocks the screen; nil for Enter.
    var passphrase: String?
    /// All effects that were asked for, oldest first.
    private(set) var effects: [Effect] = []
    /// Timers that are set and have not run out.
    private(set) var timers: [WorkTimer] = []
    /// Whether the program was left.
    private(set) var isOver = false
    /// Effects of the disk that fail while this is set.
    var failure: String?
    /// Whether changes are left unanswered, as on a disk that hangs.
    var isHanging = false
    /// Whether the worklist is not read meanwhile.
    var isListHanging = false
    /// The changes, and reads of the list, that were left unanswered, oldest first.
    private(set) var held: [Effect] = []

    static let today = day("2026-11-20")

    init(
        _ cases: [ReviewCase] = Harness.demonstration, rows: Int = 24, columns: Int = 80,
        keymap: Keymap = .usual, lockRule: LockRule = LockRule()
    ) {
        self.cases = cases
        model = Workstation(rows: rows, columns: columns, today: Harness.today, keymap: keymap, lockRule: lockRule)
        let first = model.start()
        carryOut(first)
    }

    /// Types keys in the notation of keymaps, separated by spaces.
    mutating func type(_ keys: String, location: SourceLocation = #_sourceLocation) {
        for word in keys.split(separator: " ") {
            guard let key = Key(notation: word) else {
                Issue.record("“\(word)” is no key", sourceLocation: location)
                return
            }
            send(.key(key))
        }
    }

    /// Types a text letter by letter.
    mutating func write(_ text: String) {
        for character in text { send(.key(character == "\n" ? .named(.enter) : .character(character))) }
    }

    mutating func send(_ message: Message) { carryOut(model.update(message)) }

    /// Lets all timers that are set run out.
    mutating func wait() {
        let due = timers
        timers = []
        for timer in due { send(.timer(timer)) }
    }

    /// Answers the oldest change that was left unanswered; for others the disk goes on as it is.
    mutating func answerHeld(failing sentence: String? = nil, location: SourceLocation = #_sourceLocation) {
        guard !held.isEmpty else {
            Issue.record("nothing is left unanswered", sourceLocation: location)
            return
        }
        let before = (isHanging, isListHanging, failure)
        let effect = held.removeFirst()
        (isHanging, isListHanging, failure) = (false, false, sentence)
        let answer = answer(to: effect)
        (isHanging, isListHanging, failure) = before
        if let answer { send(answer) }
    }

    private mutating func carryOut(_ new: [Effect]) {
        effects += new
        for effect in new {
            guard let answer = answer(to: effect) else { continue }
            carryOut(model.update(answer))
        }
    }

    private mutating func answer(to effect: Effect) -> Message? {
        if let failure, !effect.isTimer { return .failed(effect, sentence: failure) }
        if isHanging && effect.isHeld || isListHanging && effect.readsList {
            held.append(effect)
            return nil
        }
        if let number = effect.changedCase, holders[number] != nil {
            return .failed(effect, sentence: "Case \(number) is no longer held by this session.")
        }
        let time = ClockTime(hour: 14, minute: 2, second: 7)
        switch effect {
        case .countWorklist(let query, let generation):
            return .worklistCounted(total: rows(query).count, generation: generation)
        case .loadCounts:
            let open = cases.filter { $0.state != .published && $0.state != .decided }
            let late = open.count { $0.due.map { $0 < Harness.today } ?? false }
            return .countsLoaded(WorklistCounts(open: open.count, late: late, dueThisWeek: 1, all: cases.count))
        case .loadWorklist(let query, let from, let direction, let limit, let generation):
            let all = rows(query)
            let at = from.flatMap { key in all.firstIndex { $0.key == key } }
            let part: ArraySlice<WorklistRow> =
                switch direction {
                case .after: all[(at.map { $0 + 1 } ?? 0)...].prefix(limit)
                case .before: all[..<(at ?? all.count)].suffix(limit)
                }
            return .worklistLoaded(Array(part), from: from, direction: direction, generation: generation)
        case .openCase(let number):
            guard let found = cases.first(where: { $0.number == number }) else { return nil }
            return .caseOpened(found, drafts: drafts[number] ?? [], access: access[number] ?? CaseAccess())
        case .loadRecordPage(let number, let record, let page):
            return .recordPageLoaded(number, record: record, page: page, text: recordPages["\(record).\(page)"] ?? "")
        case .loadTemplates:
            return .templatesLoaded((try? RationaleTemplate.builtIn()) ?? [], problems: [])
        case .saveDraft(let number, let draft):
            if let stored = drafts[number]?.first(where: { $0.item == draft.item }), stored.revision >= draft.revision {
                return .draftContested(number, item: draft.item)
            }
            drafts[number, default: []].removeAll { $0.item == draft.item }
            drafts[number, default: []].append(draft)
            return .draftSaved(number, item: draft.item, revision: draft.revision, at: time)
        case .discardDraft(let number, let item):
            drafts[number]?.removeAll { $0.item == item }
            return .draftDiscarded(number, item: item)
        case .decide(let number, let decision):
            guard let index = cases.firstIndex(where: { $0.number == number }) else { return nil }
            guard decision.revision == cases[index].revision else { return .conflict(number) }
            cases[index].determination.items[decision.item - 1].decision = decision.decision
            cases[index].determination.items[decision.item - 1].rationale = Prose.normalized(decision.rationale)
            cases[index].determination.items[decision.item - 1].reviewerGuideline = decision.reviewerGuideline
            drafts[number]?.removeAll { $0.item == decision.item }
            settle(index)
            return .caseChanged(cases[index], item: decision.item, at: time)
        case .reopen(let number, let item):
            guard let index = cases.firstIndex(where: { $0.number == number }) else { return nil }
            cases[index].determination.items[item - 1].decision = nil
            settle(index)
            return .caseChanged(cases[index], item: item, at: time)
        case .write(let number, let words, let passage, let revision):
            guard let index = cases.firstIndex(where: { $0.number == number }) else { return nil }
            guard (revision ?? cases[index].revision) == cases[index].revision else {
                return .contested(number, passage)
            }
            switch passage {
            case .summary:
                let text = FollowedText(from: cases[index].determination.summary, to: Prose.normalized(words))
                bookmarks[number] = bookmarks[number]?.map { $0.following(text) }
                cases[index].determination.summary = Prose.normalized(words)
            case .claimsAdministratorGuideline(let item):
                cases[index].determination.items[item - 1].claimsAdministratorGuideline = Prose.normalized(words)
            }
            settle(index)
            return .passageWritten(cases[index], as: passage, at: time)
        case .restoreItem(let number, let restoration):
            guard let index = cases.firstIndex(where: { $0.number == number }) else { return nil }
            guard restoration.revision == cases[index].revision else { return .conflict(number) }
            let place = restoration.item - 1
            cases[index].determination.items[place].decision = restoration.decision
            cases[index].determination.items[place].rationale = restoration.rationale
            cases[index].determination.items[place].reviewerGuideline = restoration.reviewerGuideline
            drafts[number]?.removeAll { $0.item == restoration.item }
            if let draft = restoration.draft { drafts[number, default: []].append(draft) }
            settle(index)
            return .itemRestored(cases[index], restoration, at: time)
        case .loadVersions(let number, let item):
            let known = versions["\(number) \(item)"] ?? []
            return .versionsLoaded(number, item: item, known.map { DatedVersion($0, time: "11/20 14:0\($0.sequence)") })
        case .listCases(let query, let range, let generation):
            let found = rows(query).map(\.number)
            return .casesListed(Array(found[range.clamped(to: 0..<found.count)]), rows: range, generation: generation)
        case .carryOut(let job, let numbers):
            return .carriedOut(job, numbers.map { carryOut(job, $0) })
        case .findInWorklist(let query, let target, let limit, let generation):
            let all = rows(query)
            let row: Int64 =
                switch target {
                case .row(let key): key.rowID
                case .number(let number): Int64(cases.firstIndex { $0.number == number } ?? 0)
                }
            let place = all.count { $0.key.rowID < row }
            let start = max(0, place - limit)
            return .worklistFound(
                Array(all[start..<min(all.count, place + limit)]), start: start, place: place, generation: generation)
        case .loadTags: return .tagsLoaded(Set(tags.values.joined()).sorted())
        case .loadMacros: return .macrosLoaded(macros)
        case .saveMacro(let macro):
            macros.append(macro)
            return .macroSaved
        case .startTimer(let timer, _):
            timers.append(timer)
            return nil
        case .quit:
            isOver = true
            return nil
        case .check(let number, let determination, let generation):
            return .checked(number, findings(determination), generation: generation)
        case .loadOverrides(let number): return .overridesLoaded(number, overrides[number] ?? [])
        case .overrideFinding(let number, var override):
            override.actor = "tester"
            overrides[number, default: []].append(override)
            return .overridesChanged(number, overrides[number] ?? [], remark: "overridden: \(override.reason)")
        case .liftOverride(let number, let rule, let item, let fingerprint):
            overrides[number]?.removeAll { ($0.rule, $0.item, $0.fingerprint) == (rule, item, fingerprint) }
            return .overridesChanged(number, overrides[number] ?? [], remark: "the finding counts again")
        case .exchange(let number, .override(let before, let after), _):
            let known = (before ?? after).flatMap { finding in
                overrides[number]?.first { $0.isOfSameFinding(as: finding) }
            }
            guard FindingOverride.stands(known, as: before) else { return .conflict(number) }
            overrides[number]?.removeAll { $0 == known }
            if var after {
                after.actor = "tester"
                overrides[number, default: []].append(after)
            }
            return .overridesChanged(number, overrides[number] ?? [], remark: "")
        case .exchange(let number, .passage(let passage, let before, let after), let revision):
            let known = bookmarks[number] ?? []
            let answer = answer(to: .write(number, after.words, as: passage, revision: revision))
            if case .contested(let number, _) = answer { return .conflict(number) }
            if passage == .summary, known == before.bookmarks { bookmarks[number] = after.bookmarks }
            return answer
        case .exchange(let number, .bookmark(let before, let after), _):
            let known = (before ?? after).flatMap { mark in bookmarks[number]?.first { $0.place == mark.place } }
            guard known == before else { return .conflict(number) }
            if let after { return answer(to: .keepBookmark(number, after)) }
            return known.flatMap { answer(to: .removeBookmark(number, $0.place)) }
        case .saveTemplate: return .templateSaved(path: "mine.md")
        case .suspend, .repaint: return nil
        case .conceal: return .concealed(at: time, asksPassphrase: passphrase != nil)
        case .comparePassphrase(let typed): return .passphraseCompared(isRight: typed == passphrase)
        case .noteLock: return .lockNoted
        case .attest(let number, let attestation):
            guard let index = cases.firstIndex(where: { $0.number == number }) else { return nil }
            access[number]?.parties = nil
            cases[index].assignment?.attestation = attestation
            return .attested(cases[index])
        case .declareConflict(let number, _, _): return .assignmentEnded(number)
        case .acquireLease(let number), .renewLease(let number):
            return holders[number].map { .leaseHeld(number, by: $0) } ?? .leaseTaken(number)
        case .takeOver(let number):
            holders[number] = nil
            return .leaseTaken(number)
        case .releaseLease(let number): return .leaseReleased(number)
        case .prepareSigning(let number): return .signingPrepared(number, letter: letter, obstacles: obstacles)
        case .sign(let number, let revision, let read):
            guard let index = cases.firstIndex(where: { $0.number == number }) else { return nil }
            guard revision == cases[index].revision, read == letter else { return .conflict(number) }
            cases[index].state = .signed
            return .signed(cases[index], fingerprint: "SHA256:invented")
        case .loadThemes: return .themesLoaded(["dark", "light", "solar-dark"], present: "light")
        case .useTheme, .useMouse, .copy: return nil
        case .loadViews: return .viewsLoaded(views)
        case .saveView(let view):
            let before = views.first { $0.name == view.name }
            views = (views.filter { $0.name != view.name } + [view])
            return .viewsChanged(
                views, ViewChange(before: before, after: view), remark: "kept as “\(view.name)”; v shows it")
        case .deleteView(let name):
            let before = views.first { $0.name == name }
            views.removeAll { $0.name == name }
            return .viewsChanged(
                views, ViewChange(before: before, after: nil), remark: "the view “\(name)” is deleted")
        case .exchangeView(let change):
            guard views.first(where: { $0.name == change.name }) == change.before else {
                return .viewStays(change.name)
            }
            views = views.filter { $0.name != change.name } + (change.after.map { [$0] } ?? [])
            return .viewsChanged(views, change, remark: "")
        case .loadSpecialties: return .specialtiesLoaded(specialties)
        case .loadStatistics(_, _, let generation): return .statisticsLoaded(statistics, generation: generation)
        case .loadBookmarks(let number): return .bookmarksLoaded(number, bookmarks[number] ?? [])
        case .keepBookmark(let number, let bookmark):
            bookmarks[number, default: []].removeAll { $0.place == bookmark.place }
            bookmarks[number, default: []].append(bookmark)
            bookmarks[number]?.sort { $0.place < $1.place }
            return .bookmarksChanged(number, bookmarks[number] ?? [], remark: "marked; M lists the marked places")
        case .removeBookmark(let number, let place):
            bookmarks[number]?.removeAll { $0.place == place }
            return .bookmarksChanged(number, bookmarks[number] ?? [], remark: "the mark is removed")
        case .countInRecords(let number, let phrase, let generation):
            guard !isHanging else { return nil }
            let counts = recordPages.sorted { $0.key < $1.key }.map { key, text -> PageMatches in
                let place = key.split(separator: ".").compactMap { Int($0) }
                return PageMatches(record: place[0], page: place[1], count: phrase.count(onLinesOf: text))
            }
            return .countedInRecords(number, counts.filter { $0.count > 0 }, generation: generation)
        case .lookUpGuidelines(let number, let item, let question):
            return .guidelinesFound(number, item: item, line: question.line, pages: library)
        case .visitSection(let number, let item, let section):
            guard let page = library.first(where: { $0.section == section }) else { return nil }
            return .sectionRead(number, item: item, page: page)
        case .searchLibrary(let words, let within, let generation):
            let hits = library.filter { page in
                (within == nil || page.section == within) && page.passages.contains { $0.text.contains(words) }
            }
            return .libraryFound(
                hits.map {
                    LibraryHit(section: $0.section ?? "", title: $0.path.last ?? "", text: $0.passages[0].text)
                },
                generation: generation)
        case .findQuotations(let number, let item, _, let revision):
            return .quotationsFound(number, item: item, revision: revision, found: quotations)
        case .loadLinks(let number): return .linksLoaded(number, links[number] ?? [:])
        case .searchRecords(_, let words, let generation):
            let hits = recordPages.keys.sorted().flatMap { key -> [RecordHit] in
                let place = key.split(separator: ".").compactMap { Int($0) }
                let lines = (recordPages[key] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
                return lines.enumerated().filter { $0.element.contains(words) }
                    .map { RecordHit(record: place[0], page: place[1], line: $0.offset + 1, text: String($0.element)) }
            }
            return .recordsSearched(words: words, hits: hits, total: hits.count, generation: generation)
        case .addLink(let number, let item, var link):
            link.id = (links[number]?[item]?.count ?? 0) + 1
            links[number, default: [:]][item, default: []].append(link)
            return .linksChanged(number, links[number] ?? [:], remark: "linked: \(link.evidence.words)")
        case .removeLink(let number, let item, let id):
            links[number]?[item]?.removeAll { $0.id == id }
            return .linksChanged(number, links[number] ?? [:], remark: "the link is removed")
        }
    }

    private mutating func carryOut(_ job: BulkJob, _ number: CaseNumber) -> BulkOutcome<BulkRefusal> {
        if barred.contains(number) { return .refused(number, "Case \(number) is barred here.") }
        switch job {
        case .tag(let tag):
            guard tags[number]?.contains(tag) != true else { return .unchanged(number) }
            tags[number] = ((tags[number] ?? []) + [tag]).sorted()
        case .untag(let tag):
            guard tags[number]?.contains(tag) == true else { return .unchanged(number) }
            tags[number]?.removeAll { $0 == tag }
        case .assign, .export: break
        }
        return .done(number)
    }

    private mutating func settle(_ index: Int) {
        cases[index].revision += 1
        cases[index].state = cases[index].determination.outcome == .open ? .inReview : .decided
    }

    /// The rows that a query finds, in the order of the cases.
    private func rows(_ query: WorklistQuery) -> [WorklistRow] {
        cases.enumerated().compactMap { index, one in
            let text = (one.number.text + " " + one.determination.items.map(\.text).joined(separator: " ")).lowercased()
            guard query.words.isEmpty || text.contains(query.words.lowercased()) else { return nil }
            guard !query.onlyOpen || one.state != .published else { return nil }
            return WorklistRow(
                key: WorklistKey(values: [one.number.text], rowID: Int64(index)), number: one.number, due: one.due,
                priority: one.determination.priority, specialty: one.determination.reviewer.specialties.first ?? "",
                decidedCount: one.determination.items.count { $0.decision != nil },
                itemCount: one.determination.items.count, state: one.state,
                hasDraft: drafts[one.number]?.isEmpty == false, tags: tags[one.number] ?? [])
        }
    }
}
