import CaseModel

extension CaseAuthor {
    /// One to six disputed items, 2.3 on average.
    mutating func chooseItems(_ region: BodyRegion) -> [DisputedItem] {
        let count =
            switch random.number(1...100) {
            case ...36: 1
            case ...64: 2
            case ...82: 3
            case ...92: 4
            case ...97: 5
            default: 6
            }
        var kinds = region.requests + RequestKind.general
        return (0..<count).map { _ in
            let kind = kinds.remove(at: random.number(0...(kinds.count - 1)))
            return item(kind, region)
        }
    }

    private mutating func item(_ kind: RequestKind, _ region: BodyRegion) -> DisputedItem {
        let guideline = claimsGuideline(kind, region)
        switch kind {
        case .service(let name, _):
            return DisputedItem(text: name, claimsAdministratorGuideline: guideline)
        case .visits(let name, _):
            let weeks = [3, 4, 6, 8][random.number(0...3)]
            let visits = weeks * random.number(1...3)
            let text = "\(name) \(visits) visits over \(weeks) weeks for the \(region.part)"
            let amounts = split(visits, "visits of \(name) for the \(region.part)", minimum: 4)
            return DisputedItem(
                text: head(amounts) ?? text, amounts: amounts, claimsAdministratorGuideline: guideline)
        case .medication(let name, _):
            let pieces = [30, 60, 90, 120][random.number(0...3)]
            let amounts = split(pieces, "pieces of \(name)", minimum: 60)
            return DisputedItem(
                text: head(amounts) ?? "\(name) #\(pieces)", amounts: amounts,
                claimsAdministratorGuideline: guideline)
        }
    }

    /// The amounts of a request that was granted in part; none for most. Authorized and remaining add up.
    private mutating func split(_ count: Int, _ what: String, minimum: Int) -> Amounts {
        guard count >= minimum, random.chance(25) else { return Amounts() }
        let authorized = count / 2
        return Amounts(
            original: "\(count) \(what)", authorized: "\(authorized) \(what)",
            remaining: "\(count - authorized) \(what)")
    }

    /// The head of a request that was granted in part, in the words that letters have for it.
    private func head(_ amounts: Amounts) -> String? {
        guard let original = amounts.original, let authorized = amounts.authorized, let remaining = amounts.remaining
        else { return nil }
        return "\(original) was the original request. \(authorized) was authorized by the Claims Administrator. "
            + "The remaining IMR eligible portion of the original request, \(remaining) is"
    }

    private mutating func claimsGuideline(_ kind: RequestKind, _ region: BodyRegion) -> String {
        if random.chance(12) { return "The Claims Administrator did not cite any medical evidence for its decision." }
        let (citation, line) = evidence(kind, region)
        return random.chance(40) ? "Decision based on MTUS \(citation.chapter ?? "") \(citation.year ?? 2016)." : line
    }

    /// What speaks to a request, as a citation and as the line of a letter.
    private func evidence(_ kind: RequestKind, _ region: BodyRegion) -> (citation: Citation, line: String) {
        let isGeneral: Bool
        let section: String
        switch kind {
        case .service(let name, let found):
            section = found
            isGeneral = !region.requests.contains { if case .service(name, _) = $0 { true } else { false } }
        case .visits(_, let found), .medication(_, let found):
            section = found
            isGeneral = true
        }
        let chapter = isGeneral ? (name: "Chronic Pain Medical Treatment", year: 2016) : region.chapter
        return (
            Citation(source: "MTUS", chapter: chapter.name, year: chapter.year, sections: [section]),
            "Decision based on MTUS \(chapter.name) \(chapter.year), Section(s): \(section)."
        )
    }

    /// Decides what the state calls for: every item of a decided case, some of one in review.
    mutating func decide(_ items: inout [DisputedItem], _ region: BodyRegion, state: CaseState) {
        for index in items.indices {
            switch state {
            case .received, .assigned, .withdrawn, .consolidated: continue
            case .inReview: if index == items.count - 1 || random.chance(40) { continue }
            case .decided, .qualityReview, .signed, .delivered, .published: break
            }
            let kinds = region.requests + RequestKind.general
            let kind = kinds.first { items[index].text.contains($0.name) } ?? kinds[0]
            let (citation, line) = evidence(kind, region)
            let decision: Decision = random.chance(82) ? .upheld : .overturned
            items[index].decision = decision
            items[index].reviewerGuideline = line
            items[index].citations = [citation]
            items[index].rationale = rationale(items[index], citation, decision)
        }
    }

    private mutating func rationale(_ item: DisputedItem, _ citation: Citation, _ decision: Decision) -> String {
        let basis =
            "The \(citation.chapter ?? "schedule") guideline speaks to this request under "
            + citation.sections.joined(separator: ", ") + ". "
        switch decision {
        case .upheld:
            let gap = random.one(of: [
                "The records show no trial of the measures that come first.",
                "The records do not tell how function changed with the earlier course.",
                "No red flag and no planned change of treatment is described that would call for it.",
                "The requested quantity goes beyond what is recommended before a new assessment.",
            ])
            return basis + gap + " Therefore, \(item.matter) is not medically necessary."
        case .overturned:
            let ground = random.one(of: [
                "The records describe a lasting deficit that conservative care has not changed.",
                "Earlier treatment brought a documented gain of function, and the goals are stated.",
                "The findings and the complaint agree, and the result would change the plan of treatment.",
            ])
            return basis + ground + " Therefore, \(item.matter) is medically necessary."
        }
    }
}

extension RequestKind {
    /// What the request begins with.
    var name: String {
        switch self {
        case .service(let name, _), .visits(let name, _), .medication(let name, _): name
        }
    }
}
