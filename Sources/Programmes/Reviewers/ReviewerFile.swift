package import CaseModel

/// Reads the file by which a reviewer is registered.
///
/// ```toml
/// id = "R-0042"
/// name = "…"                      # never exported
/// years = 12                      # of active practice
/// weekly-hours = 30
/// capacity = 20                   # cases at a time; left out: no bound
/// conflicts = ["…"]               # parties with whom he has an affiliation, for every case
/// signing-keys = ["ssh-ed25519 AAAA… comment"]
///
/// [[licence]]
/// state = "California"
/// number = "…"                    # never exported
/// expires = 2028-05-31            # left out: it does not expire
/// restricted = false
///
/// [[certification]]
/// specialty = "Orthopedic Surgery"
/// board = "…"
/// expires = 2030-12-31
/// ```
package enum ReviewerFile {
    /// The reviewer that a text describes.
    /// - Parameter name: what errors call the file.
    /// - Throws: ``ProgrammeError/malformed(file:line:key:reason:)``.
    package static func read(text: String, name: String) throws(ProgrammeError) -> Reviewer {
        let root = try FileTable(text, name: name)
        try root.allow([
            "id", "name", "years", "weekly-hours", "capacity", "conflicts", "signing-keys", "licence", "certification",
        ])
        return Reviewer(
            id: try id(root), name: Prose.normalized(try root.text("name")), licences: try licences(root),
            certifications: try certifications(root), yearsOfPractice: try root.number("years", in: 0...80),
            weeklyHours: try root.number("weekly-hours", in: 0...168), conflicts: try conflicts(root),
            signingKeys: try signingKeys(root),
            capacity: root.has("capacity") ? try root.number("capacity", in: 0...10_000) : nil)
    }

    private static func id(_ root: FileTable) throws(ProgrammeError) -> ReviewerID {
        let text = try root.text("id")
        do throws(CaseModelError) {
            return try ReviewerID(parsing: text)
        } catch {
            throw root.problem("id", error.description)
        }
    }

    private static func licences(_ root: FileTable) throws(ProgrammeError) -> [Licence] {
        var licences: [Licence] = []
        for entry in try root.tables("licence") {
            try entry.allow(["state", "number", "expires", "restricted"])
            licences.append(
                Licence(
                    state: Prose.normalized(try entry.text("state")), number: try entry.text("number"),
                    expires: try entry.day("expires"), isRestricted: try entry.flag("restricted", else: false)))
        }
        guard !licences.isEmpty else {
            throw root.problem("licence", "a reviewer has at least one [[licence]]; add it.")
        }
        return licences
    }

    private static func certifications(_ root: FileTable) throws(ProgrammeError) -> [Certification] {
        var certifications: [Certification] = []
        for entry in try root.tables("certification") {
            try entry.allow(["specialty", "board", "expires"])
            certifications.append(
                Certification(
                    specialty: Prose.normalized(try entry.text("specialty")),
                    board: Prose.normalized(try entry.optionalText("board") ?? ""), expires: try entry.day("expires")))
        }
        return certifications
    }

    private static func conflicts(_ root: FileTable) throws(ProgrammeError) -> [String] {
        let conflicts = try root.texts("conflicts").map { Prose.normalized($0) }
        for conflict in conflicts where PartyName(conflict).isEmpty {
            throw root.problem("conflicts", "“\(conflict)” names nobody; write the party's name or take it out.")
        }
        return conflicts
    }

    private static func signingKeys(_ root: FileTable) throws(ProgrammeError) -> [String] {
        let keys = try root.texts("signing-keys").map { Prose.normalized($0) }
        for key in keys {
            // A private key put here by mistake must not be echoed, nor kept.
            let parts = key.split(separator: " ")
            guard parts.count >= 2, parts[0] == "ssh-ed25519", parts[1].hasPrefix("AAAA"), !key.contains("\n") else {
                throw root.problem(
                    "signing-keys", "each is the one line of a public key file that begins with ssh-ed25519 AAAA.")
            }
        }
        return keys
    }
}
