/// What speaks against giving a case to a reviewer, whatever a program profile asks besides.
public enum AssignmentObstacle: Hashable, Sendable {
    /// He is a party to the case.
    case isParty(Party)
    /// He has a standing affiliation with a party to the case (LC 139.5).
    case affiliation(Party)
    /// He declared a conflict in this very case.
    case declaredConflict
    /// He has no licence that stands on the day, unrestricted.
    case noLicence(Day)
    /// None of his certifications stands on the day.
    case noCertification(Day)
    /// He has as many open cases as he takes.
    case atCapacity(Int)

    /// Whether the case cannot be his; else whoever assigns it is warned.
    public var isHard: Bool {
        switch self {
        case .isParty, .affiliation, .declaredConflict, .noLicence: true
        case .noCertification, .atCapacity: false
        }
    }

    /// What it is, as a clause about the reviewer; parties are named by what they are to the case.
    public var clause: String {
        switch self {
        case .isParty(let party): "is a party to the case (\(party.kind))"
        case .affiliation(let party): "has an affiliation with a party to the case (\(party.kind))"
        case .declaredConflict: "declared a conflict in this case"
        case .noLicence(let day): "has no unrestricted licence that stands on \(day.iso)"
        case .noCertification(let day): "has no board certification that stands on \(day.iso)"
        case .atCapacity(let cases): "has \(cases) open cases already and takes no more"
        }
    }
}

extension Reviewer {
    /// What speaks against giving him a case with these parties on a day, while he has `load` open cases.
    public func obstacles(parties: [Party], on day: Day, load: Int) -> [AssignmentObstacle] {
        var found: [AssignmentObstacle] = []
        for party in parties {
            if PartyName(name).isSamePerson(as: PartyName(party.name)) { found.append(.isParty(party)) }
            if conflicts.contains(where: { PartyName($0).isWithin(PartyName(party.name)) }) {
                found.append(.affiliation(party))
            }
        }
        if !licences.contains(where: { $0.isValid(on: day) }) { found.append(.noLicence(day)) }
        if !certifications.contains(where: { $0.isValid(on: day) }) { found.append(.noCertification(day)) }
        if let capacity, load >= capacity { found.append(.atCapacity(load)) }
        return found
    }
}

/// A name as the words that tell it from others: without case, punctuation, initials and titles.
private struct PartyName {
    private let words: Set<String>

    init(_ name: String) {
        let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        words = Set(parts.map { String($0) }.filter { $0.count > 1 && !PartyName.titles.contains($0) })
    }

    /// Whether both name one person, though one may leave out a middle name.
    func isSamePerson(as other: PartyName) -> Bool {
        min(words.count, other.words.count) >= 2 && (words.isSubset(of: other.words) || other.words.isSubset(of: words))
    }

    /// Whether all its words stand in the other name.
    func isWithin(_ other: PartyName) -> Bool { !words.isEmpty && words.isSubset(of: other.words) }

    private static let titles: Set<String> = [
        "dr", "mr", "mrs", "ms", "md", "do", "dpm", "dc", "phd", "jr", "sr", "ii", "iii", "esq", "inc", "llc", "llp",
        "ltd", "corp", "co",
    ]
}
