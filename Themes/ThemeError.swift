/// Why a theme cannot be used.
public enum ThemeError: Error, Hashable, CustomStringConvertible {
    /// No theme has this name.
    case unknownName(String, known: [String])
    /// The file is no TOML; with the line that the reader names.
    case notTOML(file: String, line: Int, reason: String)
    /// A key that a theme has no use for.
    case unknownKey(file: String, key: String)
    /// A key that a theme needs.
    case missingKey(file: String, key: String)
    /// A key with a value of another kind than wanted.
    case badValue(file: String, key: String, wanted: String)

    /// One sentence that says what to change.
    public var description: String {
        switch self {
        case .unknownName(let name, let known):
            "There is no theme “\(name)”: choose one of \(known.joined(separator: ", "))."
        case .notTOML(let file, let line, let reason):
            "\(file) is not TOML, at line \(line): \(reason)."
        case .unknownKey(let file, let key):
            "\(file): a theme has no key “\(key)”."
        case .missingKey(let file, let key):
            "\(file): the key “\(key)” is missing."
        case .badValue(let file, let key, let wanted):
            "\(file): “\(key)” must be \(wanted)."
        }
    }
}
