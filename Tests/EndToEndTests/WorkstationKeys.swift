import Testing

extension PseudoTerminal {
    /// Opens the case that the worklist stands on, and its first item.
    func openItem(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await type("\r", waitFor: "Summary", sourceLocation: sourceLocation)
        try await type("i", waitFor: "item 1 of 2", sourceLocation: sourceLocation)
    }
}
