internal import CaseModel
internal import Foundation

/// Tells manifests from other sources.
public enum ManifestFinder {
    /// Takes the manifests out of the paths that a person names.
    ///
    /// - Returns: the files ending in `.csv` that are named, and those in the folders named, and in folders beneath,
    ///   that have the heading of a manifest, in the order of names; and the paths that remain, the folders among them.
    public static func split(_ paths: [String]) -> (manifests: [String], others: [String]) {
        var manifests: [String] = []
        var others: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            if exists, isFolder.boolValue {
                manifests += search(path)
                others.append(path)
            } else if exists, isTable(path) {
                manifests.append(path)
            } else {
                others.append(path)
            }
        }
        return (manifests, others)
    }

    /// Whether a file has the heading of a manifest.
    public static func isManifest(_ path: String) -> Bool {
        guard var rows = try? SeparatedValues(path: path), case .cells(let cells, _)? = try? rows.next() else {
            return false
        }
        return ManifestHeader(cells) != nil
    }

    /// Whether a folder beneath the one of a manifest holds the records of a case, and so no letters.
    static func isRecordFolder(_ name: String) -> Bool {
        name.count { $0.isNumber } >= 4 && (try? CaseNumber(parsing: name)) != nil
    }

    private static func isTable(_ path: String) -> Bool { path.lowercased().hasSuffix(".csv") }

    private static func search(_ folder: String) -> [String] {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        var found: [String] = []
        for name in names where !name.hasPrefix(".") {
            let path = folder == "/" ? "/" + name : folder + "/" + name
            let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
            if type == .typeDirectory {
                found += search(path)
            } else if isTable(name), isManifest(path) {
                found.append(path)
            }
        }
        return found
    }
}
