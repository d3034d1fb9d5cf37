public import TextUI
import TOMLKit

/// The themes that come with the program, by name.
public enum Themes {
    /// The names, the default first.
    public static let names = ["dark", "light", "monochrome"]

    /// The sheet of a theme.
    /// - Throws: ``ThemeError`` if there is no theme of that name.
    public static func named(_ name: String) throws(ThemeError) -> StyleSheet { try theme(named: name).sheet }

    /// A theme with the ground it is made for.
    public static func theme(named name: String) throws(ThemeError) -> Theme {
        switch name {
        case "dark": try Theme(parsing: text(of: PackageResources.dark_toml), file: "dark.toml")
        case "light": try Theme(parsing: text(of: PackageResources.light_toml), file: "light.toml")
        case "monochrome": try Theme(parsing: text(of: PackageResources.monochrome_toml), file: "monochrome.toml")
        default: throw .unknownName(name, known: names)
        }
    }

    private static func text(of bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
