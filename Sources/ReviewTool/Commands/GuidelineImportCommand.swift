internal import ArgumentParser
internal import Foundation
internal import Guidelines
internal import Intake

extension GuidelineCommand {
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add guidelines to the library.",
            discussion: """
                Markdown (.md) and plain text (.txt) begin with front matter between two lines “+++”; a PDF has it in \
                a file beside it with the ending .toml. What the library has already is left as it is, and a changed \
                edition stands beside the old one. A file that cannot be read is refused with its line, the others go \
                on, and the exit status is 1.
                """)

        @OptionGroup var library: LibraryOptions
        @Flag(help: "Add the demonstration guidelines of the program, which are not for clinical use.")
        var demonstration = false
        @Argument(help: "Files and folders.", completion: .file()) var paths: [String] = []

        func validate() throws {
            guard demonstration || !paths.isEmpty else { throw ValidationError("Name files, or give --demonstration.") }
        }

        func run() async throws {
            try await reporting {
                var refused = 0
                var guidelines = demonstration ? try DemonstrationLibrary.guidelines() : []
                for path in GuidelineFiles.find(paths) {
                    do {
                        guidelines.append(try GuidelineFiles.read(path))
                    } catch {
                        refused += 1
                        Standard.error("imr: " + Sentence.of(error))
                    }
                }
                let library = try GuidelineLibrary.open(at: library.path)
                defer { library.close() }
                var bar = ProgressBar("importing", total: max(1, guidelines.reduce(0) { $0 + $1.passageCount }))
                let results = try library.import(guidelines) { done, _ in bar.show(done) }
                bar.clear()
                let added = results.count { $0.outcome != .unchanged }
                Standard.print("\(added) added, \(results.count - added) unchanged, \(refused) refused")
                if refused > 0 { throw ExitCode(1) }
            }
        }
    }
}

/// Finds and reads the files of guidelines.
enum GuidelineFiles {
    private static let endings = [".md", ".txt", ".pdf"]

    /// The files beneath the paths, each folder in the order of names.
    static func find(_ paths: [String]) -> [String] {
        paths.flatMap { path -> [String] in
            guard let files = FileManager.default.enumerator(atPath: path),
                (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
                    == .typeDirectory
            else { return [path] }
            return files.compactMap { $0 as? String }
                .filter { name in endings.contains { name.lowercased().hasSuffix($0) } && !name.contains("/.") }
                .sorted().map { path + "/" + $0 }
        }
    }

    /// Reads one file.
    static func read(_ path: String) throws -> ReadGuideline {
        let name = path.lowercased()
        if name.hasSuffix(".pdf") {
            let beside = String(path.dropLast(4)) + ".toml"
            guard let toml = FileManager.default.contents(atPath: beside) else {
                throw ToolError.cannotRead(path: path, reason: "its front matter is missing; write it to \(beside)")
            }
            let matter = try FrontMatter(parsing: String(decoding: toml, as: UTF8.self), file: beside)
            return try GuidelineReader.read(try SourceText.read(path), file: path, form: .pdfText, frontMatter: matter)
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ToolError.cannotRead(path: path, reason: "there is no such file, or it may not be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ToolError.cannotRead(path: path, reason: "it is not UTF-8 text")
        }
        return try GuidelineReader.read(text, file: path, form: name.hasSuffix(".md") ? .markdown : .plainText)
    }
}
