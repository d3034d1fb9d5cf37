internal import CaseModel
internal import Foundation
internal import TOMLKit

/// What a person or an organization sets in `config.toml`; all of it may be missing.
struct Configuration: Hashable, Sendable {
    /// The name of the theme; nil for the one that suits the terminal.
    var theme: String?
    /// The id of the program that is worked for; nil for the usual one.
    var program: String?
    /// Whether the mouse is listened to from the start.
    var mouse = false
    /// Whether addresses are made links (OSC 8); nil where the terminal is known to take them.
    var hyperlinks: Bool?
    /// Whether the terminal takes every colour (38;2); nil where it says so itself.
    var truecolor: Bool?
    /// After how many minutes without a key the screen is locked; 0 for never.
    var lockAfter = 10.0
    /// The words of the organization for letters that bring none of their own.
    var form = LetterForm()
    /// Who signs and with what, on a desk of one.
    var signer = SignerChoice()

    /// The milliseconds of ``lockAfter``; nil for never.
    var lockMilliseconds: Int? { lockAfter > 0 ? max(1, Int(lockAfter * 60_000)) : nil }

    /// Why the configuration cannot be used.
    struct Problem: Error, CustomStringConvertible {
        var path: String
        var line: Int
        var words: String
        var description: String { "\(path):\(line): \(words)" }
    }

    /// Reads `config.toml` in the folder of configuration; the defaults when there is none.
    static func read(from folder: String = Place.configuration) throws(Problem) -> Configuration {
        let path = folder + "/config.toml"
        guard let data = FileManager.default.contents(atPath: path) else { return Configuration() }
        let text = String(decoding: data, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        func problem(_ key: String, _ words: String) -> Problem {
            let index = lines.firstIndex { $0.drop { " \t[".contains($0) }.hasPrefix(key) }
            return Problem(path: path, line: (index ?? 0) + 1, words: words)
        }
        let root: TOMLTable
        do {
            root = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw Problem(path: path, line: error.source.begin.line, words: "the file is no valid TOML here; mend it.")
        } catch {
            throw Problem(path: path, line: 1, words: "the file is no valid TOML; mend it.")
        }
        let known = ["theme", "mouse", "hyperlinks", "truecolor", "lock-after", "program", "organization", "signature"]
        for key in root.keys.sorted() where !known.contains(key) {
            throw problem(
                key,
                "“\(key)” is not known; there are theme, mouse, hyperlinks, truecolor, lock-after, program, "
                    + "[organization] and [signature].")
        }
        func words(_ key: String, in table: TOMLTable) throws(Problem) -> String? {
            guard let value = table[key] else { return nil }
            guard let text = value.string else { throw problem(key, "“\(key)” is text, in quotation marks.") }
            return text
        }
        var configuration = Configuration()
        configuration.theme = try words("theme", in: root)
        func choice(_ key: String) throws(Problem) -> Bool? {
            guard let value = root[key] else { return nil }
            guard let isOn = value.bool else { throw problem(key, "“\(key)” is true or false.") }
            return isOn
        }
        configuration.mouse = try choice("mouse") ?? false
        configuration.program = try words("program", in: root)
        configuration.hyperlinks = try choice("hyperlinks")
        configuration.truecolor = try choice("truecolor")
        if let value = root["lock-after"] {
            guard let minutes = value.double ?? value.int.map(Double.init), (0...1440).contains(minutes) else {
                throw problem("lock-after", "“lock-after” is a number of minutes, 0 for never, 1440 at most.")
            }
            configuration.lockAfter = minutes
        }
        if let value = root["organization"] {
            guard let table = value.table else { throw problem("organization", "“organization” is a table.") }
            for key in table.keys.sorted() where !["name", "guideline-label", "methodology"].contains(key) {
                throw problem(
                    key, "“\(key)” is not known in [organization]; there are name, guideline-label, methodology.")
            }
            configuration.form = LetterForm(
                organization: try words("name", in: table) ?? "",
                guidelineLabel: try words("guideline-label", in: table) ?? "",
                methodology: Prose.normalized(try words("methodology", in: table) ?? ""))
        }
        if let value = root["signature"] {
            guard let table = value.table else { throw problem("signature", "“signature” is a table.") }
            for key in table.keys.sorted() where !["reviewer", "key"].contains(key) {
                throw problem(key, "“\(key)” is not known in [signature]; there are reviewer and key.")
            }
            configuration.signer = SignerChoice(
                reviewer: try words("reviewer", in: table), key: try words("key", in: table))
        }
        return configuration
    }
}
