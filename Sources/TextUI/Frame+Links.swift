extension Frame {
    /// Cells of one row that are an address, or the part of one that stands on the row.
    public struct Link: Hashable, Sendable {
        /// The first cell.
        public var place: Position
        /// What stands there.
        public var words: String
        /// The whole address.
        public var address: String
    }

    /// Notes that the cells of a stretch are, or belong to, an address; what does not stand there is no link.
    public mutating func link(_ address: String, words: some StringProtocol, row: Int, column: Int) {
        let link = Link(place: Position(row: row, column: column), words: String(words), address: address)
        guard address.contains(link.words), stands(link) else { return }
        links.append(link)
    }

    /// The links that are seen: what was drawn over one since takes it away.
    public var visibleLinks: [Link] { links.filter(stands) }

    /// The words of a link that is seen, parted where the role of the cells changes.
    public func runs(of link: Link) -> [(role: Role, words: String)] {
        var runs: [(role: Role, words: String)] = []
        for (offset, character) in link.words.enumerated() {
            let role = self[link.place.row, link.place.column + offset].role
            if let last = runs.indices.last, runs[last].role == role {
                runs[last].words.append(character)
            } else {
                runs.append((role, String(character)))
            }
        }
        return runs
    }

    /// Whether the words of a link stand at its place.
    private func stands(_ link: Link) -> Bool {
        let (row, column) = (link.place.row, link.place.column)
        guard row >= 0, row < rows, column >= 0, column + link.words.count <= columns, !link.words.isEmpty else {
            return false
        }
        return link.words.enumerated().allSatisfy { self[row, column + $0.offset].character == $0.element }
    }
}
