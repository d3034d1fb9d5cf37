/// An independent physician who may decide cases, as the organization knows him.
///
/// ``name`` and licence numbers never leave the store; a letter shows ``credentials`` alone.
public struct Reviewer: Hashable, Sendable {
    /// The pseudonym that stands for him outside.
    public var id: ReviewerID
    /// His name, prose; never exported (LC 4610.6(f)).
    public var name: String
    /// His licences, in the order given.
    public var licences: [Licence]
    /// His board certifications, in the order given.
    public var certifications: [Certification]
    /// Years of active clinical practice.
    public var yearsOfPractice: Int
    /// Hours of clinical practice a week.
    public var weeklyHours: Int
    /// Parties with whom he has a material affiliation, by name, prose; they hold for every case.
    public var conflicts: [String]
    /// The public keys that he signs with, each as a line of OpenSSH (`ssh-ed25519 AAAA…`).
    public var signingKeys: [String]
    /// The most cases he takes at a time; nil when he sets no bound.
    public var capacity: Int?

    /// A reviewer from his parts.
    public init(
        id: ReviewerID, name: String, licences: [Licence] = [], certifications: [Certification] = [],
        yearsOfPractice: Int = 0, weeklyHours: Int = 0, conflicts: [String] = [], signingKeys: [String] = [],
        capacity: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.licences = licences
        self.certifications = certifications
        self.yearsOfPractice = yearsOfPractice
        self.weeklyHours = weeklyHours
        self.conflicts = conflicts
        self.signingKeys = signingKeys
        self.capacity = capacity
    }

    /// What a letter of a day may say of him: states and specialties that have not lapsed by then.
    public func credentials(on day: Day) -> ReviewerCredentials {
        ReviewerCredentials(
            licensure: licences.filter { $0.isValid(on: day) }.map(\.state),
            specialties: certifications.filter { $0.isValid(on: day) }.map(\.specialty))
    }
}

/// A licence to practise medicine in one state.
public struct Licence: Hashable, Sendable {
    /// The state, as letters write it: `California`.
    public var state: String
    /// Its number, as issued; never exported.
    public var number: String
    /// The last day it is good for; nil when it does not expire.
    public var expires: Day?
    /// Whether it is restricted by discipline.
    public var isRestricted: Bool

    /// A licence from its parts.
    public init(state: String, number: String, expires: Day? = nil, isRestricted: Bool = false) {
        self.state = state
        self.number = number
        self.expires = expires
        self.isRestricted = isRestricted
    }

    /// Whether it stands, unrestricted, on a day.
    public func isValid(on day: Day) -> Bool { !isRestricted && expires.map { day <= $0 } ?? true }
}

/// A certification by a medical board.
public struct Certification: Hashable, Sendable {
    /// The specialty, as letters write it: `Physical Medicine & Rehabilitation`.
    public var specialty: String
    /// The board; empty when it is not known.
    public var board: String
    /// The last day it is good for; nil when it does not expire.
    public var expires: Day?

    /// A certification from its parts.
    public init(specialty: String, board: String = "", expires: Day? = nil) {
        self.specialty = specialty
        self.board = board
        self.expires = expires
    }

    /// Whether it stands on a day.
    public func isValid(on day: Day) -> Bool { expires.map { day <= $0 } ?? true }
}
