import CaseModel
import GRDB

/// What the store tells of the people of a case and of its signature.
extension FilterSQL {
    /// The cases whose determination is signed, delivered ones too; by name, for the states are rows.
    var signed: String { "c.state IN (SELECT id FROM case_state WHERE name IN ('signed', 'delivered'))" }

    /// The cases whose clock stands still.
    var suspended: String { "c.suspended_since IS NOT NULL" }

    /// The cases that a reviewer has.
    mutating func assigned(to reviewer: ReviewerID) -> String {
        "c.id IN (SELECT case_id FROM assignment WHERE ended_at IS NULL AND reviewer = " + bind(reviewer.text) + ")"
    }
}
