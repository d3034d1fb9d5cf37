/// What can happen to a case, and from where to where it leads.
///
/// The table is the whole rule: a store takes a step from the states of ``leads`` alone, for who may do its ``deed``.
public enum CaseStep: String, Hashable, Sendable, CaseIterable {
    /// Other content is filed in its place.
    case replace
    /// A reviewer gets it.
    case assign
    /// The reviewer is released; what he decided must be decided again.
    case endAssignment = "end-assignment"
    /// Something is decided, taken back or drafted, and some item is open.
    case work
    /// The last open item is decided, or a decided one anew.
    case decide
    /// It goes back to the reviewer with a note.
    case returnForCorrection = "return"
    /// It passes quality review.
    case approve
    /// Its determination is signed.
    case sign
    /// The signed determination goes out.
    case deliver
    /// It ends without a determination.
    case withdraw
    /// Its clock stops while records are awaited.
    case suspend
    /// The records are here, and its clock starts.
    case resume
    /// Its items go to another case.
    case consolidate
    /// It is opened again for a determination that takes the place of a signed one.
    case amend

    /// The states it may be taken from, and where it leads from each.
    public var leads: [CaseState: CaseState] {
        switch self {
        case .replace:
            // The state is that of the filing afterwards; nothing more is said of it here.
            Dictionary(uniqueKeysWithValues: (CaseStep.open + [.published]).map { ($0, $0) })
        case .assign: [.received: .assigned, .assigned: .assigned, .inReview: .inReview]
        case .endAssignment:
            [.assigned: .received, .inReview: .inReview, .decided: .inReview, .qualityReview: .inReview]
        case .work: Dictionary(uniqueKeysWithValues: CaseStep.open.map { ($0, .inReview) })
        case .decide: Dictionary(uniqueKeysWithValues: CaseStep.open.map { ($0, .decided) })
        case .returnForCorrection: [.decided: .inReview, .qualityReview: .inReview]
        case .approve: [.decided: .qualityReview]
        case .sign: [.decided: .signed, .qualityReview: .signed]
        case .deliver: [.signed: .delivered]
        case .withdraw: Dictionary(uniqueKeysWithValues: CaseStep.open.map { ($0, .withdrawn) })
        case .suspend, .resume: [.received: .received, .assigned: .assigned, .inReview: .inReview]
        case .consolidate: [.received: .consolidated, .assigned: .consolidated]
        case .amend: [.signed: .inReview, .delivered: .inReview]
        }
    }

    /// What somebody must be allowed to do to take it.
    public var deed: Deed {
        switch self {
        case .replace: .file
        case .assign, .endAssignment: .assign
        case .work, .decide: .decide
        case .returnForCorrection: .returnForCorrection
        case .approve: .approve
        case .sign, .amend: .sign
        case .deliver: .deliver
        case .withdraw, .suspend, .resume, .consolidate: .administer
        }
    }

    /// Whether it is taken with a note that says why.
    public var needsNote: Bool {
        switch self {
        case .endAssignment, .returnForCorrection, .withdraw, .amend: true
        case .replace, .assign, .work, .decide, .approve, .sign, .deliver, .suspend, .resume, .consolidate: false
        }
    }

    /// What is done to the case, after "cannot be".
    public var participle: String {
        switch self {
        case .replace: "replaced"
        case .assign: "assigned"
        case .endAssignment: "taken from its reviewer"
        case .work, .decide: "decided"
        case .returnForCorrection: "returned for correction"
        case .approve: "approved"
        case .sign: "signed"
        case .deliver: "delivered"
        case .withdraw: "withdrawn"
        case .suspend: "suspended"
        case .resume: "resumed"
        case .consolidate: "consolidated"
        case .amend: "amended"
        }
    }

    private static let open: [CaseState] = [.received, .assigned, .inReview, .decided, .qualityReview]
}
