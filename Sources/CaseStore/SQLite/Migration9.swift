/// What was filed of the passages that a reviewer may write.
enum Migration9 {
    /// Adds the summary and the claims administrator's lines as they were filed; NULL while they are what they were.
    static let sql = """
        ALTER TABLE determination ADD COLUMN summary_as_filed TEXT;
        ALTER TABLE item ADD COLUMN claims_guideline_as_filed TEXT;

        PRAGMA user_version = 9;
        """
}
