import CaseModel

/// The words that a letter goes out with when the organization's own are not known.
///
/// The reader knows them, so that a letter written with them reads back as one whose form is not known.
enum NeutralForm {
    /// A form without what is neutral in it: neutral words mean "not known".
    static func known(_ form: LetterForm, in wording: LetterWording) -> LetterForm {
        var form = form
        if form.methodology == wording.methodology(of: form.organization) { form.methodology = "" }
        if form.organization == wording.organization { form.organization = "" }
        if form.methodology == wording.methodology(of: "") { form.methodology = "" }
        if form.guidelineLabel == wording.guidelineLabel { form.guidelineLabel = "" }
        return form
    }
}
