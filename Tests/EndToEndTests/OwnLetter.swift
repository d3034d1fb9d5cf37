/// A determination letter in the published form, of nobody and by nobody: written for the tests.
enum OwnLetter {
    static let number = "CM26-0000417"

    /// The letter; with another summary it is other content under the same number.
    static func text(summary: String = "The injured worker is a 51 year old who fell from a ladder.") -> String {
        """
        Case Number: \(number) Date Assigned: 02/09/2026
        Date of Injury: 03/14/2024 Decision Date: 02/27/2026
        Priority: Standard UR Denial Date: 01/05/2026
        Application Received: 01/19/2026

        HOW THE IMR FINAL DETERMINATION WAS MADE
        Example Review Services sent the complete case file to an expert reviewer. He/she has no affiliation with
        the employer, employee, providers or the claims administrator.

        The Expert Reviewer has the following credentials:
        State(s) of Licensure: California, Oregon
        Certification(s)/Specialty: Physical Medicine & Rehabilitation

        CLINICAL CASE SUMMARY
        The expert reviewer developed the following clinical case summary based on a review of the case file,
        including all medical records:

        \(summary) Treatment to date has
        included rest and eight visits of physical therapy. A progress report of December 18, 2025 notes pain of
        4/10 and a full range of motion.

        IMR ISSUES, DECISIONS AND RATIONALES
        The Final Determination was based on decisions for the disputed items/services set forth below:

        MRI of the left knee without contrast: Upheld

        Claims Administrator guideline: Decision based on MTUS ACOEM.

        EXAMPLE guideline: Decision based on MTUS 2009, Section(s): Knee Complaints.

        Decision rationale: The record shows no red flags and no mechanical symptoms. The request is not medically
        necessary.

        Physical therapy for the left knee, 6 visits: Overturned

        Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines.

        EXAMPLE guideline: Decision based on MTUS Chronic Pain 2009, Section(s): Physical Medicine.

        Decision rationale: Eight visits brought a lasting gain in function. The request is medically necessary.
        """ + "\n"
    }
}
