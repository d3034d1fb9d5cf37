internal import CaseModel
internal import Foundation

/// Where things are on this machine, by the environment and the XDG Base Directory Specification.
enum Place {
    private static var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// The store: `$IMR_STORE`, else `$XDG_DATA_HOME/imr/store.db`.
    static var store: String {
        if let store = environment["IMR_STORE"], !store.isEmpty { return store }
        return folder("XDG_DATA_HOME", fallback: ".local/share") + "/imr/store.db"
    }

    /// The guideline library: `$IMR_GUIDELINES`, else `$XDG_DATA_HOME/imr/guidelines.db`.
    static var guidelines: String {
        if let library = environment["IMR_GUIDELINES"], !library.isEmpty { return library }
        return folder("XDG_DATA_HOME", fallback: ".local/share") + "/imr/guidelines.db"
    }

    /// The folder of configuration, themes and templates.
    static var configuration: String { folder("XDG_CONFIG_HOME", fallback: ".config") + "/imr" }

    /// The folder of what sessions note for those to come: `$XDG_STATE_HOME/imr`.
    static var state: String { folder("XDG_STATE_HOME", fallback: ".local/state") + "/imr" }

    private static func folder(_ variable: String, fallback: String) -> String {
        // A relative value is to be ignored, says the specification.
        if let folder = environment[variable], folder.hasPrefix("/") { return folder }
        return home + "/" + fallback
    }

    /// The home folder, as a shell has it: `$HOME` before what the system has on file.
    private static var home: String { environment["HOME"] ?? NSHomeDirectory() }

    /// A path with `~` at its beginning filled in; that of another account, `~name`, by the system.
    static func expanded(_ path: String) -> String {
        path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : (path as NSString).expandingTildeInPath
    }

    /// Who acts: `$IMR_REVIEWER`, else the name of the account.
    static func actor() throws(CaseModelError) -> Actor {
        if let name = environment["IMR_REVIEWER"], !name.isEmpty { return try Actor(parsing: name) }
        // Who the account is, is known by the system; the environment may say anything.
        guard let account = getpwuid(geteuid()), let name = account.pointee.pw_name else {
            return try Actor(parsing: environment["LOGNAME"] ?? "uid-\(geteuid())")
        }
        return try Actor(parsing: String(cString: name))
    }
}
