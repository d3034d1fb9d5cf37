/// A text that rationales are begun from, taken apart at its blanks.
package struct StockRationale: Hashable, Sendable {
    /// What it is called.
    package var name: String
    /// The text between the blanks, in order; a blank stands between each two.
    package var pieces: [String]
    /// The words by which blanks ask to be filled in: "relevant findings".
    package var prompts: [String]

    /// A stock rationale from its parts.
    package init(name: String, pieces: [String], prompts: [String] = []) {
        self.name = name
        self.pieces = pieces
        self.prompts = prompts
    }
}
