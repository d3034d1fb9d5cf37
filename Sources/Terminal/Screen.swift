import CNcurses
public import TextUI

/// The terminal: frames go out, keys come in. One lives at a time, and only the main actor touches it.
public final class Screen {
    /// Whether characters beyond ASCII can be shown; else likenesses stand for them.
    public let isUTF8: Bool
    /// The window, at least 1 × 1.
    public private(set) var size: (rows: Int, columns: Int)

    var palette: Palette
    /// What the terminal offers for palettes.
    private let colours: Int32
    private let firstDirect: Int32
    private let hasDefaults: Bool
    /// What the terminal shows; nil before the first frame and after a change of size.
    var shown: Frame?
    var isCursorShown: Bool?
    /// Whether addresses are made links; the terminal must understand them.
    public var hasHyperlinks = false
    /// The links that the terminal shows.
    var linked: [Frame.Link] = []
    var cells: [cchar_t] = []
    var decoder = KeyDecoder()
    /// Whether the input has ended: nothing will ever be typed again.
    public internal(set) var isAtEnd = false
    private var isOpen = true
    private var isMouseUsed = false

    /// Whether input and output are a terminal that can place its cursor.
    public static var isPossible: Bool { imr_is_terminal() && environment("TERM") != "dumb" }

    /// Takes the terminal over.
    ///
    /// A locale that is not UTF-8 is replaced by C.UTF-8 where there is one. A terminal type that is not known is
    /// taken for `xterm-256color`, then for `vt100`. `NO_COLOR` and `COLORTERM` are heeded as ``ColourChoice`` tells.
    /// - Parameters:
    ///   - style: the theme; a terminal of fewer than 8 colours gets ``StyleSheet/monochrome``.
    ///   - hasTruecolor: whether the terminal takes every colour; nil for what it says of itself.
    public static func open(style: StyleSheet, hasTruecolor: Bool? = nil) throws(TerminalError) -> Screen {
        let isUTF8 = imr_set_locale()
        let type = environment("TERM") ?? ""
        guard imr_is_terminal() else { throw .notATerminal }
        guard type != "dumb" else { throw .tooSimple(type) }
        guard SignalTraps.rememberTerminal() else { throw .notATerminal }
        let tried = type.isEmpty ? ["xterm-256color", "vt100"] : [type, "xterm-256color", "vt100"]
        guard let used = tried.first(where: { imr_knows_terminal($0) }) else { throw .unknownType(type) }
        let choice = ColourChoice.of(
            type: used, described: Int(imr_number("colors")), wanted: hasTruecolor,
            environment: { environment($0) ?? "" })
        let isWidened =
            choice.isDescriptionWidened
            && imr_new_terminal_by(used, TerminfoEntry.current(of: used).withEveryColour().variable)
        guard isWidened || imr_new_terminal(used) else { throw .unknownType(type) }
        return Screen(
            style: style, isUTF8: isUTF8, isColourless: choice.count == 0,
            firstDirect: isWidened ? TerminfoEntry.firstDirect : 8)
    }

    private init(style: StyleSheet, isUTF8: Bool, isColourless: Bool, firstDirect: Int32) {
        self.isUTF8 = isUTF8
        imr_start_screen()
        SignalTraps.armCrashGuard()
        var hasDefaults = false
        let colours = isColourless ? 0 : imr_start_colours(&hasDefaults)
        (self.colours, self.hasDefaults, self.firstDirect) = (colours, hasDefaults, firstDirect)
        palette = Palette(style, colours: colours, firstDirect: firstDirect, hasDefaults: hasDefaults)
        size = (max(1, Int(imr_rows())), max(1, Int(imr_columns())))
        imr_send(Screen.modesOn)
        refreshSize()
    }

    /// Shows everything in another theme, from the next frame on.
    public func use(_ style: StyleSheet) {
        palette = Palette(style, colours: colours, firstDirect: firstDirect, hasDefaults: hasDefaults)
        shown = nil
        repaint()
    }

    /// Bracketed paste and reports of the focus.
    static let modesOn = "\u{1B}[?2004h\u{1B}[?1004h"
    /// Buttons, moving with one down, and their reports in the form that knows every column.
    static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
    static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"
    /// All of them off: also what the guard against crashes sends.
    static let modesOff = mouseOff + "\u{1B}[?1004l\u{1B}[?2004l"

    /// Listens to the mouse, or leaves it to the terminal, which selects text with it.
    public func useMouse(_ isOn: Bool) {
        isMouseUsed = isOn
        imr_send(isOn ? Screen.mouseOn : Screen.mouseOff)
    }

    private static func environment(_ name: String) -> String? {
        imr_environment(name).map { String(cString: $0) }
    }

    /// Asks the terminal for its size; true if it is another than before. The next frame is drawn whole then.
    @discardableResult
    public func refreshSize() -> Bool {
        var (rows, columns): (Int32, Int32) = (24, 80)
        guard imr_terminal_size(&rows, &columns), (Int(rows), Int(columns)) != size else { return false }
        imr_resize(rows, columns)
        imr_clear()
        size = (max(1, Int(rows)), max(1, Int(columns)))
        shown = nil
        return true
    }

    /// Paints everything anew: after Ctrl-L, and after the process was stopped and goes on.
    public func repaint() {
        imr_resume()
        imr_send(Screen.modesOn + (isMouseUsed ? Screen.mouseOn : ""))
        imr_forget_screen()
        linked = []
        isCursorShown = nil
        refreshSize()
        if let frame = shown { update(frame) } else { imr_update() }
    }

    /// Takes everything off the terminal, and what it keeps above the window where it can be asked to (`E3`); the next
    /// frame is drawn whole.
    public func conceal() {
        imr_wipe()
        // Some terminals keep what is cleared above the window, so that goes last.
        imr_clear_scrollback()
        shown = nil
        linked = []
    }

    /// Gives the terminal back and stops the process as Ctrl-Z does elsewhere; returns once it goes on, and what is
    /// called then paints (``repaint()``).
    public func stop() {
        hideFromShell()
        leave()
        SignalTraps.stop()
        SignalTraps.armCrashGuard()
    }

    /// Gives the terminal back as it was found. Doing so twice does no harm.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        hideFromShell()
        leave()
    }

    /// A terminal with one screen would go on showing somebody's health record; the next frame is drawn whole there.
    private func hideFromShell() {
        guard !imr_has_second_screen() else { return }
        imr_wipe()
        shown = nil
        linked = []
    }

    private func leave() {
        imr_send(Screen.modesOff)
        imr_show_cursor(true)
        isCursorShown = nil
        imr_end()
        SignalTraps.disarmCrashGuard()
    }
}
