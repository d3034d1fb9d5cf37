import CaseModel

// Reviewers, parties and panels.
extension ProfileReader {
    func requirements() throws(ProgrammeError) -> ReviewerRequirements {
        let table = try root.table("reviewer")
        try table.allow([
            "years-more-than", "weekly-hours", "preferred-states", "needs-certification", "unfitting-refuses",
            "attestation-phrases", "source",
        ])
        return ReviewerRequirements(
            yearsMoreThan: try table.number("years-more-than", in: 0...60),
            weeklyHours: try table.number("weekly-hours", in: 0...100),
            preferredStates: try table.texts("preferred-states"),
            needsCertification: try table.flag("needs-certification"),
            unfittingRefuses: try table.flag("unfitting-refuses"),
            attestationPhrases: try table.texts("attestation-phrases"))
    }

    func specialtyFits() throws(ProgrammeError) -> [SpecialtyFit] {
        var result: [SpecialtyFit] = []
        for entry in try root.tables("specialty-fit") {
            try entry.allow(["name", "words", "and-words", "specialties", "source"])
            let words = try entry.texts("words")
            let others = try entry.texts("and-words")
            let specialties = try entry.texts("specialties")
            guard !words.isEmpty else { throw entry.problem("words", "name the words that it is told by.") }
            guard !specialties.isEmpty else { throw entry.problem("specialties", "name at least one specialty.") }
            result.append(
                SpecialtyFit(
                    name: try entry.text("name"), words: others.isEmpty ? [words] : [words, others],
                    specialties: specialties))
        }
        return result
    }

    func conflictParties() throws(ProgrammeError) -> [ConflictParty] {
        var result: [ConflictParty] = []
        for entry in try root.tables("conflict-party") {
            try entry.allow(["kind", "words", "source"])
            let party = ConflictParty(kind: try entry.text("kind"), words: try entry.text("words"))
            guard !result.contains(where: { $0.kind == party.kind }) else {
                throw entry.problem("kind", "“\(party.kind)” stands twice.")
            }
            result.append(party)
        }
        return result
    }

    func panel() throws(ProgrammeError) -> PanelRule {
        let table = try root.table("panel")
        try table.allow(["size", "largest", "vote", "tie", "source"])
        let size = try table.number("size", in: 1...25)
        let largest = try table.number("largest", in: 1...25, else: size)
        guard largest >= size else { throw table.problem("largest", "it is less than “size”.") }
        return PanelRule(
            size: size, largest: largest, vote: try table.word("vote", of: PanelRule.Vote.self),
            tie: try table.word("tie", of: Decision.self))
    }

    func consolidation() throws(ProgrammeError) -> [ConsolidationCondition] {
        guard let table = try root.optionalTable("consolidation") else { return [] }
        try table.allow(["same", "source"])
        return try table.words("same", of: ConsolidationCondition.self)
    }
}
