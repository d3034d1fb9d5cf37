internal import CaseModel
internal import CaseStore
internal import Terminal
internal import TextUI
internal import Themes
internal import Workstation

/// The loop: keys and answers in, state changed, effects out, one frame drawn.
@MainActor
final class Session {
    /// How long a frame may wait for answers of the disk, so that a page is painted once and whole.
    private static let patience = Duration.milliseconds(8)

    private let screen: Screen
    private let loop: EventLoop
    private let mailbox: Mailbox<Message>
    private let runner: EffectRunner
    private let clock: SessionClock
    private var model: Workstation
    private var timers = TimerQueue()
    private var isOver = false
    private var today: Day
    /// The name of the theme that is shown.
    private var theme: String
    /// Where the place of the reviewer is kept, in case the session breaks off.
    private let sittings: SittingFile?
    /// Whether the session was broken off from outside.
    private var isBrokenOff = false

    init(
        screen: Screen, loop: EventLoop, store: any SessionStore, shelf: GuidelineShelf,
        theme: String, aids: @escaping @Sendable () -> CheckAids, actor: Actor, clock: SessionClock,
        keymap: Keymap, hasMouse: Bool, sittings: SittingFile?, style: LetterStyle, lockRule: LockRule
    ) {
        self.sittings = sittings
        self.screen = screen
        self.loop = loop
        self.clock = clock
        self.theme = theme
        mailbox = Mailbox(waker: loop.waker)
        runner = EffectRunner(
            store: store, shelf: shelf, aids: aids, actor: actor, clock: clock, mailbox: mailbox)
        today = clock.today()
        model = Workstation(
            rows: screen.size.rows, columns: screen.size.columns, today: today, keymap: keymap, style: style,
            hasMouse: hasMouse, lockRule: lockRule)
        if hasMouse { screen.useMouse(true) }
    }

    /// Runs until the reviewer leaves or the terminal goes away; all that was written is on disk then.
    ///
    /// - Parameter first: what the first screen shows, when it has been read already.
    func run(first: [Message]) async {
        _ = model.start()
        for message in first { carryOut(model.update(message)) }
        carryOut(model.watchIdleness())
        screen.draw(model.view())
        while !isOver {
            let wake = loop.wait(timeoutMilliseconds: timers.wait(now: .now))
            await take(wake)
            await settle()
            if !isOver { screen.draw(model.view()) }
            if !isBrokenOff { sittings?.keep(model.sitting) }
        }
        if !isBrokenOff { sittings?.keep(nil) }
        await runner.finish()
    }

    private func take(_ wake: Wake) async {
        // A lock that was due while the process was stopped comes before anything is painted.
        takeTimers()
        if wake.contains(.resize) || wake.contains(.continued) {
            if wake.contains(.continued) { screen.repaint() }
            screen.refreshSize()
            carryOut(model.update(.resized(rows: screen.size.rows, columns: screen.size.columns)))
        }
        if wake.contains(.suspend) { suspend() }
        if wake.contains(.input) {
            for key in screen.readKeys() where !isOver { carryOut(model.update(.key(key))) }
        }
        takeAnswers()
        if !wake.isDisjoint(with: [.hangup, .terminate]) || screen.isAtEnd {
            sittings?.keep(model.sitting)
            isBrokenOff = true
            carryOut(model.update(.leaving))
            isOver = true
        }
        let day = clock.today()
        if day != today {
            today = day
            carryOut(model.update(.today(day)))
        }
    }

    private func takeTimers() {
        for timer in timers.due(now: .now) { carryOut(model.update(.timer(timer))) }
    }

    private func suspend() {
        screen.stop()
        takeTimers()
        screen.repaint()
    }

    private func takeAnswers() {
        for message in mailbox.takeAll() {
            runner.answered(message)
            carryOut(model.update(message))
        }
    }

    /// Waits a moment for reads that are under way, so that a frame with holes is not painted only to be painted over.
    private func settle() async {
        let start = ContinuousClock.now
        while !isOver, runner.waiting.reads > 0, ContinuousClock.now - start < Session.patience {
            await Task.yield()
            let wake = loop.wait(timeoutMilliseconds: 2)
            if wake.contains(.posted) { takeAnswers() }
            let rest = wake.subtracting([.posted, .timeout])
            if !rest.isEmpty {
                await take(rest)
                return
            }
        }
    }

    private func carryOut(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .startTimer(let timer, let milliseconds): timers.set(timer, milliseconds: milliseconds, now: .now)
            case .suspend:
                suspend()
                carryOut(model.update(.resized(rows: screen.size.rows, columns: screen.size.columns)))
            case .repaint: screen.repaint()
            case .conceal:
                screen.conceal()
                carryOut(model.update(.concealed(at: clock.time(), asksPassphrase: UnlockFile().isThere)))
            case .copy(let text): screen.copy(text)
            case .loadThemes: carryOut(model.update(.themesLoaded(ThemeShelf.names(), present: theme)))
            case .useTheme(let name): use(name, asked: effect)
            case .useMouse(let isOn): screen.useMouse(isOn)
            case .quit: isOver = true
            case .countWorklist, .loadCounts, .loadWorklist, .findInWorklist, .openCase, .loadRecordPage,
                .loadTemplates, .saveDraft,
                .discardDraft, .decide, .reopen, .lookUpGuidelines, .visitSection, .searchLibrary, .findQuotations,
                .loadLinks, .loadOverrides, .searchRecords, .addLink, .removeLink, .overrideFinding, .liftOverride,
                .saveTemplate, .write, .check, .attest, .declareConflict, .acquireLease, .renewLease, .releaseLease,
                .takeOver,
                .prepareSigning, .sign, .loadViews, .saveView, .deleteView, .loadSpecialties, .loadStatistics,
                .loadBookmarks, .keepBookmark, .removeBookmark, .countInRecords, .restoreItem, .loadVersions,
                .listCases, .carryOut, .loadTags, .loadMacros, .saveMacro, .comparePassphrase, .noteLock, .exchange,
                .exchangeView:
                runner.run(effect)
            }
        }
    }

    private func use(_ name: String, asked effect: Effect) {
        do {
            screen.use(try ThemeShelf.theme(named: name).sheet)
            theme = name
        } catch {
            carryOut(model.update(.failed(effect, sentence: Sentence.of(error))))
        }
    }
}
