internal import CaseModel
internal import CaseStore
internal import Foundation
internal import Signing

/// Finds who signs a case: the reviewer who has it, or on a desk of one whoever the configuration names.
struct SignerLookup {
    let store: any CaseStore
    /// What was said for this signing.
    let ordered: SignerChoice
    /// What is set in the configuration.
    let configured: SignerChoice

    private var choice: SignerChoice { ordered.completed(by: configured) }

    /// Where the key is.
    var keyPlace: SigningDesk.KeyPlace {
        choice.keyFile.map(SigningDesk.KeyPlace.file) ?? .agent(SignerLookup.agent)
    }

    private static var agent: String? { ProcessInfo.processInfo.environment["SSH_AUTH_SOCK"] }

    /// The reviewer, or why it cannot be told who signs.
    enum Answer {
        case reviewer(Reviewer)
        case unknown(String)
    }

    func reviewer(of reviewCase: ReviewCase) async throws -> Answer {
        let number = reviewCase.number
        if let assigned = reviewCase.assignment?.reviewer {
            if let named = ordered.reviewer, named != assigned.text {
                return .unknown("\(assigned) has the case, so \(named) cannot sign it.")
            }
            return .reviewer(try await store.reviewer(assigned))
        }
        guard try await store.reviewers().isEmpty else {
            return .unknown(
                "Nobody has the case; give it to a reviewer with imr assign \(number) --to ID, and let him attest"
                    + (reviewCase.state.isWaiting ? "." : " (imr return brings it back to where it can be assigned)."))
        }
        guard let named = choice.reviewer else {
            return .unknown(
                "It is not known who signs: no reviewer is registered, so name yourself with --reviewer R-1, or under "
                    + "[signature] in config.toml.")
        }
        return .reviewer(try self.reviewer(alone: try ReviewerID(parsing: named)))
    }

    /// A reviewer of a desk of one, whose key is the one that is set.
    private func reviewer(alone id: ReviewerID) throws -> Reviewer {
        var reviewer = Reviewer(id: id, name: "")
        if let file = choice.keyFile {
            reviewer.signingKeys = [try PrivateKey(contentsOf: file).key.line]
        } else if let line = choice.publicKey {
            reviewer.signingKeys = [line]
        } else if SignerLookup.agent != nil {
            // Nobody registers keys on a desk of one: the agent's are those of whoever sits there.
            reviewer.signingKeys = try SSHAgent(path: SignerLookup.agent).keys().map(\.line)
        }
        return reviewer
    }
}
