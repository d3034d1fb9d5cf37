/// A value of JSON, the members of an object in the order written.
///
/// Numbers are whole: a determination counts, it measures nothing, and a fraction has many ways to be written.
package indirect enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case string(String)
    case array([JSONValue])
    case object([JSONMember])

    /// A text, or null for nil.
    static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

    /// Texts in their order.
    static func texts(_ values: [String]) -> JSONValue { .array(values.map(JSONValue.string)) }

    /// A number, or null for nil.
    static func number(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }

    /// An object from its members in order.
    static func fields(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { JSONMember(name: $0.key, value: $0.value) })
    }
}

/// A member of an object.
package struct JSONMember: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// Its value.
    package var value: JSONValue

    /// A member from its parts.
    package init(name: String, value: JSONValue) {
        self.name = name
        self.value = value
    }
}
