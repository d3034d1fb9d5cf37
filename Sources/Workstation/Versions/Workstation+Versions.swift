internal import CaseModel
internal import TextUI

extension Workstation {
    /// Shows what stood for the item before.
    mutating func showVersions() -> [Effect] {
        guard let caseFile, let item = caseFile.itemNumber else { return [] }
        overlay = .versions(VersionsOverlay(number: caseFile.number, item: item))
        // What is written is on the disk before it is read.
        return (self.caseFile?.saveAll() ?? []) + [.loadVersions(caseFile.number, item: item)]
    }

    mutating func versionsLoaded(_ number: CaseNumber, item: Int, _ versions: [DatedVersion]) {
        guard case .versions(var shown) = overlay, shown.number == number, shown.item == item else { return }
        shown.show(versions)
        overlay = .versions(shown)
    }

    mutating func handle(_ key: Key, in versions: VersionsOverlay) -> [Effect] {
        var versions = versions
        let page = max(1, rows / 2)
        switch key {
        case .character("j"), .named(.down): versions.move(1)
        case .character("k"), .named(.up): versions.move(-1)
        case .character("g"), .named(.home): versions.move(-Int(Int16.max))
        case .character("G"), .named(.end): versions.move(Int(Int16.max))
        case .character(" "), .named(.pageDown): versions.scroll(page, rows: rows, columns: columns)
        case .character("b"), .named(.pageUp): versions.scroll(-page, rows: rows, columns: columns)
        case .named(.enter):
            guard let version = versions.selected?.version else { break }
            overlay = nil
            if let obstacle = caseFile?.obstacle(to: .template) { return refuse(obstacle) }
            return (caseFile?.bringBack(version, item: versions.item) ?? [])
                + note("brought back as what is written; Esc in the rationale, u or o record it, z undoes it")
        case .character("q"), .named(.escape), .control("c"), .character("E"):
            overlay = nil
            return []
        default: break
        }
        overlay = .versions(versions)
        return []
    }
}

extension CaseScreen {
    /// Puts an earlier version into the editor, the line and the choice, as if it were written anew.
    mutating func bringBack(_ version: ItemVersion, item: Int) -> [Effect] {
        guard desks.indices.contains(item - 1) else { return [] }
        desks[item - 1].editor.replaceText(with: version.rationale, cursor: 0)
        desks[item - 1].isCursorPlaced = false
        desks[item - 1].guideline = version.reviewerGuideline
        desks[item - 1].chosen = version.decision
        return touched(item: item) + lookUpGuidelines()
    }
}
