internal import ArgumentParser
internal import Signing

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of determination.json, the document that is signed.")

    func run() { Standard.write(DeterminationSchema.text, to: 1) }
}
