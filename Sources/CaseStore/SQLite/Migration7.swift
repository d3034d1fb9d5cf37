/// Tags of cases, earlier versions of items, and recorded keys.
enum Migration7 {
    /// Adds the words that are put on cases, what stood for each item before, and the keys that persons recorded.
    static let sql = """
        CREATE TABLE case_tag (
            case_id INTEGER NOT NULL REFERENCES review_case (id) ON DELETE CASCADE,
            word TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 24),
            PRIMARY KEY (case_id, word)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX case_tag_by_word ON case_tag (word, case_id);

        CREATE TABLE item_version (
            case_id INTEGER NOT NULL,
            position INTEGER NOT NULL,
            sequence INTEGER NOT NULL CHECK (sequence >= 1),
            began INTEGER NOT NULL,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL CHECK (actor <> ''),
            occasion TEXT NOT NULL
                CHECK (occasion IN ('before', 'draft', 'decided', 'reopened', 'discarded', 'restored')),
            decision TEXT CHECK (decision IN ('upheld', 'overturned')),
            reviewer_guideline TEXT NOT NULL,
            rationale TEXT NOT NULL,
            PRIMARY KEY (case_id, position, sequence),
            FOREIGN KEY (case_id, position) REFERENCES item (case_id, position) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE key_macro (
            actor TEXT NOT NULL,
            letter TEXT NOT NULL CHECK (length(letter) = 1),
            keys TEXT NOT NULL CHECK (keys <> ''),
            PRIMARY KEY (actor, letter)
        ) STRICT, WITHOUT ROWID;

        PRAGMA user_version = 7;
        """
}
