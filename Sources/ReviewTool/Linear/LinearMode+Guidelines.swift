internal import CaseModel
internal import CaseStore
internal import Letters
internal import Workstation

/// The guideline text beside an item: said, searched, cited and quoted.
extension LinearMode {
    mutating func takeGuidelines(_ command: LinearCommand, _ rest: String) async throws {
        switch command {
        case .guideline: try sayGuideline()
        case .source: try source(Int(rest))
        case .library: try searchLibrary(rest)
        case .section: try section(Int(rest))
        case .cite: try await cite(rest)
        case .quote: try await quote()
        case .quotations: try sayQuotations()
        default: break
        }
    }

    /// The sections for the item by its lines as they stand.
    private mutating func lookUp() throws {
        guard let desk else { return }
        let item = desk.present
        said.pages = try shelf.pages(
            for: GuidelineQuestion(
                line: desk.guideline, administratorLine: item.claimsAdministratorGuideline, matter: item.matter,
                day: desk.reviewCase.determination.dates.decision ?? clock.today()))
    }

    private mutating func sayGuideline() throws {
        try lookUp()
        guard let page = said.pages.first else {
            talk.say("The guideline library has nothing for this item; “library” and words search it.")
            return
        }
        say(page)
    }

    private mutating func say(_ page: GuidelinePage) {
        said.page = page
        let origin =
            switch page.origin {
            case .cited: "cited by you"
            case .citedByAdministrator: "cited by the claims administrator"
            case .suggested: "suggested by the words of the item"
            case .visited: "looked up"
            }
        var lines = ["\(SpokenText.path(page.citation.words)), \(origin)."]
        if page.section == nil { lines.append("The library does not have what is cited; “library” searches it.") }
        if page.isInForce == false { lines.append("This edition was not in force on the day that counts.") }
        if page.isDemonstration { lines.append("This is a demonstration text, not for clinical use.") }
        lines += page.passages.flatMap { SpokenText.sentences(of: $0.text) }
        let ways = sources(besides: page)
        if !ways.isEmpty {
            lines.append("\(Counted.words(ways.count, "other section")): “source” says which.")
        }
        tell(lines)
    }

    /// Other sections, each with its words: those cited or suggested for the item, then where the present one leads.
    private func sources(besides page: GuidelinePage) -> [(words: String, page: GuidelinePage?, section: String)] {
        said.pages.filter { $0.citation != page.citation }.map {
            (SpokenText.path($0.citation.words), $0, $0.section ?? "")
        } + page.ways.map { ("\($0.reason): \(SpokenText.path($0.words))", nil, $0.section) }
    }

    /// The section said last, else the first of those of the item; nil when the library has none.
    private mutating func pageAtHand() throws -> GuidelinePage? {
        if said.page == nil {
            try lookUp()
            said.page = said.pages.first
        }
        return said.page
    }

    private mutating func source(_ number: Int?) throws {
        guard let page = try pageAtHand() else {
            talk.say("The guideline library has nothing for this item; “library” and words search it.")
            return
        }
        let sources = sources(besides: page)
        guard let number, sources.indices.contains(number - 1) else {
            if sources.isEmpty { talk.say("There is no other section for this item.") }
            tell(sources.enumerated().map { "\($0 + 1): \($1.words)" })
            return
        }
        let chosen = sources[number - 1]
        guard let found = try chosen.page ?? shelf.page(chosen.section, day: clock.today()) else {
            talk.say("The guideline library does not have this section.")
            return
        }
        say(found)
    }

    private mutating func searchLibrary(_ words: String) throws {
        guard !words.isEmpty else {
            talk.say("Look for what? “library” and words.")
            return
        }
        said.hits = try shelf.search(words, within: nil)
        if said.hits.isEmpty { talk.say("Nothing in the guideline library has these words.") }
        tell(said.hits.enumerated().map { "\($0 + 1): \(SpokenText.path($1.title)): \($1.text)" })
    }

    private mutating func section(_ number: Int?) throws {
        guard let number, said.hits.indices.contains(number - 1) else {
            talk.say(
                said.hits.isEmpty
                    ? "“library” and words come first; “section” says one of the places found."
                    : "Which place? “section” and a number from 1 to \(said.hits.count).")
            return
        }
        guard let page = try shelf.page(said.hits[number - 1].section, day: clock.today()) else {
            talk.say("The guideline library does not have this section.")
            return
        }
        say(page)
    }

