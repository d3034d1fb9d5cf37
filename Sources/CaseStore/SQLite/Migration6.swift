/// Saved views, the history of the sister programme, and what records are.
enum Migration6 {
    /// Adds the kind and document control number of a record, the views of persons, the rows of the history, and an
    /// index by which a filter and the statistics find when cases were assigned and decided without reading them.
    static let sql = """
        ALTER TABLE record ADD COLUMN kind TEXT NOT NULL DEFAULT 'other'
            CHECK (kind IN ('MedicalRecords', 'NOARFI', 'other'));
        ALTER TABLE record ADD COLUMN control_number TEXT NOT NULL DEFAULT '';

        CREATE INDEX determination_by_decision ON determination (decision, assigned, case_id)
            WHERE decision IS NOT NULL;

        CREATE TABLE saved_view (
            actor TEXT NOT NULL,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
            filter TEXT NOT NULL,
            sort TEXT NOT NULL CHECK (sort IN ('due', 'number', 'specialty', 'state')),
            only_open INTEGER NOT NULL CHECK (only_open IN (0, 1)),
            PRIMARY KEY (actor, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE history (
            id INTEGER PRIMARY KEY,
            programme TEXT NOT NULL CHECK (programme <> ''),
            reference TEXT NOT NULL CHECK (reference <> ''),
            year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
            diagnosis_category TEXT NOT NULL,
            diagnosis TEXT NOT NULL,
            treatment_category TEXT NOT NULL,
            treatment TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('upheld', 'overturned')),
            track TEXT NOT NULL CHECK (track IN ('medical-necessity', 'experimental', 'urgent')),
            age_range TEXT NOT NULL,
            sex TEXT CHECK (sex IN ('female', 'male')),
            UNIQUE (programme, reference)
        ) STRICT;

        PRAGMA user_version = 6;
        """
}
