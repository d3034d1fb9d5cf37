internal import CaseModel
internal import Letters
internal import TextUI

extension CaseScreen {
    /// Why a command on an item is not to be had now; nil when it is.
    func obstacle(to id: CommandID) -> String? {
        guard let item = itemNumber else { return "this is for a disputed item; i goes to one" }
        guard reviewCase.state.isOpenToDecision else {
            return reviewCase.state == .published
                ? "a published determination is not changed; import it with --blind to review it"
                : "the case is \(reviewCase.state.words), and its items are not decided any more"
        }
        if let deskObstacle { return deskObstacle }
        let desk = desks[item - 1]
        if desk.showsTheirs { return id == .edit || id == .discardDraft ? nil : ItemDesk.contestedWords }
        switch id {
        case .withdraw:
            return desk.recorded == nil ? "item \(item) is not decided" : nil
        case .keepTemplate:
            return desk.editor.isBlank ? "there is no rationale to keep" : nil
        case .discardDraft:
            return desk.isUnrecorded ? nil : "nothing is written that is not recorded"
        default:
            return nil
        }
    }

    /// Upholds or overturns: at once when the rationale is whole, else as soon as it is.
    mutating func choose(_ decision: Decision) -> [Effect] {
        guard let item = itemNumber else { return [] }
        let changed = desks[item - 1].chosen != decision
        desks[item - 1].chosen = decision
        if let lack = lack(item: item) {
            remark = "\(decision == .upheld ? "uphold" : "overturn") is chosen; \(lack)"
            return changed ? touched(item: item) : []
        }
        return record(item: item)
    }

    /// What the rationale of an item still lacks to be recorded, and the key for it.
    func lack(item: Int) -> String? {
        let desk = desks[item - 1]
        let blanks = desk.editor.blanks.count
        if blanks > 0 { return blanks == 1 ? "1 blank is open: e, then Tab" : "\(blanks) blanks are open: e, then Tab" }
        if desk.editor.text.allSatisfy(\.isWhitespace) {
            return "it is recorded with its rationale: t template, e edit"
        }
        return nil
    }

    /// Sends the decision of an item to the disk.
    private mutating func record(item: Int) -> [Effect] {
        desks[item - 1].normalize()
        let desk = desks[item - 1]
        guard let decision = desk.chosen else { return [] }
        desks[item - 1].isDeciding = true
        desks[item - 1].decidingChanges = desk.changes
        return [
            .decide(
                number,
                ItemDecision(
                    item: item, decision: decision, reviewerGuideline: desk.guideline,
                    citations: CitationGrammar.parse(desk.guideline), rationale: desk.editor.text,
                    revision: reviewCase.revision))
        ]
    }

    /// The rationale was left: a chosen decision is recorded when nothing is lacking.
    mutating func recordIfComplete(item: Int) -> [Effect] {
        if desks[item - 1].contest != nil {
            desks[item - 1].showTheirs()
            remark = contestWords
            return []
        }
        if keepsWords {
            remark = deskObstacle
            return saveDraft(item: item)
        }
        let desk = desks[item - 1]
        guard desk.chosen != nil, !desk.isDeciding else { return saveDraft(item: item) }
        guard desk.isUnrecorded else {
            desks[item - 1].normalize()
            return saveDraft(item: item)
        }
        if let lack = lack(item: item) ?? changeUnderWay {
            remark = "kept as a draft; \(lack)"
            return saveDraft(item: item)
        }
        return record(item: item)
    }

    mutating func withdraw() -> [Effect] {
        guard let item = itemNumber else { return [] }
        return [.reopen(number, item: item)]
    }

    /// The store has the new state of the case.
    mutating func changed(_ reviewCase: ReviewCase, item: Int, at time: ClockTime) -> [Effect] {
        self.reviewCase = reviewCase
        for (index, new) in reviewCase.determination.items.enumerated() where desks.indices.contains(index) {
            let wasDeciding = desks[index].isDeciding && index == item - 1
            desks[index].recorded(new, isDecided: wasDeciding)
            if index == item - 1 {
                desks[index].saving = .saved(time)
                if let sent = desks[index].decidingChanges { desks[index].savedChanges = sent }
                desks[index].decidingChanges = nil
                desks[index].sentChanges = nil
                desks[index].isDeciding = false
                if new.decision == nil { desks[index].chosen = nil }
            }
        }
        layOut()
        let recheck = check()
        guard desks[item - 1].isDirty, !desks[item - 1].isTimerSet else { return recheck }
        // Written while the decision was on its way: it becomes a draft of its own.
        return recheck + touched(item: item)
    }

    /// The store made none of the decisions under way, for the case had changed; what was written goes on as a draft.
    mutating func decisionsDropped() {
        for index in desks.indices where desks[index].isDeciding {
            desks[index].isDeciding = false
            (desks[index].sentChanges, desks[index].decidingChanges) = (nil, nil)
            desks[index].draftRevision = desks[index].knownRevision
        }
    }

    mutating func decisionFailed(_ number: CaseNumber, item: Int) -> [Effect] {
        guard number == self.number, desks.indices.contains(item - 1) else { return [] }
        desks[item - 1].isDeciding = false
        desks[item - 1].decidingChanges = nil
        desks[item - 1].saving = .failed
        // What was not recorded is kept as a draft.
        return desks[item - 1].isDirty ? setDraftTimer(item: item) : []
    }
}
