internal import CaseModel
internal import Programmes

extension CaseNotice {
    /// What a public copy leaves out by a program's policy: the names of the parties it names, and the claim number when
    /// it says so. The reviewer is not a matter of policy: his name never goes out.
    func withheld(by policy: RedactionPolicy) -> CaseNotice {
        func name(_ kind: String, _ name: String) -> String { policy.parties.contains(kind) ? name : "" }
        var notice = self
        notice.employee = name("employee", employee)
        notice.employer = name("employer", employer)
        notice.claimsAdministrator = name("claims-administrator", claimsAdministrator)
        notice.claimsExaminer = name("claims-examiner", claimsExaminer)
        notice.requestingPhysician = name("requesting-physician", requestingPhysician)
        notice.otherParties = otherParties.filter { policy.parties.contains($0.kind) }
        if !policy.identifiers.contains(.claimNumber) { notice.claimNumber = "" }
        return notice
    }
}
