/// Tells what the dates of a text are the dates of, from the words around them.
///
/// - Injury: "injury", "injured", "DOI", "claim" or "trauma" shortly before the date with nothing but prepositions,
///   "date" and "reported" between; not when the injury is another one ("prior", "second") or only marks a time
///   ("two weeks after the injury on").
/// - Utilization review: its name with nothing but "report", "decision", "dated" and the like between it and the
///   date; or the date opens a sentence (or follows "denied … on") in which utilization review is named and decides.
/// - Application: "application" and "IMR" in one sentence, the date opening it or attached by "on", "dated".
/// - Request: "request for authorization" or "RFA" before the date in its sentence.
/// - Planned: "until", "scheduled", "follow-up", "next", "return" before the date in its sentence.
///
/// It gives up on dates that only a sentence further away explains; their role is `other`.
struct DateRoles {
    let text: SectionText

    static func assigned(to dates: [DateMention], in text: SectionText) -> [DateMention] {
        let roles = DateRoles(text: text)
        var result = dates
        for index in result.indices { result[index].role = roles.role(of: result[index].tokens, among: dates) }
        return result
    }

    private func role(of date: Range<Int>, among dates: [DateMention]) -> DateRole {
        let sentence = text.sentence(at: date.lowerBound)
        if isPlanned(date, sentence) { return .planned }
        if isInjury(date, sentence) || isAccident(date, sentence, dates) { return .injury }
        if isApplication(date, sentence) { return .application }
        if let role = utilizationReview(date, sentence, dates) { return role }
        if isRequest(date, sentence) { return .request }
        return .other
    }

    private func isPlanned(_ date: Range<Int>, _ sentence: Range<Int>) -> Bool {
        let before = max(sentence.lowerBound, date.lowerBound - 9)..<date.lowerBound
        return text.holds(DateRoles.planning, in: before)
            || before.last.map { ["by", "to"].contains(text.tokens[$0].text) } == true
    }

    private static let planning: Set<String> = [
        "until", "scheduled", "follow", "followup", "next", "return", "returning", "through", "expires", "expected",
        "appointment", "upcoming", "rescheduled", "planned", "will", "set", "pending", "remain", "till",
    ]

    // MARK: - Injury

    private func isInjury(_ date: Range<Int>, _ sentence: Range<Int>) -> Bool {
        var at = date.lowerBound - 1
        var hasDate = false
        while at >= sentence.lowerBound, date.lowerBound - at <= 9,
            DateRoles.injuryFillers.contains(text.tokens[at].text)
        {
            if text.tokens[at].text == "date" || text.tokens[at].text == "dates" { hasDate = true }
            at -= 1
        }
        guard at >= sentence.lowerBound, DateRoles.injuries.contains(text.tokens[at].text) else { return false }
        let before = max(sentence.lowerBound, at - 4)..<at
        if text.holds(DateRoles.otherInjuries, in: max(sentence.lowerBound, at - 3)..<at) { return false }
        let isNamed = hasDate || text.holds(["date", "dates"], in: before) || text.tokens[at].text == "doi"
        if isNamed { return true }
        if text.tokens[at].text == "claim" { return text.holds(["occupational", "industrial", "injury"], in: before) }
        // "two weeks after the injury on 11/16/16": the note is of that day, not the injury.
        return !text.holds(["after", "since", "following", "before", "prior", "post", "from"], in: before)
            || text.tokens[date.lowerBound - 1].text == "of"
    }

    /// The only day of a sentence at the beginning of the summary that tells how the worker was hurt: "fell from a ladder
    /// on … and injured", "on … slipped and hurt".
    private func isAccident(_ date: Range<Int>, _ sentence: Range<Int>, _ dates: [DateMention]) -> Bool {
        guard text.section == .summary, text.sentences.prefix(2).contains(sentence),
            date.lowerBound > sentence.lowerBound,
            text.tokens[date.lowerBound - 1].text == "on", text.holds(DateRoles.hurts, in: sentence),
            !text.holds(["prior", "previous", "another", "earlier", "reinjured"], in: sentence),
            text.first(of: DateRoles.names, in: sentence) == nil
        else { return false }
        let before = max(sentence.lowerBound, date.lowerBound - 10)..<date.lowerBound
        let after = date.upperBound..<min(sentence.upperBound, date.upperBound + 6)
        return (text.holds(DateRoles.accidents, in: before) || text.holds(DateRoles.accidents, in: after))
            && dates.count { sentence.contains($0.tokens.lowerBound) } == 1
    }

