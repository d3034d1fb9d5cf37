import CaseModel

/// An age, a sex or a pronoun that changes within the letter.
struct PersonInconsistent: Rule {
    let id = "person.inconsistent"
    let usualSeverity = Severity.warning

    private struct Told {
        let fact: PersonMention.Fact
        let evidence: Evidence
        let text: SectionText
    }

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        let all = letter.narratives.flatMap { text in
            PersonScanner.mentions(in: text).map { Told(fact: $0.fact, evidence: text.evidence($0.tokens), text: text) }
        }
        return ages(all) + sexes(all)
    }

    private func ages(_ all: [Told]) -> [Observation] {
        var first: (Int, Evidence)?
        for told in all {
            guard case .age(let years) = told.fact else { continue }
            guard let (known, place) = first else {
                first = (years, told.evidence)
                continue
            }
            if years != known {
                return [
                    Observation(
                        item: told.text.item, "The worker is \(known) years old in one place and \(years) in another.",
                        [place, told.evidence])
                ]
            }
        }
        return []
    }

    /// The worker's sex by noun, else by most of the pronouns; what disagrees is told once for each text.
    private func sexes(_ all: [Told]) -> [Observation] {
        guard let (sex, place) = worker(all) else { return [] }
        var result: [Observation] = []
        var seen: Set<Int> = []
        for told in all {
            let other: Sex
            switch told.fact {
            case .sex(let given), .pronoun(let given): other = given
            case .age: continue
            }
            guard other != sex, seen.insert(told.text.item ?? 0).inserted else { continue }
            result.append(
                Observation(
                    item: told.text.item,
                    "The worker is \(sex.rawValue) in one place; “\(told.evidence.text)” says otherwise.",
                    [place, told.evidence]))
        }
        return result
    }

    private func worker(_ all: [Told]) -> (Sex, Evidence)? {
        for told in all { if case .sex(let sex) = told.fact { return (sex, told.evidence) } }
        let pronouns = all.compactMap { told -> (Sex, Evidence)? in
            if case .pronoun(let sex) = told.fact { (sex, told.evidence) } else { nil }
        }
        let men = pronouns.count { $0.0 == .male }
        // As many of one as of the other tell nothing of which is right, only that they differ.
        return pronouns.first { $0.0 == (men * 2 >= pronouns.count ? .male : .female) }
    }
}
