/// Why something from outside could not be taken in. None of these holds clinical text.
public enum IntakeError: Error, Hashable, Sendable {
    /// Nothing is at the path.
    case notFound(path: String)
    /// The file cannot be read.
    case unreadable(path: String, reason: String)
    /// The file is larger than is taken in.
    case tooLarge(path: String, megabytes: Int)
    /// The file is neither text nor PDF.
    case unknownKind(path: String)
    /// The bytes are no UTF-8 text; the line is the first that is not.
    case notText(path: String, line: Int)
    /// The program that reads PDF files is not installed.
    case noPDFReader
    /// The PDF could not be read: damaged, encrypted, or without text.
    case badPDF(path: String, reason: String)
    /// The text is no letter; the reason says what is missing.
    case notALetter(path: String, line: Int, reason: String)
    /// A published letter for blind review must be decided throughout.
    case notDetermined(path: String, item: Int)
    /// The case folder's file says something that is not understood.
    case caseFolder(path: String, line: Int, problem: String)
    /// The file has not the heading of a case manifest.
    case notAManifest(path: String)
    /// The file has not the heading of the data set that is taken in as history.
    case notHistory(path: String)
}

extension IntakeError: CustomStringConvertible {
    /// One sentence: file, line, what is wrong and what to do.
    public var description: String {
        switch self {
        case .notFound(let path): "\(path): nothing is there; check the name."
        case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)."
        case .tooLarge(let path, let megabytes):
            "\(path): larger than \(megabytes) MB, which no letter or record is; it was left out."
        case .unknownKind(let path): "\(path): is neither .txt nor .pdf nor a case folder; it was left out."
        case .notText(let path, let line): "\(path):\(line): is not UTF-8 text; convert it first."
        case .noPDFReader: "pdftotext is not installed; install the package poppler-utils."
        case .badPDF(let path, let reason): "\(path): the PDF cannot be read: \(reason)."
        case .notALetter(let path, let line, let reason): "\(path):\(line): \(reason)"
        case .notDetermined(let path, let item):
            "\(path): item \(item) is not decided; --blind needs a published determination, import it without."
        case .caseFolder(let path, let line, let problem): "\(path):\(line): \(problem)"
        case .notAManifest(let path):
            "\(path):1: is no case manifest: its first line names no columns for case number, priority and requested "
                + "treatment; a data set of another programme is imported with --history."
        case .notHistory(let path):
            "\(path):1: is not the data set of the DMHC: its first line does not name the columns from Reference ID to "
                + "Patient Gender, separated by semicolons."
        }
    }
}