    private static let hurts: Set<String> = [
        "injured", "injuring", "hurt", "sustained", "incurring", "injury", "strained", "sprained", "broke",
    ]
    private static let accidents: Set<String> = [
        "fell", "slipped", "tripped", "struck", "twisted", "fall", "crushed", "caught", "collided",
    ]

    private static let injuries: Set<String> = [
        "injury", "injuries", "doi", "injured", "claim", "trauma", "accident",
    ]
    private static let otherInjuries: Set<String> = [
        "prior", "previous", "another", "second", "past", "old", "separate", "earlier", "subsequent", "new", "other",
        "non", "motor", "vehicle", "head",
    ]
    private static let injuryFillers: Set<String> = [
        "on", "of", "date", "dated", "dates", "in", "from", "was", "is", "occurred", "occurring", "reported", "(", ":",
        "about", "or", "around", "approximately", "as", "to", "her", "his", "the", "himself", "herself", "-",
        "sustained", "incurred", "doi", ",", "at", "work", "early", "late", "mid", "during", "year",
    ]

    // MARK: - Utilization review

    private func utilizationReview(
        _ date: Range<Int>, _ sentence: Range<Int>, _ dates: [DateMention]
    ) -> DateRole? {
        if let name = attachedName(date, sentence) {
            let before = name > sentence.lowerBound ? text.tokens[name - 1].text : ""
            if before != "by" { return isEarlier(name, sentence) ? nil : .utilizationReview }
            // "the report reviewed by Utilization Review was dated": the report is.
            let isReport = text.holds(["was", "is", "dated"], in: name..<date.lowerBound)
            return isReport ? .besideUtilizationReview : .utilizationReview
        }
        guard let name = text.first(of: DateRoles.names, in: sentence), !isEarlier(name.lowerBound, sentence) else {
            return bare(date, sentence)
        }
        guard text.holds(DateRoles.decisions, in: sentence) else { return nil }
        let opens =
            date.lowerBound - sentence.lowerBound <= 2 && opensWithOn(date, sentence) || opensWithLetter(date, sentence)
        if opens { return .utilizationReview }
        // "utilization review denied certification on November 28, 2016", "was denied on … by utilization review".
        guard text.tokens[date.lowerBound - 1].text == "on" else { return nil }
        let since = max(sentence.lowerBound, date.lowerBound - 4)..<date.lowerBound
        return text.holds(DateRoles.decisions, in: since) ? .utilizationReview : nil
    }

    /// "was previously non-certified on 12/01/2016", with no name of who did.
    private func bare(_ date: Range<Int>, _ sentence: Range<Int>) -> DateRole? {
        let at = date.lowerBound - 1
        // "An earlier request had been non-certified on": another decision than the one in dispute.
        if text.first(of: DateRoles.earlierRequests, in: sentence.lowerBound..<date.lowerBound) != nil { return nil }
        if at - 4 >= sentence.lowerBound, text.tokens[at].text == "on", text.tokens[at - 1].text == "certified",
            text.tokens[at - 2].text == "-", text.tokens[at - 3].text == "non"
        {
            return .utilizationReview
        }
        // "A prior denial was made on 12/22/2016."
        var denial = at
        while denial > sentence.lowerBound, date.lowerBound - denial <= 4,
            ["on", "was", "made", "issued", "dated", "is", "of"].contains(text.tokens[denial].text)
        {
            denial -= 1
        }
        if denial < at, text.tokens[denial].text == "denial" {
            return .utilizationReview
        }
        // "A prior review dated 11/13/2016 indicated that the request was non-certified.", "The prior determination on
        // 11/25/2016 denied the request."
        if at - 2 >= sentence.lowerBound, ["dated", "on", "of"].contains(text.tokens[at].text),
            ["review", "determination", "decision"].contains(text.tokens[at - 1].text),
            text.first(of: DateRoles.refusals, in: date.upperBound..<sentence.upperBound) != nil
        {
            return .utilizationReview
        }
        return nil
    }

