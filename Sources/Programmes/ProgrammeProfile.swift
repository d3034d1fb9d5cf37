package import CaseModel

/// A review program as data: what its law and its practice prescribe, so that no code knows any of it.
///
/// It is read from TOML, see ``ProgrammeProfile/init(parsing:name:rules:)``. A fact that no source confirms carries
/// `source = "unconfirmed"` in the file.
package struct ProgrammeProfile: Hashable, Sendable {
    /// The id that it is looked up by, `ca-wc-imr`.
    package var id: String
    /// What the program is called, prose.
    package var name: String
    /// The days on which the profile holds.
    package var effective: Period
    /// The form of the program's case numbers.
    package var caseNumber: CaseNumberPattern
    /// The words of the outcome of a case, by ``Outcome``.
    package var outcomes: [Outcome: String]
    /// How the outcome of a case follows from its items.
    package var rollUp: RollUp
    /// What necessity is judged by, best first.
    package var standards: [EvidenceStandard]
    /// Whether a lower standard may be used only if every higher one is inapplicable.
    package var standardsAreStrict: Bool
    /// The names of the citation grammars that its letters use, `mtus`, `outside-mtus`.
    package var citationGrammars: [String]
    /// The words of its letter.
    package var letter: LetterWording
    /// What its letter calls itself, one line.
    package var letterTitle: String
    /// What a signature under a determination means, prose.
    package var signatureMeaning: String
    /// The cover letter that goes with a determination; placeholders in `{{…}}`.
    package var coverLetter: TextBlock
    /// The notice of the right to appeal; placeholders in `{{…}}`.
    package var appealNotice: TextBlock
    /// When a determination is due: the first clock that fits a case counts.
    package var clocks: [ClockRule]
    /// The days on which nobody works besides weekends.
    package var holidays: [HolidayRule]
    /// When an application is in time.
    package var eligibility: EligibilityWindow
    /// How long the records may take, by how the request went out.
    package var records: [RecordsWindow]
    /// What a reviewer must be.
    package var reviewer: ReviewerRequirements
    /// Which specialties fit what, first fitting entries count together.
    package var specialtyFits: [SpecialtyFit]
    /// The parties with whom a reviewer must have no affiliation.
    package var conflictParties: [ConflictParty]
    /// How many decide a case.
    package var panel: PanelRule
    /// What cases must share to be reviewed together.
    package var consolidation: [ConsolidationCondition]
    /// The notices that a rationale must give.
    package var notices: [RequiredNotice]
    /// How grave a finding of the check is, by the id of its rule.
    package var severities: [String: RuleWeight]
    /// The same for what a rule is less sure of.
    package var lesserSeverities: [String: RuleWeight]
    /// What a rule of the check rests on, by its id; a rule that the program says nothing of has none.
    package var bases: [String: String]
    /// What is taken out of a publication copy.
    package var redaction: RedactionPolicy
    /// What the roles are called.
    package var roleNames: [ReviewRole: String]
    /// The editions of guideline chapters with the days they were in force.
    package var editions: [ChapterEdition]

    /// The editions of a chapter, by its title in any case; empty when it is not known.
    package func editions(ofChapter title: String) -> [ChapterEdition] {
        let wanted = title.lowercased()
        return editions.filter { $0.key == wanted }
    }

    /// The standard with an id, `A`.
    package func standard(_ id: String) -> EvidenceStandard? { standards.first { $0.id == id } }

    /// The outcome of a case in the program's words.
    package func words(of outcome: Outcome) -> String { outcomes[outcome] ?? outcome.words }
}

/// A span of days, both ends counted; nil at an end that is open.
package struct Period: Hashable, Sendable {
    /// The first day; nil when it began before anything of interest.
    package var from: Day?
    /// The last day; nil while it goes on.
    package var to: Day?

    /// Whether a day lies in it.
    package func contains(_ day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }

    /// Whether two spans share a day.
    package func overlaps(_ other: Period) -> Bool {
        let begins = [from, other.from].compactMap { $0 }.max()
        let ends = [to, other.to].compactMap { $0 }.min()
        guard let begins, let ends else { return true }
        return begins <= ends
    }
}
