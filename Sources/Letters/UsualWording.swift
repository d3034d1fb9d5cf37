public import CaseModel
import Programmes

extension LetterWording {
    /// The wording of the program whose profile comes with the program, for a letter of which nothing else is known.
    public static let usual = ProgrammeProfile.standard.letter
}
