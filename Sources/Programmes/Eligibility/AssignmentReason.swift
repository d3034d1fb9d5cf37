/// One reason for or against giving a case to a reviewer.
package struct AssignmentReason: Hashable, Sendable {
    /// What a reason comes to.
    package enum Verdict: Int, Hashable, Sendable, Comparable {
        /// It speaks for him.
        case yes
        /// Look before he is assigned.
        case warn
        /// He may not be assigned.
        case no

        /// From yes to no.
        package static func < (a: Verdict, b: Verdict) -> Bool { a.rawValue < b.rawValue }
    }

    /// What a reason is about, in the order in which reasons are told.
    package enum Topic: String, Hashable, Sendable, CaseIterable {
        /// A licence that stands on the day.
        case licence
        /// A licence of a state that the program prefers.
        case preferredState = "preferred-state"
        /// A certification that stands on the day.
        case certification
        /// A specialty that fits the condition and the items.
        case specialty
        /// Years of practice.
        case years
        /// Hours of practice a week.
        case hours
        /// Affiliations with the parties.
        case conflict
        /// Cases in hand.
        case load
    }

    /// What it is about.
    package var topic: Topic
    /// What it comes to.
    package var verdict: Verdict
    /// One sentence; it names parties, so it never leaves the house.
    package var sentence: String

    init(_ topic: Topic, _ verdict: Verdict, _ sentence: String) {
        self.topic = topic
        self.verdict = verdict
        self.sentence = sentence
    }
}
