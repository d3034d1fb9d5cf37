/// The strengths that a text gives of a drug: "tramadol 50 mg", "Norco (10/325 mg)".
enum DosesTold {
    static func of(_ drug: String, in text: SectionText) -> [Amount] {
        text.all.compactMap { text.tokens[$0].text == drug ? after($0, in: text) : nil }
    }

    /// The strength that stands with the name at a place; nil when none does or another drug's may be meant.
    static func after(_ at: Int, in text: SectionText) -> Amount? {
        let sentence = text.sentence(at: at)
        let after = (at + 1)..<min(sentence.upperBound, at + 7)
        guard let amount = AmountScanner.amounts(in: text, after).first(where: { $0.unit == .strength }) else {
            return nil
        }
        // Another drug's strength stands after a comma or an "and".
        let between = after.lowerBound..<amount.tokens.lowerBound
        return text.holds([",", "and", ";", "to", "from", "of", "mg"], in: between) ? nil : amount
    }
}
