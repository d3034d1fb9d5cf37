/// The published form of `determination.json`, JSON Schema draft 2020-12.
package enum DeterminationSchema {
    /// The text of the schema.
    package static var text: String { String(decoding: PackageResources.determination_schema_json, as: UTF8.self) }
}
