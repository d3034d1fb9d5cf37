internal import CaseModel
internal import CaseStore
internal import Exports
internal import Guidelines
internal import Intake
internal import Letters
internal import Programmes
internal import Signing
internal import Terminal
internal import Themes

/// Puts errors into sentences in one place; what is not known says nothing of its content, which might be clinical.
enum Sentence {
    static func of(_ error: any Error) -> String {
        switch error {
        case let error as CaseStoreError: error.description
        case let error as GuidelineError: error.description
        case let error as IntakeError: error.description
        case let error as LetterError: error.description
        case let error as SigningError: error.description
        case let error as CaseModelError: error.description
        case let error as ExportError: error.description
        case let error as TerminalError: error.description
        case let error as Configuration.Problem: error.description
        case let error as ProgrammeError: error.description
        case let error as ThemeError: error.description
        case let error as ToolError: error.description
        default: "something failed that is not foreseen (\(type(of: error)))."
        }
    }
}
