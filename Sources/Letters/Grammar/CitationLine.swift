public import CaseModel

/// Words a guideline line from citations, in the form that ``CitationGrammar`` reads.
public enum CitationLine {
    /// The line for these citations: those of the schedule first, then each other source; for none, that nothing was
    /// cited.
    ///
    /// The citations of one chapter and year are put together. Reading the line gives the same citations for sources
    /// and sections without commas of their own.
    public static func words(_ citations: [Citation]) -> String {
        guard !citations.isEmpty else {
            return "The Expert Reviewer did not cite any medical evidence for its decision."
        }
        let merged = merged(citations)
        var clauses: [String] = []
        let schedule = merged.filter(\.isMTUS)
        if !schedule.isEmpty {
            clauses.append("Decision based on MTUS " + schedule.map(chapter).joined(separator: ", and ") + ".")
        }
        for other in merged where !other.isMTUS {
            var parts = [other.source]
            if let chapter = other.chapter { parts.append(chapter) }
            if let year = other.year { parts.append(String(year)) }
            clauses.append(
                "Decision based on Non-MTUS Citation " + (parts + other.sections).joined(separator: ", ") + ".")
        }
        return clauses.joined(separator: " ")
    }

    private static func chapter(_ citation: Citation) -> String {
        var words = citation.chapter ?? ""
        if let year = citation.year { words += (words.isEmpty ? "" : " ") + String(year) }
        if !citation.sections.isEmpty { words += ", Section(s): " + citation.sections.joined(separator: ", ") }
        return words
    }

    private static func merged(_ citations: [Citation]) -> [Citation] {
        var merged: [Citation] = []
        for citation in citations {
            let same = merged.firstIndex {
                ($0.source, $0.chapter, $0.year) == (citation.source, citation.chapter, citation.year)
            }
            if let same {
                merged[same].sections += citation.sections.filter { !merged[same].sections.contains($0) }
            } else {
                merged.append(citation)
            }
        }
        return merged
    }
}
