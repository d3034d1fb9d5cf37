private import Foundation

extension ReviewTool {
    /// Lets a file that grows past a limit of the system be an error like a full disk; else it would end the program in
    /// the middle of a keystroke. Call it before anything is written.
    public static func makeFileLimitsErrors() { signal(SIGXFSZ, SIG_IGN) }
}
