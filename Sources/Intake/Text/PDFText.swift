internal import Foundation
internal import Synchronization

/// The text of a PDF through `pdftotext -layout` of poppler-utils, run as a program (the library is under the GPL).
enum PDFText {
    /// How long one file may take, in seconds.
    static let patience = 30

    /// The text, pages separated by form feeds.
    static func read(_ path: String) throws(IntakeError) -> String {
        try SourceText.checkSize(path, most: SourceText.largestPDF)
        guard let program = programPath else { throw .noPDFReader }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        // A name that begins with a hyphen would be taken for an option.
        let file = path.hasPrefix("/") ? path : "./" + path
        process.arguments = ["-layout", "-enc", "UTF-8", file, "-"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw .noPDFReader
        }
        let isOverdue = Mutex(false)
        let guardian = DispatchWorkItem {
            isOverdue.withLock { $0 = true }
            process.terminate()
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(patience), execute: guardian)
        let data = readBounded(output.fileHandleForReading)
        if data == nil { process.terminate() }
        process.waitUntilExit()
        guardian.cancel()
        guard let data else { throw .tooLarge(path: path, megabytes: SourceText.largestText >> 20) }
        guard !isOverdue.withLock({ $0 }) else {
            throw .badPDF(path: path, reason: "it took longer than \(patience) seconds")
        }
        guard process.terminationStatus == 0 else {
            throw .badPDF(path: path, reason: "it is damaged, encrypted or no PDF")
        }
        let text = String(decoding: data, as: UTF8.self)
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw .badPDF(path: path, reason: "it holds no text, perhaps only scanned pages")
        }
        return text
    }

    /// All that is written to the pipe; nil when it is more than a text may be.
    private static func readBounded(_ handle: FileHandle) -> Data? {
        var data = Data()
        while true {
            guard let part = try? handle.read(upToCount: 1 << 16), !part.isEmpty else { return data }
            data.append(part)
            if data.count > SourceText.largestText { return nil }
        }
    }

    private static let programPath: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(
            separator: ":")
        return folders.map { $0 + "/pdftotext" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()
}
