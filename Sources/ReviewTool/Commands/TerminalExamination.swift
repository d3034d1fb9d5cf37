internal import CaseStore
internal import Terminal

/// What `imr doctor` says of the terminal it is called from.
enum TerminalExamination {
    static func remarks(_ traits: TerminalTraits) -> [StoreExamination.Remark] {
        [type(traits), window(traits), colours(traits), locale(traits), mouse(traits), clipboard(traits), line(traits)]
    }

    private static func type(_ traits: TerminalTraits) -> StoreExamination.Remark {
        let subject = "terminal"
        guard let used = traits.used else {
            return traits.type == "dumb"
                ? .init(.ok, subject, "TERM=dumb: imr works line by line, as imr --linear does.")
                : .init(
                    .fail, subject, "neither “\(traits.type)” nor xterm-256color is known here; install ncurses-base.")
        }
        guard used != traits.type else { return .init(.ok, subject, "TERM=\(traits.type)") }
        let said = traits.type.isEmpty ? "TERM is not set" : "TERM=\(traits.type) is not known here"
        return .init(.warn, subject, "\(said); it is taken for \(used). Set TERM, or install ncurses-term.")
    }

    private static func window(_ traits: TerminalTraits) -> StoreExamination.Remark {
        guard let size = traits.size else {
            return .init(.ok, "window", "the output is no terminal; there imr works line by line.")
        }
        let words = "\(size.columns)×\(size.rows)"
        return size.columns >= 80 && size.rows >= 24
            ? .init(.ok, "window", words) : .init(.warn, "window", "\(words); 80×24 shows all, less shows less.")
    }

    private static func colours(_ traits: TerminalTraits) -> StoreExamination.Remark {
        let choice = traits.colours
        let count =
            switch choice.count {
            case ..<8: "none"
            case 8...0xFFFF: "\(choice.count)"
            default: "every colour"
            }
        let word =
            switch choice.word {
            case .noColour: "for NO_COLOR is set; the theme monochrome is shown"
            case .colorterm(let promise): "for COLORTERM=\(promise) says so"
            case .configuration: "for truecolor = true stands in config.toml"
            case .description:
                "by the description of \(traits.used ?? traits.type)"
                    + (choice.count < 8 ? "; the theme monochrome is shown" : "")
                    + (8..<256 ~= choice.count ? "; themes are brought down to them" : "")
            }
        let doubt =
            switch choice.doubt {
            case nil: ""
            case .screen:
                " COLORTERM is not heeded in screen, which may not pass colours on; truecolor = true in config.toml is."
            case .fewColours:
                " COLORTERM is not heeded with this TERM; truecolor = true in config.toml is."
            case .configuration: " COLORTERM is not heeded, for truecolor = false stands in config.toml."
            }
        return .init(.ok, "colours", "\(count), \(word).\(doubt)")
    }

    private static func locale(_ traits: TerminalTraits) -> StoreExamination.Remark {
        if traits.isLocaleUTF8 { return .init(.ok, "locale", "UTF-8") }
        return traits.isUTF8
            ? .init(.ok, "locale", "not UTF-8; C.UTF-8 is taken instead. The terminal must show UTF-8.")
            : .init(.warn, "locale", "no UTF-8: likenesses stand for signs beyond ASCII; set LANG=C.UTF-8.")
    }

    private static func mouse(_ traits: TerminalTraits) -> StoreExamination.Remark {
        let known = traits.hasMouse ? "the terminal type knows it" : "the terminal type says nothing of it"
        return .init(.ok, "mouse", "\(known); Alt-m listens to it, mouse = true in config.toml from the start.")
    }

    private static func clipboard(_ traits: TerminalTraits) -> StoreExamination.Remark {
        let known = traits.hasClipboard ? "the terminal type knows OSC 52" : "the terminal type says nothing of OSC 52"
        switch traits.multiplexer {
        case "tmux":
            return .init(.ok, "clipboard", "\(known); tmux passes copies on with set-option -g set-clipboard on.")
        case let name?: return .init(.warn, "clipboard", "\(name) keeps copies (OSC 52) to itself.")
        case nil: return .init(.ok, "clipboard", "\(known); whether it takes copies, it does not tell.")
        }
    }

    private static func line(_ traits: TerminalTraits) -> StoreExamination.Remark {
        .init(
            .ok, "line",
            traits.isRemote
                ? "over SSH; a session that breaks off is gone on with at the next imr." : "a terminal of this machine")
    }
}
