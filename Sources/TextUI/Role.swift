/// What a cell of the screen means. Only the terminal turns a role into colours.
public enum Role: UInt8, Hashable, Sendable, CaseIterable {
    /// Running text.
    case body
    /// Text of less weight: labels, times, what is past.
    case muted
    /// The top line.
    case title
    /// The bottom line.
    case footer
    /// A key named in the footer or the help.
    case key
    /// The selected row of a list.
    case selection
    /// A heading within the screen.
    case heading
    /// What asks for action.
    case accent
    /// Lines between panes.
    case border
    /// Words marked as found or as belonging to the item.
    case match
    /// A date in a text, where dates are marked.
    case date
    /// A dose or another amount, where amounts are marked.
    case amount
    /// A part of the body, where these are marked.
    case bodyPart
    /// Text quoted from a guideline.
    case quotation
    /// A blank of a template that waits to be filled.
    case blank
    /// The text of an editor field.
    case editor
    /// What is good: saved, decided.
    case success
    /// What deserves a look: due soon.
    case warning
    /// The days by which a case is late, in a list that may be full of them.
    case late
    /// What is wrong.
    case error
    /// The decision "upheld".
    case upheld
    /// The decision "overturned".
    case overturned
    /// A character of foreign text made visible because a terminal would have acted on it.
    case control
}

extension Role {
    /// The role whose style it takes in a theme that was written before there was this one; nil for the first roles,
    /// which every theme has.
    public var forerunner: Role? {
        switch self {
        case .date, .amount, .bodyPart: .match
        case .late: .error
        case .body, .muted, .title, .footer, .key, .selection, .heading, .accent, .border, .match, .quotation, .blank,
            .editor, .success, .warning, .error, .upheld, .overturned, .control:
            nil
        }
    }
}
