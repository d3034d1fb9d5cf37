internal import CaseModel
internal import Checks
internal import Programmes

/// Runs the check for the workstation.
enum CheckDesk {
    /// What the check finds in a determination as it stands; nothing about an item that has no rationale yet.
    static func findings(_ determination: Determination) throws -> [Finding] {
        // Records are listed by links, not in the letter, so what asks for a list of documents would always speak.
        let input = CheckInput(determination, kind: .publishedCopy)
        return Check.run(input, profile: try CurrentProgramme.profile()).filter { finding in
            guard let item = finding.item, determination.items.indices.contains(item - 1) else { return true }
            return !determination.items[item - 1].rationale.isEmpty
        }
    }
}
