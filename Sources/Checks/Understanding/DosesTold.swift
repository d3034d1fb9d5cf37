/// The strengths that a text gives of a drug: "tramadol 50 mg", "Norco (10/325 mg)".
enum DosesTold {
    static func of(_ drug: String, in text: SectionText) -> [Amount] {
        var result: [Amount] = []
        for at in text.all where text.tokens[at].text == drug {
            let sentence = text.sentence(at: at)
            let after = (at + 1)..<min(sentence.upperBound, at + 7)
            guard let amount = AmountScanner.amounts(in: text, after).first(where: { $0.unit == .strength }) else {
                continue
            }
            // Another drug's strength stands after a comma or an "and".
            if text.holds([",", "and", ";", "to", "from"], in: after.lowerBound..<amount.tokens.lowerBound) {
                continue
            }
            result.append(amount)
        }
        return result
    }
}
