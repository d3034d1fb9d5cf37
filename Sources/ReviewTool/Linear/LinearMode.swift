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
    /// The case that is open.
    var desk: LinearDesk?
    /// What the check found last.
    var found: [Finding] = []
    /// The templates offered last.
    var offered: [RationaleTemplate] = []

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
        await take(.list, "")
        while let line = await talk.ask(prompt) {
            switch LinearCommand.read(line) {
            case .nothing: continue
            case .command(.quit, _): return
            case .command(let command, let rest): await take(command, rest)
            case .unknown(let word): talk.say("“\(word)” is not known here; “help” says what is.")
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
            case .help: help()
            case .list: try await list(from: nil)
            case .more: try await list(from: rows.last?.key)
            case .filter:
                query.words = rest
                try await list(from: nil)
            case .open: try await open(rest)
            case .close:
                desk = nil
                found = []
            case .lock: await talk.lock()
            case .quit: return
            default:
                guard desk != nil else {
                    talk.say("No case is open; “open” with a number opens one.")
                    return
                }
                try await takeInCase(command, rest)
            }
        } catch {
            talk.say(Sentence.of(error))
        }
    }

    private mutating func takeInCase(_ command: LinearCommand, _ rest: String) async throws {
        switch command {
        case .summary: saySummary()
        case .summarize: try await summarize()
        case .items: sayItems()
        case .item: goToItem(Int(rest))
        case .next: goToNext()
        case .records: sayRecords()
        case .page: try await sayPage(rest)
        case .find: try await find(rest)
        case .link: try await link(rest)
        case .letter: try sayLetter()
        case .guideline: try sayGuideline()
        case .library: try searchLibrary(rest)
        case .cite: try await cite(rest)
        case .templates: sayTemplates()
        case .template: try await fill(Int(rest))
        case .write: try await write()
        case .show: showItem()
        case .blanks: try await fillBlanks()
        case .uphold: try await decide(.upheld)
        case .overturn: try await decide(.overturned)
        case .withdraw: try await withdraw()
        case .check: try await check()
        case .override: try await override(rest)
        case .lift: try await lift(rest)
        case .administrator: try await writeAdministratorLine(rest)
        case .attest: try await attest()
        case .sign: try await sign()
        case .export: try await export(to: rest)
        case .list, .more, .filter, .open, .close, .help, .lock, .quit: break
        }
    }

    private func help() {
        for command in LinearCommand.allCases {
            let name = [command.rawValue, command.argument].filter { !$0.isEmpty }.joined(separator: " ")
            talk.say("\(name): \(command.words).")
        }
    }
}
