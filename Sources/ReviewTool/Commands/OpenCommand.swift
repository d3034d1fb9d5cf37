internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Programmes
internal import Terminal
internal import TextUI
internal import Themes
internal import Workstation

struct OpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the workstation (what imr does without a command).")

    @OptionGroup var store: StoreOptions
    @OptionGroup var library: LibraryOptions
    @Option(
        help: "The theme: \(Themes.names.joined(separator: ", ")), or one of your own in the configuration folder.",
        completion: .themes)
    var theme: String?

    @Flag(help: "Work by prompts and lines; so does a terminal that cannot place its cursor, or a pipe.")
    var linear = false

    @Flag(help: "Begin at the list of cases, also where the last session broke off in one.")
    var fresh = false

    @MainActor
    func run() async throws {
        try await reporting {
            let actor = try Place.actor()
            let configuration = try Configuration.read()
            let theme = theme ?? configuration.theme ?? "dark"
            let keymap = try KeymapFile.read()
            let style = try ThemeShelf.theme(named: theme).sheet
            let path = store.path
            let store = try store.open()
            defer { store.close() }
            try await store.permit(.read, to: actor)
            let clock = SessionClock()
            let shelf = GuidelineShelf(path: library.path)
            let guidelines = library.path
            // A library that cannot be opened is told by the pane that shows it, not once more by the check.
            let aids: @Sendable () -> CheckAids = { .ofThisMachine(library: try? LibraryEvidence.open(at: guidelines)) }
            if linear || !Screen.isPossible {
                var mode = LinearMode(
                    store: store, shelf: shelf, aids: aids, actor: actor, clock: clock, form: configuration.form,
                    talk: StandardTalk(idleMilliseconds: configuration.lockMilliseconds, clock: clock) { step in
                        // The terminal is locked or not, whether or not the log takes it.
                        try? await store.recordLock(step, by: actor)
                    })
                await mode.run()
                return
            }
            let own = try CurrentProgramme.ownProfile()
            let first = try store.firstScreen(WorklistQuery(), today: clock.today(), limit: 256)
            let loop = try EventLoop()
            defer { loop.close() }
            let sittings = SittingFile(store: path, actor: actor)
            let screen = try Screen.open(style: style, hasTruecolor: configuration.truecolor)
            defer { screen.close() }
            screen.hasHyperlinks = configuration.hyperlinks ?? Screen.knowsHyperlinks
            let session = Session(
                screen: screen, loop: loop, store: store, shelf: shelf, theme: theme, aids: aids, actor: actor,
                clock: clock, keymap: keymap, hasMouse: configuration.mouse, sittings: sittings,
                style: LetterStyle(
                    wording: own?.letter, outcomes: own?.outcomes ?? [:], form: configuration.form),
                lockRule: LockRule(idleMilliseconds: configuration.lockMilliseconds, owner: actor.name))
            let member = try await store.staff().first { $0.actor == actor }
            let mine = member?.reviewer.map { [Message.reviewerKnown($0)] } ?? []
            let resumed = fresh ? nil : sittings?.found
            let isFirst = FirstVisit.isNow(first.rows)
            let ways = resumed.map { [Message.resume($0)] } ?? (isFirst ? [.showTour] : [])
            await session.run(
                first: mine + [
                    .countsLoaded(first.counts),
                    .worklistLoaded(first.rows, from: nil, direction: .after, generation: 1),
                    .worklistCounted(total: first.found, generation: 1),
                ] + ways)
        }
    }
}
