import CNcurses

/// The signals of the process. All C functions that keep state about them are called from this file only.
enum SignalTraps {
    /// From now on signals are bytes in this pipe.
    static func set(pipe: Int32) { imr_catch_signals(pipe) }

    /// Signals have their usual meaning again.
    static func release() { imr_release_signals() }

    /// Stops the process until it is continued.
    static func stop() { imr_stop() }

    /// Remembers how the terminal was found; before anything is changed.
    static func rememberTerminal() -> Bool { imr_save_modes() }

    /// From now on a crash restores the terminal.
    static func armCrashGuard() { imr_arm_crash_guard() }

    /// The terminal is restored; a crash has nothing to do.
    static func disarmCrashGuard() { imr_disarm_crash_guard() }

    /// What a byte of the pipe means.
    static func wake(for byte: UInt8) -> Wake {
        switch Int32(byte) {
        case SIGWINCH: .resize
        case SIGHUP: .hangup
        case SIGTERM, SIGINT: .terminate
        case SIGTSTP: .suspend
        case SIGCONT: .continued
        default: .posted
        }
    }
}
