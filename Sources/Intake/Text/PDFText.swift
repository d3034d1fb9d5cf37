internal import ChildProcesses
internal import Foundation

/// The text of a PDF through `pdftotext -layout` of poppler-utils, run as a program (the library is under the GPL).
enum PDFText {
    /// How long one file may take, in seconds.
    static let patience = 30

    /// The text, pages separated by form feeds.
    static func read(_ path: String) throws(IntakeError) -> String {
        try SourceText.checkSize(path, most: SourceText.largestPDF)
        guard let program else { throw .noPDFReader }
        // A name that begins with a hyphen would be taken for an option.
        let file = path.hasPrefix("/") ? path : "./" + path
        let outcome: ChildProcess.Outcome
        do {
            outcome = try ChildProcess.run(
                [program, "-layout", "-enc", "UTF-8", file, "-"], most: SourceText.largestText, patience: patience)
        } catch {
            throw .noPDFReader
        }
        guard !outcome.isTooMuch else { throw .tooLarge(path: path, megabytes: SourceText.largestText >> 20) }
        guard !outcome.isOverdue else {
            throw .badPDF(path: path, reason: "it took longer than \(patience) seconds")
        }
        guard outcome.ending == .exited(0) else {
            throw .badPDF(path: path, reason: "it is damaged, encrypted or no PDF")
        }
        let text = outcome.text
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw .badPDF(path: path, reason: "it holds no text, perhaps only scanned pages")
        }
        return text
    }

    private static let program = ChildProcess.path(of: "pdftotext")
}
