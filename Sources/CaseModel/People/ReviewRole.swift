/// What somebody is to the review organization.
public enum ReviewRole: String, Hashable, Sendable, CaseIterable {
    /// Receives, assigns, follows up and delivers cases.
    case coordinator
    /// Decides and signs the cases assigned to him.
    case reviewer
    /// Looks at decided cases before they are signed, and returns them.
    case quality
    /// Reads everything, the audit log too, and changes nothing.
    case auditor
}

/// What can be done with cases, people and the log.
public enum Deed: String, Hashable, Sendable, CaseIterable {
    /// Looking at the worklist and at a case.
    case read
    /// Filing cases, manifests and records.
    case file
    /// Registering reviewers.
    case register
    /// Assigning a case and ending an assignment.
    case assign
    /// Putting words on cases.
    case tag
    /// Attesting, deciding items, writing drafts, linking evidence.
    case decide
    /// Overriding a finding of the check with a reason.
    case override
    /// Returning a decided case for correction.
    case returnForCorrection = "return"
    /// Passing a decided case through quality review.
    case approve
    /// Signing a determination.
    case sign
    /// Delivering a signed determination, and exporting.
    case deliver
    /// Withdrawing a case, suspending its clock, consolidating cases.
    case administer
    /// Reading the audit log of the whole store and verifying it.
    case audit
}

extension ReviewRole {
    /// The table of what each role may do.
    public func may(_ deed: Deed) -> Bool {
        switch deed {
        case .read: true
        case .tag: self != .auditor
        case .file, .register, .assign, .administer, .deliver: self == .coordinator
        case .decide, .sign: self == .reviewer
        case .override: self == .reviewer || self == .quality
        case .returnForCorrection: self == .quality || self == .coordinator
        case .approve: self == .quality
        case .audit: self == .auditor || self == .coordinator
        }
    }
}
