package import CaseModel

/// The names and numbers by which the people of a case could be known, each with the neutral word that replaces it.
package struct KnownNames: Hashable, Sendable {
    /// A person: any part of the name gives him away.
    struct Person: Hashable, Sendable {
        /// The words before the family name, folded.
        var given: [String]
        /// The words of the family name, folded.
        var family: [String]
        var neutral: String
        /// Whether the family name is known by its capital, and only when it is long enough to be no common word.
        var isCautious = false
    }

    /// A firm or a number: words that stand one after the other.
    struct Phrase: Hashable, Sendable {
        /// Folded, in order.
        var words: [String]
        var neutral: String
    }

    private(set) var persons: [Person] = []
    private(set) var phrases: [Phrase] = []
    /// The letters and digits of the numbers, folded and without what parts them.
    private(set) var numbers: [Phrase] = []

    /// Whether nothing is known, so that nothing can be replaced.
    package var isEmpty: Bool { persons.isEmpty && phrases.isEmpty && numbers.isEmpty }

    /// No names.
    package init() {}

    /// The reviewer alone: his name never leaves, in whatever form (LC 4610.6(f)).
    package init(reviewer: Reviewer) {
        add(person: reviewer.name, "[the reviewer]")
        for licence in reviewer.licences { add(number: licence.number, "[the licence number]") }
    }

    /// The reviewer by his whole name, in either order, by his family name, and by the numbers of his licences.
    ///
    /// A letter for the parties needs its words: nobody called Back takes the low back out of it.
    package init(wholeNameOf reviewer: Reviewer) {
        let words = Name.words(of: reviewer.name).map(\.folded).filter { !KnownNames.titles.contains($0) }
        if let last = words.last, words.count > 1 {
            let titled = ["dr", "mr", "mrs", "ms", "prof"].map { [$0, last] }
            phrases = ([words, [last] + words.dropLast()] + titled).map {
                Phrase(words: $0, neutral: "[the reviewer]")
            }
            persons = [Person(given: [], family: [last], neutral: "[the reviewer]", isCautious: true)]
        }
        for licence in reviewer.licences { add(number: licence.number, "[the licence number]") }
    }

    /// The parties of a case and, when he is known, its reviewer: what a public copy leaves out.
    /// - Parameters:
    ///   - notices: of the case, and of those whose items it took over.
    ///   - mark: stands for a party that has no neutral word of its own.
    package init(notices: [CaseNotice], reviewer: Reviewer?, mark: String = "[a party]") {
        if let reviewer { self.init(reviewer: reviewer) } else { self.init() }
        for notice in notices { add(notice, mark) }
        // At one place the longest wins.
        phrases.sort { $0.words.count > $1.words.count }
    }

    private mutating func add(_ notice: CaseNotice, _ mark: String) {
        add(person: notice.employee, "[the employee]")
        add(person: notice.claimsExaminer, "[the claims examiner]")
        add(person: notice.requestingPhysician, "[the requesting physician]")
        add(firm: notice.employer, "[the employer]")
        add(firm: notice.claimsAdministrator, "[the claims administrator]")
        add(number: notice.claimNumber, "[the claim number]")
        for party in notice.otherParties {
            let isPerson = KnownNames.personKinds.contains { party.kind.contains($0) }
            if isPerson { add(person: party.name, mark) } else { add(firm: party.name, mark) }
        }
    }

    /// Parts of the ids that profiles give to parties who are people.
    private static let personKinds = ["physician", "employee", "examiner", "attorney", "representative", "adjuster"]

    /// Words around a name that are none, folded.
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "prof", "jr", "sr", "ii", "iii", "iv", "md", "do", "dc", "dpm", "phd", "esq",
        "np", "pa", "rn", "od", "dds", "psyd",
    ]

    /// Words at the end of a firm's name that letters leave out, folded.
    private static let legalForms: Set<String> = [
        "inc", "incorporated", "llc", "llp", "lp", "ltd", "limited", "corp", "corporation", "co", "company", "pc",
        "plc",
    ]

    private mutating func add(person name: String, _ neutral: String) {
        // `Smith, John` is `John Smith`.
        let halves = name.split(separator: ",", maxSplits: 1).map { Name.words(of: String($0)) }
        let tail = (halves.last ?? []).filter { !KnownNames.titles.contains($0.folded) }
        var tokens = name.split(separator: " ").map(String.init)
        if halves.count == 2, !tail.isEmpty {
            tokens = name.split(separator: ",", maxSplits: 1).reversed().flatMap { $0.split(separator: " ") }
                .map(String.init)
        }
        // `O’Brien-Ruiz` is one name of several words.
        let parts = tokens.map { Name.words(of: $0).map(\.folded) }
            .filter { !$0.isEmpty && !($0.count == 1 && KnownNames.titles.contains($0[0])) }
        guard let family = parts.last else { return }
        persons.append(Person(given: parts.dropLast().flatMap(\.self), family: family, neutral: neutral))
    }

    private mutating func add(firm name: String, _ neutral: String) {
        var words = Name.words(of: name).map(\.folded)
        guard !words.isEmpty else { return }
        phrases.append(Phrase(words: words, neutral: neutral))
        var isShort = false
        while words.count > 1, let last = words.last, KnownNames.legalForms.contains(last) {
            words.removeLast()
            isShort = true
        }
        if isShort { phrases.append(Phrase(words: words, neutral: neutral)) }
    }

    private mutating func add(number: String, _ neutral: String) {
        let words = Name.words(of: number).map(\.folded)
        // A number of one or two characters is on every page.
        guard words.joined().count > 2 else { return }
        numbers.append(Phrase(words: [words.joined()], neutral: neutral))
    }
}
