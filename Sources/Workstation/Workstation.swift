public import CaseModel
internal import RationaleTemplates
internal import TextUI

/// The whole state of the workstation: a value, changed only by ``update(_:)``, shown by ``view()``.
public struct Workstation: Sendable {
    /// Rows and columns of the terminal, each at least 1.
    var rows: Int
    var columns: Int
    /// The present day.
    var today: Day
    /// Which keys give which command.
    let keymap: Keymap
    /// The words of the letter that is previewed.
    let style: LetterStyle
    /// The list of cases, always there beneath the rest.
    var worklist: WorklistScreen
    /// The case that is open, if one is.
    var caseFile: CaseScreen?
    /// What lies over the screen and takes the keys first.
    var overlay: Overlay?
    /// What the bottom line has to say before it shows the keys again.
    var notice: Notice?
    /// The templates at hand; nil until they were asked for.
    var templates: [RationaleTemplate]?
    /// The case that is being read to be opened.
    var opening: CaseNumber?
    /// Whether the templates are to be shown as soon as they are read.
    var wantsTemplates = false
    /// Raised with every opening of a case: a timer of an older one means nothing.
    var openings = 0
    /// Raised with every question for statistics.
    var statisticsGeneration = 0
    /// The digits that were typed before a motion of the worklist; nil for none.
    var count: Int?
    /// What many cases wait for; nil when they do not.
    var bulk: BulkWork?
    /// What was done to an item last, as far as it can be done to another one.
    var lastChange: LastChange?
    /// The keys that were recorded, by letter; nil until they were asked for.
    var macros: [Character: KeyMacro]?
    /// The letter that is being asked for.
    var letterQuestion: LetterQuestion?
    /// Keys that are being recorded.
    var recorder: KeyRecorder?
    /// Keys that are being played.
    var player: KeyPlayer?
    /// The letter whose keys were played last.
    var lastPlayed: Character?
    /// What was done in cases that were closed, the one closed last at the end.
    var undoLists: [(number: CaseNumber, list: UndoList)] = []
    /// What is said when the step that is being undone, or done again, is on the disk.
    var undoWords: String?
    /// The key that was typed and that another one follows; nil for none.
    var prefix: Key?
    /// How often something was not done, and said so: keys that are played stop there.
    var refusals = 0
    /// The places that were visited.
    var jumps = JumpList()
    /// Where a jump leads whose case is being read.
    var arrival: Spot?
    /// Whether the place changes by a jump, which is no place left.
    var isJumping = false
    /// Where the lines between the panes of an item were drawn.
    var itemSplit = ItemSplit()
    /// The line that the mouse has hold of.
    var drawnLine: ItemSplit.Line?
    /// Whether the mouse is listened to.
    var hasMouse: Bool
    /// The tour, while it is taken.
    var tour: Tour?
    /// Where a session broke off, while its case is read.
    var resuming: Sitting?
    /// What was typed meanwhile: it is meant for the case.
    var typedAhead: [Key] = []
    /// Whether what was typed meanwhile waits for the worklist.
    var isListAwaited = false
    /// What was said when a draft could not be saved; it is mended when all are on the disk again.
    var unsavedNotice: Notice?
    /// When the screen is locked by itself.
    let lockRule: LockRule
    /// The lock, while the screen is locked.
    var locked: LockedScreen?

    /// A workstation that shows an empty worklist; ``start()`` tells what to load.
    ///
    /// - Parameters:
    ///   - keymap: what it says of itself stands in the bottom line at first.
    ///   - style: the words of the letter.
    ///   - hasMouse: whether the mouse is listened to.
    ///   - lockRule: when the screen is locked by itself.
    public init(
        rows: Int, columns: Int, today: Day, keymap: Keymap = .usual, style: LetterStyle = LetterStyle(),
        hasMouse: Bool = false, lockRule: LockRule = LockRule()
    ) {
        self.lockRule = lockRule
        self.hasMouse = hasMouse
        self.rows = max(1, rows)
        self.columns = max(1, columns)
        self.today = today
        self.keymap = keymap
        self.style = style
        worklist = WorklistScreen()
        worklist.query.today = today
        if let remark = keymap.remarks.first {
            let more = keymap.remarks.count > 1 ? " (and \(keymap.remarks.count - 1) more: imr keys)" : ""
            notice = Notice(kind: .information, text: "keymap.toml:\(remark.line): \(remark.description)\(more)")
        }
    }

    /// The effects that fill the first screen.
    public mutating func start() -> [Effect] {
        worklist.reload(visible: worklistHeight) + [.loadCounts(today: today)]
    }

    /// Where the keys are.
    public var place: Place {
        guard let caseFile else { return .worklist }
        return caseFile.page.isItem ? .item : .reading
    }

    /// The number of worklist rows that the screen holds.
    var worklistHeight: Int { max(1, rows - 4) }
}

/// What lies over the screen.
enum Overlay: Sendable {
    case help(HelpOverlay)
    case palette(PaletteOverlay)
    case templates(TemplateOverlay)
    case keepTemplate(LineField)
    case chooser(ChooserOverlay)
    case quotations(QuotationOverlay)
    case findings(FindingsOverlay)
    case chronology(ChronologyOverlay)
    case attestation(AttestationOverlay)
    case signing(SigningOverlay)
    case views(ViewsOverlay)
    case viewName(LineField)
    case statistics(StatisticsOverlay)
    case themes(ThemeOverlay)
    case contents(ContentsOverlay)
    case versions(VersionsOverlay)
    case bulk(BulkQuestion)
    case bulkReport(BulkReportOverlay)
    case question(Question)
}

/// A sentence in the bottom line.
struct Notice: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Gone with the next key.
        case information
        /// Stays until Esc, or until what it speaks of is mended.
        case error
    }

    var kind: Kind
    var text: String
}

/// Asks before what cannot be undone.
struct Question: Hashable, Sendable {
    /// What “yes” does.
    enum Consequence: Hashable, Sendable {
        case effect(Effect)
        /// The case is left by this command, with words that are not on disk.
        case leave(CommandID)
    }

    var text: String
    var consequence: Consequence
}
