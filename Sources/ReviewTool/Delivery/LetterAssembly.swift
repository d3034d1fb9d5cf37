internal import CaseModel
internal import CaseStore
internal import Exports
internal import Letters
internal import Programmes

/// Puts together what the letter of a case is made of, from the store, the program profile and the configuration.
///
/// `imr export`, `imr sign` and the signing screen all use it, so that what is read is what is signed and sent.
struct LetterAssembly: Sendable {
    let profile: ProgrammeProfile
    /// The words of the organization, for a case that brings none of its own.
    let form: LetterForm

    /// The one of this machine: the program that is worked for, and the words that the configuration has.
    static func configured() throws -> LetterAssembly {
        LetterAssembly(profile: try CurrentProgramme.profile(), form: try Configuration.read().form)
    }

    /// What a letter needs to know of its case.
    struct Source: Sendable {
        var reviewCase: ReviewCase
        var notice: CaseNotice?
        /// The notices of the cases whose items it took over: whom they name is a party to it.
        var joined: [CaseNotice] = []
        /// Who has the case, or signs it; nil when that is not known.
        var reviewer: Reviewer?
        /// What the sentences are linked to.
        var documents: [RecordSummary] = []

        /// Its own notice and those of the cases that it took over.
        var notices: [CaseNotice] { (notice.map { [$0] } ?? []) + joined }
    }

    /// Reads a case and who has it.
    static func source(of number: CaseNumber, in store: any CaseStore) async throws -> Source {
        var source = Source(reviewCase: try await store.open(number))
        source.notice = try await store.notice(of: number)
        source.joined = Array(try await store.notices(of: number).dropFirst(source.notice == nil ? 0 : 1))
        source.documents = try await store.documentsReviewed(of: number)
        if let id = source.reviewCase.assignment?.reviewer { source.reviewer = try await store.reviewer(id) }
        return source
    }

    /// The parts of the letter for the parties: everything, in the reviewer's own words.
    ///
    /// Whether he is named in it (LC 4610.6(f)) is for the check to say and for whoever signs to mend: no word of what is
    /// signed is put in by the program.
    ///
    /// A letter that came in already published goes out as it came.
    /// - Parameter today: stands for the decision day where there is none yet.
    func parts(of source: Source, today: Day) -> LetterParts {
        let reviewCase = source.reviewCase
        let determination = determination(of: source, today: today)
        var parts = LetterParts(
            determination: determination, number: reviewCase.number, title: profile.letterTitle,
            wording: profile.letter)
        guard reviewCase.state != .published else { return parts }
        parts.documents = source.documents.map {
            $0.title + ($0.pageCount == 1 ? ", 1 page" : ", \($0.pageCount) pages")
        }
        if !parts.documents.isEmpty { parts.documentsLeadIn = profile.letter.leadIns.documents }
        parts.notices = profile.notices.filter { determination.items.contains(where: $0.isCalledFor) }.map(\.text)
        parts.companions = CompanionLetters(profile: profile).letters(
            of: determination, number: reviewCase.number, notice: source.notice)
        return parts
    }

    /// The parts of the public copy: credentials only, and no name or number that the notices tell.
    func publicParts(of source: Source, today: Day) -> LetterParts {
        let parts = LetterParts(
            determination: determination(of: source, today: today), number: source.reviewCase.number,
            title: profile.letterTitle, wording: profile.letter)
        let notices = source.notices.map { $0.withheld(by: profile.redaction) }
        return parts.published(
            without: KnownNames(notices: notices, reviewer: source.reviewer, mark: profile.redaction.mark))
    }

    /// The determination as it goes out: under its number, in the organization's words, with what may be said of who
    /// decided it on the day of the decision.
    private func determination(of source: Source, today: Day) -> Determination {
        var determination = source.reviewCase.determination
        if determination.form == LetterForm() { determination.form = form }
        determination.reviewer = determination.credentials(of: source.reviewer, on: today)
        if source.reviewCase.state != .published { determination.caseNumber = source.reviewCase.number }
        return determination
    }
}
