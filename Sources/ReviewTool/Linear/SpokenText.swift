internal import CaseModel
internal import Workstation

/// Text that was set for the eye, as lines for the ear: no columns, no blanks before a line, no lines cut in the middle of a sentence.
enum SpokenText {
    /// The lines of a letter that was set at a width: what was wrapped is one line again, fields that stand beside one
    /// another are lines of their own.
    static func lines(ofLetter text: String, width: Int = 95) -> [String] {
        var result: [String] = []
        /// The length of the line as it was set before, when this one may go on from it.
        var before: Int?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let cells = cells(of: line)
            guard cells.count == 1, let words = cells.first else {
                result += fields(cells)
                before = nil
                continue
            }
            let first = words.prefix { $0 != " " }.unicodeScalars.count
            if let length = before, length + 1 + first > width, line.first != " ", let last = result.popLast() {
                result.append(last + " " + words)
            } else {
                result.append(words)
            }
            before = line.first == " " ? nil : line.unicodeScalars.count
        }
        return result
    }

    /// Labels with what stands behind them.
    private static func fields(_ cells: [String]) -> [String] {
        var fields: [String] = []
        for cell in cells {
            if let label = fields.last, label.hasSuffix(":"), !cell.hasSuffix(":") {
                fields[fields.count - 1] = label + " " + cell
            } else {
                fields.append(cell)
            }
        }
        return fields
    }

    /// The sentences of running text.
    static func sentences(of text: String) -> [String] {
        let characters = Array(text)
        return Sentences.ranges(of: text).map { Prose.normalized(String(characters[$0])) }
    }

    /// A way down to a section, its signs as words.
    static func path(_ words: String) -> String { words.replacing(" › ", with: ", ") }

    /// What stands in a line with runs of three blanks and more between.
    static func cells(of line: Substring) -> [String] {
        var cells: [String] = []
        var cell = ""
        var blanks = 0
        for character in line {
            guard character.isWhitespace else {
                if blanks >= 3, !cell.isEmpty {
                    cells.append(cell)
                    cell = ""
                } else if blanks > 0, !cell.isEmpty {
                    cell.append(" ")
                }
                blanks = 0
                cell.append(character)
                continue
            }
            blanks += 1
        }
        return cell.isEmpty ? cells : cells + [cell]
    }
}
