/// Which side of the body words name.
enum Side: String, Hashable, Sendable {
    case left, right, bilateral
}

/// A region of the body, coarse enough that two different ones cannot be meant by the same words.
enum Region: String, Hashable, Sendable, CaseIterable {
    case head, neck, upperBack = "upper back", lowBack = "low back", shoulder, elbow, forearm, wrist, hand, hip, knee
    case ankle, foot, thigh, abdomen, chest, eye

    /// The larger part that words name: the regions within it.
    static let arm: Set<Region> = [.shoulder, .elbow, .forearm, .wrist, .hand]
    static let leg: Set<Region> = [.hip, .knee, .ankle, .foot, .thigh]
    static let spine: Set<Region> = [.neck, .upperBack, .lowBack]
}

/// Words of a text that name a part of the body: which regions it may be, on which side, at which levels.
struct BodyMention: Sendable {
    let regions: Set<Region>
    let tokens: Range<Int>
}

/// A word of side.
struct SideMention: Sendable {
    let side: Side
    let tokens: Range<Int>
}

/// Finds sides, parts of the body and levels of the spine.
///
/// Sides are "left", "right", "bilateral", "both" of a part, with "right-sided" and the like; "left" as a verb ("was left with",
/// "left work") is none. Parts are the words of a lexicon; a larger part ("lower extremity", "spine") stands for each
/// of its regions, and so agrees with any of them; ``Levels`` says which vertebrae are named. It gives up on parts named only by
/// a muscle, a bone or a diagnosis that several regions share.
enum Anatomy {
    static func bodies(in text: SectionText, _ range: Range<Int>) -> [BodyMention] {
        var result: [BodyMention] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if let mention = body(text, at, range.upperBound) {
                result.append(mention)
                at = mention.tokens.upperBound
            } else {
                at += 1
            }
        }
        return result
    }

    static func regions(in text: SectionText, _ range: Range<Int>) -> Set<Region> {
        bodies(in: text, range).reduce(into: []) { $0.formUnion($1.regions) }
    }

    /// "Hands-on treatment", "hand-held", "on the other hand".
    private static func isManner(_ text: SectionText, _ at: Int) -> Bool {
        if text.reads(["-", "on"], at: at + 1) || text.reads(["-", "held"], at: at + 1) { return true }
        return at >= 3 && text.reads(["on", "the", "other"], at: at - 3)
    }

    private static func body(_ text: SectionText, _ at: Int, _ end: Int) -> BodyMention? {
        let word = text.tokens[at].text
        let next = at + 1 < end ? text.tokens[at + 1].text : ""
        if let regions = pairs[word]?[next] { return BodyMention(regions: regions, tokens: at..<(at + 2)) }
        if word.hasPrefix("hand"), isManner(text, at) { return nil }
        if let regions = lexicon[word] {
            // "Cervical spine" is the neck and not the whole spine.
            let isNarrowed = regions.isSubset(of: Region.spine) && (next == "spine" || next == "spinal")
            return BodyMention(regions: regions, tokens: at..<(isNarrowed ? at + 2 : at + 1))
        }
        guard let level = level(text.tokens[at]) else { return nil }
        return BodyMention(regions: [level], tokens: at..<(at + 1))
    }

    /// The region of a level of the spine: "c5", "t12", "l4", "s1".
    static func level(_ token: Token) -> Region? {
        guard token.isWord, token.isCapital, token.length <= 3, let first = token.text.first,
            let number = Int(token.text.dropFirst())
        else { return nil }
        switch first {
        case "c" where (1...8).contains(number): return .neck
        case "t" where (1...12).contains(number): return .upperBack
        case "l" where (1...6).contains(number): return .lowBack
        case "s" where (1...2).contains(number): return .lowBack
        default: return nil
        }
    }

    static func sides(in text: SectionText, _ range: Range<Int>) -> [SideMention] {
        range.compactMap { at in
            let next = at + 1 < text.tokens.count ? text.tokens[at + 1].text : ""
            switch text.tokens[at].text {
            case "left", "lt":
                let before = at > 0 ? text.tokens[at - 1].text : ""
                if ["was", "has", "had", "were", "he", "she", "patient", "worker"].contains(before) { return nil }
                if ["work", "with", "the", "over", "off", "for", "his", "her", "without"].contains(next) { return nil }
                return SideMention(side: .left, tokens: at..<(at + 1))
            case "right", "rt":
                if ["away", "now", "to", "after", "before"].contains(next) { return nil }
                return SideMention(side: .right, tokens: at..<(at + 1))
            case "bilateral", "bilaterally":
                return SideMention(side: .bilateral, tokens: at..<(at + 1))
            case "both":
                // Of a part of the body, not "both the MRI and …".
                let part = bodies(in: text, (at + 1)..<min(text.tokens.count, at + 3)).first
                guard let part, !part.regions.isEmpty, part.regions.isDisjoint(with: Region.spine) else { return nil }
                return SideMention(side: .bilateral, tokens: at..<(at + 1))
            default: return nil
            }
        }
    }

    private static let pairs: [String: [String: Set<Region>]] = [
        "low": ["back": [.lowBack]],
        "lower": [
            "back": [.lowBack], "extremity": Region.leg, "extremities": Region.leg, "leg": [.knee, .ankle, .foot],
            "limb": Region.leg, "abdomen": [.abdomen],
        ],
        "upper": [
            "back": [.upperBack, .neck], "extremity": Region.arm, "extremities": Region.arm,
            "arm": [.shoulder, .elbow],
            "limb": Region.arm,
        ],
        "mid": ["back": [.upperBack], "foot": [.foot]],
        "rotator": ["cuff": [.shoulder]],
        "carpal": ["tunnel": [.wrist, .hand]],
        "knee": ["scooter": [], "walker": []], "on": ["hand": []], "head": ["of": []], "second": ["hand": []],
    ]

    private static let lexicon: [String: Set<Region>] = [
        "neck": [.neck], "cervical": [.neck], "cervicothoracic": [.neck, .upperBack], "thoracic": [.upperBack],
        "thoracolumbar": [.upperBack, .lowBack], "lumbar": [.lowBack], "lumbosacral": [.lowBack],
        "sacroiliac": [.lowBack, .hip],
        "sacrum": [.lowBack], "back": [.lowBack, .upperBack], "spine": Region.spine, "spinal": Region.spine,
        "shoulder": [.shoulder], "shoulders": [.shoulder], "elbow": [.elbow], "elbows": [.elbow],
        "forearm": [.forearm], "wrist": [.wrist], "wrists": [.wrist], "hand": [.hand], "hands": [.hand],
        "finger": [.hand], "fingers": [.hand], "thumb": [.hand], "hip": [.hip], "hips": [.hip], "pelvis": [.hip],
        "groin": [.hip, .abdomen], "knee": [.knee], "knees": [.knee], "patella": [.knee], "meniscus": [.knee],
        "ankle": [.ankle], "ankles": [.ankle], "foot": [.foot], "feet": [.foot], "toe": [.foot], "toes": [.foot],
        "heel": [.foot], "leg": Region.leg, "legs": Region.leg, "arm": Region.arm, "arms": Region.arm,
        "thigh": [.thigh],
        "brain": [.head], "head": [.head], "skull": [.head], "abdomen": [.abdomen], "abdominal": [.abdomen],
        "chest": [.chest], "eye": [.eye], "eyes": [.eye],
    ]
}
