internal import TextUI

extension Keymap {
    /// Lays a person's keymap over the keys that come with the program.
    ///
    /// An entry replaces all keys of its command in its places; the table of a place comes before `[everywhere]`. A key
    /// that an entry takes is lost to the command that had it before.
    /// - Throws: the first entry that cannot be used: a table, command or key that is not known, a key that never
    ///   arrives, one key for two commands of a place, or a place whose palette has no key left.
    public init(merging entries: [KeymapEntry]) throws(Remark) {
        var bindings: [KeyBinding] = []
        for entry in entries { bindings.append(try KeyBinding(entry)) }
        var rows: [Place: [Command]] = [:]
        var remarks: [Remark] = []
        for place in Place.allCases {
            let merged = try Keymap.merge(bindings.filter { $0.places.contains(place) }, in: place)
            rows[place] = merged.rows
            for remark in merged.remarks where !remarks.contains(remark) { remarks.append(remark) }
        }
        self.init(rows: rows, remarks: remarks.sorted { $0.line < $1.line })
    }

    private static func merge(
        _ bindings: [KeyBinding], in place: Place
    ) throws(Remark) -> (rows: [Command], remarks: [Remark]) {
        var chosen: [CommandID: KeyBinding] = [:]
        for binding in bindings {
            if binding.isGeneral, chosen[binding.id] != nil { continue }
            chosen[binding.id] = binding
        }
        var taken: [KeySequence: KeyBinding] = [:]
        for binding in chosen.values.sorted(by: { $0.line < $1.line }) {
            for key in binding.keys {
                if let other = taken[key] {
                    throw Remark(
                        line: binding.line,
                        description: "\(key.notation) is given to \(other.id.rawValue) (line \(other.line)) and to "
                            + "\(binding.id.rawValue) in [\(place.rawValue)]; take one of them away.")
                }
                taken[key] = binding
            }
        }
        try checkPrefixes(taken, chosen: chosen, in: place)
        // A key that stands alone now, or before others, takes those that came with the program.
        func taker(of keys: KeySequence) -> KeyBinding? {
            taken[keys] ?? (keys.second == nil ? nil : taken[KeySequence(keys.first)])
        }
        var rows: [Command] = []
        var remarks: [Remark] = []
        for command in CommandTable.rows(in: place) {
            let usual = command.keys.filter { CommandTable.command(for: $0, in: place) == command.id }
            let keys = chosen[command.id]?.keys ?? usual.filter { taker(of: $0) == nil }
            rows.append(command.with(keys: keys))
            guard keys.isEmpty else { continue }
            let taker = usual.lazy.compactMap { taker(of: $0) }.first
            let line = chosen[command.id]?.line ?? taker?.line ?? 1
            let reason = taker.map { ", since \($0.id.rawValue) has taken it" } ?? ""
            if command.id == .palette {
                throw Remark(
                    line: line,
                    description: "palette has no key left in [\(place.rawValue)]\(reason), "
                        + "and it reaches what has none; give it one.")
            }
            // Who gives a command no key wants none.
            guard chosen[command.id] == nil else { continue }
            remarks.append(
                Remark(
                    line: line,
                    description: "\(command.id.rawValue) has no key left in [\(place.rawValue)]\(reason); "
                        + "the palette still finds it."))
        }
        return (rows, remarks)
    }

    /// Refuses two keys whose first one gives a command by itself: they would never be reached.
    private static func checkPrefixes(
        _ taken: [KeySequence: KeyBinding], chosen: [CommandID: KeyBinding], in place: Place
    ) throws(Remark) {
        for (keys, binding) in taken.sorted(by: { ($0.value.line, $0.key.notation) < ($1.value.line, $1.key.notation) })
        where keys.second != nil {
            let first = KeySequence(keys.first)
            let giver: String
            if let other = taken[first] {
                giver = "\(other.id.rawValue) (line \(other.line))"
            } else if let usual = CommandTable.command(for: first, in: place), chosen[usual] == nil {
                giver = usual.rawValue
            } else {
                continue
            }
            throw Remark(
                line: binding.line,
                description:
                    "\(keys.notation) of \(binding.id.rawValue) is never reached in [\(place.rawValue)], since "
                    + "\(first.notation) gives \(giver) at once; give one of them another key.")
        }
    }
}
