internal import CaseModel
internal import TextUI

/// The line by which the claims administrator decided.
extension CaseScreen {
    /// Puts the keyboard into the line; words that did not come to the disk are in it.
    mutating func beginClaimsLine() -> [Effect] {
        guard let item = itemNumber else { return [] }
        guard !desks[item - 1].isClaimsSent else {
            remark = changeUnderWay
            return []
        }
        let words = desks[item - 1].claimsLine ?? desks[item - 1].item.claimsAdministratorGuideline
        desks[item - 1].claimsField = LineField(text: words)
        return []
    }

    mutating func handleInClaimsLine(_ key: Key, item: Int) -> [Effect] {
        guard var field = desks[item - 1].claimsField else { return [] }
        switch field.handle(key) {
        case .cancelled:
            desks[item - 1].claimsField = nil
            desks[item - 1].claimsLine = nil
        case .submitted:
            if field.text == desks[item - 1].item.claimsAdministratorGuideline {
                desks[item - 1].claimsField = nil
                desks[item - 1].claimsLine = nil
                return []
            }
            // What is under way raises the revision for which the line would be written.
            if let delay = onItsWay {
                wait(with: key, for: delay)
                return []
            }
            if let deskObstacle {
                remark = deskObstacle
                return []
            }
            desks[item - 1].claimsField = nil
            desks[item - 1].claimsLine = field.text
            desks[item - 1].isClaimsSent = true
            return [
                .write(
                    number, field.text, as: .claimsAdministratorGuideline(item: item), revision: reviewCase.revision)
            ]
        case .changed, .moved, .ignored:
            desks[item - 1].claimsField = field
        }
        return []
    }

    /// The line is on disk.
    mutating func claimsWritten(item: Int, at time: ClockTime) {
        guard desks.indices.contains(item - 1) else { return }
        desks[item - 1].claimsLine = nil
        desks[item - 1].isClaimsSent = false
        if !desks[item - 1].isDirty { desks[item - 1].saving = .saved(time) }
    }

    /// The line is not on disk: it is kept for the next time that the field is opened.
    mutating func claimsFailed(item: Int) {
        guard desks.indices.contains(item - 1) else { return }
        desks[item - 1].isClaimsSent = false
    }

    /// Closes the fields; words that were not sent are kept for the next time that the line is written.
    mutating func closeClaimsLines() {
        for index in desks.indices {
            guard let field = desks[index].claimsField else { continue }
            desks[index].claimsField = nil
            if field.text != desks[index].item.claimsAdministratorGuideline { desks[index].claimsLine = field.text }
        }
    }
}
