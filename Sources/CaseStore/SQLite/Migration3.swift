/// Findings of the check that reviewers let stand.
enum Migration3 {
    /// Adds the overrides of findings.
    ///
    /// An override is of one finding as it was: its rule, its item (NULL for the whole letter) and the fingerprint of
    /// its evidence. It goes with the case when that is replaced; the audit log keeps who let what stand, and why.
    static let sql = """
        CREATE TABLE finding_override (
            case_id INTEGER NOT NULL REFERENCES review_case (id) ON DELETE CASCADE,
            item INTEGER CHECK (item >= 1),
            rule TEXT NOT NULL CHECK (rule <> ''),
            fingerprint TEXT NOT NULL CHECK (fingerprint <> '' AND fingerprint NOT GLOB '*[^0-9a-f]*'),
            reason TEXT NOT NULL CHECK (reason <> ''),
            actor TEXT NOT NULL CHECK (actor <> ''),
            at INTEGER NOT NULL,
            FOREIGN KEY (case_id, item) REFERENCES item (case_id, position) ON DELETE CASCADE
        ) STRICT;

        -- NULLs are all different to a key, and a finding about the whole letter is overridden once as well.
        CREATE UNIQUE INDEX finding_override_once
            ON finding_override (case_id, coalesce(item, 0), rule, fingerprint);

        PRAGMA user_version = 3;
        """
}
