import CNcurses

/// A description of a terminal type, in the form that ncurses reads (term(5), the form with numbers of 32 bits).
///
/// ncurses 6.1 and later take an entry from the environment (`TERMINFO=hex:…`). So a terminal that takes every colour, but
/// whose description does not say so, gets the description it has with that one thing added: nothing depends on a
/// `…-direct` entry being installed, nor on there being one for this type.
struct TerminfoEntry: Equatable {
    /// The names of the type, parted by `|`.
    var names: String
    /// The capabilities in the order of terminfo(5); nil for those that the terminal lacks.
    var flags: [Bool]
    var numbers: [Int32?]
    var texts: [[UInt8]?]
    /// Capabilities beyond the list, by name.
    var ownFlags: [String] = []
    var ownNumbers: [(name: String, value: Int32)] = []
    var ownTexts: [(name: String, value: [UInt8])] = []

    /// The texts beyond the list that the program asks a description for: `E3` clears what is kept above the window.
    private static let ownTextNames = ["E3"]

    static func == (one: TerminfoEntry, other: TerminfoEntry) -> Bool { one.compiled == other.compiled }

    /// The description that ncurses has in hand, after it was asked for a type.
    static func current(of type: String) -> TerminfoEntry {
        var entry = TerminfoEntry(
            names: type,
            flags: (0..<imr_flag_count()).map { imr_flag(imr_flag_name($0)) },
            numbers: (0..<imr_number_count()).map { index in
                let value = imr_number(imr_number_name(index))
                return value < 0 ? nil : value
            },
            texts: (0..<imr_text_count()).map { index in
                imr_text(imr_text_name(index)).map { bytes(of: $0) }
            })
        // What ncurses itself looks for beyond the list.
        if imr_flag("AX") { entry.ownFlags.append("AX") }
        let lines = imr_number("U8")
        if lines >= 0 { entry.ownNumbers.append(("U8", lines)) }
        entry.ownTexts = ownTextNames.compactMap { name in imr_text(name).map { (name, bytes(of: $0)) } }
        return entry
    }

    private static func bytes(of text: UnsafePointer<CChar>) -> [UInt8] {
        UnsafeRawBufferPointer(start: text, count: imr_length(text)).map { $0 }
    }

    /// The same with every colour: by its number below 256, which are the palette's, else by red, green and blue.
    ///
    /// The palette itself is left alone.
    func withEveryColour() -> TerminfoEntry {
        var entry = self
        entry.set("colors", Int32(ColourChoice.every))
        entry.set("pairs", 0x10000)
        entry.set("setaf", TerminfoEntry.colour(few: "3", bright: "9", many: "38"))
        entry.set("setab", TerminfoEntry.colour(few: "4", bright: "10", many: "48"))
        for name in ["initc", "initp", "oc", "setf", "setb", "scp"] { entry.set(name, nil) }
        if let index = (0..<imr_flag_count()).first(where: { String(cString: imr_flag_name($0)) == "ccc" }) {
            entry.flags[Int(index)] = false
        }
        entry.ownFlags.append("RGB")
        return entry
    }

    /// The lowest value that is a colour by itself and no entry of the palette.
    static let firstDirect: Int32 = 256

    /// Parts of a colour are parted by semicolons: every terminal that takes them takes those, colons fewer.
    private static func colour(few: String, bright: String, many: String) -> String {
        "\u{1B}[%?%p1%{8}%<%t\(few)%p1%d%e%p1%{16}%<%t\(bright)%p1%{8}%-%d%e%p1%{256}%<%t\(many);5;%p1%d"
            + "%e\(many);2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"
    }

    private mutating func set(_ name: String, _ value: Int32) {
        guard let index = (0..<imr_number_count()).first(where: { String(cString: imr_number_name($0)) == name })
        else { return }
        numbers[Int(index)] = value
    }

    private mutating func set(_ name: String, _ text: String?) {
        guard let index = (0..<imr_text_count()).first(where: { String(cString: imr_text_name($0)) == name })
        else { return }
        texts[Int(index)] = text.map { Array($0.utf8) }
    }
}
