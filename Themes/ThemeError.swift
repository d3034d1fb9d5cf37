/// Why a theme cannot be used.
public enum ThemeError: Error, Hashable, CustomStringConvertible {
    /// No theme has this name.
    case unknownName(String, known: [String])
    /// The file is no TOML; with the line that the reader names.
    case notTOML(file: String, line: Int, reason: String)
    /// A key that a theme has no use for.
    case unknownKey(file: String, line: Int, key: String)
    /// A key that a theme needs.
    case missingKey(file: String, key: String)
    /// A key with a value of another kind than wanted.
    case badValue(file: String, line: Int, key: String, wanted: String)

    /// One sentence that says what to change.
    public var description: String {
        switch self {
        case .unknownName(let name, let known):
            "There is no theme “\(name)”: choose one of \(known.joined(separator: ", "))."
        case .notTOML(let file, let line, let reason):
            "\(file):\(line): this is not TOML: \(reason)."
        case .unknownKey(let file, let line, let key):
            "\(file):\(line): a theme has no key “\(key)”; take it out."
        case .missingKey(let file, let key):
            "\(file): the key “\(key)” is missing; add it."
        case .badValue(let file, let line, let key, let wanted):
            "\(file):\(line): “\(key)” must be \(wanted)."
        }
    }
}
