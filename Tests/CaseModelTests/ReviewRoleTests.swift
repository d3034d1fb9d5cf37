import CaseModel
import Testing

/// Which roles may do what, written as people say it.
private let table: [Deed: Set<ReviewRole>] = [
    .read: [.coordinator, .reviewer, .quality, .auditor],
    .file: [.coordinator], .register: [.coordinator], .assign: [.coordinator], .administer: [.coordinator],
    .deliver: [.coordinator],
    .tag: [.coordinator, .reviewer, .quality],
    .decide: [.reviewer], .sign: [.reviewer],
    .override: [.reviewer, .quality],
    .returnForCorrection: [.quality, .coordinator],
    .approve: [.quality],
    .audit: [.auditor, .coordinator],
]

@Test("Each role may do what the table says and nothing else", arguments: Deed.allCases)
func deedsOfRoles(deed: Deed) {
    #expect(Set(ReviewRole.allCases.filter { $0.may(deed) }) == table[deed])
}

@Test("What has lapsed or is restricted does not stand in a letter")
func credentialsOnADay() throws {
    let day = try #require(Day(iso: "2017-02-01"))
    let reviewer = Reviewer(
        id: try ReviewerID(parsing: "R-7"), name: "A. Physician",
        licences: [
            Licence(state: "California", number: "A1", expires: day),
            Licence(state: "Nevada", number: "B", isRestricted: true),
            Licence(state: "Oregon", number: "C", expires: day.adding(days: -1)),
        ],
        certifications: [
            Certification(specialty: "Neurology"),
            Certification(specialty: "Pain Medicine", expires: day.adding(days: -1)),
        ])
    #expect(reviewer.credentials(on: day) == ReviewerCredentials(licensure: ["California"], specialties: ["Neurology"]))
}

@Test(
    "An id is short and plain", arguments: [("R-0042", true), ("", false), ("-R", false), ("R 1", false), ("é", false)])
func reviewerIDs(text: String, isGood: Bool) {
    #expect(((try? ReviewerID(parsing: text)) != nil) == isGood)
}
