/// What a command of the tool refuses, besides what the modules below it do.
enum ToolError: Error, Hashable, CustomStringConvertible {
    /// The word is no decision.
    case notADecision(String)
    /// The item is no number of an item.
    case noSuchItem(Int, count: Int)
    /// The file of the rationale is empty.
    case noRationale(path: String)
    /// A file cannot be written.
    case cannotWrite(path: String, reason: String)
    /// A file cannot be read.
    case cannotRead(path: String, reason: String)

    var description: String {
        switch self {
        case .notADecision(let word): "“\(word)” is no decision; it is upheld or overturned."
        case .noSuchItem(let item, let count): "The case has no item \(item); its items are 1 to \(count)."
        case .noRationale(let path): "\(path): is empty; a decision is recorded with its rationale."
        case .cannotWrite(let path, let reason): "\(path): cannot be written: \(reason)."
        case .cannotRead(let path, let reason): "\(path): cannot be read: \(reason)."
        }
    }
}
