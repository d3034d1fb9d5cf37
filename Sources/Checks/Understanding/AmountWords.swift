/// The words by which amounts are known.
enum AmountWords {
    static let strengths: Set<String> = ["mg", "mcg", "milligram", "milligrams", "mgs", "micrograms", "meq"]
    static let contents: Set<String> = ["gm", "gms", "gram", "grams", "g", "ml", "cc", "milliliters", "oz", "ounces"]
    static let turns: Set<String> = ["times", "time", "x", "visits", "sessions", "treatments"]
    static let refills: Set<String> = ["refills", "refill", "fill", "fills"]
    static let units: [String: Amount.Unit] = [
        "week": .weeks, "weeks": .weeks, "wks": .weeks, "wk": .weeks, "month": .months, "months": .months,
        "month's": .months, "months'": .months, "hour": .hours, "hours": .hours,
        "hrs": .hours, "day": .days, "days": .days, "days'": .days, "day's": .days,
    ]
    static let visits: Set<String> = ["visits", "visit", "sessions", "session", "treatments", "appointments"]
    static let pieces: Set<String> = [
        "tablets", "tablet", "tabs", "tab", "capsules", "capsule", "pills", "pill", "patches", "patch", "units", "caps",
        "pairs", "bottles", "tubes", "count",
    ]
    /// What tells that pieces are taken at a time: "1 tablet twice a day".
    static let intake: Set<String> = [
        "once", "twice", "daily", "by", "po", "every", "a", "per", "one", "two", "three", "bid", "tid", "qid", "at",
        "each", "as", "q", "orally", "in",
    ]
    /// What may stand behind a range in words: "two to three times".
    static let measures: Set<String> = strengths.union(contents).union(turns).union(refills).union(units.keys)
        .union(visits).union(pieces).union(["physical", "additional", "%"])
    static let between: Set<String> = [
        "additional", "physical", "therapy", "occupational", "acupuncture", "chiropractic", "more", "further",
        "aquatic", "of", "outpatient", "supervised", "psychotherapy", "water", "massage", "initial", "formal", "new",
        "manipulation", "manipulative", "post", "-", "operative", "hand", "pt", "ot", "therapist", "care",
        "postoperative", "remaining", "individual", "group", "cognitive", "behavioral", "work", "hardening",
        "conditioning", "chiro", "physiotherapy", "psychological", "biofeedback", "spinal", "land", "based", "pool",
        "follow", "up", "office", "total", "speech", "vestibular", "infrared", "electrical", "stimulation",
    ]
    static let comparisons = [["more", "than"], ["fewer", "than"], ["less", "than"], ["in", "excess"]]
    static let weekly = [
        ["a", "week"], ["per", "week"], ["weekly"], ["/", "week"], ["each", "week"], ["times", "a", "week"],
        ["/", "wk"], ["time", "a", "week"], ["every", "week"], ["times", "per", "week"], ["times", "weekly"],
        ["per", "wk"], ["time", "per", "week"],
    ]
    static let daily = [
        ["a", "day"], ["per", "day"], ["daily"], ["/", "day"], ["each", "day"], ["times", "a", "day"],
        ["every", "day"],
        ["times", "per", "day"], ["times", "daily"],
    ]
}
