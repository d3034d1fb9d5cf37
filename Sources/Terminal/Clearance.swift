import CNcurses

/// What clears a terminal that nothing took over: of a program that works line by line.
nonisolated public enum Clearance {
    /// The sequences that clear the window and what is kept above it; empty where the output is no terminal, or one that
    /// cannot do so.
    public static func sequences() -> [UInt8] {
        guard let type = imr_environment("TERM").map({ String(cString: $0) }), type != "dumb", !type.isEmpty,
            imr_is_terminal(), imr_knows_terminal(type)
        else { return [] }
        var bytes = [CChar](repeating: 0, count: 256)
        var count = 0
        imr_append_text("clear", &bytes, &count, bytes.count)
        // Without the first, the second would leave the window as it is.
        if count > 0 { imr_append_text("E3", &bytes, &count, bytes.count) }
        return bytes.prefix(count).map { UInt8(bitPattern: $0) }
    }
}
