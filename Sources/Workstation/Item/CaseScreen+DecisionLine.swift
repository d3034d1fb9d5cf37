internal import CaseModel
internal import Checks
internal import TextUI

extension CaseScreen {
    /// Draws the line of the decision: what is chosen and whether it is on disk; at the right what the check, the blanks
    /// and the links say. In a narrow window the choice that was not made goes first, then the labels; never the state.
    func drawDecision(_ desk: ItemDesk, _ rect: Rect, in frame: inout Frame) {
        guard rect.row < frame.rows - 1 else { return }
        rule(row: rect.row, in: &frame)
        let signs = signs(of: desk)
        let state = state(of: desk)
        let tally = signs.first.map { CharacterWidth.of($0.words) + 1 } ?? 0
        let room = frame.columns - 1 - rect.column - tally
        let parts = choices(desk).first { parts in
            parts.reduce(CharacterWidth.of(state.words) + 2) { $0 + CharacterWidth.of($1.words) } <= room
        }
        var column = rect.column
        for part in (parts ?? []) + [(words: " \(state.words) ", role: state.role)] {
            column = frame.write(part.words, row: rect.row, column: column, role: part.role)
        }
        var end = frame.columns - 1
        for sign in signs {
            let width = CharacterWidth.of(sign.words)
            guard end - width > column else { break }
            frame.write(sign.words, row: rect.row, column: end - width, role: sign.role)
            end -= width + 1
        }
    }

    /// The ways to say what is chosen, the longest first.
    private func choices(_ desk: ItemDesk) -> [[(words: String, role: Role)]] {
        func choice(_ decision: Decision, _ word: String, _ role: Role) -> (words: String, role: Role) {
            let isChosen = desk.chosen == decision
            return (isChosen ? " (•) \(word) " : " ( ) \(word) ", isChosen ? role : .muted)
        }
        let label = (words: " Decision ", role: Role.heading)
        let both = [choice(.upheld, "uphold", .upheld), choice(.overturned, "overturn", .overturned)]
        let chosen = zip([Decision.upheld, .overturned], both).filter { $0.0 == desk.chosen }.map(\.1)
        let word = desk.chosen.map { [(words: $0 == .upheld ? " uphold " : " overturn ", role: Role.heading)] } ?? []
        return [[label] + both, both, chosen, word, []]
    }

    private func state(of desk: ItemDesk) -> (words: String, role: Role) {
        if desk.recorded != nil, !desk.isUnrecorded { return ("recorded", .success) }
        if desk.isDeciding { return ("recording", .accent) }
        if desk.chosen == nil { return ("open", .accent) }
        return (desk.recorded == nil ? "not recorded" : "changed, not recorded", .accent)
    }

    /// What stands at the right, what matters most first.
    private func signs(of desk: ItemDesk) -> [(words: String, role: Role)] {
        var signs: [(words: String, role: Role)] = []
        let tally = findingTally { $0.item == itemNumber }
        if !tally.words.isEmpty { signs.append((" \(tally.words) ", tally.role)) }
        let blanks = desk.editor.blanks.count
        if blanks > 0 { signs.append((blanks == 1 ? " 1 blank " : " \(blanks) blanks ", .blank)) }
        let loose = desk.looseLinks.count
        if !desk.links.isEmpty {
            let links = desk.links.count == 1 ? "1 link" : "\(desk.links.count) links"
            signs.append((" \(links)\(loose == 0 ? "" : ", \(loose) loose") ", loose == 0 ? .muted : .warning))
        }
        return signs
    }
}
