internal import CaseModel
internal import RationaleTemplates

/// What was done to an item last, as far as it can be done to another one.
struct LastChange: Sendable {
    var number: CaseNumber
    var item: Int
    /// The template that was filled.
    var template: RationaleTemplate?
    /// The decision that was chosen.
    var decision: Decision?
    /// The guideline line that was written.
    var guideline: String?

    /// Whether there is anything to do again.
    var isEmpty: Bool { template == nil && decision == nil && guideline == nil }
}
