internal import CaseModel
internal import CaseStore
internal import Checks
internal import RationaleTemplates
internal import Workstation

/// The main job by prompts and lines, for terminals that cannot place a cursor, for pipes and for screen readers.
///
/// Every change is on disk before the next prompt: the rationale as a draft, a decision as a decision.
struct LinearMode {
    let store: SQLiteCaseStore
    let shelf: GuidelineShelf
    let checks: CheckDesk
    let actor: Actor
    let clock: SessionClock
    let form: LetterForm
    let talk: any LinearTalk

    /// The query of the list and the rows said last.
    var query = WorklistQuery(onlyOpen: true)
    var rows: [WorklistRow] = []
    /// The views said last.
    var views: [SavedView] = []
    /// What “more” goes on with.
    var pending = Pending.nothing
    /// The case that is open.
    var desk: LinearDesk?
    /// What was said last of the open case, with numbers by which it can be asked for.
    var said = SaidOfCase()

    /// What is left of an answer.
    enum Pending {
        case nothing
        /// The list of cases goes on.
        case cases
        case lines(ArraySlice<String>)
    }

    /// Lists of the open case whose entries go by their numbers.
    struct SaidOfCase {
        /// What the check found last.
        var findings: [Finding] = []
        /// The templates offered last.
        var templates: [RationaleTemplate] = []
        /// The guideline sections of the item, and the one said last.
        var pages: [GuidelinePage] = []
        var page: GuidelinePage?
        /// The places of the guideline library found last.
        var hits: [LibraryHit] = []
        var versions: [ItemVersion] = []
        var marks: [Bookmark] = []
        var links: [EvidenceLink] = []
        /// The record page that was read last.
        var reading: (record: Int, page: Int)?
    }

    /// How many lines are said at a time.
    static let handful = 10

    init(
        store: SQLiteCaseStore, shelf: GuidelineShelf, aids: @escaping @Sendable () -> CheckAids = { CheckAids() },
        actor: Actor, clock: SessionClock, form: LetterForm, talk: any LinearTalk
    ) {
        self.store = store
        checks = CheckDesk(store: store, aids: aids, today: { clock.today() })
        self.shelf = shelf
        self.actor = actor
        self.clock = clock
        self.form = form
        self.talk = talk
        query.today = clock.today()
    }

    /// Talks until the person leaves or the input ends.
    mutating func run() async {
        talk.say("imr, line by line. “help” says what can be asked for; a word may be shortened.")
        query.reviewer = try? await store.staff().first { $0.actor == actor }?.reviewer
        await take(.list, "")
        while let line = await talk.ask(prompt) {
            switch LinearCommand.read(line) {
            case .nothing: continue
            case .command(.quit, _): return
            case .command(let command, let rest): await take(command, rest)
            case .unknown(let word):
                talk.say(ShellCommand(named: word)?.sentence ?? "“\(word)” is not known here; “help” says what is.")
            case .ambiguous(let commands):
                talk.say("Which of these: " + commands.map(\.rawValue).joined(separator: ", ") + "?")
            }
        }
    }

    private var prompt: String {
        guard let desk else { return "imr> " }
        return "\(desk.reviewCase.number) item \(desk.item) of \(desk.items.count)> "
    }

    /// Carries out a command; whatever fails is said in a sentence, and the conversation goes on.
    private mutating func take(_ command: LinearCommand, _ rest: String) async {
        do {
            switch command {
            case .help: tell(LinearTopic.help(rest))
            case .list: try await list(from: nil)
            case .more: try await more(LinearMode.handful)
            case .rest: try await more(.max)
            case .filter: try await filter(rest)
            case .sort: try await sort(rest)
            case .history: try await toggleHistory()
            case .views: try await sayViews()
            case .view: try await view(rest)
            case .keep: try await keepView(rest)
            case .statistics: try await sayStatistics(rest)
            case .tags: try await sayTags()
            case .open: try await open(rest)
            case .close: leaveCase()
            case .lock: await talk.lock()
            case .quit: return
            default:
                guard desk != nil else {
                    talk.say("No case is open; “open” with a number opens one.")
                    if let shell = ShellCommand(named: command.rawValue) { talk.say(shell.sentence) }
                    return
                }
                try await takeInCase(command, rest)
            }
        } catch CaseStoreError.changedMeanwhile, CaseStoreError.staleDraft {
            await sayWhatChanged()
        } catch is EndOfInput {
            talk.say("The input ended before the answer; nothing was done from there on.")
        } catch {
            talk.say(Sentence.of(error))
        }
    }

