package import CaseModel
internal import Foundation

/// The profiles that are at hand: those that come with the program and those of a folder.
package struct ProgrammeShelf: Sendable {
    /// Every profile, those of the folder first; a profile of the folder takes the place of a built-in one of its id.
    package let profiles: [ProgrammeProfile]

    /// The id of the program that is worked for unless something else is said.
    package static let usual = "ca-wc-imr"

    /// Reads the `*.toml` files of a folder; a folder that is not there has none.
    ///
    /// - Parameters:
    ///   - folder: the folder `programs` of the configuration; nil for the built-in profiles alone.
    ///   - rules: the ids of the check's rules, so that a severity for another is refused.
    /// - Throws: ``ProgrammeError``, with the file; no profile is passed over.
    package init(folder: String? = nil, rules: Set<String>? = nil) throws(ProgrammeError) {
        var own: [ProgrammeProfile] = []
        if let folder {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for name in names.sorted() where name.hasSuffix(".toml") && !name.hasPrefix(".") {
                let path = folder + "/" + name
                let profile = try ProgrammeProfile(parsing: try ProgrammeShelf.text(of: path), name: path, rules: rules)
                guard !own.contains(where: { $0.id == profile.id && $0.effective.overlaps(profile.effective) }) else {
                    throw .ambiguous(id: profile.id, file: path)
                }
                own.append(profile)
            }
        }
        let replaced = Set(own.map(\.id))
        profiles = own + [ProgrammeProfile.standard].filter { !replaced.contains($0.id) }
    }

    /// The ids, in order.
    package var ids: [String] {
        var ids: [String] = []
        for profile in profiles where !ids.contains(profile.id) { ids.append(profile.id) }
        return ids
    }

    /// The profile of an id that holds on a day; without a day, the one that holds longest.
    /// - Throws: ``ProgrammeError/unknownProgramme(id:known:)``.
    package func profile(_ id: String = usual, on day: Day? = nil) throws(ProgrammeError) -> ProgrammeProfile {
        let found = profiles.filter { $0.id == id && (day.map($0.effective.contains) ?? true) }
        let open = found.first { $0.effective.to == nil }
        let last = found.max { ($0.effective.to?.daysSinceEpoch ?? 0) < ($1.effective.to?.daysSinceEpoch ?? 0) }
        guard let profile = open ?? last else { throw .unknownProgramme(id: id, known: ids) }
        return profile
    }

    private static func text(of path: String) throws(ProgrammeError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .unreadable(file: path, reason: "look at its permissions.")
        }
        guard data.count <= 1_000_000 else { throw .unreadable(file: path, reason: "it is longer than a profile is.") }
        guard let text = String(data: data, encoding: .utf8) else {
            throw .unreadable(file: path, reason: "it is not UTF-8; save it so.")
        }
        return text
    }
}

extension ProgrammeProfile {
    /// The profile that comes with the program.
    package static let standard: ProgrammeProfile = {
        let text = String(decoding: PackageResources.california_toml, as: UTF8.self)
        do throws(ProgrammeError) {
            return try ProgrammeProfile(parsing: text, name: "california.toml")
        } catch {
            // It is part of the program and a test reads it.
            preconditionFailure(error.description)
        }
    }()
}
