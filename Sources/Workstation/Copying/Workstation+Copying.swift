internal import CaseModel
internal import TextUI

extension Workstation {
    /// Copies what the cursor stands for: the sentences that are chosen to be quoted, else the number of the case.
    mutating func copySelection() -> [Effect] {
        if let caseFile {
            if let item = caseFile.itemNumber, caseFile.desks[item - 1].guidelines.quoting != nil,
                let chosen = caseFile.desks[item - 1].guidelines.chosen
            {
                return copy(chosen.words, named: "the chosen sentences")
            }
            return copy(caseFile.number.text, named: "the case number \(caseFile.number.text)")
        }
        guard let row = worklist.selected else { return [] }
        return copy(row.number.text, named: "the case number \(row.number.text)")
    }

    /// Hands a text to the clipboard of the terminal and says so.
    mutating func copy(_ text: String, named name: String) -> [Effect] {
        guard text.utf8.count <= ClipboardSequence.limit else {
            return note("too long for the clipboard of a terminal: \(text.utf8.count / 1000) kB")
        }
        // No terminal tells whether it took it.
        return [.copy(text)] + note("\(name) went to the clipboard, if the terminal allows it")
    }
}
