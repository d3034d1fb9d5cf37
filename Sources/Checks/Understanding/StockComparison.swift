/// Compares rationales with a stock text, its blanks set aside.
///
/// A rationale is the stock text unchanged when nineteen in twenty of the text's words stand in it in their order, and
/// what else stands in it is hardly more than a word for each blank. Numbers, the words of the item's head and of its
/// guideline lines, and the words by which a blank asks to be filled in count for nothing: filling those in takes no
/// look at the case. It gives up on stock texts of fewer than twelve words.
struct StockComparison {
    let name: String
    private let words: [String]
    private let prompts: Set<String>
    private let most: Int

    private static let shortest = 12
    private static let small: Set<String> = ["a", "an", "the", "of", "and"]

    init(_ stock: StockRationale) {
        name = stock.name
        words = stock.pieces.flatMap(StockComparison.words)
        prompts = Set(stock.prompts.flatMap(StockComparison.words))
        most = max(2, stock.prompts.count)
    }

    func isUnchanged(in item: UnderstoodItem) -> Bool {
        guard words.count >= StockComparison.shortest else { return false }
        let tokens = item.rationale.tokens.filter(\.isWord).map(\.text)
        let present = Set(tokens)
        let needed = words.count - words.count / 20
        guard words.count(where: present.contains) >= needed, tokens.count >= needed else { return false }
        let given = [item.head, item.reviewerGuideline, item.claimsAdministratorGuideline]
            .reduce(into: prompts) { known, text in for token in text.tokens { known.insert(token.text) } }
        let (common, rest) = aligned(tokens)
        return common >= needed && rest.count { !given.contains($0) && !StockComparison.small.contains($0) } <= most
    }

    /// How many words stand in both in one order, and the words of the rationale besides.
    private func aligned(_ tokens: [String]) -> (common: Int, rest: [String]) {
        let width = tokens.count + 1
        var lengths = [Int](repeating: 0, count: (words.count + 1) * width)
        for row in words.indices.reversed() {
            for column in tokens.indices.reversed() {
                lengths[row * width + column] =
                    words[row] == tokens[column]
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var rest: [String] = []
        var (row, column) = (0, 0)
        while column < tokens.count {
            if row < words.count, words[row] == tokens[column] {
                (row, column) = (row + 1, column + 1)
            } else if row < words.count, lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                rest.append(tokens[column])
                column += 1
            }
        }
        return (lengths[0], rest)
    }

    private static func words(_ text: String) -> [String] {
        Tokenizer.tokens(of: Array(text.unicodeScalars)).filter(\.isWord).map(\.text)
    }
}
