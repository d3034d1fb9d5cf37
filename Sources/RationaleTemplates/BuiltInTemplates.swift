extension RationaleTemplate {
    /// The templates that come with the program, each of the project's own writing.
    public static func builtIn() throws(TemplateError) -> [RationaleTemplate] {
        let files: [(String, [UInt8])] = [
            ("opioid-weaning.md", PackageResources.opioid_weaning_md),
            ("opioid-continue.md", PackageResources.opioid_continue_md),
            ("imaging-uphold.md", PackageResources.imaging_uphold_md),
            ("imaging-overturn.md", PackageResources.imaging_overturn_md),
            ("injection-uphold.md", PackageResources.injection_uphold_md),
            ("injection-overturn.md", PackageResources.injection_overturn_md),
            ("therapy-uphold.md", PackageResources.therapy_uphold_md),
            ("therapy-overturn.md", PackageResources.therapy_overturn_md),
            ("surgery-uphold.md", PackageResources.surgery_uphold_md),
            ("surgery-overturn.md", PackageResources.surgery_overturn_md),
            ("equipment-uphold.md", PackageResources.equipment_uphold_md),
            ("equipment-overturn.md", PackageResources.equipment_overturn_md),
            ("evaluation-uphold.md", PackageResources.evaluation_uphold_md),
            ("evaluation-overturn.md", PackageResources.evaluation_overturn_md),
            ("medication-uphold.md", PackageResources.medication_uphold_md),
            ("medication-overturn.md", PackageResources.medication_overturn_md),
            ("split-uphold.md", PackageResources.split_uphold_md),
            ("split-overturn.md", PackageResources.split_overturn_md),
            ("depends-on-surgery.md", PackageResources.depends_on_surgery_md),
            ("general-uphold.md", PackageResources.general_uphold_md),
            ("general-overturn.md", PackageResources.general_overturn_md),
            ("lower-rank.md", PackageResources.lower_rank_md),
        ]
        var templates: [RationaleTemplate] = []
        for (file, bytes) in files {
            templates.append(try RationaleTemplate(parsing: String(decoding: bytes, as: UTF8.self), file: file))
        }
        return templates
    }
}
