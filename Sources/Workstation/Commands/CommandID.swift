/// Everything that a key can ask for outside a text field.
public enum CommandID: String, Hashable, Sendable, CaseIterable {
    case down
    case up
    case pageDown = "page-down"
    case pageUp = "page-up"
    case top
    case bottom
    case readOn = "read-on"
    case readBack = "read-back"
    case open
    case back
    case filter
    case clearFilter = "clear-filter"
    case sort
    case history
    case views
    case saveView = "save-view"
    case statistics
    case nextPage = "next-page"
    case previousPage = "previous-page"
    case summary
    case editSummary = "edit-summary"
    case item
    case records
    case letter
    case contents
    case goToPage = "go-to-page"
    case bookmark
    case bookmarks
    case split
    case mentions
    case search
    case nextMatch = "next-match"
    case previousMatch = "previous-match"
    case uphold
    case overturn
    case withdraw
    case template
    case keepTemplate = "keep-template"
    case cite
    case citeClaims = "cite-claims"
    case edit
    case library
    case nextSource = "next-source"
    case previousSource = "previous-source"
    case follow
    case comeBack = "come-back"
    case citeShown = "cite-shown"
    case quote
    case quotations
    case evidence
    case links
    case findings
    case chronology
    case sign
    case attest
    case takeOver = "take-over"
    case switchPane = "switch-pane"
    case discardDraft = "discard-draft"
    case undo
    case redo
    case versions
    case `repeat`
    case mark
    case markAll = "mark-all"
    case markRange = "mark-range"
    case clearMarks = "clear-marks"
    case tag
    case untag
    case exportMarked = "export"
    case assignMarked = "assign"
    case recordKeys = "record-keys"
    case playKeys = "play-keys"
    case jumpBack = "jump-back"
    case jumpForward = "jump-forward"
    case copy
    case palette
    case theme
    case mouse
    case tour
    case help
    case lock
    case redraw
    case suspend
    case quit
}
