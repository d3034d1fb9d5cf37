internal import Foundation

/// One thing that can be taken in.
public enum Source: Hashable, Sendable {
    /// A letter, `.txt` or `.pdf`.
    case letter(path: String)
    /// A case folder: it has a `case.toml`.
    case caseFolder(path: String)

    /// Where it is.
    public var path: String {
        switch self {
        case .letter(let path), .caseFolder(let path): path
        }
    }
}

/// Finds what is to be taken in beneath the paths that a person names.
public enum SourceFinder {
    /// The name of the file that makes a folder a case folder.
    static let caseFile = "case.toml"

    /// The sources beneath the paths, each folder in the order of names; hidden files and other kinds are passed over.
    ///
    /// A path that is named itself and is no source is in `problems`, one error each. Links to folders are not
    /// followed, so no circle is walked.
    public static func find(_ paths: [String]) -> (sources: [Source], problems: [IntakeError]) {
        var sources: [Source] = []
        var problems: [IntakeError] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                problems.append(.notFound(path: path))
                continue
            }
            if isFolder.boolValue {
                walk(path, into: &sources, &problems)
            } else if path == caseFile || path.hasSuffix("/" + caseFile) {
                sources.append(.caseFolder(path: String(path.dropLast(caseFile.count + 1))))
            } else if SourceText.kind(of: path) != nil {
                sources.append(.letter(path: path))
            } else {
                problems.append(.unknownKind(path: path))
            }
        }
        return (sources, problems)
    }

    /// The folder in which a file is.
    static func folder(of path: String) -> String {
        guard let end = path.lastIndex(of: "/") else { return "." }
        return end == path.startIndex ? "/" : String(path[..<end])
    }

    private static func walk(_ folder: String, into sources: inout [Source], _ problems: inout [IntakeError]) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            problems.append(.unreadable(path: folder, reason: SourceText.reason(error)))
            return
        }
        guard !names.contains(caseFile) else {
            sources.append(.caseFolder(path: folder))
            return
        }
        let hasManifest = names.contains {
            $0.lowercased().hasSuffix(".csv") && ManifestFinder.isManifest(folder + "/" + $0)
        }
        for name in names where !name.hasPrefix(".") && !(hasManifest && ManifestFinder.isRecordFolder(name)) {
            let path = folder == "/" ? "/" + name : folder + "/" + name
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            switch attributes?[.type] as? FileAttributeType {
            case FileAttributeType.typeDirectory: walk(path, into: &sources, &problems)
            case FileAttributeType.typeRegular, FileAttributeType.typeSymbolicLink:
                if SourceText.kind(of: path) != nil { sources.append(.letter(path: path)) }
            default: break
            }
        }
    }
}
