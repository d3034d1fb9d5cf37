internal import Foundation
internal import Themes

/// The themes at hand: those of the person, `themes/NAME.toml` in the folder of configuration, before the built-in ones.
enum ThemeShelf {
    /// The names, built-in ones first.
    static func names(in folder: String = Place.configuration) -> [String] {
        let own = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/themes")) ?? []
        return Themes.names
            + own.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
            .filter { !Themes.names.contains($0) }.sorted()
    }

    /// The theme of a name.
    static func theme(named name: String, in folder: String = Place.configuration) throws(ThemeError) -> Theme {
        let path = folder + "/themes/" + name + ".toml"
        guard !name.contains("/"), let data = FileManager.default.contents(atPath: path) else {
            guard Themes.names.contains(name) else { throw .unknownName(name, known: names(in: folder)) }
            return try Themes.theme(named: name)
        }
        return try Theme(parsing: String(decoding: data, as: UTF8.self), file: path)
    }
}
