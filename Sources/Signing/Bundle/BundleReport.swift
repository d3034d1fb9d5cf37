/// What the verification of a bundle found, a sentence for each thing it looked at.
package struct BundleReport: Hashable, Sendable {
    /// One thing that was looked at.
    package struct Line: Hashable, Sendable {
        /// Whether it is as it should be.
        package var isSound: Bool
        /// The file it is about.
        package var file: String
        /// What was found, one sentence without clinical text.
        package var sentence: String
    }

    /// The lines, in the order looked at: the signature, who signed, the document, the letters, other files.
    package private(set) var lines: [Line] = []
    /// What the document says, when it could be read; believe it only when ``isSound``.
    package internal(set) var document: DeterminationDocument?

    /// Whether everything is as it should be.
    package var isSound: Bool { !lines.isEmpty && lines.allSatisfy(\.isSound) }

    mutating func sound(_ file: String, _ sentence: String) {
        lines.append(Line(isSound: true, file: file, sentence: sentence))
    }

    mutating func failed(_ file: String, _ sentence: String) {
        lines.append(Line(isSound: false, file: file, sentence: sentence))
    }
}
