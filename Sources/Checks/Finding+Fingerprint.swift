extension Finding {
    /// What the finding is about, as 16 hexadecimal digits: the same in every run as long as rule, item and the words of
    /// the evidence are the same; of a finding without evidence, its sentence.
    ///
    /// It is FNV-1a of 64 bits (Fowler, Noll, Vo), which tells findings of a case apart and is no security digest. Where
    /// the words stand does not count, so that writing before them leaves the finding what it was.
    package var fingerprint: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ text: String) {
            // No UTF-8 holds 0xFF, so that parts do not run into each other.
            for byte in Array(text.utf8) + [0xFF] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        add(rule)
        add(item.map(String.init) ?? "")
        for place in evidence { add(place.text) }
        if evidence.isEmpty { add(message) }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
