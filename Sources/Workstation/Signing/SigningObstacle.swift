/// Something that stands between a determination and its signature, and where it is taken care of.
public struct SigningObstacle: Hashable, Sendable {
    /// Where Enter goes.
    public enum Remedy: Hashable, Sendable {
        /// To an item, from 1.
        case item(Int)
        /// To what the check found.
        case findings
        /// To the parties that are to be attested about.
        case attestation
        /// Nowhere: it is taken care of outside of the workstation.
        case outside
    }

    /// What is to be done, one sentence.
    public var sentence: String
    /// Where it is done.
    public var remedy: Remedy

    /// An obstacle from its parts.
    public init(_ sentence: String, remedy: Remedy = .outside) {
        self.sentence = sentence
        self.remedy = remedy
    }
}

extension FinishObstacles.Reason {
    /// Where it is taken care of.
    var remedy: SigningObstacle.Remedy {
        switch self {
        case .undecided(let items), .unrecorded(let items): items.first.map { .item($0) } ?? .outside
        case .unsaved, .unchecked: .outside
        case .errors: .findings
        }
    }
}
