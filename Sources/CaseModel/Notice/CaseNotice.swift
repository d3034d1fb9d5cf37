/// What the notice of assignment tells of a case: who the parties are and what is in dispute (8 CCR 9792.10.4).
///
/// It is kept beside the determination and never stands in a letter's published copy. Empty strings mean "not given".
public struct CaseNotice: Hashable, Sendable {
    /// The injured worker, as `first last suffix`.
    public var employee: String
    /// The employer.
    public var employer: String
    /// The claims administrator: the company.
    public var claimsAdministrator: String
    /// The claims examiner, as `first last suffix`.
    public var claimsExaminer: String
    /// The physician who requested the treatment.
    public var requestingPhysician: String
    /// The number of the claim.
    public var claimNumber: String
    /// The treatment in dispute, prose.
    public var treatmentRequested: String
    /// The day of the request for authorization; nil when not given.
    public var requested: Day?
    /// The day on which the request and its supporting documentation were received; nil while records are awaited.
    public var documentsReceived: Day?
    /// Further parties that the reviewer attests about, by the profile's kinds.
    public var otherParties: [Party]

    /// A notice from its parts.
    public init(
        employee: String = "", employer: String = "", claimsAdministrator: String = "", claimsExaminer: String = "",
        requestingPhysician: String = "", claimNumber: String = "", treatmentRequested: String = "",
        requested: Day? = nil, documentsReceived: Day? = nil, otherParties: [Party] = []
    ) {
        self.employee = employee
        self.employer = employer
        self.claimsAdministrator = claimsAdministrator
        self.claimsExaminer = claimsExaminer
        self.requestingPhysician = requestingPhysician
        self.claimNumber = claimNumber
        self.treatmentRequested = treatmentRequested
        self.requested = requested
        self.documentsReceived = documentsReceived
        self.otherParties = otherParties
    }

    /// The parties by name, those given only, in the order of the properties.
    public var parties: [Party] {
        [
            Party(kind: "employee", name: employee), Party(kind: "employer", name: employer),
            Party(kind: "claims-administrator", name: claimsAdministrator),
            Party(kind: "claims-examiner", name: claimsExaminer),
            Party(kind: "requesting-physician", name: requestingPhysician),
        ].filter { !$0.name.isEmpty } + otherParties
    }
}
