/// The numbers that passages have in the file.
///
/// The edition and the place within it are in the number, and the newest edition has the lowest ones: so full-text
/// search, which walks along the numbers, meets the newest passages first and may stop early.
enum PassageNumber {
    /// The most editions, and the most passages in one.
    static let limits = (editions: 4_095, passages: 1 << 20)

    /// The number of the first passage of an edition: by year, then the one imported last first.
    static func first(edition: Int, year: Int) -> Int64 {
        Int64(3_000 - year) << 40 | Int64(4_095 - edition) << 20
    }

    /// The edition that a number belongs to.
    static func edition(of number: Int64) -> Int { 4_095 - Int(number >> 20 & 0xFFF) }

    /// The place within the edition, from 0.
    static func place(of number: Int64) -> Int { Int(number & 0xF_FFFF) }

    /// Edition and place in 32 bits, as the index of shingles keeps them.
    static func posting(edition: Int, place: Int) -> UInt32 { UInt32(edition) << 20 | UInt32(place) }
}
