import CaseModel

/// Judges one reviewer by a program's requirements on a day, a topic at a time.
struct ReviewerJudge {
    let reviewer: Reviewer
    let profile: ProgrammeProfile
    let day: Day

    private var licences: [Licence] { reviewer.licences.filter { $0.isValid(on: day) } }

    func licence() -> AssignmentReason {
        if let first = licences.first {
            let until = first.expires.map { " until \($0.american)" } ?? ""
            return AssignmentReason(.licence, .yes, "He is licensed in \(first.state)\(until).")
        }
        if let lapsed = reviewer.licences.filter({ !$0.isRestricted }).compactMap({ licence in
            licence.expires.map { (licence.state, $0) }
        }).max(by: { $0.1 < $1.1 }) {
            return AssignmentReason(
                .licence, .no, "His licence in \(lapsed.0) lapsed on \(lapsed.1.american); he must renew it.")
        }
        if let restricted = reviewer.licences.first(where: \.isRestricted) {
            return AssignmentReason(.licence, .no, "His licence in \(restricted.state) is restricted.")
        }
        return AssignmentReason(.licence, .no, "No licence of his is on file.")
    }

    func preferredState() -> AssignmentReason {
        let preferred = profile.reviewer.preferredStates
        guard !preferred.isEmpty else {
            return AssignmentReason(.preferredState, .yes, "The program prefers no state of licensure.")
        }
        if let state = licences.map(\.state).first(where: preferred.contains) {
            return AssignmentReason(.preferredState, .yes, "The licence in \(state) is the one that is preferred.")
        }
        return AssignmentReason(
            .preferredState, .warn, "He has no licence in \(list(preferred, "or")) that stands; one is preferred.")
    }

    func certification() -> AssignmentReason {
        let current = reviewer.certifications.filter { $0.isValid(on: day) }
        if let first = current.first {
            let until = first.expires.map { " until \($0.american)" } ?? ""
            return AssignmentReason(.certification, .yes, "He is certified in \(first.specialty)\(until).")
        }
        let verdict: AssignmentReason.Verdict = profile.reviewer.needsCertification ? .no : .warn
        if let lapsed = reviewer.certifications.compactMap({ certification in
            certification.expires.map { (certification.specialty, $0) }
        }).max(by: { $0.1 < $1.1 }) {
            return AssignmentReason(
                .certification, verdict,
                "His certification in \(lapsed.0) lapsed on \(lapsed.1.american); he must renew it.")
        }
        return AssignmentReason(.certification, verdict, "No certification of his is on file.")
    }

    func specialty(_ needs: SpecialtyNeeds) -> AssignmentReason {
        let current = reviewer.certifications.filter { $0.isValid(on: day) }.map(\.specialty)
        guard !needs.isEmpty else {
            return AssignmentReason(
                .specialty, .warn, "The profile knows no specialty for these items; judge whether his fits.")
        }
        let (fitting, missed) = needs.judge(current)
        if missed.isEmpty, let first = fitting.first {
            return AssignmentReason(
                .specialty, .yes, "\(first.specialty) fits \(list(unique(fitting.map(\.about)), "and")).")
        }
        let wanted = list(Array(needs.specialties(of: missed).prefix(4)), "or")
        if !fitting.isEmpty {
            return AssignmentReason(
                .specialty, .warn,
                "His specialty fits part of the items, but not \(items(missed)); \(wanted) would.")
        }
        return AssignmentReason(
            .specialty, profile.reviewer.unfittingRefuses ? .no : .warn,
            "None of his specialties fits \(items(missed)); \(wanted) would.")
    }

    func years() -> AssignmentReason {
        let wanted = profile.reviewer.yearsMoreThan
        guard wanted > 0 else { return AssignmentReason(.years, .yes, "The program asks for no years of practice.") }
        let isEnough = reviewer.yearsOfPractice > wanted
        return AssignmentReason(
            .years, isEnough ? .yes : .no,
            "He has \(count(reviewer.yearsOfPractice, "year")) of active practice; more than \(wanted) are asked for.")
    }

    func hours() -> AssignmentReason {
        let wanted = profile.reviewer.weeklyHours
        guard wanted > 0 else { return AssignmentReason(.hours, .yes, "The program asks for no hours of practice.") }
        let isEnough = reviewer.weeklyHours >= wanted
        return AssignmentReason(
            .hours, isEnough ? .yes : .no,
            "He practises \(count(reviewer.weeklyHours, "hour")) a week; at least \(wanted) are asked for.")
    }

    /// The parties whom he is, or has an affiliation with; one sentence of “none” when there is none.
    func conflicts(_ parties: [(party: Party, name: PartyName)]) -> [AssignmentReason] {
        let own = PartyName(reviewer.name)
        let conflicts = reviewer.conflicts.map { (text: $0, name: PartyName($0)) }
        var reasons: [AssignmentReason] = []
        for (party, name) in parties where !name.isEmpty {
            let what = profile.conflictParties.first { $0.kind == party.kind }?.words ?? party.kind
            if own.isSame(as: name) {
                reasons.append(
                    AssignmentReason(.conflict, .no, "He is himself a party: the \(what), “\(party.name)”."))
            } else if conflicts.contains(where: { $0.name.isSame(as: name) }) {
                reasons.append(
                    AssignmentReason(.conflict, .no, "He has an affiliation with the \(what), “\(party.name)”."))
            } else if own.mayBeSame(as: name) {
                reasons.append(
                    AssignmentReason(.conflict, .warn, "His name is like that of the \(what), “\(party.name)”; look."))
            } else if let like = conflicts.first(where: { $0.name.mayBeSame(as: name) }) {
                reasons.append(
                    AssignmentReason(
                        .conflict, .warn,
                        "The \(what), “\(party.name)”, may be “\(like.text)”, with whom he has an affiliation; look."))
            }
        }
        if !reasons.isEmpty { return reasons.sorted { $0.verdict > $1.verdict } }
        if parties.allSatisfy(\.name.isEmpty) {
            return [AssignmentReason(.conflict, .warn, "The case names no parties, so nobody can look for a conflict.")]
        }
        return [AssignmentReason(.conflict, .yes, "He has no affiliation on file with any of the parties.")]
    }

    func load(_ inHand: Int) -> AssignmentReason {
        guard let capacity = reviewer.capacity else {
            return AssignmentReason(.load, .yes, "He has \(count(inHand, "case")) in hand and set no bound.")
        }
        if inHand >= capacity {
            return AssignmentReason(
                .load, .no, "He has \(count(inHand, "case")) in hand and takes \(capacity) at most.")
        }
        return AssignmentReason(.load, .yes, "He has \(inHand) of at most \(count(capacity, "case")) in hand.")
    }

    private func items(_ numbers: [Int]) -> String {
        (numbers.count == 1 ? "item " : "items ") + list(numbers.map { String($0) }, "and")
    }
}

private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

/// `a, b or c`.
private func list(_ words: [String], _ last: String) -> String {
    guard words.count > 1, let final = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + final
}

private func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
}
