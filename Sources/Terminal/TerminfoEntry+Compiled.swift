extension TerminfoEntry {
    /// The entry as `tic` would write it, its own capabilities behind the list.
    var compiled: [UInt8] {
        var table = StringTable()
        let places = texts.map { table.place(of: $0) }
        let name = Array(names.utf8) + [0]
        var bytes: [UInt8] = []
        func short(_ value: Int) { bytes += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)] }
        func number(_ value: Int32) {
            for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
        }
        func even() { if bytes.count % 2 == 1 { bytes.append(0) } }
        // The magic number of entries whose numbers have 32 bits.
        for value in [0x21E, name.count, flags.count, numbers.count, places.count, table.bytes.count] { short(value) }
        bytes += name
        bytes += flags.map { $0 ? 1 : 0 }
        even()
        for value in numbers { number(value ?? -1) }
        for place in places { short(place) }
        bytes += table.bytes
        even()
        // Of the capabilities of its own first the texts are in the table, then the names of all, each place counted from
        // where its kind begins.
        var (ownTable, names) = (StringTable(), StringTable())
        let ownTextPlaces = ownTexts.map { ownTable.place(of: $0.value) }
        let ownNames = ownFlags + ownNumbers.map(\.name) + ownTexts.map(\.name)
        let namePlaces = ownNames.map { names.place(of: Array($0.utf8)) }
        for value in [
            ownFlags.count, ownNumbers.count, ownTexts.count, ownTextPlaces.count + namePlaces.count,
            ownTable.bytes.count + names.bytes.count,
        ] { short(value) }
        bytes += ownFlags.map { _ in 1 }
        even()
        for own in ownNumbers { number(own.value) }
        for place in ownTextPlaces + namePlaces { short(place) }
        return bytes + ownTable.bytes + names.bytes
    }

    /// The entry as ncurses takes it from the environment.
    var variable: String {
        let digits = Array("0123456789ABCDEF".utf8)
        return "hex:"
            + String(decoding: compiled.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Texts one behind the other, each with a zero behind it.
    private struct StringTable {
        var bytes: [UInt8] = []

        /// Adds a text; where it begins, −1 for none.
        mutating func place(of text: [UInt8]?) -> Int {
            guard let text else { return -1 }
            let place = bytes.count
            bytes += text + [0]
            return place
        }
    }
}
