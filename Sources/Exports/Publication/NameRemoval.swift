/// Takes known names and numbers out of a text.
///
/// A family name is found wherever it stands, in any case; a given name where it begins with a capital or stands
/// beside the family name; initials where each has its full stop (`J.S.`) or one stands beside a name; a firm by all
/// its words, with or without its legal form; a number however it is parted. Words that stand together give one
/// neutral word. It rather takes out too much than too little: the public copy of a case of somebody called Hand has
/// no hand left.
package struct NameRemoval {
    private let names: KnownNames

    /// That a word is part of a name.
    private struct Mark: Hashable {
        /// What stands in its place.
        var neutral: String
        /// Tells one place of a firm or number from the next; the parts of a person's name are all one.
        var place = -1
    }

    /// Removes these names.
    package init(_ names: KnownNames) { self.names = names }

    /// The text with neutral words in place of the names.
    package func text(without text: String) -> String {
        guard !names.isEmpty, !text.isEmpty else { return text }
        let bytes = Array(text.utf8)
        let words = Name.words(of: text)
        var marks: [Mark?] = Array(repeating: nil, count: words.count)
        for phrase in names.phrases { mark(phrase, words, bytes, &marks) }
        for number in names.numbers { mark(number: number, words, bytes, &marks) }
        for person in names.persons { mark(person, words, bytes, &marks) }
        guard marks.contains(where: { $0 != nil }) else { return text }
        return replaced(words, bytes, marks)
    }

    // MARK: - Finding

    private func mark(_ phrase: KnownNames.Phrase, _ words: [Name], _ bytes: [UInt8], _ marks: inout [Mark?]) {
        let count = phrase.words.count
        guard words.count >= count else { return }
        for start in 0...(words.count - count) where marks[start] == nil {
            let places = start..<(start + count)
            guard zip(places, phrase.words).allSatisfy({ words[$0].folded == $1 }),
                places.dropFirst().allSatisfy({ isNear($0 - 1, $0, words, bytes) })
            else { continue }
            for place in places { marks[place] = Mark(neutral: phrase.neutral, place: start) }
        }
    }

    /// A number is found with whatever parts its groups, and without.
    private func mark(
        number: KnownNames.Phrase, _ words: [Name], _ bytes: [UInt8], _ marks: inout [Mark?]
    ) {
        guard let wanted = number.words.first else { return }
        for start in words.indices where wanted.hasPrefix(words[start].folded) {
            var found = ""
            for place in start..<words.count {
                guard place == start || isNear(place - 1, place, words, bytes) else { break }
                found += words[place].folded
                if found == wanted {
                    for index in start...place { marks[index] = Mark(neutral: number.neutral, place: start) }
                }
                guard found.count < wanted.count, wanted.hasPrefix(found) else { break }
            }
        }
    }

    private func mark(_ person: KnownNames.Person, _ words: [Name], _ bytes: [UInt8], _ marks: inout [Mark?]) {
        let mark = Mark(neutral: person.neutral)
        let single = Set(person.given.filter { $0.count > 1 })
        // `Ruiz` of `O’Brien-Ruiz` is told by itself; the particles of a name are not.
        let family = Set(person.family.filter { $0.count > 2 || person.family.count == 1 })
        for index in words.indices where marks[index] == nil {
            let word = words[index]
            let isFamily =
                family.contains(word.folded) && (!person.isCautious || word.hasCapital && word.folded.count > 4)
            if isFamily || word.hasCapital && single.contains(word.folded) {
                marks[index] = mark
            }
        }
        markInitials(person, words, bytes, &marks)
        let letters = Set((person.given + person.family).compactMap { $0.first.map(String.init) })
        let parts = Set(person.given + person.family)
        func belongs(_ index: Int) -> Bool {
            marks[index] == nil
                && (parts.contains(words[index].folded)
                    || words[index].hasCapital && letters.contains(words[index].folded))
        }
        // What stands beside a part of the name belongs to it: `J. Smith`, `Smith, J.`, `john smith`, `de la Cruz`.
        for index in words.indices.dropFirst() where marks[index - 1] == mark && belongs(index) {
            if isNear(index - 1, index, words, bytes) { marks[index] = mark }
        }
        for index in words.indices.dropLast().reversed() where marks[index + 1] == mark && belongs(index) {
            if isNear(index, index + 1, words, bytes) { marks[index] = mark }
        }
    }

    /// `J.S.`, `J. Q. S.`: without full stops two letters are more often an abbreviation than a person.
    private func markInitials(
        _ person: KnownNames.Person, _ words: [Name], _ bytes: [UInt8], _ marks: inout [Mark?]
    ) {
        guard let first = person.given.first?.first, let last = person.family.first?.first else { return }
        let middle = person.given.dropFirst().compactMap(\.first)
        for wanted in Set([[first] + middle + [last], [first, last]]) where words.count >= wanted.count {
            for start in 0...(words.count - wanted.count) {
                let places = start..<(start + wanted.count)
                let isWhole = zip(places, wanted).allSatisfy { place, letter in
                    words[place].hasCapital && words[place].folded == String(letter)
                        && bytes.indices.contains(words[place].bytes.upperBound)
                        && bytes[words[place].bytes.upperBound] == UInt8(ascii: ".")
                }
                guard isWhole, places.dropFirst().allSatisfy({ isNear($0 - 1, $0, words, bytes) }) else { continue }
                for place in places where marks[place] == nil { marks[place] = Mark(neutral: person.neutral) }
            }
        }
    }

    /// Whether nothing but what stands inside names parts two words; a sentence may not end between them.
    private func isNear(_ first: Int, _ second: Int, _ words: [Name], _ bytes: [UInt8]) -> Bool {
        let between = bytes[words[first].bytes.upperBound..<words[second].bytes.lowerBound]
        guard between.count <= 4 else { return false }
        // The apostrophe of a possessive parts: `Smith’s`.
        if words[second].bytes.count == 1, between.first.map({ $0 == 39 || $0 == 0xE2 }) == true { return false }
        return between.allSatisfy { " .,-&'/#\u{2019}\u{2013}".utf8.contains($0) }
    }

    // MARK: - Replacing

    private func replaced(_ words: [Name], _ bytes: [UInt8], _ marks: [Mark?]) -> String {
        var result: [UInt8] = []
        var at = 0
        var index = 0
        while index < words.count {
            guard let mark = marks[index] else {
                index += 1
                continue
            }
            var last = index
            while last + 1 < words.count, marks[last + 1] == mark, isNear(last, last + 1, words, bytes) { last += 1 }
            result += bytes[at..<words[index].bytes.lowerBound]
            result += mark.neutral.utf8
            at = words[last].bytes.upperBound
            // The full stop of an initial goes with it, but for one that ends the sentence.
            if words[last].bytes.count == 1, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "."),
                bytes[at + 1] == 32 || bytes[at + 1] == 44
            {
                at += 1
            }
            index = last + 1
        }
        result += bytes[at...]
        return String(decoding: result, as: UTF8.self)
    }
}
