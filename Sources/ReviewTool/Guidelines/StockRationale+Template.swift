internal import Checks
internal import RationaleTemplates

extension StockRationale {
    /// A template taken apart: its values and its blanks are what differs from case to case.
    init(_ template: RationaleTemplate) {
        var pieces: [String] = []
        var prompts: [String] = []
        var rest = Substring(template.body)
        while let open = rest.firstRange(of: /\{\{|\[\[/) {
            pieces.append(String(rest[..<open.lowerBound]))
            let isBlank = rest[open].first == "["
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: isBlank ? "]]" : "}}") else { break }
            if isBlank { prompts.append(String(rest[..<close.lowerBound])) }
            rest = rest[close.upperBound...]
            // A value that is not escaped has three braces.
            if !isBlank, rest.first == "}" { rest = rest.dropFirst() }
        }
        pieces.append(String(rest))
        self.init(name: template.name, pieces: pieces, prompts: prompts)
    }
}
