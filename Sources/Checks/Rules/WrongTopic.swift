import CaseModel

/// A chapter or a quoted passage about another region of the body than the item.
struct WrongTopic: Rule {
    let id = "citation.wrong-topic"
    let usualSeverity = Severity.warning

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.items.flatMap { chapters($0) + passages($0, letter.input.guidelines) }
    }

    /// The chapters cited, when each of them is about a region of the body and none about the item's.
    private func chapters(_ item: UnderstoodItem) -> [Observation] {
        let own = Anatomy.regions(in: item.head, item.head.all)
        // What is general about an operation stands in the chapter of one region for all.
        guard !own.isEmpty, !item.item.citations.isEmpty, !isAboutOperation(item.head),
            !isAboutOperation(item.reviewerGuideline)
        else { return [] }
        var regions: Set<Region> = []
        for citation in item.item.citations {
            let text = SectionText(
                ([citation.chapter ?? citation.source] + citation.sections).joined(separator: ". "), .reviewerGuideline)
            let named = Anatomy.regions(in: text, text.all)
            // A chapter about no region may be about any.
            if named.isEmpty { return [] }
            regions.formUnion(named)
        }
        let reach = own.union(own.flatMap { WrongTopic.neighbours[$0] ?? [] })
        guard regions.isDisjoint(with: reach) else { return [] }
        let line = item.reviewerGuideline
        return [
            Observation(
                item: item.number,
                "The cited chapter is about another part of the body (\(names(regions))) than the item (\(names(own))).",
                [line.evidence(line.all), item.head.evidence(item.head.all)])
        ]
    }

    private func isAboutOperation(_ text: SectionText) -> Bool {
        text.holds(WrongTopic.operations, in: text.all) || text.first(of: WrongTopic.spelledOut, in: text.all) != nil
    }

    /// Quoted passages about another region, and no word in them about the item's.
    ///
    /// With a guideline library the section that a passage stands in tells its region too.
    private func passages(_ item: UnderstoodItem, _ library: (any GuidelineEvidence)?) -> [Observation] {
        let text = item.rationale
        let own = Anatomy.regions(in: item.head, item.head.all)
        guard !own.isEmpty else { return [] }
        let reach = own.union(own.flatMap { WrongTopic.neighbours[$0] ?? [] })
        for quotation in text.quotations where quotation.count >= 8 {
            guard let word = text.first(of: WrongTopic.telling, in: quotation) else {
                if let found = stored(quotation, item, reach, own, library) { return [found] }
                continue
            }
            let regions = WrongTopic.regions(text.tokens[word.lowerBound].text)
            guard !regions.isEmpty, regions.isDisjoint(with: reach) else { continue }
            return [
                Observation(
                    item: item.number,
                    "The quoted passage is about “\(text.words(word))”, another part of the body than the item "
                        + "(\(names(own))).",
                    [text.evidence(quotation), item.head.evidence(item.head.all)])
            ]
        }
        return []
    }

    private func stored(
        _ quotation: Range<Int>, _ item: UnderstoodItem, _ reach: Set<Region>, _ own: Set<Region>,
        _ library: (any GuidelineEvidence)?
    ) -> Observation? {
        let source: String
        switch library?.passage(nearest: item.rationale.words(quotation), citing: item.item.citations) {
        case .exact(let from): source = from
        case .altered(let altered): source = altered.source
        case nil, QuotationMatch.none?: return nil
        }
        let words = SectionText(source, .rationale)
        let regions = Anatomy.regions(in: words, words.all)
        let said = Anatomy.regions(in: item.rationale, quotation)
        guard !regions.isEmpty, regions.isDisjoint(with: reach), said.isDisjoint(with: reach) else { return nil }
        return Observation(
            item: item.number,
            "The quoted passage stands in \(source), about another part of the body (\(names(regions))) than the item "
                + "(\(names(own))).",
            [item.rationale.evidence(quotation), item.head.evidence(item.head.all)])
    }

    private static let operations: Set<String> = [
        "preoperative", "preop", "perioperative", "postoperative", "clearance", "operative",
    ]

    private static let spelledOut = [
        ["pre", "-", "operative"], ["pre", "-", "op"], ["post", "-", "operative"], ["associated", "surgical"],
        ["pre", "-", "surgical"],
    ]

    private func names(_ regions: Set<Region>) -> String {
        Region.allCases.filter { regions.contains($0) }.map(\.rawValue).joined(separator: ", ")
    }

    /// Procedures whose name tells the region.
    private static let telling = [["stellate", "ganglion"], ["carpal", "tunnel"], ["rotator", "cuff"], ["meniscal"]]

    private static func regions(_ word: String) -> Set<Region> {
        switch word {
        case "stellate": [.neck, .shoulder, .elbow, .forearm, .wrist, .hand]
        case "carpal": [.wrist, .hand]
        case "rotator": [.shoulder]
        default: [.knee]
        }
    }

    /// Regions whose chapters also deal with complaints of another: nerves run from the spine into the limbs.
    private static let neighbours: [Region: Set<Region>] = [
        .neck: [.upperBack, .head, .shoulder, .forearm, .wrist, .hand, .elbow], .upperBack: [.neck, .lowBack],
        .lowBack: [.hip, .upperBack, .thigh], .shoulder: [.neck], .elbow: [.forearm, .neck],
        .forearm: [.elbow, .wrist, .hand, .neck], .wrist: [.forearm, .hand, .neck],
        .hand: [.forearm, .wrist, .neck], .hip: [.lowBack, .thigh], .knee: [.thigh], .ankle: [.foot], .foot: [.ankle],
        .thigh: [.hip, .knee, .lowBack], .head: [.neck], .abdomen: [.hip], .chest: [.upperBack],
    ]
}
