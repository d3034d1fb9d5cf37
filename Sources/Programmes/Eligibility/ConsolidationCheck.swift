package import CaseModel

/// Whether two cases may be decided in one determination.
package enum ConsolidationCheck {
    /// What is known of a case for it.
    package struct Facts: Hashable, Sendable {
        /// The notice of assignment.
        package var notice: CaseNotice
        /// The day of injury; nil when it is not known.
        package var injury: Day?

        /// Facts from what is known.
        package init(notice: CaseNotice, injury: Day?) {
            self.notice = notice
            self.injury = injury
        }
    }

    /// A condition that two cases do not meet.
    package struct Failure: Hashable, Sendable, CustomStringConvertible {
        /// The condition.
        package var condition: ConsolidationCondition
        /// Whether both values are known and differ; else one of them is missing.
        package var differs: Bool

        /// One sentence.
        package var description: String {
            differs
                ? "The cases have different values for the \(condition.words); they cannot be decided together."
                : "The \(condition.words) of one of the cases is not known; complete its notice first."
        }
    }

    /// The profile's conditions that two cases fail, in its order; none when they may be consolidated.
    package static func failures(
        _ first: Facts, _ second: Facts, profile: ProgrammeProfile
    ) -> [Failure] {
        profile.consolidation.compactMap { condition in
            let isSame: Bool? =
                switch condition {
                case .employee: same(first.notice.employee, second.notice.employee)
                case .requestingPhysician: same(first.notice.requestingPhysician, second.notice.requestingPhysician)
                case .injury:
                    if let a = first.injury, let b = second.injury { a == b } else { nil }
                }
            guard isSame != true else { return nil }
            return Failure(condition: condition, differs: isSame == false)
        }
    }

    private static func same(_ a: String, _ b: String) -> Bool? {
        let (a, b) = (PartyName(a), PartyName(b))
        return a.isEmpty || b.isEmpty ? nil : a.isSame(as: b)
    }
}
