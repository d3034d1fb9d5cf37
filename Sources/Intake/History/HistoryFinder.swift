internal import Foundation

/// Finds the data sets of another programme.
public enum HistoryFinder {
    /// The files that a person names, and for each folder the `.csv` files in it that have the heading of such a data set,
    /// in the order of names. A folder that has none stands for itself, so that it is told of.
    public static func files(_ paths: [String]) -> [String] {
        paths.flatMap { path -> [String] in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
                return [path]
            }
            let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
            let found = names.filter { $0.lowercased().hasSuffix(".csv") }.map { path + "/" + $0 }.filter(isHistory)
            return found.isEmpty ? [path] : found
        }
    }

    private static func isHistory(_ path: String) -> Bool {
        guard var rows = try? SeparatedValues(path: path, separator: UInt8(ascii: ";")),
            case .cells(let cells, _)? = try? rows.next()
        else { return false }
        return HistoryColumns.isHeading(cells)
    }
}
