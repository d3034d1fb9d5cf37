public import CaseModel
public import CaseStore
internal import Letters

/// Makes a filing of a published letter.
public enum LetterIntake {
    /// Reads a letter.
    ///
    /// - Parameters:
    ///   - path: a `.txt` or `.pdf` file.
    ///   - isBlind: whether the decisions are held back, so that the case can be reviewed again.
    ///   - wording: the words of the letter's program; nil for the usual ones.
    public static func read(
        _ path: String, isBlind: Bool, wording: LetterWording? = nil
    ) throws(IntakeError) -> CaseFiling {
        let text = try SourceText.read(path)
        let letter: ReadLetter
        do {
            letter = try LetterReader.read(text, wording: wording)
        } catch {
            throw .notALetter(path: path, line: error.line ?? 1, reason: error.description)
        }
        let determination = letter.determination
        let number = if let given = determination.caseNumber { given } else { try fileNumber(path) }
        guard isBlind else {
            let isDecided = !determination.items.contains { $0.decision == nil }
            return CaseFiling(number: number, determination: determination, state: isDecided ? .published : .assigned)
        }
        var published: [PublishedDecision] = []
        for (index, item) in determination.items.enumerated() {
            guard let decision = item.decision else { throw .notDetermined(path: path, item: index + 1) }
            published.append(
                PublishedDecision(
                    decision: decision, reviewerGuideline: item.reviewerGuideline, rationale: item.rationale))
        }
        return CaseFiling(
            number: number, determination: determination.withDecisionsHeldBack, state: .assigned, published: published)
    }

    /// The number of a letter without a header: the name of its file without the ending.
    private static func fileNumber(_ path: String) throws(IntakeError) -> CaseNumber {
        let name = path.split(separator: "/").last ?? ""
        let stem = name.split(separator: ".").dropLast().joined(separator: ".")
        let kept = stem.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" }
        let trimmed = String(kept.prefix(64)).drop { !$0.isLetter && !$0.isNumber }
        let ended = String(trimmed.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
        do {
            return try CaseNumber(parsing: ended)
        } catch {
            throw .notALetter(
                path: path, line: 1,
                reason: "the letter has no case number, and none can be made from the file's name; rename the file.")
        }
    }
}

extension Determination {
    /// The case as it was before the reviewer decided: no decisions, guideline lines, rationales or decision day.
    var withDecisionsHeldBack: Determination {
        var open = self
        open.dates.decision = nil
        for index in open.items.indices {
            open.items[index].decision = nil
            open.items[index].reviewerGuideline = ""
            open.items[index].citations = []
            open.items[index].rationale = ""
        }
        return open
    }
}
