public import CaseModel

/// A view as it was kept before a change and after it; nil where there was none.
public struct ViewChange: Hashable, Sendable {
    /// What was kept under the name before.
    public var before: SavedView?
    /// What is kept under it since.
    public var after: SavedView?

    /// A change from its parts.
    public init(before: SavedView?, after: SavedView?) {
        self.before = before
        self.after = after
    }

    /// The change that takes it back.
    var reversed: ViewChange { ViewChange(before: after, after: before) }

    /// The name of the view.
    public var name: String { (before ?? after)?.name ?? "" }

    /// What was done, in a few words.
    var words: String {
        switch (before == nil, after == nil) {
        case (true, _): "the view “\(name)” kept"
        case (_, true): "the view “\(name)” deleted"
        default: "the view “\(name)” changed"
        }
    }
}
