/// A finding in numbers: a pain score, a range of motion, a body mass index.
///
/// - Pain: "7/10", "7-8/10", "7 out of 10", "7 on a scale of"; a range has both of its numbers.
/// - Motion: "flexion 40 degrees", "abduction to 90°", the motion named before the number or after it ("40 degrees of
///   flexion"), with nothing but small words between.
/// - Body mass: "BMI of 35", "BMI is 35.2".
///
/// Each is known by what is measured, so that only like is held against like. It gives up on the side and the part of
/// the body that a motion is of, and on laboratory values.
struct Measurement: Sendable {
    /// What is measured: "pain", "flexion", "bmi".
    let kind: String
    let values: [Double]
    let tokens: Range<Int>

    static func all(in text: SectionText) -> [Measurement] {
        text.all.compactMap { at in
            guard !text.isQuoted(at) else { return nil }
            return pain(at, text) ?? motion(at, text) ?? bodyMass(at, text)
        }
    }

    private static func pain(_ at: Int, _ text: SectionText) -> Measurement? {
        guard text.tokens[at].isNumber, text.tokens[at].value <= 10, !continues(at, text) else { return nil }
        var (values, next) = ([text.tokens[at].value], at + 1)
        if next + 1 < text.tokens.count, ["-", "to"].contains(text.tokens[next].text), text.tokens[next + 1].isNumber,
            text.tokens[next + 1].value <= 10
        {
            values.append(text.tokens[next + 1].value)
            next += 2
        }
        for form in scales where text.reads(form, at: next) {
            let end = next + form.count
            // "7/10/2016" is a day, "3/10 mg" a strength.
            if form[0] == "/", end < text.tokens.count, !text.tokens[end].isSpaced,
                text.tokens[end].text == "/" || text.tokens[end].text == "-" || text.tokens[end].isWord
            {
                return nil
            }
            return Measurement(kind: "pain", values: values, tokens: at..<end)
        }
        return nil
    }

    /// Whether a number goes on from what stands before it.
    private static func continues(_ at: Int, _ text: SectionText) -> Bool {
        at > 0 && !text.tokens[at].isSpaced && ["/", "-", "."].contains(text.tokens[at - 1].text)
    }

    private static func motion(_ at: Int, _ text: SectionText) -> Measurement? {
        guard motions.contains(text.tokens[at].text) else { return nil }
        var next = at + 1
        while next < text.tokens.count, small.contains(text.tokens[next].text) { next += 1 }
        if next + 1 < text.tokens.count, text.tokens[next].isNumber, degrees.contains(text.tokens[next + 1].text) {
            return Measurement(
                kind: text.tokens[at].text, values: [text.tokens[next].value], tokens: at..<(next + 2))
        }
        guard at >= 3, text.tokens[at - 1].text == "of", degrees.contains(text.tokens[at - 2].text),
            text.tokens[at - 3].isNumber
        else { return nil }
        return Measurement(
            kind: text.tokens[at].text, values: [text.tokens[at - 3].value], tokens: (at - 3)..<(at + 1))
    }

    private static func bodyMass(_ at: Int, _ text: SectionText) -> Measurement? {
        let name = text.tokens[at].text == "bmi" ? 1 : text.reads(["body", "mass", "index"], at: at) ? 3 : 0
        guard name > 0 else { return nil }
        var next = at + name
        while next < text.tokens.count, small.contains(text.tokens[next].text) || text.tokens[next].text == "bmi" {
            next += 1
        }
        guard next < text.tokens.count, text.tokens[next].isNumber else { return nil }
        return Measurement(kind: "bmi", values: [text.tokens[next].value], tokens: at..<(next + 1))
    }

    private static let scales = [["/", "10"], ["out", "of", "10"], ["on", "a", "scale", "of"], ["/", "10", "."]]
    private static let degrees: Set<String> = ["degrees", "degree", "\u{B0}"]
    private static let small: Set<String> = [
        "of", "is", "was", "to", "at", "the", "a", "(", ")", ":", "about", "limited", "only", "measured", "=",
    ]
    private static let motions: Set<String> = [
        "flexion", "extension", "abduction", "adduction", "dorsiflexion", "inversion", "eversion", "supination",
        "pronation",
    ]
}
