public import TextUI
import TOMLKit

/// A style for every role, and the ground it is made for.
///
/// The file, in TOML: `name`; `summary`, whom it is for; `ground`, the background that the terminal is taken to have (left
/// out where no colour is used); `paint`, true to paint the ground instead of taking it for granted; a table `colours` of names for colours; and a table `roles` with one entry for each ``Role``, its keys
/// `foreground` and `background` (a name, `#rrggbb` or a number of the palette of 256) and `bold`, `dim`, `underline`,
/// `reverse`, `italic` (true or false). Roles with a ``Role/forerunner`` may be left out. An empty entry is the terminal's own text.
public struct Theme: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// Whom it is for, in a few words; may be empty.
    public var summary: String
    /// The background that the terminal is taken to have, or that is painted; nil where none is.
    public var ground: Colour?
    /// The styles.
    public var sheet: StyleSheet

    /// Reads a theme.
    /// - Parameter file: what errors call it.
    public init(parsing text: String, file: String) throws(ThemeError) {
        let table = try Theme.table(parsing: text, file: file)
        let reader = ThemeReader(file: file, lines: KeyLines(of: text))
        try reader.allow(["name", "summary", "ground", "paint", "colours", "roles"], in: table, path: "")
        guard let name = try reader.string("name", in: table, path: "") else {
            throw .missingKey(file: file, key: "name")
        }
        self.name = name
        summary = try reader.string("summary", in: table, path: "") ?? ""
        let names = try reader.colourNames(in: table)
        ground = try reader.colour("ground", in: table, path: "", names: names)
        sheet = try reader.sheet(in: table, names: names)
        sheet.ground = ground
        if try reader.flag("paint", in: table, path: "") ?? false {
            guard let ground else { throw .missingKey(file: file, key: "ground") }
            for role in Role.allCases where sheet[role].background == nil { sheet[role].background = ground }
        }
    }

    private static func table(parsing text: String, file: String) throws(ThemeError) -> TOMLTable {
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw .notTOML(file: file, line: error.source.begin.line, reason: error.description)
        } catch {
            throw .notTOML(file: file, line: 0, reason: "\(error)")
        }
    }
}
