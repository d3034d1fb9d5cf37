/// Why a program profile or a reviewer file cannot be used.
package enum ProgrammeError: Error, Hashable, Sendable {
    /// A file holds what it must not; `key` is nil when no key is to blame.
    case malformed(file: String, line: Int, key: String?, reason: String)
    /// There is no program of that id.
    case unknownProgramme(id: String, known: [String])
    /// Two files give profiles of one id that are in force on the same day.
    case ambiguous(id: String, file: String)
    /// A file cannot be read.
    case unreadable(file: String, reason: String)
}

extension ProgrammeError: CustomStringConvertible {
    /// One sentence with file, line, key and what to do.
    package var description: String {
        switch self {
        case .malformed(let file, let line, let key?, let reason): "\(file):\(line): “\(key)”: \(reason)"
        case .malformed(let file, let line, nil, let reason): "\(file):\(line): \(reason)"
        case .unknownProgramme(let id, let known):
            "There is no program profile “\(id)”; there are \(known.joined(separator: ", "))."
        case .ambiguous(let id, let file):
            "\(file): another profile “\(id)” holds for some of the same days; give one of them an end with “effective-to”."
        case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)"
        }
    }
}
