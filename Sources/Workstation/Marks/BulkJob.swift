public import CaseModel
internal import TextUI

/// What is done to many cases at once. Nothing of it decides or signs: that is done case by case, before one's eyes.
public enum BulkJob: Hashable, Sendable {
    /// Put a word on them.
    case tag(CaseTag)
    /// Take a word off.
    case untag(CaseTag)
    /// Give them to a reviewer.
    case assign(ReviewerID)
    /// Write their letters into a folder.
    case export(folder: String)

    /// What it does, to follow how many cases.
    var words: String {
        switch self {
        case .tag(let tag): "tagged \(tag)"
        case .untag(let tag): "freed of \(tag)"
        case .assign(let reviewer): "given to \(reviewer)"
        case .export(let folder): "written to \(folder)"
        }
    }

    /// What takes it back; nil when nothing does.
    var opposite: BulkJob? {
        switch self {
        case .tag(let tag): .untag(tag)
        case .untag(let tag): .tag(tag)
        case .assign, .export: nil
        }
    }
}

/// A case that was left as it is, with a sentence that says why.
public typealias BulkRefusal = String

/// What is asked before something is done to many cases.
struct BulkQuestion: Sendable {
    enum Kind: Hashable, Sendable {
        case tag
        case untag
        case assign
        case export

        /// What a command asks for; nil for a command of another kind.
        init?(_ id: CommandID) {
            switch id {
            case .tag: self = .tag
            case .untag: self = .untag
            case .assignMarked: self = .assign
            case .exportMarked: self = .export
            default: return nil
            }
        }
    }

    let kind: Kind
    let numbers: [CaseNumber]
    var field: LineField

    /// Stands before the field: what is done, and to how many.
    var label: String {
        let count = Counted.words(numbers.count, "case")
        return switch kind {
        case .tag: "tag for \(count) "
        case .untag: "tag to take off \(count) "
        case .assign: "reviewer for \(count) "
        case .export: "folder for the letters of \(count) "
        }
    }

    /// What is to be done.
    /// - Throws: what is wrong with what was typed.
    func job() throws(CaseModelError) -> BulkJob {
        let text = Prose.normalized(field.text)
        return switch kind {
        case .tag: .tag(try CaseTag(parsing: text))
        case .untag: .untag(try CaseTag(parsing: text))
        case .assign: .assign(try ReviewerID(parsing: text))
        case .export: .export(folder: text)
        }
    }
}