    /// Carries out a command on the open case, and keeps what it did as a step that can be taken back.
    private mutating func takeInCase(_ command: LinearCommand, _ rest: String) async throws {
        if command.isChange, try await refuses() { return }
        defer {
            if command != .undo, command != .redo { desk?.keepStep() }
        }
        switch command {
        case .tag: try await tag(rest, isOn: true)
        case .untag: try await tag(rest, isOn: false)
        case .summary, .records, .page, .read, .find, .mark, .marks, .unmark, .chronology, .documents, .letter,
            .published:
            try await takeReading(command, rest)
        case .items: sayItems()
        case .item: try goToItem(Int(rest))
        case .next: try goToNext()
        case .show: showItem()
        case .uphold: try await decide(.upheld)
        case .overturn: try await decide(.overturned)
        case .withdraw: try await withdraw()
        case .undo: try await goStep(.back)
        case .redo: try await goStep(.forward)
        case .versions: try await sayVersions()
        case .version: try await version(Int(rest))
        case .discard: try await discard()
        case .write: try await write()
        case .edit: try await edit()
        case .add: try await add(rest)
        case .templates: sayTemplates()
        case .template: try await fill(Int(rest))
        case .blanks: try await fillBlanks()
        case .summarize: try await summarize()
        case .administrator: try await writeAdministratorLine(rest)
        case .guideline, .source, .library, .section, .cite, .quote, .quotations:
            try await takeGuidelines(command, rest)
        case .link: try await link(rest)
        case .links: try await sayLinks()
        case .unlink: try await unlink(Int(rest))
        case .check: try await check()
        case .mend: try await mend(rest)
        case .override: try await override(rest)
        case .lift: try await lift(rest)
        case .attest: try await attest()
        case .sign: try await sign()
        case .export: try await export(to: rest)
        case .list, .more, .rest, .filter, .sort, .history, .views, .view, .keep, .statistics, .tags, .open, .close,
            .lock, .help, .quit:
            break
        }
    }

    // MARK: - Answers of many lines

    /// Says the first of many lines; “more” says the next.
    mutating func tell(_ lines: [String]) {
        pending = .nothing
        tell(lines[...], LinearMode.handful)
    }

    private mutating func tell(_ lines: ArraySlice<String>, _ count: Int) {
        for line in lines.prefix(count) { talk.say(line) }
        let left = lines.dropFirst(count)
        pending = left.isEmpty ? .nothing : .lines(left)
        if !left.isEmpty {
            talk.say("\(Counted.words(left.count, "line")) more: “more” says the next ones, “rest” all of them.")
        }
    }

    private mutating func more(_ count: Int) async throws {
        switch pending {
        case .nothing: talk.say("There is nothing more.")
        case .lines(let lines): tell(lines, count)
        case .cases: try await list(from: rows.last?.key)
        }
    }

    /// Says lines that must be heard to the end; between portions the reviewer may stop.
    /// - Returns: whether all of them were said.
    func recite(_ lines: [String]) async -> Bool {
        var left = lines[...]
        var portion = 2 * LinearMode.handful
        while !left.isEmpty {
            for line in left.prefix(portion) { talk.say(line) }
            left = left.dropFirst(portion)
            guard !left.isEmpty else { break }
            let answer = await talk.ask(
                "\(left.count) lines left. Enter goes on, “rest” says all of them, “stop” ends: ")
            switch answer?.lowercased() {
            case "": continue
            case "rest": portion = .max
            default: return false
            }
        }
        return true
    }
}
