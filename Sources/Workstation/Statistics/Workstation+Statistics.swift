internal import CaseModel
internal import TextUI

extension Workstation {
    /// Counts what the present filter finds.
    mutating func showStatistics() -> [Effect] {
        ask(StatisticsOverlay(query: worklist.query))
    }

    private mutating func ask(_ shown: StatisticsOverlay) -> [Effect] {
        var shown = shown
        statisticsGeneration += 1
        shown.generation = statisticsGeneration
        overlay = .statistics(shown)
        return [.loadStatistics(shown.query, by: shown.kind, generation: shown.generation)]
    }

    mutating func statisticsLoaded(_ statistics: WorklistStatistics, generation: Int) {
        guard case .statistics(var shown) = overlay, shown.generation == generation else { return }
        shown.statistics = statistics
        overlay = .statistics(shown)
    }

    mutating func handle(_ key: Key, in statistics: StatisticsOverlay) -> [Effect] {
        var statistics = statistics
        let page = StatisticsOverlay.height(rows: rows)
        switch key {
        case .named(.tab), .character("l"), .named(.right):
            statistics.turn(1)
            return ask(statistics)
        case .named(.backTab), .character("h"), .named(.left):
            statistics.turn(-1)
            return ask(statistics)
        case .character("j"), .named(.down): statistics.scroll(1, rows: rows)
        case .character("k"), .named(.up): statistics.scroll(-1, rows: rows)
        case .named(.pageDown), .character(" "): statistics.scroll(page, rows: rows)
        case .named(.pageUp), .character("b"): statistics.scroll(-page, rows: rows)
        case .character("q"), .named(.escape), .control("c"), .character("#"):
            overlay = nil
            return []
        default: break
        }
        overlay = .statistics(statistics)
        return []
    }
}
