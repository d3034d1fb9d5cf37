import CaseModel

/// The words that a letter goes out with when the organization's own are not known.
///
/// The reader knows them, so that a letter written with them reads back as one whose form is not known.
enum NeutralForm {
    /// The word before "guideline:".
    static let label = "Reviewer"
    /// The subject of the methodology.
    static let organization = "The review organization"

    /// The methodology with an organization's name, or with neutral words for an empty one.
    static func methodology(of name: String) -> String {
        """
        \(name.isEmpty ? organization : name) sent the complete case file to an expert reviewer. The reviewer has no \
        affiliation with the employer, the employee, the providers or the claims administrator, is in active clinical \
        practice, and was selected for experience and education in the same or a similar specialty as the one that \
        evaluates or treats the condition and the disputed items. The reviewer knows the governing laws and \
        regulations, including the strength of evidence hierarchy that applies to Independent Medical Review.
        """
    }

    /// A form without what is neutral in it: neutral words mean "not known".
    static func known(_ form: LetterForm) -> LetterForm {
        var form = form
        if form.methodology == methodology(of: form.organization) { form.methodology = "" }
        if form.organization == organization { form.organization = "" }
        if form.methodology == methodology(of: "") { form.methodology = "" }
        if form.guidelineLabel == label { form.guidelineLabel = "" }
        return form
    }
}
