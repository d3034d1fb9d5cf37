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
    /// Where it is asked.
    let place: SigningPlace

    private var choice: SignerChoice { ordered.completed(by: configured) }

    /// Where the key is.
    var keyPlace: SigningDesk.KeyPlace {
        choice.keyFile.map(SigningDesk.KeyPlace.file) ?? .agent(SignerLookup.agent)
    }

    private static var agent: String? { ProcessInfo.processInfo.environment["SSH_AUTH_SOCK"] }

    /// Who signs, as far as that can be told.
    struct Answer {
        /// The reviewer; nil when it cannot be told who signs.
        var reviewer: Reviewer?
        /// What is wrong with him or his key, a sentence each and all of it at once.
        var obstacles: [String] = []
    }

    func reviewer(of reviewCase: ReviewCase) async throws -> Answer {
        let number = reviewCase.number
        if let assigned = reviewCase.assignment?.reviewer {
            if let named = ordered.reviewer, named != assigned.text {
                return Answer(obstacles: ["\(assigned) has the case, so \(named) cannot sign it."])
            }
            let reviewer = try await store.reviewer(assigned)
            let lack =
                "No signing key is registered for \(assigned); put his public key under signing-keys in his file and say "
                + "imr reviewer add FILE."
            return Answer(reviewer: reviewer, obstacles: reviewer.signingKeys.isEmpty ? [lack] : [])
        }
        guard try await store.reviewers().isEmpty else {
            return Answer(obstacles: [
                "Nobody has the case; give it to a reviewer with imr assign \(number) --to ID, and let him attest"
                    + (reviewCase.state.isWaiting ? "." : " (imr return brings it back to where it can be assigned).")
            ])
        }
        return alone()
    }

    /// The reviewer of a desk of one, as he is named, whose key is the one that is set.
    private func alone() -> Answer {
        var answer = Answer()
        do {
            if let named = choice.reviewer {
                answer.reviewer = Reviewer(id: try ReviewerID(parsing: named), name: "")
            } else {
                answer.obstacles.append(place.namesNobody)
            }
        } catch {
            answer.obstacles.append(Sentence.of(error))
        }
        do {
            let keys = try keys()
            answer.reviewer?.signingKeys = keys
            if keys.isEmpty { answer.obstacles.append(place.hasNoKey) }
        } catch {
            answer.obstacles.append(Sentence.of(error))
        }
        return answer
    }

    /// The public keys of a desk of one.
    private func keys() throws -> [String] {
        if let file = choice.keyFile { return [try PrivateKey(contentsOf: file).key.line] }
        if let line = choice.publicKey { return [line] }
        // Nobody registers keys on a desk of one: the agent's are those of whoever sits there.
        return SignerLookup.agent == nil ? [] : try SSHAgent(path: SignerLookup.agent).keys().map(\.line)
    }
}
