/// Why another program could not be run.
package enum ChildProcessError: Error, CustomStringConvertible, Equatable {
    case cannotStart(program: String, reason: String)

    package var description: String {
        switch self {
        case .cannotStart(let program, let reason): "The program \(program) could not be started: \(reason)."
        }
    }
}
