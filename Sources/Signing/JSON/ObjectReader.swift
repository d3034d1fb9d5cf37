/// Takes an object apart field by field; what nobody asked for is refused at the end.
struct ObjectReader {
    /// Where the object stands, as `determination.items[2]`; empty for the whole.
    let place: String
    private var rest: [String: JSONValue] = [:]

    init(_ value: JSONValue, place: String) throws(SigningError) {
        guard case .object(let members) = value else {
            throw .wrongValue(place: place.isEmpty ? "the whole" : place, problem: "an object is expected")
        }
        self.place = place
        for member in members { rest[member.name] = member.value }
    }

    /// The place of a field.
    func place(of name: String) -> String { place.isEmpty ? name : place + "." + name }

    /// A value; it counts as known from now on.
    mutating func value(_ name: String) throws(SigningError) -> JSONValue {
        guard let value = rest.removeValue(forKey: name) else { throw .missingField(name: name, place: place) }
        return value
    }

    /// Refuses what was not asked for.
    func finish() throws(SigningError) {
        guard let name = rest.keys.min() else { return }
        throw .unknownField(name: String(name.prefix(40)), place: place)
    }

    /// A text or null.
    mutating func optionalText(_ name: String) throws(SigningError) -> String? {
        switch try value(name) {
        case .null: return nil
        case .string(let text): return text
        default: throw wrong(name, "a text or null is expected")
        }
    }

    /// A text.
    mutating func text(_ name: String) throws(SigningError) -> String {
        guard case .string(let text) = try value(name) else { throw wrong(name, "a text is expected") }
        return text
    }

    /// A number or null.
    mutating func optionalNumber(_ name: String) throws(SigningError) -> Int? {
        switch try value(name) {
        case .null: return nil
        case .integer(let number): return number
        default: throw wrong(name, "a whole number or null is expected")
        }
    }

    /// A number that is not below a bound.
    mutating func number(_ name: String, from least: Int) throws(SigningError) -> Int {
        guard case .integer(let number) = try value(name), number >= least else {
            throw wrong(name, "a whole number from \(least) on is expected")
        }
        return number
    }

    /// What a text stands for.
    mutating func parsed<Value>(
        _ name: String, _ wanted: String, _ parse: (String) -> Value?
    ) throws(SigningError) -> Value {
        guard let value = parse(try text(name)) else { throw wrong(name, wanted) }
        return value
    }

    /// What a text stands for; nil for null.
    mutating func optional<Value>(
        _ name: String, _ wanted: String, _ parse: (String) -> Value?
    ) throws(SigningError) -> Value? {
        guard let text = try optionalText(name) else { return nil }
        guard let value = parse(text) else { throw wrong(name, wanted + " or null") }
        return value
    }

    /// The elements of a list.
    mutating func list<Value>(
        _ name: String, _ read: (JSONValue, String) throws(SigningError) -> Value
    ) throws(SigningError) -> [Value] {
        guard case .array(let values) = try value(name) else { throw wrong(name, "a list is expected") }
        var result: [Value] = []
        for (index, value) in values.enumerated() { result.append(try read(value, "\(place(of: name))[\(index)]")) }
        return result
    }

    /// The texts of a list.
    mutating func texts(_ name: String) throws(SigningError) -> [String] {
        try list(name) { (value, place) throws(SigningError) in
            guard case .string(let text) = value else {
                throw .wrongValue(place: place, problem: "a text is expected")
            }
            return text
        }
    }

    private func wrong(_ name: String, _ problem: String) -> SigningError {
        .wrongValue(place: place(of: name), problem: problem)
    }
}