    private mutating func cite(_ line: String) async throws {
        var line = line
        if line.isEmpty {
            guard let page = try pageAtHand() else {
                talk.say("The guideline library has nothing to cite; write the line after “cite”.")
                return
            }
            line = CitationLine.words([page.citation])
        }
        guard let desk else { return }
        guard try await save(desk.draft(guideline: line)) else { return }
        talk.say("Guideline: \(line)")
        talk.say("Kept as a draft. \(recordingWords)")
    }

    /// Puts sentences of the section said last into the rationale as a quotation, cites it, and links the two.
    private mutating func quote() async throws {
        if said.page == nil { try sayGuideline() }
        guard let page = said.page, !page.passages.isEmpty, page.passages.allSatisfy({ $0.change == nil }) else {
            talk.say("No section was said that can be quoted; “library” finds one.")
            return
        }
        let sentences = page.passages.flatMap { passage in
            Sentences.ranges(of: passage.text).map { (passage: passage, range: $0) }
        }
        tell(
            sentences.enumerated().map { index, one in
                "\(index + 1): \(Prose.normalized(String(Array(one.passage.text)[one.range])))"
            })
        let answer = try await talk.answer(to: "Which sentence, or which as 2-4? Enter quotes none: ")
        guard !answer.isEmpty else {
            talk.say("Nothing was quoted.")
            return
        }
        guard let range = LinearMode.numbers(answer[...]), sentences.indices.contains(range.lowerBound - 1),
            sentences.indices.contains(range.upperBound - 1)
        else {
            talk.say("Nothing was quoted; the answer is a number from 1 to \(sentences.count), or two as 2-4.")
            return
        }
        let (first, last) = (sentences[range.lowerBound - 1], sentences[range.upperBound - 1])
        guard first.passage.id == last.passage.id else {
            talk.say("Nothing was quoted: these sentences are of two passages, and a quotation is of one.")
            return
        }
        let span = first.range.lowerBound..<last.range.upperBound
        try await put(String(Array(first.passage.text)[span]), of: first.passage, span: span, page: page)
    }

    private mutating func put(
        _ words: String, of passage: GuidelinePage.Passage, span: Range<Int>, page: GuidelinePage
    ) async throws {
        guard let desk else { return }
        let quotation = "“" + words + "”"
        let source = page.citation.words.replacing(" › ", with: ", ")
        var rationale = desk.rationale
        if let open = rationale.firstIndex(of: "⟦"), let close = rationale[open...].firstIndex(of: "⟧"),
            try await talk.agrees(to: "Into the blank “\(rationale[rationale.index(after: open)..<close])”?")
        {
            rationale.replaceSubrange(open...close, with: quotation)
        } else {
            rationale += (rationale.isEmpty ? "" : " ") + "\(quotation) (\(source))."
        }
        let isCited = CitationGrammar.parse(desk.guideline).contains(page.citation)
        let cited =
            isCited ? CitationGrammar.parse(desk.guideline) : CitationGrammar.parse(desk.guideline) + [page.citation]
        guard try await save(desk.draft(rationale: rationale, guideline: isCited ? nil : CitationLine.words(cited)))
        else { return }
        try await link(
            EvidenceLink(
                sentence: quotation, evidence: .passage(id: passage.id, span: span, digest: passage.digest)))
        talk.say("Quoted and linked. Guideline: \(self.desk?.guideline ?? "")")
        talk.say("Kept as a draft. \(recordingWords)")
    }

    private mutating func sayQuotations() throws {
        guard let desk else { return }
        let rationale = Array(desk.rationale)
        let found = try shelf.quotations(in: desk.rationale)
        if found.isEmpty { talk.say("Nothing is quoted, and no long passage of the library is copied.") }
        tell(
            found.flatMap { one -> [String] in
                let words = Prose.normalized(String(rationale[one.range.clamped(to: 0..<rationale.count)]))
                guard let source = one.source else { return ["“\(words)”: no stored passage is like it."] }
                let verdict = one.isExact ? "word for word" : "not word for word"
                let marks = one.isMarked ? "" : ", without quotation marks"
                return ["“\(words)”: \(verdict), of \(SpokenText.path(source))\(marks)."]
                    + one.parts.filter { !$0.isSame }.map { part in
                        func told(_ text: String) -> String { text.isEmpty ? "nothing" : "“\(text)”" }
                        return "You have \(told(part.quoted)), the guideline has \(told(part.stored))."
                    }
            })
    }

    /// The numbers of `4` or `4-7`; nil for anything else.
    static func numbers(_ text: Substring) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
            Int(part.filter { $0 != " " })
        }
        guard (1...2).contains(ends.count), let first = ends.first.flatMap(\.self),
            let last = ends.last.flatMap(\.self), first >= 1, first <= last
        else { return nil }
        return first...last
    }
}
