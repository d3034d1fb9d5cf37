internal import Letters

/// Sets the blocks of a document as rows.
struct RowBuilder {
    private let typesetter: Typesetter
    private(set) var rows: [LetterRow] = []
    private var place = PlaceInLetter(heading: "", item: 0)
    private var ids = 0
    private var section: TagNode?
    private var article: TagNode?
    private let document = TagNode(name: "Document", id: 0)

    private typealias Sheet = Pagination.Sheet
    /// The column of the header's labels, in points: wide enough for the longest of them.
    private static let labelWidth = 96.0
    /// Small enough that text taken from the page keeps label and value on one line.
    private static let labelGap = 4.0

    /// The rows of a document.
    static func rows(of document: Document, _ typesetter: Typesetter) throws(ExportError) -> [LetterRow] {
        var builder = RowBuilder(typesetter: typesetter)
        for block in document.blocks { try builder.add(block) }
        return builder.rows
    }

    private init(typesetter: Typesetter) { self.typesetter = typesetter }

    private mutating func add(_ block: Document.Block) throws(ExportError) {
        switch block {
        case .title(let words):
            try add(words, .title, tag: "H1", space: 0, staysWithNext: true, outline: (words, 0))
        case .heading(let words):
            place = PlaceInLetter(heading: words, item: 0)
            article = nil
            section = node("Sect")
            try add(
                words, .heading, tag: "H2", space: 26, staysWithNext: true, mark: .ruleBelow, outline: (words, 0))
        case .fieldTable(let fields): try add(table: fields.flatMap(\.self))
        case .list(let entries): try add(list: entries)
        case .prose(let prose): try add(prose: prose, space: 9)
        case .fieldList(let fields):
            for field in fields { try add(labelled: field) }
        case .verdict(let head, let decision): try add(head, decision)
        case .labelled(let field): try add(labelled: field)
        }
    }

    private mutating func add(table fields: [Document.Field]) throws(ExportError) {
        let table = node("Table")
        for (index, field) in fields.enumerated() {
            let row = node("TR")
            let label = try typesetter.set(
                field.label + ":", .factLabel, width: RowBuilder.labelWidth, at: place, isRight: true)
            let x = Sheet.left + RowBuilder.labelWidth + RowBuilder.labelGap
            let value = try typesetter.set(
                field.value, .body, width: Sheet.left + Sheet.measure - x, at: place)
            rows.append(
                LetterRow(
                    cells: [
                        LetterCell(text: label, x: Sheet.left, tag: node("TH")),
                        LetterCell(text: value, x: x, tag: node("TD")),
                    ],
                    path: path + [table, row], space: index == 0 ? 14 : 1.5,
                    staysWithNext: index + 1 < fields.count))
        }
    }

    private mutating func add(list entries: [String]) throws(ExportError) {
        let list = node("L")
        for (index, entry) in entries.enumerated() {
            let text = try typesetter.set("\(index + 1). \(entry)", .body, width: Sheet.measure, at: place)
            rows.append(
                LetterRow(
                    cells: [LetterCell(text: text, x: Sheet.left, tag: node("LBody"))],
                    path: path + [list, node("LI")], space: index == 0 ? 9 : 2))
        }
    }

    private mutating func add(prose: String, space: Double) throws(ExportError) {
        for (index, paragraph) in prose.split(separator: "\n").enumerated() {
            try add(String(paragraph), .body, tag: "P", space: index == 0 ? space : 7)
        }
    }

    private mutating func add(labelled field: Document.Field) throws(ExportError) {
        let hasValue = !field.value.isEmpty
        try add(field.label + ":", .label, tag: "P", space: 9, staysWithNext: hasValue)
        if hasValue { try add(prose: field.value, space: 1) }
    }

    private mutating func add(_ head: String, _ decision: String) throws(ExportError) {
        place.item += 1
        article = node("Art")
        let isFirst = place.item == 1
        try add(
            head + ":", .item, tag: "H3", space: isFirst ? 12 : 24, staysWithNext: true,
            mark: isFirst ? .none : .ruleAbove, outline: (RowBuilder.short(head), 1))
        try add(decision, .decision, tag: "P", space: 7, staysWithNext: true, mark: .frame)
    }

    private mutating func add(
        _ text: String, _ style: TypeStyle, tag: String, space: Double, staysWithNext: Bool = false,
        mark: RowMark = .none, outline: (name: String, depth: Int)? = nil
    ) throws(ExportError) {
        let x = mark == .frame ? Sheet.left + PageArtist.framePadding : Sheet.left
        let set = try typesetter.set(text, style, width: Sheet.measure, at: place)
        rows.append(
            LetterRow(
                cells: [LetterCell(text: set, x: x, tag: node(tag))], path: path, space: space,
                staysWithNext: staysWithNext, mark: mark, outline: outline))
    }

    private var path: [TagNode] { [document] + [section, article].compactMap { $0 } }

    private mutating func node(_ name: String) -> TagNode {
        ids += 1
        return TagNode(name: name, id: ids)
    }

    /// The beginning of a head for the outline, cut at a word.
    private static func short(_ head: String) -> String {
        guard head.count > 60 else { return head }
        let cut = head.prefix(60)
        return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
    }
}
