public import CaseModel
public enum CitationGrammar { public static func parse(_ line: String) -> [Citation] { [] } }
public enum LetterError: Error, CustomStringConvertible { case x; public var description: String { "" } }
public enum LetterWriter { public static func text(of d: Determination) throws(LetterError) -> String { "letter" } }
