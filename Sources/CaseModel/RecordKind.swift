/// What kind of document a record is, as the review organization types it.
public enum RecordKind: String, Hashable, Sendable, CaseIterable {
    /// Reports and results of those who treated.
    case medicalRecords = "MedicalRecords"
    /// The notice of assignment and request for information.
    case noarfi = "NOARFI"
    /// Anything else, or not told.
    case other
}
