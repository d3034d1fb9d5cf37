@testable import Signing

/// As much of JSON Schema 2020-12 as our schema uses; any other keyword is a complaint.
struct SchemaChecker {
    let root: JSONValue

    /// Where a value does not fit a schema, and why.
    func complaints(_ value: JSONValue, _ schema: JSONValue, at place: String = "") -> [String] {
        guard case .object(let keywords) = schema else { return ["\(place): a schema is an object"] }
        return keywords.flatMap { complaints(value, keyword: $0.name, $0.value, schema, place) }
    }

    private func complaints(
        _ value: JSONValue, keyword: String, _ argument: JSONValue, _ schema: JSONValue, _ place: String
    ) -> [String] {
        switch (keyword, argument) {
        case ("$schema", _), ("$id", _), ("$defs", _), ("title", _), ("description", _): []
        case ("$ref", .string(let path)): definition(path).map { complaints(value, $0, at: place) } ?? ["no \(path)"]
        case ("const", _): value == argument ? [] : ["\(place): const"]
        case ("enum", .array(let values)): values.contains(value) ? [] : ["\(place): enum"]
        case ("type", .string(let name)): value.isOf(type: name) ? [] : ["\(place): type"]
        case ("type", .array(let names)):
            names.contains { $0.texts.contains(where: value.isOf(type:)) } ? [] : ["\(place): type"]
        case ("minimum", .integer(let least)): value.integer.map { $0 >= least } ?? true ? [] : ["\(place): minimum"]
        case ("minItems", .integer(let least)):
            value.elements.map { $0.count >= least } ?? true ? [] : ["\(place): few"]
        case ("pattern", .string(let pattern)):
            value.texts.allSatisfy { text in (try? Regex(pattern).firstMatch(in: text)) != nil }
                ? [] : ["\(place): pattern"]
        case ("items", _):
            (value.elements ?? []).enumerated().flatMap { complaints($1, argument, at: "\(place)[\($0)]") }
        case ("required", .array(let names)):
            names.flatMap(\.texts).filter { value[$0] == nil && value.members != nil }.map { "\(place).\($0): missing" }
        case ("additionalProperties", .boolean(false)):
            (value.members ?? []).filter { schema["properties"]?[$0.name] == nil }.map {
                "\(place).\($0.name): foreign"
            }
        case ("properties", _):
            (value.members ?? []).flatMap { member in
                argument[member.name].map { complaints(member.value, $0, at: place + "." + member.name) } ?? []
            }
        default: ["the schema uses \(keyword)"]
        }
    }

    private func definition(_ path: String) -> JSONValue? {
        path.hasPrefix("#/$defs/") ? root["$defs"]?[String(path.dropFirst(8))] : nil
    }
}

extension JSONValue {
    var members: [JSONMember]? { if case .object(let members) = self { members } else { nil } }
    var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
    var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    /// The text of a text, none of anything else.
    var texts: [String] { if case .string(let text) = self { [text] } else { [] } }

    subscript(name: String) -> JSONValue? { members?.first { $0.name == name }?.value }

    func isOf(type: String) -> Bool {
        switch self {
        case .null: type == "null"
        case .boolean: type == "boolean"
        case .integer: type == "integer"
        case .string: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }

    /// Every way to leave out a field, to add one, or to put a value of another kind, each with what was done.
    func damages(at place: String = "") -> [(what: String, value: JSONValue)] {
        var result: [(String, JSONValue)] = [("\(place) is true", .boolean(true))]
        switch self {
        case .object(let members):
            result.append(
                ("\(place) has more", .object(members + [JSONMember(name: "more", value: .null)])))
            for (index, member) in members.enumerated() {
                var fewer = members
                fewer.remove(at: index)
                result.append(("\(place).\(member.name) left out", .object(fewer)))
                for (what, value) in member.value.damages(at: place + "." + member.name) {
                    var other = members
                    other[index].value = value
                    result.append((what, .object(other)))
                }
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                for (what, value) in element.damages(at: "\(place)[\(index)]") {
                    var other = elements
                    other[index] = value
                    result.append((what, .array(other)))
                }
            }
        default: break
        }
        return result
    }
}