    /// What was certified without a "non-" was allowed, and is not in dispute.
    private static let refusals = [
        ["non", "-", "certified"], ["noncertified"], ["denied"], ["modified"], ["declined"], ["not", "certified"],
    ]

    private static let earlierRequests = [
        "earlier", "previous", "prior", "former", "first", "past", "different", "separate",
    ].flatMap { [[$0, "request"], [$0, "requests"]] }

    private func opensWithOn(_ date: Range<Int>, _ sentence: Range<Int>) -> Bool {
        date.lowerBound == sentence.lowerBound || text.tokens[sentence.lowerBound].text == "on"
            || text.tokens[sentence.lowerBound].text == "dated"
    }

    /// "In a letter of June 19, 2017 the utilization reviewer …".
    private func opensWithLetter(_ date: Range<Int>, _ sentence: Range<Int>) -> Bool {
        let lead = sentence.lowerBound..<date.lowerBound
        // A report without more is a physician's: "in its report of", said of the review, is not.
        return (2...6).contains(lead.count) && (!text.holds(["report"], in: lead) || text.holds(["its"], in: lead))
            && lead.allSatisfy { DateRoles.letterLeads.contains(text.tokens[$0].text) }
    }

    private static let letterLeads: Set<String> = [
        "in", "on", "by", "with", "a", "an", "the", "its", "letter", "report", "notice", "decision", "determination",
        "denial",
        "of",
        "dated", "from", ",", "written",
    ]

    /// The name of utilization review that nothing but fillers part from a date.
    private func attachedName(_ date: Range<Int>, _ sentence: Range<Int>) -> Int? {
        var at = date.lowerBound - 1
        while at >= sentence.lowerBound, date.lowerBound - at <= 12 {
            if text.tokens[at].text == "ur" {
                let isShort = at > 2 && text.tokens[at - 1].text == "(" && text.tokens[at - 2].text == "review"
                return isShort ? at - 3 : at
            }
            if text.reads(["utilization", "review"], at: at - 1) { return at - 1 }
            guard DateRoles.reviewFillers.contains(text.tokens[at].text) else { return nil }
            at -= 1
        }
        return nil
    }

    private func isEarlier(_ name: Int, _ sentence: Range<Int>) -> Bool {
        text.holds(["previous", "prior", "earlier", "another", "past"], in: max(sentence.lowerBound, name - 2)..<name)
    }

    static let names = [
        ["utilization", "review"], ["ur"], ["utilization", "reviewer"], ["utilization", "physician"],
    ]
    static let decisions: Set<String> = [
        "certified", "certification", "denied", "denying", "deny", "modified", "modification", "approved", "approve",
        "determined", "noncertified", "authorized", "necessary", "certify",
        "declined", "refused", "rejected", "turned", "disallowed", "withheld",
    ]
    private static let reviewFillers: Set<String> = [
        "report", "decision", "determination", "letter", "documentation", "document", "dated", "date", "of", "on",
        "with", "a", "an", "the", "(", ")", ",", ":", "is", "was", "from", "denial", "in", "notice", "process",
        "performed", "issued", "physician", "reviewer", "advisor", "completed", "board", "writing",
    ]

    // MARK: - Application and request

    private func isApplication(_ date: Range<Int>, _ sentence: Range<Int>) -> Bool {
        guard text.holds(["application"], in: sentence),
            text.first(of: [["imr"], ["independent", "medical", "review"], ["independent", "review"]], in: sentence)
                != nil
        else { return false }
        if opensWithOn(date, sentence), date.lowerBound - sentence.lowerBound <= 2 { return true }
        let before = max(sentence.lowerBound, date.lowerBound - 12)..<date.lowerBound
        return text.holds(["application"], in: before)
            && ["on", "dated", "of", "received", "was"].contains(text.tokens[date.lowerBound - 1].text)
    }

    private func isRequest(_ date: Range<Int>, _ sentence: Range<Int>) -> Bool {
        let before = max(sentence.lowerBound, date.lowerBound - 9)..<date.lowerBound
        return text.first(of: [["request", "for", "authorization"], ["rfa"]], in: before) != nil
    }
}
