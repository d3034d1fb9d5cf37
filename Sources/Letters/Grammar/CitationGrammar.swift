public import CaseModel

public enum CitationGrammar {
    public static func parse(_ line: String) -> [Citation] { [] }
}
