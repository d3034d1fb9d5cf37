public import CaseModel

/// What sort of treatment or service an item is, as far as its words tell.
public enum ItemKind: String, Hashable, Sendable, CaseIterable {
    /// A medicine that is not an opioid.
    case medication
    /// An opioid, for which the weaning notice matters.
    case opioid
    /// An MRI, CT, X-ray, ultrasound or nerve study.
    case imaging
    /// An injection or a nerve block.
    case injection
    /// Visits or sessions of therapy.
    case therapy
    /// An operation.
    case surgery
    /// Equipment and supplies.
    case equipment
    /// A consultation, evaluation or test.
    case evaluation

    /// The kinds that the words of an item name, most telling first; empty when they name none.
    ///
    /// An item may be of several kinds: "post-operative physical therapy" is therapy and surgery.
    public static func kinds(of item: DisputedItem) -> [ItemKind] {
        let words = item.matter.lowercased()
            .split { !$0.isLetter }
            .map(String.init)
        let found = ItemKind.allCases.map { kind in
            (kind, words.firstIndex { word in kind.stems.contains { word.hasPrefix($0) } })
        }
        return found.compactMap { kind, index in index.map { (kind, $0) } }
            .sorted { ($0.1, $0.0.rank) < ($1.1, $1.0.rank) }
            .map(\.0)
    }

    private var rank: Int { ItemKind.allCases.firstIndex(of: self) ?? 0 }

    /// Beginnings of words that name the kind.
    private var stems: [String] {
        switch self {
        case .opioid:
            [
                "norco", "hydrocodone", "oxycodone", "percocet", "tramadol", "ultram", "morphine", "opioid", "codeine",
                "tapentadol", "nucynta", "fentanyl", "buprenorphine", "oxycontin", "vicodin", "trezix", "ultracet",
            ]
        case .medication:
            [
                "mg", "tablet", "capsule", "cream", "gel", "ointment", "patch", "lidoderm", "gabapentin", "naproxen",
                "ibuprofen", "cyclobenzaprine", "omeprazole", "diclofenac", "etodolac", "meloxicam", "tizanidine",
                "medication", "refill", "compound", "topical",
            ]
        case .imaging:
            [
                "mri", "magnetic", "ct", "tomography", "xray", "radiograph", "ultrasound", "emg", "ncv", "electromyo",
                "scan",
            ]
        case .injection: ["injection", "block", "epidural", "steroid", "botox", "ablation", "rhizotomy"]
        case .therapy:
            ["therapy", "physiotherapy", "chiropractic", "acupuncture", "massage", "visits", "sessions", "exercise"]
        case .surgery:
            [
                "surgery", "surgical", "arthroscop", "fusion", "repair", "discectomy", "decompression", "operative",
                "release",
            ]
        case .equipment:
            [
                "brace", "unit", "tens", "cane", "walker", "orthosis", "orthotic", "wheelchair", "rental", "purchase",
                "sling",
            ]
        case .evaluation:
            [
                "consult", "consultation", "evaluation", "referral", "assessment", "screen", "urine", "test", "visit",
                "follow",
            ]
        }
    }
}
