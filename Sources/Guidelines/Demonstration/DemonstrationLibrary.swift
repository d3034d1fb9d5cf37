/// The guideline texts that come with the program: of the project's own writing, for trying it, not for clinical use.
public enum DemonstrationLibrary {
    /// The texts, two of them editions of one chapter.
    /// - Throws: ``GuidelineError/unreadable(file:line:_:)``, which a test rules out.
    public static func guidelines() throws(GuidelineError) -> [ReadGuideline] {
        let files: [(String, [UInt8])] = [
            ("acupuncture-2007.md", PackageResources.acupuncture_2007_md),
            ("ankle-and-foot-2004.md", PackageResources.ankle_and_foot_2004_md),
            ("chronic-pain-2009.md", PackageResources.chronic_pain_2009_md),
            ("chronic-pain-2016.md", PackageResources.chronic_pain_2016_md),
            ("deg-knee-2016.md", PackageResources.deg_knee_2016_md),
            ("deg-low-back-2016.md", PackageResources.deg_low_back_2016_md),
            ("deg-neck-2016.md", PackageResources.deg_neck_2016_md),
            ("deg-pain-2016.md", PackageResources.deg_pain_2016_md),
            ("deg-shoulder-2016.md", PackageResources.deg_shoulder_2016_md),
            ("elbow-2004.md", PackageResources.elbow_2004_md),
            ("elbow-2007.md", PackageResources.elbow_2007_md),
            ("forearm-wrist-hand-2004.md", PackageResources.forearm_wrist_hand_2004_md),
            ("general-approaches-2004.md", PackageResources.general_approaches_2004_md),
            ("knee-2004.md", PackageResources.knee_2004_md),
            ("low-back-2004.md", PackageResources.low_back_2004_md),
            ("neck-and-upper-back-2004.md", PackageResources.neck_and_upper_back_2004_md),
            ("opioid-treatment-2016.md", PackageResources.opioid_treatment_2016_md),
            ("postsurgical-2009.md", PackageResources.postsurgical_2009_md),
            ("shoulder-2004.md", PackageResources.shoulder_2004_md),
        ]
        var guidelines: [ReadGuideline] = []
        for (file, bytes) in files {
            guidelines.append(
                try GuidelineReader.read(String(decoding: bytes, as: UTF8.self), file: file, form: .markdown))
        }
        return guidelines
    }
}
