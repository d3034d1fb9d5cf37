/// One thing that a person did at the terminal, nearly always with the keyboard.
public enum Key: Hashable, Sendable {
    /// A printable character, the space included.
    case character(Character)
    /// Ctrl with a lower-case letter or one of `@ [ \ ] ^ _`.
    case control(Character)
    /// Alt (Meta) with a character.
    case alt(Character)
    /// A key that has a name.
    case named(NamedKey)
    /// A function key, from 1.
    case function(Int)
    /// Text that was pasted in one piece (bracketed paste), line ends as `"\n"`.
    case paste(String)
    /// Something was done with the mouse, where it is listened to.
    case pointer(PointerEvent)
    /// The window of the terminal came to the front, or went behind.
    case focus(Bool)
}

/// The keys that have names.
public enum NamedKey: String, Hashable, Sendable, CaseIterable {
    case enter, escape, tab
    /// Shift-Tab.
    case backTab = "back-tab"
    case backspace, delete, insert
    case up, down, left, right, home, end
    case pageUp = "page-up"
    case pageDown = "page-down"
    /// Ctrl-Left and Ctrl-Right, where the terminal tells them apart.
    case wordLeft = "word-left"
    case wordRight = "word-right"
}

extension Key {
    /// Parses the notation of keymaps and tests: `j`, `<enter>`, `<c-d>`, `<a-b>`, `<f1>`, `<space>`, `<lt>`.
    ///
    /// Nil for anything else, an unknown name among them.
    public init?(notation: some StringProtocol) {
        if notation.count == 1, let character = notation.first {
            self = .character(character)
            return
        }
        guard notation.hasPrefix("<"), notation.hasSuffix(">") else { return nil }
        let name = notation.dropFirst().dropLast().lowercased()
        if name == "space" {
            self = .character(" ")
        } else if name == "lt" {
            self = .character("<")
        } else if let named = NamedKey(rawValue: name) {
            self = .named(named)
        } else if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...24).contains(number) {
            self = .function(number)
        } else if name.hasPrefix("c-"), name.count == 3, let character = name.last {
            self = .control(character)
        } else if name.hasPrefix("a-"), name.count == 3, let character = notation.dropLast().last {
            self = .alt(character)
        } else {
            return nil
        }
    }

    /// The notation that ``init(notation:)`` parses; a paste, the mouse and the focus have one that it does not.
    public var notation: String {
        switch self {
        case .character(" "): "<space>"
        case .character("<"): "<lt>"
        case .character(let character): String(character)
        case .control(let character): "<c-\(character)>"
        case .alt(let character): "<a-\(character)>"
        case .named(let named): "<\(named.rawValue)>"
        case .function(let number): "<f\(number)>"
        case .paste: "<paste>"
        case .pointer: "<pointer>"
        case .focus: "<focus>"
        }
    }

    /// As a person reads it in the footer and the help: `Enter`, `PgDn`, `^D`, `Alt-B`, `Space`.
    public var label: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let character): "^" + character.uppercased()
        case .alt(let character): "Alt-" + String(character)
        case .function(let number): "F\(number)"
        case .paste: "paste"
        case .pointer: "the mouse"
        case .focus: "the focus"
        case .named(let named):
            switch named {
            case .enter: "Enter"
            case .escape: "Esc"
            case .tab: "Tab"
            case .backTab: "S-Tab"
            case .backspace: "BkSp"
            case .delete: "Del"
            case .insert: "Ins"
            case .up: "↑"
            case .down: "↓"
            case .left: "←"
            case .right: "→"
            case .home: "Home"
            case .end: "End"
            case .pageUp: "PgUp"
            case .pageDown: "PgDn"
            case .wordLeft: "^←"
            case .wordRight: "^→"
            }
        }
    }

    /// The key with a label, where one has it: what stands in the footer can be pointed at.
    public init?(label: String) {
        if label == "Space" {
            self = .character(" ")
        } else if label.count == 1, let character = label.first {
            guard let arrow = NamedKey.allCases.first(where: { Key.named($0).label == label }) else {
                self = .character(character)
                return
            }
            self = .named(arrow)
        } else if let named = NamedKey.allCases.first(where: { Key.named($0).label == label }) {
            self = .named(named)
        } else if label.count == 2, label.first == "^", let character = label.last {
            self = .control(Character(character.lowercased()))
        } else if label.hasPrefix("F"), let number = Int(label.dropFirst()) {
            self = .function(number)
        } else {
            return nil
        }
    }
}
