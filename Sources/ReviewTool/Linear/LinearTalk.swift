internal import Foundation
internal import TextUI

/// The two ends of a conversation by lines: what is said, and what is answered.
protocol LinearTalk {
    /// Says a line; the text may be long and is not broken, since a screen reader reads it whole.
    func say(_ line: String)
    /// Asks and waits for a line; nil at the end of the input.
    func ask(_ prompt: String) -> String?
}

/// The conversation over the standard streams.
struct StandardTalk: LinearTalk {
    func say(_ line: String) { Standard.print(line) }

    func ask(_ prompt: String) -> String? {
        Standard.prompt(prompt)
        guard let line = readLine(strippingNewline: true) else { return nil }
        // What comes through a pipe may hold anything; tabs and line ends of other systems are spaces here.
        let plain = line.unicodeScalars.map { $0 == "\t" || $0 == "\r" ? " " : $0 }
        return String(String.UnicodeScalarView(plain.filter { $0.properties.generalCategory != .control }))
    }
}
