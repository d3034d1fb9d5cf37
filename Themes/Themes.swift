public import TextUI
import TOMLKit

/// The themes that come with the program, by name.
public enum Themes {
    /// The names, the default first.
    public static let names = files.map(\.name)

    private static let files: [(name: String, bytes: [UInt8])] = [
        ("dark", PackageResources.dark_toml), ("light", PackageResources.light_toml),
        ("high-contrast", PackageResources.high_contrast_toml),
        ("high-contrast-light", PackageResources.high_contrast_light_toml),
        ("solar-dark", PackageResources.solar_dark_toml), ("solar-light", PackageResources.solar_light_toml),
        ("blue-orange", PackageResources.blue_orange_toml), ("red-cyan", PackageResources.red_cyan_toml),
        ("sixteen", PackageResources.sixteen_toml), ("monochrome", PackageResources.monochrome_toml),
    ]

    /// The sheet of a theme.
    /// - Throws: ``ThemeError`` if there is no theme of that name.
    public static func named(_ name: String) throws(ThemeError) -> StyleSheet { try theme(named: name).sheet }

    /// A theme with the ground it is made for.
    public static func theme(named name: String) throws(ThemeError) -> Theme {
        guard let file = files.first(where: { $0.name == name }) else {
            throw .unknownName(name, known: names)
        }
        return try Theme(parsing: String(decoding: file.bytes, as: UTF8.self), file: name + ".toml")
    }
}
