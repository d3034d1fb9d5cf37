internal import CaseModel
internal import TextUI

extension Workstation {
    /// Takes a digit of a count in the worklist, or the motion behind it; nil when the key is neither.
    ///
    /// In a case the digits go to its items: that is done all day long, and a digit that waited for what follows would
    /// need a key more.
    mutating func handleInCount(_ key: Key) -> [Effect]? {
        guard caseFile == nil else { return nil }
        if let digit = Workstation.digit(key), digit > 0 || count != nil {
            let next = (count ?? 0) * 10 + digit
            guard next <= WorklistScreen.largestCount else {
                return note("a count is \(WorklistScreen.largestCount) at most")
            }
            count = next
            return []
        }
        guard let count else { return nil }
        if keymap.isPrefix(key, in: .worklist) {
            // The key behind it tells what is counted.
            prefix = key
            return []
        }
        self.count = nil
        if key == .named(.escape) { return [] }
        let asked = keymap.command(for: key, in: .worklist)
        if asked == .playKeys { return playKeys(count: count) }
        if asked == .mark { return obstacle(to: .mark).map { refuse($0) } ?? mark(count: count) }
        guard let id = asked, WorklistScreen.counted.contains(id) else { return nil }
        return worklist.perform(id, count: count, height: worklistHeight)
    }

    private static func digit(_ key: Key) -> Int? {
        guard case .character(let character) = key, character.isASCII else { return nil }
        return character.wholeNumberValue
    }

    /// Draws what can follow a count, above the bottom line.
    func drawCount(_ count: Int, in frame: inout Frame) {
        let lines = WorklistScreen.counted.compactMap { id in
            keymap.label(of: id, in: .worklist).map {
                HintBox.Line(key: $0, words: Workstation.words(id, count: count))
            }
        }
        let cases = keymap.label(of: .mark, in: .worklist).map {
            [HintBox.Line(key: $0, words: "mark \(Counted.words(count, "case"))")]
        }
        let tags = keymap.label(of: .tag, in: .worklist).map {
            [HintBox.Line(key: $0, words: "tag \(Counted.words(count, "case"))")]
        }
        let keys = keymap.label(of: .playKeys, in: .worklist).map {
            [HintBox.Line(key: $0, words: "play keys so often")]
        }
        HintBox(title: "\(count)", lines: lines + (cases ?? []) + (tags ?? []) + (keys ?? [])).draw(in: &frame)
        Chrome.footer(
            [("\(count)", "and a motion"), ("Esc", "forget it")], notice: notice, right: worklist.position, in: &frame)
    }

    private static func words(_ id: CommandID, count: Int) -> String {
        let one = count == 1
        return switch id {
        case .down: one ? "down a line" : "down \(count) lines"
        case .up: one ? "up a line" : "up \(count) lines"
        case .pageDown, .readOn: one ? "down a page" : "down \(count) pages"
        case .pageUp, .readBack: one ? "up a page" : "up \(count) pages"
        default: "to row \(count)"
        }
    }
}
