import TextUI
import TOMLKit

/// Reads the parts of a theme, naming the key in every error.
struct ThemeReader {
    let file: String
    let lines: KeyLines

    private static let flags: [(key: String, path: any WritableKeyPath<Style, Bool> & Sendable)] = [
        ("bold", \.bold), ("dim", \.dim), ("underline", \.underline), ("reverse", \.reverse), ("italic", \.italic),
    ]

    /// Refuses keys that nobody would read: most are misspelt.
    func allow(_ keys: [String], in table: TOMLTable, path: String) throws(ThemeError) {
        for key in table.keys where !keys.contains(key) {
            throw .unknownKey(file: file, line: lines[path + key], key: path + key)
        }
    }

    func string(_ key: String, in table: TOMLTable, path: String) throws(ThemeError) -> String? {
        guard let value = table[key] else { return nil }
        guard let string = value.string else {
            throw .badValue(file: file, line: lines[path + key], key: path + key, wanted: "a text")
        }
        return string
    }

    func flag(_ key: String, in table: TOMLTable, path: String) throws(ThemeError) -> Bool? {
        guard let value = table[key] else { return nil }
        guard let flag = value.bool else {
            throw .badValue(file: file, line: lines[path + key], key: path + key, wanted: "true or false")
        }
        return flag
    }

    func table(_ key: String, in table: TOMLTable, path: String) throws(ThemeError) -> TOMLTable? {
        guard let value = table[key] else { return nil }
        guard let inner = value.table else {
            throw .badValue(file: file, line: lines[path + key], key: path + key, wanted: "a table")
        }
        return inner
    }

    /// The names for colours; one name may not stand for another.
    func colourNames(in table: TOMLTable) throws(ThemeError) -> [String: Colour] {
        guard let colours = try self.table("colours", in: table, path: "") else { return [:] }
        var names: [String: Colour] = [:]
        for name in colours.keys { names[name] = try colour(name, in: colours, path: "colours.", names: [:]) }
        return names
    }

    func colour(
        _ key: String, in table: TOMLTable, path: String, names: [String: Colour]
    ) throws(ThemeError) -> Colour? {
        guard let value = table[key] else { return nil }
        if let index = value.int, let small = UInt8(exactly: index) { return .indexed(small) }
        if let text = value.string, let colour = names[text] ?? Colour(parsing: text) { return colour }
        throw .badValue(
            file: file, line: lines[path + key], key: path + key,
            wanted: "a colour: a name from “colours”, #rrggbb, or a number from 0 to 255")
    }

    /// A style for every role. One of the first roles without an entry is an error; a later one looks like its forerunner
    /// then, so that themes of one's own go on working.
    func sheet(in table: TOMLTable, names: [String: Colour]) throws(ThemeError) -> StyleSheet {
        guard let roles = try self.table("roles", in: table, path: "") else {
            throw .missingKey(file: file, key: "roles")
        }
        try allow(Role.allCases.map { "\($0)" }, in: roles, path: "roles.")
        var sheet = StyleSheet()
        for role in Role.allCases {
            guard let entry = try self.table("\(role)", in: roles, path: "roles.") else {
                if let forerunner = role.forerunner {
                    sheet[role] = sheet[forerunner]
                    continue
                }
                throw .missingKey(file: file, key: "roles.\(role)")
            }
            sheet[role] = try style(in: entry, path: "roles.\(role).", names: names)
        }
        return sheet
    }

    private func style(in entry: TOMLTable, path: String, names: [String: Colour]) throws(ThemeError) -> Style {
        try allow(["foreground", "background"] + ThemeReader.flags.map(\.key), in: entry, path: path)
        var style = Style()
        style.foreground = try colour("foreground", in: entry, path: path, names: names)
        style.background = try colour("background", in: entry, path: path, names: names)
        for flag in ThemeReader.flags {
            if let isSet = try self.flag(flag.key, in: entry, path: path) { style[keyPath: flag.path] = isSet }
        }
        return style
    }
}
