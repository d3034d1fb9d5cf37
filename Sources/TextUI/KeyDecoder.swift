/// Turns the bytes that a terminal sends into keys.
///
/// It knows the sequences of xterm, VT100, the Linux console, rxvt, PuTTY, tmux and kitty, whatever `TERM` says; one
/// that it does not know is swallowed whole, so that its rest is never taken for typing. Bytes may come in any pieces.
public struct KeyDecoder: Hashable, Sendable {
    /// What was not yet enough for a key.
    private var waiting: [UInt8] = []
    private var paste: PasteCollector?
    private let pasteLimit: Int

    /// A decoder at the start of its input.
    /// - Parameter pasteLimit: bytes of one paste beyond this are dropped.
    public init(pasteLimit: Int = 1 << 20) { self.pasteLimit = pasteLimit }

    /// Whether something waits that silence would make a key: a lone Escape, half a sequence.
    public var isWaiting: Bool { paste?.isAtEscape ?? !waiting.isEmpty }

    /// The keys that these bytes complete.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
        waiting.append(contentsOf: bytes)
        return decode(isFinal: false)
    }

    /// The keys of what waits, now that nothing more came for a while.
    ///
    /// A lone Escape is the key; half a sequence is dropped. A lone Escape within a paste ends it: a terminal that
    /// lost the end mark would else swallow all typing.
    public mutating func flush() -> [Key] {
        if let open = paste {
            guard open.isAtEscape else { return [] }
            paste = nil
            return [.paste(open.text)]
        }
        return decode(isFinal: true)
    }

    private mutating func decode(isFinal: Bool) -> [Key] {
        var keys: [Key] = []
        var at = 0
        while at < waiting.count {
            if paste != nil {
                at = collect(from: at, into: &keys)
                continue
            }
            let found = EscapeSequence.read(waiting[at...], isFinal: isFinal)
            switch found.meaning {
            case .unfinished:
                waiting.removeFirst(at)
                return keys
            case .keys(let more): keys += more
            case .pasteStart: paste = PasteCollector(limit: pasteLimit)
            case .nothing: break
            }
            at += found.count
        }
        waiting.removeAll(keepingCapacity: true)
        return keys
    }

    /// Hands bytes to the open paste up to its end; where reading goes on.
    private mutating func collect(from start: Int, into keys: inout [Key]) -> Int {
        var at = start
        while at < waiting.count {
            let isComplete = paste?.take(waiting[at]) ?? true
            at += 1
            if isComplete {
                if let text = paste?.text { keys.append(.paste(text)) }
                paste = nil
                return at
            }
        }
        return at
    }
}

/// The bytes of a bracketed paste up to its end mark, `ESC [ 2 0 1 ~`.
struct PasteCollector: Hashable, Sendable {
    private var bytes: [UInt8] = []
    private var matched = 0
    private let limit: Int

    private static let endMark: [UInt8] = Array("\u{1B}[201~".utf8)

    init(limit: Int) { self.limit = limit }

    /// Whether the last byte was an Escape that may begin the end mark.
    var isAtEscape: Bool { matched == 1 }

    /// Takes one byte; true if it completed the end mark.
    mutating func take(_ byte: UInt8) -> Bool {
        if byte == PasteCollector.endMark[matched] {
            matched += 1
            return matched == PasteCollector.endMark.count
        }
        for missed in PasteCollector.endMark.prefix(matched) { keep(missed) }
        matched = byte == PasteCollector.endMark[0] ? 1 : 0
        if matched == 0 { keep(byte) }
        return false
    }

    private mutating func keep(_ byte: UInt8) {
        if bytes.count < limit { bytes.append(byte) }
    }

    /// What was pasted, line ends as `"\n"`, invalid UTF-8 as U+FFFD.
    var text: String {
        var clean: [UInt8] = []
        clean.reserveCapacity(bytes.count)
        var isAfterReturn = false
        for byte in bytes {
            if !(byte == 0x0A && isAfterReturn) { clean.append(byte == 0x0D ? 0x0A : byte) }
            isAfterReturn = byte == 0x0D
        }
        return String(decoding: clean, as: UTF8.self)
    }
}
