import CaseModel
import Testing

@testable import Checks

@Suite("Conclusions")
struct ConclusionTests {
    @Test(
        "A conclusion is recognized in its many wordings",
        arguments: [
            ("The request is not medically necessary.", false), ("The brace is medically necessary.", true),
            ("It is determined to not be medically necessary.", false),
            ("The request is not-medically necessary.", false),
            ("Medical necessity has not been established.", false),
            ("The medical necessity of the request is established.", true),
            ("No, the request was not medically necessary, medically appropriate, or indicated here.", false),
            ("It is not supported by the records as being medically necessary at this time.", false),
            ("The request is not medically necessary. Opioids may be medically necessary later.", false),
            ("The cream does not appear medically necessary.", false),
            ("Both studies are medically necessary.", true),
            ("On balance I cannot find the series of three injections to the knee medically necessary.", false),
            ("I find the magnetic resonance study without contrast of both hips medically necessary.", true),
            ("We find a second course of hand therapy to be not medically necessary.", false),
            ("Neither the visit nor the blood tests are medically necessary.", false),
            ("No further therapy is medically necessary.", false),
            ("No red flags exist and the request is medically necessary.", true),
            ("None of the studies is medically necessary.", false),
            ("As none of the first-line medicines gave relief, the drug is medically necessary.", true),
            ("With neither red flags nor a deficit, the request for six visits is medically necessary.", true),
            ("None of the tests, nor the visit, is medically necessary.", false),
            ("Neither rest nor therapy has helped, and the injection is medically necessary.", true),
        ])
    func found(_ text: String, _ isNecessary: Bool) throws {
        let conclusion = try #require(Conclusion.find(in: SectionText(text, .rationale)))
        #expect(conclusion.isNecessary == isNecessary && !conclusion.isWeak)
    }

    @Test(
        "What does not conclude is no conclusion",
        arguments: [
            "There is no rationale as to the medical necessity for this request.",
            "The guideline recommends six visits.",
            "A brace may be medically necessary for some.", "\"Surgery is medically necessary\" is what the note says.",
        ])
    func none(_ text: String) {
        #expect(Conclusion.find(in: SectionText(text, .rationale))?.isWeak != false)
    }
}
