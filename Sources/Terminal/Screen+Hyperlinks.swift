import CNcurses
import TextUI

/// Curses knows no links, so they are laid over its cells: after an update the same words are written again at the same
/// place, in the same look, as a link, with the cursor and the look saved and restored by the terminal itself. What curses
/// believes of the screen stays true. A row that loses a link is written anew by curses first, since the words that follow may be the
/// same and would be left as they are.
extension Screen {
    /// Whether the terminal is one that is known to take links: by `TERM`, or by what it sets beside it, unless a
    /// multiplexer stands between.
    public static var knowsHyperlinks: Bool {
        func environment(_ name: String) -> String { imr_environment(name).map { String(cString: $0) } ?? "" }
        let type = environment("TERM")
        if ["screen", "tmux"].contains(where: { type.hasPrefix($0) }) || !environment("TMUX").isEmpty { return false }
        if ["xterm-kitty", "foot", "alacritty", "wezterm", "xterm-ghostty", "contour"].contains(where: {
            type.hasPrefix($0)
        }) {
            return true
        }
        if ["iTerm.app", "WezTerm", "ghostty", "vscode"].contains(environment("TERM_PROGRAM")) { return true }
        return Int(environment("VTE_VERSION")).map { $0 >= 5000 } ?? false
    }

    /// Has curses write the rows anew that have links which the frame has not.
    func dropLinks(for frame: Frame) {
        guard !linked.isEmpty else { return }
        let wanted = frame.visibleLinks
        for link in linked where !wanted.contains(link) && link.place.row < size.rows {
            imr_redraw_row(Int32(link.place.row))
        }
        // Curses may have written over the others too.
        linked = []
    }

    /// Lays the links of a frame over its cells.
    func layLinks(of frame: Frame) {
        guard hasHyperlinks, !frame.links.isEmpty else { return }
        let wanted = frame.visibleLinks.filter {
            $0.place.row < size.rows && $0.place.column + $0.words.count <= size.columns
        }
        guard wanted != linked else { return }
        linked = wanted
        var bytes = ""
        for link in wanted {
            guard let begin = HyperlinkSequence.begin(link.address) else { continue }
            bytes += "\u{1B}[\(link.place.row + 1);\(link.place.column + 1)H" + begin
            // A match of a search, or what is marked, keeps its own look within the address.
            for run in frame.runs(of: link) { bytes += palette.rendition(of: run.role) + run.words }
            bytes += HyperlinkSequence.end
        }
        guard !bytes.isEmpty else { return }
        imr_send("\u{1B}7" + bytes + "\u{1B}8")
    }
}
