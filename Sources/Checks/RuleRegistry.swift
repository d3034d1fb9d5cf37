/// Every rule of the determination check, in the order in which findings are told.
package enum RuleRegistry {
    /// The rules.
    package static let all: [any Rule] = [
        ApplicationBeforeDenial(), SummaryDiffers(), ImpossibleDate(), OutOfOrder(),
        ApplicationLate(), DeterminationLate(),
        ContradictsConclusion(), NoConclusion(),
        ItemDiffers(), ItemArithmetic(),
        NoCitation(), AdministratorContradicted(), IncompleteCitation(), RationaleDiffers(), RankSkipped(),
        EditionNotInForce(), WrongTopic(),
        ConflictUnweighed(), QuotationAltered(), QuotationNotFound(), QuotationUnmarked(),
        AbsenceContradicted(), AbsenceUnsearched(), Unsupported(), DiagnosisContradicted(), PersonInconsistent(),
        RationaleRepeated(),
        SummaryMissing(), AdministratorMissing(),
        DocumentsMissing(), DocumentsOnlyReview(), PrivacyName(), ReviewerNotEligible(), ConsolidationMixed(),
        OutOfScope(), MissingNotice(), Spelling(), Punctuation(),
    ]
}
