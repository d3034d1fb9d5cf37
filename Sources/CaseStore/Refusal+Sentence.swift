internal import CaseModel

extension Refusal: CustomStringConvertible {
    /// One sentence for a person: what is refused, and what to do.
    public var description: String {
        switch self {
        case .notPermitted(let actor, let deed):
            "\(actor) may not \(deed.words) here; ask who may, as imr staff list shows."
        case .wrongState(let number, let state, let step):
            "Case \(number) is \(state.clause) and cannot be \(step.participle)\(step.hint(from: state))."
        case .needsNote(let number, let step):
            "Case \(number) is not \(step.participle) without a reason; give one."
        case .noSuchReviewer(let id):
            "No reviewer \(id) is registered in this store; imr reviewer list shows those who are."
        case .notAReviewer(let id, let reason):
            "Reviewer \(id) is not registered: \(reason)."
        case .roleAndReviewer(let actor, let role):
            role == .reviewer
                ? "\(actor) cannot be a reviewer on the staff without the ID of a registered one; add --reviewer ID."
                : "\(actor) cannot be a registered reviewer with the role \(role.rawValue); leave the ID out."
        case .needsCoordinator(let actor):
            "With \(actor) so, nobody on the staff would be a coordinator and could change it again; "
                + "add a coordinator first."
        case .notAssigned(let number):
            "Case \(number) is assigned to nobody; assign it first."
        case .assignedToAnother(let number):
            "Case \(number) is assigned to another reviewer; only he decides and signs it."
        case .assignedAlready(let number, let id):
            "Case \(number) is assigned to \(id); end that assignment first."
        case .notAttested(let number):
            "Case \(number) waits for the attestation of its reviewer; attest that there is no conflict first."
        case .partiesMissing(let number, let kinds):
            "The attestation for case \(number) leaves out \(kinds.joined(separator: ", ")); "
                + "each party of the notice is attested by name."
        case .notEligible(let number, let id, let obstacles):
            "Case \(number) cannot be given to \(id), who \(obstacles.map(\.clause).joined(separator: " and ")); "
                + "choose another reviewer."
        case .suspended(let number, let since):
            "Case \(number) waits for records since \(since.iso); resume it first, with the day on which they came."
        case .notSuspended(let number):
            "Case \(number) does not wait for records, so there is nothing to resume."
        case .receivedTooEarly(let number, let since):
            "Case \(number) waits for records since \(since.iso); they cannot have come before that day."
        case .notConsolidable(let number, let leading, let differ):
            "Cases \(number) and \(leading) cannot be consolidated: \(differ); decide each by itself."
        case .leadsOthers(let number):
            "Case \(number) holds the items of consolidated cases and cannot be replaced; withdraw it instead."
        case .signedAlready(let number):
            "Case \(number) has a signed determination, which stays as it is; amend the case instead."
        case .notWhatStands(let number):
            "Case \(number) was changed since the determination was made that is to be signed; look at it and sign anew."
        case .replacesAnother(let number):
            "What is to be signed for case \(number) does not name the signed determination before it; sign anew."
        case .incompleteDocument(let number, let lacks):
            "What was signed for case \(number) is not stored: \(lacks); sign anew."
        }
    }
}

extension Deed {
    /// What it is to do it, after "may not".
    fileprivate var words: String {
        switch self {
        case .read: "look at cases"
        case .file: "file cases"
        case .register: "register reviewers and staff"
        case .assign: "assign cases"
        case .decide: "decide cases"
        case .override: "override findings"
        case .returnForCorrection: "return cases for correction"
        case .approve: "approve cases"
        case .sign: "sign determinations"
        case .deliver: "deliver determinations"
        case .tag: "tag cases"
        case .administer: "withdraw, suspend or consolidate cases"
        case .audit: "read the audit log"
        }
    }
}

extension CaseState {
    /// Where the case stands, after "is".
    fileprivate var clause: String {
        switch self {
        case .received, .assigned, .inReview, .decided, .signed, .delivered, .withdrawn, .consolidated: words
        case .qualityReview: "in quality review"
        case .published: "published history"
        }
    }
}

extension CaseStep {
    /// What to do instead, where that can be told.
    fileprivate func hint(from state: CaseState) -> String {
        switch (self, state) {
        case (.work, .signed), (.work, .delivered), (.decide, .signed), (.decide, .delivered): "; amend it to change it"
        case (.sign, .received), (.sign, .assigned), (.sign, .inReview): " before every item is decided"
        case (.deliver, .received), (.deliver, .assigned), (.deliver, .inReview), (.deliver, .decided),
            (.deliver, .qualityReview):
            " before it is signed"
        default: ""
        }
    }
}
